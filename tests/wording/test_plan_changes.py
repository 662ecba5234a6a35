"""What filling the plan again changes, and what a scenario does against the plan."""

from dataclasses import replace

from tests.core.plans import CHAIN, answered, calendar, chain

from techmodel.core.checklist import Weeks
from techmodel.core.forecast import forecast
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import PlanBook, Project, ProjectId, ProjectKind, Status, Terms
from techmodel.core.proposal import Proposal, propose
from techmodel.wording.plan_changes import (
    NOTHING_TO_CHANGE,
    idle_lines,
    proposal_headline,
    proposal_lines,
    scenario_lines,
)

NOTHING = Proposal((), (), (), ())


def test_a_proposal_says_what_it_adds():
    found, gaps, (first, second) = chain()
    proposal = propose(found, gaps, ())

    assert proposal_headline(proposal) == "Adds 2 projects."
    assert proposal_lines(proposal, gaps) == (
        "Add P01 Name of A-1: A-1 to 2 and 3.",
        "Add P02 Name of A-2: A-2 to 2.",
    )
    assert proposal_headline(replace(NOTHING, added=(first,), removed=(second,))) == (
        "Adds 1 project and removes 1."
    )


def test_a_proposal_says_for_whom_a_prerequisite_is_raised():
    deep = CHAIN["capabilities"][0] | {"targets": {}}
    high = CHAIN["capabilities"][1] | {"targets": {"M": 4}}
    found, gaps, _ = chain(capabilities=[deep, high])

    assert proposal_lines(propose(found, gaps, ()), gaps)[0] == (
        "Add P01 Name of A-1: A-1 to 2 and 3; needed by A-2."
    )


def test_a_proposal_says_what_it_changes_removes_and_keeps():
    _, _, (first, second) = chain()
    grown, after, _ = chain(answers=answered(A_1=2, A_2=2))
    touched = {(second.id, "owner")}
    proposal = propose(grown, after, (first, second), touched)

    assert proposal_headline(proposal) == "Changes 1 project."
    assert proposal_lines(proposal, after) == (
        "Change P01 Name of A-1: A-1 to 2 and 3 becomes A-1 to 3.",
        "Keep P02 Name of A-2: its gap is closed, but somebody has changed it.",
    )
    gone = propose(grown, after, (first, second))
    assert proposal_headline(gone) == "Changes 1 project and removes 1."
    assert proposal_lines(gone, after)[1] == (
        "Remove P02 Name of A-2: its gap is closed and nobody has changed it."
    )


def test_a_proposal_that_only_moves_projects_says_so():
    found, gaps, (first, second) = chain()
    swapped = (replace(second, position=1), replace(first, position=2))
    proposal = propose(found, gaps, swapped)

    assert proposal_headline(proposal) == "Only the order changes."
    assert proposal_lines(proposal, gaps) == ("2 projects move in the list.",)
    one = replace(proposal, changed=proposal.changed[:1])
    assert proposal_lines(one, gaps) == ("1 project moves in the list.",)


def test_a_proposal_without_anything_says_so():
    assert proposal_headline(NOTHING) == NOTHING_TO_CHANGE


def own(number, weeks=None):
    return Project(ProjectId(f"P{number}"), f"Own {number}", ProjectKind.OWN, weeks=weeks)


def compared(terms, other, *more):
    found, gaps, projects = chain()
    book = PlanBook((*projects, *more))
    plans = [work_out(found, gaps, replace(book, terms=t), calendar()) for t in (terms, other)]
    return scenario_lines(*plans, *(forecast(gaps, p) for p in plans))


def test_a_scenario_alike_says_nothing():
    assert compared(Terms(), Terms()) == ()


def test_a_slower_scenario_says_by_how_much_what_is_missed_and_what_is_reached():
    long = own(7, Weeks(30, 30, 30)), own(8, Weeks(30, 30, 30))

    assert compared(Terms(), Terms(capacity=1), *long) == (
        "Ends in November 2028, not in June 2027: 17 months later.",
        "Reaches 86% of the targets by 30 June 2027, not 100%.",
    )
    assert compared(Terms(capacity=1), Terms(), *long)[0] == (
        "Ends in June 2027, not in November 2028: 17 months sooner."
    )


def test_a_scenario_that_ends_in_the_same_month_names_the_days():
    one, other = own(7, Weeks(60, 60, 60)), own(8, Weeks(1, 1, 1))
    found, gaps, _ = chain()
    plans = [
        work_out(found, gaps, PlanBook((one, other), terms=t), calendar())
        for t in (Terms(capacity=1), Terms())
    ]
    assert scenario_lines(*plans, *(forecast(gaps, p) for p in plans)) == (
        "Ends on 18 January 2028, not on 25 January 2028.",
    )


def test_what_only_one_of_both_works_on_is_named_or_counted():
    off = Terms(off=frozenset({"P02"}))
    lines, back = compared(Terms(), off), compared(off, Terms())

    assert lines[-1] == "Leaves out P02 Name of A-2."
    assert back[-1] == "Adds P02 Name of A-2."
    many = [own(n, Weeks(1, 1, 1)) for n in range(5, 9)]
    gone = Terms(off=frozenset(p.id for p in many))
    assert compared(Terms(), gone, *many)[-1] == "Leaves out P5 Own 5, P6 Own 6 and two more."


def test_duties_missed_are_compared():
    off = Terms(off=frozenset({"P01"}))

    assert "Misses one duty date." in compared(Terms(), off)
    assert "Keeps every duty date." in compared(off, Terms())


def test_where_one_of_both_has_no_end_that_is_said():
    everything = Terms(off=frozenset({"P01", "P02"}))

    assert compared(Terms(), everything)[0] == "Nothing has dates."
    assert compared(everything, Terms())[0] == "Ends in June 2027."


def test_without_targets_nothing_is_reached():
    found, gaps, _ = chain(care_models=[])
    book = PlanBook((own(7, Weeks(1, 1, 1)),))
    plans = [
        work_out(found, gaps, replace(book, terms=t), calendar())
        for t in (Terms(), Terms(off=frozenset({"P7"})))
    ]
    lines = scenario_lines(*plans, *(forecast(gaps, p) for p in plans))

    assert lines == ("Nothing has dates.", "Leaves out P7 Own 7.")


def test_two_duties_missed_against_one_are_counted():
    duty = CHAIN["capabilities"][1] | {"duty": "2027-12-01"}
    found, gaps, projects = chain(capabilities=[CHAIN["capabilities"][0], duty])
    plans = [
        work_out(found, gaps, PlanBook(projects, terms=Terms(off=frozenset(off))), calendar())
        for off in ({"P01"}, {"P01", "P02"})
    ]
    lines = scenario_lines(*plans, *(forecast(gaps, p) for p in plans))

    assert "Misses two duty dates, not one." in lines


def test_a_proposal_says_which_gaps_have_no_live_project():
    found, gaps, (first, second) = chain()
    over = (replace(first, status=Status.DROPPED), replace(second, status=Status.DONE))

    assert proposal_headline(propose(found, gaps, over)) == (
        "Nothing to change. 1 gap is left out by decision (P01 dropped). "
        "1 gap has a project that is marked done (P02)."
    )
    many = tuple((f"A-{n}", replace(first, id=f"P{n}", status=Status.DONE)) for n in range(5))
    assert idle_lines(replace(NOTHING, idle=many)) == (
        "5 gaps have projects that are marked done (P0, P1, P2 and 2 more).",
    )
