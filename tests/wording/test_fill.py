"""Filling the plan in words."""

from dataclasses import replace

from tests.core.plans import chain

from techmodel.core.proposal import Proposal
from techmodel.wording import fill
from techmodel.wording.plan_changes import proposal_lines


def test_every_project_is_in_one_line():
    _, gaps, (first, second) = chain()
    proposal = Proposal((second,), (), (), ())
    lines = fill.change_lines(proposal, gaps, (first,), {(first.id, "owner"), (first.id, "link")})

    assert [(line.what.value, line.project, line.why) for line in lines] == [
        ("Add", second, "A-2 to 2"),
        ("Leave", first, "Owner and links as people set them"),
    ]
    assert fill.fill_headline(proposal, lines) == (
        "Adds 1 project. Leaves what people set in 1 project as it is."
    )


def test_what_is_closed_or_made_by_hand_says_so():
    _, gaps, (first, second) = chain()
    proposal = Proposal((), (), (), (second,))
    lines = fill.change_lines(proposal, gaps, (first, second), {(first.id, "kind")})

    assert [line.why for line in lines] == [
        "Made by a person",
        "Its gap is closed, but somebody has changed it",
    ]


def test_a_project_whose_steps_go_elsewhere_is_not_closed():
    _, gaps, (first, second) = chain()
    both = replace(second, id="PA", steps=(*first.steps, *second.steps))
    proposal = Proposal((both,), (), (first, second), ())

    assert proposal_lines(proposal, gaps)[1] == (
        f"Remove {first.id} {first.name}: "
        "its steps go to other projects and nobody has changed it."
    )
    assert [n.what for n in fill.change_lines(proposal, gaps, (first, second), ())] == [
        *(fill.What.ADD, fill.What.REMOVE, fill.What.REMOVE)
    ]


def test_only_moved_projects_are_counted():
    _, _, (first, second) = chain()
    moved = (first, replace(first, position=9))

    assert fill.moved_words(Proposal((), (moved,), (), ())) == "1 project moves in the list."
    assert fill.moved_words(Proposal((first, second), (), (), ())) == ""


def test_the_hand_is_led():
    still = {"A-1": ("A-1:2",), "B-1": ("B-1:1",)}

    assert fill.hand_headline({}, ()) == fill.EMPTY_HAND
    assert fill.hand_headline(still, ()) == (
        "2 gaps have no project. Tick those that go together."
    )
    assert fill.hand_headline(still, ["A-1"]) == "2 gaps have no project. 1 ticked."
    assert fill.hand_preview("", ()) == fill.NAME_HINT
    assert fill.hand_preview("", ("A-1:2",)) == "Takes A-1 to 2. Name the project."
    assert fill.hand_preview(" First ", ("A-1:2",)) == "Adds “First”: A-1 to 2."
    assert fill.offers_headline(0) == fill.EMPTY_OFFERS
