"""The page that fills the plan: looked at first, then one batch."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from techmodel.core.answers import State, Value
from techmodel.core.journal import BatchKind
from techmodel.core.proposal import Bundle
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui.plan.fill.page import FillPage
from techmodel.ui.workspace import Workspace


@pytest.fixture
def show(look, qtbot):
    def show_(workspace, way="", size=(1198, 620)):
        page = FillPage(workspace, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        if way:
            page.ways.choose(way)
            page.ways.chosen.emit(way)
        return page

    return show_


def batches(workspace):
    return workspace.session.batches()


def whats(page):
    return [row.texts[0] for row in page.changes.model.rows]


def test_it_shows_first_and_fills_in_one_batch(workspace, show):
    page, before = show(workspace), len(batches(workspace))
    count = len(page.changes.model.rows)
    found = []
    page.place_wanted.connect(lambda *where: found.append(where))

    assert page.header.headline == f"Adds {count} projects."
    assert len(batches(workspace)) == before
    page.go.click()
    assert len(workspace.session.plan.book().projects) == count
    assert [b.kind for b in batches(workspace)[before:]] == [BatchKind.PLAN]
    assert found == [("plan", "gantt")]
    assert page.header.headline.startswith("Nothing to change")
    assert not page.go.isEnabled()


def test_bundling_otherwise_leaves_what_a_person_touched(workspace, show):
    session = workspace.session
    session.plan.accept(session.plan.proposal(Bundle.GAP))
    first = session.plan.book().projects[0]
    session.plan.own(first.id, "Somebody else")
    page = show(workspace, "domain")

    assert {"Add", "Remove", "Leave"} == set(whats(page))
    (kept,) = [r for r in page.changes.model.rows if r.texts[0] == "Leave"]
    assert kept.key == first.id
    assert kept.texts[2] == "Owner as people set them"
    assert "Leaves what people set in 1 project as it is." in page.header.headline


def test_kinds_of_changes_can_be_left_out(workspace, show):
    page = show(workspace)
    (add, *_) = page.changes.toggles.values()
    add.click()

    assert page.changes.model.rows == ()
    assert add.text().startswith("Add ")


def test_gaps_are_put_together_by_hand(workspace, show):
    page = show(workspace, "hand")
    table, model = page.by_hand.table, page.by_hand.model
    count = model.rowCount()
    for row in (0, 1):
        table.setCurrentIndex(table.model().index(row, 2))
        QTest.keyClick(table, Qt.Key.Key_Space)

    assert page.header.headline == f"{count} gaps have no project. 2 ticked."
    assert not page.go.isEnabled()
    page.by_hand.name.setText("First things")
    QTest.keyClick(page.by_hand.name, Qt.Key.Key_Return)
    (project,) = workspace.session.plan.book().projects
    assert project.name == "First things"
    assert model.rowCount() == count - 2
    assert page.by_hand.ticked == []
    assert page.by_hand.name.text() == ""


def test_a_tick_can_be_taken_off(workspace, show):
    page = show(workspace, "hand")
    check, model = Qt.ItemDataRole.CheckStateRole, page.by_hand.model
    for _ in range(2):
        model.setData(model.index(0, 0), None, check)

    assert page.by_hand.ticked == []
    assert model.data(model.index(0, 0), check) == Qt.CheckState.Unchecked
    assert not model.setData(model.index(0, 0), None)


@pytest.fixture
def offered(workspace):
    """A workspace in which one partner is below a target that the others meet."""
    session = workspace.session
    gap = next(g for g in reversed(session.gaps().ranked) if len(g.pairs) == 3)
    session.scope.cover(0.5)
    levels = dict.fromkeys(gap.pairs, 5) | {next(iter(gap.pairs)): 1}
    session.answers.give_many({(gap.id, o): Value(State.LEVEL, n) for o, n in levels.items()})
    return workspace


def test_an_offer_is_taken_by_itself(offered, show):
    page = show(offered, "partners")
    count, before = page.offers.model.rowCount(), len(batches(offered))
    first = page.offers.current

    assert page.header.headline.startswith(f"{count} project")
    QTest.keyClick(page.offers.table, Qt.Key.Key_Return)
    assert offered.session.plan.book().projects == (first,)
    assert len(batches(offered)) == before + 1
    assert page.offers.model.rowCount() == count - 1


def test_read_only_says_why(sample_file, show, qtbot):
    made = Workspace(Session(read_document(sample_file)))
    page = show(made)

    assert not page.go.isEnabled()
    assert page._why.text() == "Opened for reading, so the plan cannot be filled here."
    made.session.close()


@pytest.mark.parametrize("way", ["gap", "hand", "partners"])
def test_everything_has_its_name_and_the_keyboard_begins_in_the_table(
    workspace, show, unnamed_focusables, way
):
    page = show(workspace, way, (560, 500))
    page.focus_first()

    assert not unnamed_focusables(page)
    assert page.panes()[0] is page.ways._list
