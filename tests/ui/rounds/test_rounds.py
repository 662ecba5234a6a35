"""The rounds page: marking, choosing, renaming, forgetting, looking back, and comparing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from techmodel.core.answers import State, Value
from techmodel.core.compare_answers import Turn
from techmodel.core.onboarding import Stage
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.rounds.advance_model import BAR, FELL, NEW, NOW, PROGRESS, THEN, AdvanceModel
from techmodel.ui.rounds.answer_model import AnswerModel
from techmodel.ui.rounds.domains_pane import FLOWS, SERVICES
from techmodel.ui.rounds.page import RoundsPage
from techmodel.ui.rounds.round_model import RoundModel
from techmodel.ui.workspace import Workspace
from techmodel.wording.comparing import joined_words


@pytest.fixture
def ids(workspace):
    return [o.id for o in workspace.session.assessment().organisations]


@pytest.fixture
def give(workspace, ids):
    """Give every partner that is asked about a capability one level."""

    def give_(capability, *levels, **more):
        for organisation, level in zip(ids, levels, strict=False):
            value = Value(State.LEVEL, level)
            workspace.session.answers.give(capability, organisation, value, **more)

    return give_


@pytest.fixture
def since(workspace, give):
    """Two rounds; since the older REC-01 rose, since the newer INF-01 fell."""
    give("REC-01", 1, 1, 1)
    give("INF-01", 3, 3, 3)
    workspace.session.rounds.mark("Spring")
    give("REC-01", 2, 2, 2, decided_by="Ward manager")
    workspace.session.rounds.mark("Summer")
    give("INF-01", 2, 2, 2)
    give("GOV-01", 1, 1, 1)
    return workspace


@pytest.fixture
def show(qtbot, look):
    def show_(workspace, size=(1198, 650)):
        page = RoundsPage(workspace, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return show_


@pytest.fixture
def page(show, since):
    return show(since)


@pytest.fixture
def types(monkeypatch):
    """Answer questions; what they asked is kept."""
    asked = []

    def answer(words):
        def text(_, question):
            asked.append(question)
            return words

        monkeypatch.setattr(ask, "text", text)
        return asked

    return answer


def names(page):
    return [r.name for r in page.list.rounds.rounds]


def choose(page, name):
    page.list.choose(next(r.id for r in page.list.rounds.rounds if r.name == name))


def shown(page):
    return [(r.change.capability, r.change.organisation) for r in page.answers.model.rows]


def test_without_rounds_the_page_says_what_it_is_for(show, workspace, qtbot):
    page = show(workspace)
    page.activateWindow()
    page.focus_first()

    assert page.headline() == "No moment to compare with is marked yet."
    assert page.mark.isHidden()
    assert page.panes() == (page.empty,)
    qtbot.waitUntil(page.empty.buttons[0].hasFocus)


def test_the_first_round_is_marked_from_the_empty_page(show, workspace, types):
    page = show(workspace)
    asked = types("Spring 2026")
    page.empty.buttons[0].click()

    assert asked[0].given == "November 2026"
    assert names(page) == ["Spring 2026"]
    assert not page.mark.isHidden()
    assert page.headline() == "Nothing has changed since Spring 2026."


def test_thinking_again_marks_nothing(page, types):
    types(None)
    page.mark.click()

    assert names(page) == ["Summer", "Spring"]


def test_a_round_is_marked_while_others_are_there(page, types):
    asked = types("Autumn")
    page.mark.click()

    assert asked[0].verb == "Mark it"
    assert names(page) == ["Autumn", "Summer", "Spring"]
    assert page.list.current.name == "Autumn"


def test_a_name_that_is_taken_is_refused_in_a_sentence(page, types, qtbot):
    types("spring")
    with qtbot.waitSignal(page.workspace.failed) as failed:
        page.mark.click()

    assert failed.args[0].startswith("There is a round “Spring” already")
    assert names(page) == ["Summer", "Spring"]


def test_the_list_tells_how_things_stood(page):
    model = page.list.rounds
    cells = [model.index(1, n).data() for n in range(5)]

    assert cells[0] == "Spring"
    assert cells[1].startswith("24 Nov 2026 ")
    assert cells[2].endswith("%")
    assert "to" in cells[3]
    assert cells[4] == "–"


def test_the_newest_round_is_compared_with_first(page):
    assert page.list.current.name == "Summer"
    assert page.between.text.startswith("From Summer to now.")
    assert page.header.headline == page.headline()
    assert "since Summer" in page.headline() or "at Summer" in page.headline()


def test_another_round_is_compared_when_it_is_chosen(page):
    choose(page, "Spring")

    assert page.between.text.startswith("From Spring to now.")
    assert "Spring" in page.header.headline
    assert {c for c, _ in shown(page)} == {"GOV-01", "INF-01", "REC-01"}


def test_the_bars_have_their_figures_beside_them(page):
    model = page.domains.model
    row = next(n for n, r in enumerate(model.rows) if r.texts[0].startswith("Foundations"))
    cells = {c: model.index(row, c).data() for c in (BAR, PROGRESS, NEW, FELL)}

    assert cells == {BAR: "", PROGRESS: "−100%", NEW: "0", FELL: "1"}
    assert model.index(row, BAR).data(Qt.ItemDataRole.AccessibleTextRole).startswith("then ")
    assert model.rows[-1].texts[0] == "All domains"


def test_what_fell_and_what_is_newly_known_is_listed(page):
    panels = page.domains.panels

    assert [line[:6] for line in panels["Fell"].lines] == ["INF-01"]
    assert panels["Fell"].lines[0].endswith(": 3 → 2, target 4")
    assert [line[:6] for line in panels["Newly known"].lines] == ["GOV-01"]
    assert panels["No longer known"].lines == ("Nothing",)
    assert panels["Set-up changed"].lines == ("Nothing",)


def test_changes_of_the_set_up_are_listed(page):
    page.workspace.run(lambda s: s.scope.change({"threshold": 0.75}))

    assert page.domains.panels["Set-up changed"].lines == ("Coverage threshold: 80% → 75%",)


def test_flows_and_services_that_changed_are_listed_and_counted_in_the_headline(page, ids):
    page.workspace.run(lambda s: s.flows.add(ids[0], ids[1], "Photographs", "REC-06", 3))
    page.workspace.run(lambda s: s.services.change("PDS", [ids[1]], stage=Stage.LIVE))
    panels = page.domains.panels
    (flow,), (service,) = panels[FLOWS].lines, panels[SERVICES].lines

    assert flow.startswith("Photographs, ")
    assert flow.endswith(": new, unknown")
    assert service.startswith("PDS ")
    assert service.endswith(": not started → live")
    assert page.header.headline.endswith("1 partner newly live on 1 service.")


def test_a_new_answer_is_seen_at_once(page, give, ids):
    before = len(page.answers.model.rows)
    page.workspace.run(lambda s: s.answers.give("REC-06", ids[0], Value(State.LEVEL, 2)))

    assert len(page.answers.model.rows) == before + 1
    assert page.between.views.button("answers").text() == f"Answers that changed {before + 1}"


def test_f1_explains_a_progress_and_an_attainment(page, qtbot):
    table = page.domains.table
    for column, title in ((PROGRESS, "since Summer?"), (NOW, "Why ")):
        table.setCurrentIndex(table.shown_index(page.domains.model.index(0, column)))
        QTest.keyClick(table, Qt.Key.Key_F1)

        assert page.why.isVisible()
        assert title in page.why._title.text()
        page.why.close_it()


def test_the_answers_can_be_sorted_by_time(page):
    page.between.views.button("answers").click()
    table = page.answers.table
    table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    first = page.answers.model.rows[table.source_index(table.model().index(0, 0)).row()]

    assert first.change.capability == "GOV-01"


def test_the_answers_are_filtered_by_which_way_they_went(page):
    filters = page.answers.filters
    filters.turns[Turn.LOWERED].click()
    lowered = {c for c, _ in shown(page)}
    filters.turns[Turn.NEWLY_KNOWN].click()
    both = {c for c, _ in shown(page)}
    filters.clear.click()

    assert (lowered, both) == ({"INF-01"}, {"INF-01", "GOV-01"})
    assert filters.clear.isHidden()
    assert filters.turns[Turn.LOWERED].text() == "Lowered 3"


def test_the_answers_are_filtered_by_words_organisation_and_domain(page, ids):
    choose(page, "Spring")
    filters = page.answers.filters
    filters.words.setText("ward MANAGER")
    typed = {c for c, _ in shown(page)}
    filters.show_all()
    filters.organisation.setCurrentIndex(filters.organisation.findData(ids[1]))
    filters.domain.setCurrentIndex(filters.domain.findData("INF"))

    assert typed == {"REC-01"}
    assert shown(page) == [("INF-01", ids[1])]


def test_nothing_left_says_how_to_see_all(page):
    page.answers.filters.words.setText("zzz")

    assert page.answers._stack.currentIndex() == 1
    assert "Show all" in page.answers._nothing.text()


def test_an_answer_leads_to_its_card(page, qtbot, ids):
    page.between.views.button("answers").click()
    table = page.answers.table
    table.setCurrentIndex(table.model().index(0, 0))
    with qtbot.waitSignal(page.workspace.card_wanted) as wanted:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert wanted.args == list(shown(page)[0])


def test_the_answers_are_copied_with_heads(page):
    page.between.views.button("answers").click()
    page.answers.table.selectRow(0)
    page.answers.table.copy()
    head, line = QGuiApplication.clipboard().text().splitlines()

    assert head.startswith("Capability\tOrganisation\tThen\tNow\tChange\tWhen")
    assert "\tNot answered\t1 Standalone\tNewly known\t" in line


def test_the_bars_are_copied_as_their_figures(page):
    page.domains.table.copy()
    lines = QGuiApplication.clipboard().text().splitlines()

    assert lines[0].split("\t")[THEN] == "Then"
    assert lines[-1].startswith("All domains\t\t")


def test_a_round_can_be_looked_at(page, qtbot):
    choose(page, "Spring")
    revision = page.list.current.revision
    for ask_ in (
        page.between.then.click,
        lambda: QTest.keyClick(page.list, Qt.Key.Key_Return),
    ):
        with qtbot.waitSignal(page.look_wanted) as wanted:
            ask_()

        assert wanted.args == [revision]


def test_a_round_is_renamed(page, types):
    asked = types("Midsummer")
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F2)

    assert asked[0].given == "Summer"
    assert names(page) == ["Midsummer", "Spring"]
    assert page.between.text.startswith("From Midsummer to now.")


def test_renaming_can_be_thought_over(page, types):
    types(None)
    page.between.rename.click()

    assert names(page) == ["Summer", "Spring"]


def test_a_round_is_forgotten_and_comes_back_with_undo(page):
    page.between.forget.click()
    forgotten = names(page)
    page.workspace.run(lambda s: s.undo())

    assert forgotten == ["Spring"]
    assert page.list.current.name == "Spring"
    assert names(page) == ["Summer", "Spring"]


def test_forgetting_the_last_round_shows_what_the_page_is_for(page):
    page.list.setFocus()
    for _ in range(2):
        QTest.keyClick(page.list, Qt.Key.Key_Delete)

    assert names(page) == []
    assert page._stack.currentWidget() is page.empty


@pytest.fixture
def read_only(since, tmp_path, qtbot):
    """A workspace on what the document was last, for reading."""
    since.session.document.publish()
    made = Workspace(Session(read_document(since.session.document.path)))
    yield made
    made.close()
    made.deleteLater()


def test_what_is_opened_for_reading_can_be_compared_but_not_changed(show, read_only, types):
    page = show(read_only)
    types("Autumn")
    for verb in (page.mark.click, page.between.rename.click, page.between.forget.click):
        verb()
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_F2)
    QTest.keyClick(page.list, Qt.Key.Key_Delete)

    assert names(page) == ["Summer", "Spring"]
    assert "so no round can be marked" in page.between.text
    assert page.between.then.isEnabled()


def test_an_empty_page_that_is_only_to_look_at_offers_nothing(show, workspace, qtbot):
    workspace.session.document.publish()
    held = Workspace(Session(read_document(workspace.session.document.path)))
    page = show(held)
    page.focus_first()

    assert page.empty.buttons == []
    held.close()


def test_rounds_of_other_targets_say_what_was_told_then(page):
    page.workspace.run(lambda s: s.targets.aim("REC-01", 5, "The board wants it"))

    assert "Of the targets of then, " in page.between.text


def test_everything_that_can_have_the_focus_has_a_name(page, unnamed_focusables):
    left = unnamed_focusables(page)

    assert left == [], "; ".join(left)


def test_tab_goes_through_the_page_in_reading_order(page, qtbot):
    page.activateWindow()
    page.list.setFocus()
    seen = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())

    between = page.between
    assert seen[:4] == [
        between.then,
        between.rename,
        between.forget,
        between.views.button("domains"),
    ]
    assert page.domains.table in seen


def test_f6_moves_between_list_bar_and_view(page):
    assert page.panes() == (page.list, page.between, page.domains)
    page.between.views.button("answers").click()
    assert page.panes()[-1] is page.answers


@pytest.mark.parametrize("size", [(1198, 650), (940, 650), (640, 400)])
def test_it_paints_at_every_size(page, size):
    page.resize(*size)
    picture = page.grab()

    assert (picture.width(), picture.height()) >= size
    assert page.domains.table.columnWidth(BAR) >= 160


def test_larger_text_leaves_the_comparison_its_room(page, look):
    look.choose_text(200)
    QApplication.processEvents()

    assert page._views.height() >= 600


def test_the_models_are_sound(page, qtmodeltester):
    for model in (page.list.rounds, page.domains.model, page.answers.model):
        qtmodeltester.check(model)
    for empty in (RoundModel(page), AdvanceModel(page), AnswerModel(page)):
        qtmodeltester.check(empty)


def test_partners_who_joined_since_and_have_not_answered_are_named(page, workspace):
    before = page.between.text
    workspace.session.organisations.add([Newcomer("Hill Hospice", "gp", 1.0, "")])
    page.look_again()

    assert "joined" not in before
    assert page.between.text.endswith(joined_words(page._comparison))
    assert "1 partner joined since, who has not answered yet: Hill Hospice." in page.between.text
