"""What the details of a project say while one types."""

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import Project, ProjectId
from techmodel.wording import plan_project as wording


def test_weeks_that_move_with_a_typed_one_are_said():
    before = Weeks(6, 11, 16)

    assert wording.moves_words(before, Weeks(8, 14, 20), 1) == "At best becomes 8, at worst 20."
    assert wording.moves_words(before, Weeks(6, 11, 20), 2) == ""
    assert wording.moves_words(before, None, 1) == ""


def test_halves_that_wait_for_each_other_do_so_step_by_step():
    other = Project(ProjectId("P02"), "Other half")

    assert wording.waits_words(other, None) == "P02 Other half, by the checklist"
    assert wording.waits_words(other, None, mutual=True) == (
        "P02 Other half, single steps of both, by the checklist"
    )
