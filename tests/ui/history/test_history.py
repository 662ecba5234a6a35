"""The history page: the whole journal, filters, detail, copying."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from techmodel.core.answers import State, Value
from techmodel.core.journal import BatchKind
from techmodel.ui.history.model import BatchModel, LineModel, when_words
from techmodel.ui.history.page import HistoryPage


@pytest.fixture
def workspace_with_changes(workspace):
    """Two answers, one of them taken back."""
    trust, practice, _ = (o.id for o in workspace.session.assessment().organisations)
    answers = workspace.session.answers
    answers.give("INF-01", trust, Value(State.LEVEL, 2), decided_by="Digital lead")
    answers.give("REC-06", practice, Value(State.LEVEL, 3))
    workspace.session.undo()
    return workspace


@pytest.fixture
def page(workspace_with_changes, look, qtbot):
    made = HistoryPage(workspace_with_changes, look)
    qtbot.addWidget(made)
    made.resize(1198, 660)
    made.show()
    qtbot.waitExposed(made)
    return made


def whats(page):
    return [e.batch.label for e in page._batches.entries]


def choose(list_, words):
    list_.setCurrentIndex(next(n for n in range(list_.count()) if words in list_.itemText(n)))


def test_the_newest_change_stands_first(page):
    assert whats(page)[0] == "Undo: REC-06 for Hill Practice: not answered → 3"
    assert len(whats(page)) == 4


def test_the_headline_counts(page):
    assert page.headline().startswith("4 changes since ")


def test_what_was_taken_back_says_so(page):
    kinds = [page._batches.index(n, 2).data() for n in range(3)]

    assert kinds == ["Undo", "Change, taken back", "Change"]


@pytest.mark.parametrize(
    ("list_", "words", "count"),
    [("capability", "INF-01", 1), ("organisation", "Hill", 3), ("kind", "Undo", 1)],
)
def test_filters_leave_what_they_say(page, list_, words, count):
    choose(getattr(page.filters, list_), words)

    assert len(whats(page)) == count
    assert page.headline().startswith(f"{count} of 4 changes")
    assert page.header.headline == page.headline()


@pytest.mark.parametrize(("typed", "count"), [("digital LEAD", 1), ("level 3", 2), ("zzz", 0)])
def test_search_looks_at_everything_a_change_says(page, typed, count):
    page.filters.words.setText(typed)

    assert len(whats(page)) == count


def test_nothing_found_offers_all(page):
    page.filters.words.setText("zzz")
    nothing = page._stack.currentIndex()
    page.filters.clear.click()

    assert nothing == 1
    assert len(whats(page)) == 4
    assert page.filters.clear.isHidden()


def test_the_detail_tells_the_change_in_words(page):
    page.table.setCurrentIndex(page.table.shown_index(page._batches.index(2, 0)))
    told = [page._lines.index(0, column).data() for column in range(4)]

    assert told[0].startswith("INF-01 ")
    assert told[1:] == ["Not answered → Level 2", "Not answered", "2 Viewable"]
    assert page._what.text() == "INF-01 for Riverside Trust: not answered → 2"


def test_a_new_change_keeps_the_row_one_is_on(page):
    page.table.setCurrentIndex(page.table.shown_index(page._batches.index(2, 0)))
    label = page._current().batch.label
    page.workspace.run(lambda s: s.redo())

    assert page._current().batch.label == label
    assert len(whats(page)) == 5


def test_rows_are_copied_with_heads(page):
    page.table.selectRow(2)
    page.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()

    assert lines[0] == "When\tWhat\tKind\tDecided by"
    assert lines[1].endswith(
        "\tINF-01 for Riverside Trust: not answered → 2\tChange\tDigital lead"
    )


def test_sorting_by_day_is_sorting_by_revision(page):
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    first = page.table.source_index(page.table.model().index(0, 0)).row()

    assert page._batches.entries[first].batch.revision == 1


def test_undo_is_explained_below(page):
    assert "would take back “INF-01 for Riverside Trust" in page._undo.text()


def test_filters_offer_only_what_occurs(page):
    offered = [page.filters.capability.itemData(n) for n in range(page.filters.capability.count())]

    assert offered == ["", "INF-01", "REC-06"]


def test_the_journal_is_a_sound_model(page, qtmodeltester):
    model = BatchModel()
    model.show(page._all, frozenset())

    qtmodeltester.check(model)


def test_a_change_is_a_sound_model(page, qtmodeltester):
    model = LineModel()
    model.show(())

    qtmodeltester.check(model)


def test_times_are_local_and_odd_ones_shown_as_they_are():
    assert when_words("nonsense") == "nonsense"
    assert when_words("2026-11-24T14:03:22Z").startswith("24 Nov 2026 ")


def test_everything_that_can_have_the_focus_has_a_name(page, unnamed_focusables):
    left = unnamed_focusables(page)

    assert left == [], "; ".join(left)


def test_f6_and_the_first_focus(page, qtbot):
    page.activateWindow()
    page.focus_first()

    assert page.panes() == (page.filters.words, page.table, page.detail)
    qtbot.waitUntil(page.table.hasFocus)


def test_every_kind_of_batch_has_words():
    from techmodel.wording.history import KIND_WORDS

    assert set(KIND_WORDS) == set(BatchKind)


@pytest.fixture
def merged(workspace_with_changes):
    """A merge that took over two batches of another file, then one more change."""
    from techmodel.core.journal import WHOLE_ROW, Batch, Edit

    session = workspace_with_changes.session
    trust = session.assessment().organisations[0].id
    row = {"value": {"state": "level", "level": 3, "provider": None, "reason": ""}}
    row |= {"note": "Seen there", "dissent": "", "parked": False}
    answered = Edit("answer", ("GOV-01", trust), WHOLE_ROW, None, row)
    parked = Edit("answer", ("GOV-01", trust), "parked", False, True)
    theirs = [
        Batch(
            f"x{n}", BatchKind.EDIT, f"2026-11-2{n}T09:00:00Z", what, (edit,), 40 + n, "Ward lead"
        )
        for n, (what, edit) in enumerate(
            (("There: answered", answered), ("There: parked", parked))
        )
    ]
    session.take_over([answered, parked], "Merged ‘b.techmodel’", theirs)
    session.answers.give("REC-01", trust, Value(State.LEVEL, 1))
    return workspace_with_changes


@pytest.fixture
def merged_page(merged, look, qtbot):
    made = HistoryPage(merged, look)
    qtbot.addWidget(made)
    made.resize(1198, 660)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_what_a_merge_took_over_stands_under_it(merged_page):
    model = merged_page._batches
    cells = [(model.index(n, 1).data(), model.index(n, 2).data()) for n in range(1, 4)]

    assert cells == [
        ("Merged ‘b.techmodel’", "Merge"),
        ("\N{EM SPACE}\N{EM SPACE}There: parked", "Taken over from the other file"),
        ("\N{EM SPACE}\N{EM SPACE}There: answered", "Taken over from the other file"),
    ]
    assert merged_page.headline().endswith(", 2 of them in other files.")


def test_what_was_taken_over_stays_by_its_merge_however_times_are_sorted(merged_page):
    table = merged_page.table

    def order(way):
        table.sortByColumn(0, way)
        rows = (table.source_index(table.model().index(n, 0)).row() for n in range(8))
        return [merged_page._batches.entries[row].batch.label for row in rows]

    downwards = order(Qt.SortOrder.DescendingOrder)
    assert downwards[1:4] == ["Merged ‘b.techmodel’", "There: parked", "There: answered"]
    assert order(Qt.SortOrder.AscendingOrder) == downwards[::-1]


def test_only_what_was_taken_over_can_be_shown(merged_page):
    choose(merged_page.filters.kind, "Taken over")

    assert whats(merged_page) == ["There: parked", "There: answered"]
    assert merged_page.headline().startswith("2 of 8 changes")


def test_an_answer_of_another_file_is_found_by_its_capability(merged_page):
    choose(merged_page.filters.capability, "GOV-01")

    assert whats(merged_page) == ["Merged ‘b.techmodel’", "There: parked", "There: answered"]


def test_copying_leaves_the_indent_out(merged_page):
    merged_page.table.selectRow(2)
    merged_page.table.copy()

    assert "\tThere: parked\tTaken over" in QGuiApplication.clipboard().text()


def select(page, row):
    page.table.setCurrentIndex(page.table.shown_index(page._batches.index(row, 0)))


def test_the_moment_of_a_change_can_be_looked_at(page, qtbot):
    select(page, 2)
    with qtbot.waitSignal(page.look_wanted) as asked:
        page.then.click()

    assert asked.args == [2]


def test_the_newest_change_is_how_it_is_now(page):
    select(page, 0)

    assert not page.then.isEnabled()
    assert page._note.text() == "This is how it is now."


def test_what_was_taken_over_is_looked_at_as_of_its_merge(merged_page, qtbot):
    select(merged_page, 3)
    with qtbot.waitSignal(merged_page.look_wanted) as asked:
        merged_page.then.click()

    assert asked.args == [5]
    assert merged_page._note.text().startswith("It became part of this file with the merge")


def test_nothing_found_leaves_no_moment_to_look_at(page):
    page.filters.words.setText("zzz")
    page.then.click()

    assert not page.then.isEnabled()
    assert page._current() is None


def test_work_that_was_done_again_is_not_called_taken_back(page):
    page.workspace.run(lambda s: s.redo())
    kinds = [page._batches.index(n, 2).data() for n in range(3)]

    assert kinds == ["Redo", "Undo", "Change"]


def test_a_merged_history_is_a_sound_model(merged_page, qtmodeltester):
    qtmodeltester.check(merged_page._batches)
