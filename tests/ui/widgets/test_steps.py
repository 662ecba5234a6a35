"""The list of parts at the left of a place."""

import pytest
from PySide6.QtCore import Qt

from techmodel.ui.widgets.steps import Mark, Part, StepList

PARTS = (
    Part("Title", "Wendlemere", Mark.DONE),
    Part("Organisations", "Who takes part"),
    Part("Scope", "Domains", Mark.CHANGED),
    Part("Later", "", Mark.NONE, open=False),
)


@pytest.fixture
def steps(look, qtbot):
    made = StepList(look, len(PARTS), "Steps")
    qtbot.addWidget(made)
    made.show_parts(PARTS, 1)
    made.resize(made.width(), 400)
    return made


def test_a_part_can_be_chosen_by_key(steps, qtbot):
    with qtbot.waitSignal(steps.chosen) as signal:
        qtbot.keyClick(steps.item(0), Qt.Key.Key_Space)

    assert signal.args == [0]


def test_a_part_that_is_not_open_cannot(steps):
    assert not steps.item(3).isEnabled()


def test_each_part_says_what_it_is_to_a_screen_reader(steps):
    assert [steps.item(n).accessibleName() for n in range(4)] == [
        "Title, Wendlemere, done",
        "Organisations, shown now, Who takes part",
        "Scope, Domains, changed, not applied",
        "Later",
    ]


def test_a_narrow_list_is_lower_and_tells_the_rest_in_a_tip(steps):
    high = steps.item(0).sizeHint().height()
    steps.show_narrow(narrow=True)
    steps.show_parts(PARTS, 1)

    assert steps.item(0).sizeHint().height() < high
    assert steps.item(0).toolTip() == "Wendlemere"


@pytest.mark.parametrize("narrow", [False, True])
def test_every_mark_is_painted(steps, narrow):
    steps.show_narrow(narrow=narrow)
    picture = steps.grab().toImage()

    shades = {picture.pixel(x, y) for x in range(0, 150, 2) for y in range(0, 250, 2)}
    assert len(shades) > 10
