"""The round that reports and exports compare with."""

import json

import pytest

from techmodel.core.answers import State, Value
from techmodel.session.exports import ExportKind


@pytest.fixture
def compared(workspace):
    """Two rounds, with an answer after each."""
    session = workspace.session
    ids = [o.id for o in session.assessment().organisations]
    for n, name in enumerate(("Spring", "Summer"), 1):
        for organisation in ids:
            session.answers.give("REC-01", organisation, Value(State.LEVEL, n))
        session.rounds.mark(name)
    for organisation in ids:
        session.answers.give("REC-01", organisation, Value(State.LEVEL, 3))
    return workspace


def offered(page):
    choice = page.panel.since.list
    return [choice.itemText(n) for n in range(choice.count())]


def choose(page, row):
    choice = page.panel.since.list
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def titles(page):
    return [c.title for c in page.preview._chapters]


def test_without_rounds_there_is_nothing_to_choose(make_page, workspace):
    page = make_page(workspace)

    assert page.panel.since.isHidden()
    assert not any(t.startswith("Progress") for t in titles(page))


def test_the_newest_round_is_compared_with(make_page, compared):
    page = make_page(compared)

    assert offered(page) == ["Summer: 100% of the way", "Spring: 100% of the way", "No round"]
    assert page.panel.since.list.currentText().startswith("Summer")
    assert "Progress since Summer" in titles(page)


def test_another_round_can_be_chosen(make_page, compared):
    page = make_page(compared)
    choose(page, 1)

    assert "Progress since Spring" in titles(page)
    assert page.panel.since.list.currentText().startswith("Spring")


def test_no_round_can_be_chosen_and_stays(make_page, compared):
    page = make_page(compared)
    choose(page, 2)
    page.refresh()

    assert not any(t.startswith("Progress") for t in titles(page))
    assert page.panel.since.list.currentText() == "No round"


def test_a_round_that_is_forgotten_leaves_the_newest(make_page, compared):
    page = make_page(compared)
    choose(page, 1)
    spring = compared.session.rounds.all()[0].id
    compared.run(lambda s: s.rounds.forget(spring))

    assert offered(page) == ["Summer: 100% of the way", "No round"]
    assert "Progress since Summer" in titles(page)


def test_a_new_round_is_offered_at_once(make_page, workspace):
    page = make_page(workspace)
    workspace.run(lambda s: s.rounds.mark("Spring"))

    assert page.panel.since.isVisible()
    assert offered(page)[0].startswith("Spring: ")


def test_the_export_holds_the_round_that_was_chosen(make_page, compared, qtbot):
    page = make_page(compared)
    choose(page, 1)
    for kind in ExportKind:
        page.panel.box(kind).setChecked(kind is ExportKind.JSON)
    with qtbot.waitSignal(page.sending._exporting.finished, timeout=60_000):
        page.panel.button.click()
    (path,) = page.sending.folder.iterdir()

    assert json.loads(path.read_text("utf-8"))["progress"]["since"]["name"] == "Spring"


def test_everything_has_a_name(make_page, compared, unnamed_focusables):
    assert unnamed_focusables(make_page(compared)) == []
