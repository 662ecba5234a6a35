"""What filling a plan from the gaps proposes, and what it leaves alone."""

import random
from dataclasses import replace

import pytest
from tests.core.builders import assessment, question
from tests.core.plans import CHAIN, answered, calendar, chain, situation
from tests.core.questions import random_question

from techmodel.core.checklist import Action, Effort, Service, ServiceStatus
from techmodel.core.gaps import find_gaps
from techmodel.core.plan import work_out
from techmodel.core.plan_parts import PlanBook, Project, ProjectId, ProjectKind, Status
from techmodel.core.plan_steps import parse_step
from techmodel.core.proposal import Bundle, needed_steps, offers, propose, steps_to_target

SEEDS = range(60)


def accepted(proposal, projects=()):
    """The projects after a proposal was accepted, in their order."""
    gone = {p.id for p in proposal.removed}
    new = {p.id: p for _, p in proposal.changed}
    kept = [new.get(p.id, p) for p in projects if p.id not in gone]
    return tuple(sorted((*kept, *proposal.added), key=lambda p: (p.position, p.id)))


def better():
    """The chain with A-1 at its target."""
    return chain(answers=answered(A_1=3))


@pytest.mark.parametrize("seed", SEEDS)
def test_proposing_again_changes_nothing(seed):
    found, gaps, book = situation(seed)

    assert propose(found, gaps, book.projects).is_empty


@pytest.mark.parametrize("seed", SEEDS)
def test_bundling_anew_is_the_same_as_bundling_so_at_first(seed):
    found, gaps, book = situation(seed)
    for bundle in Bundle:
        again = accepted(propose(found, gaps, book.projects, bundle=bundle), book.projects)
        assert again == accepted(propose(found, gaps, (), bundle=bundle))


@pytest.mark.parametrize("seed", SEEDS)
def test_after_new_answers_every_step_is_in_one_project_and_touched_ones_are_the_same(seed):
    found, _, book = situation(seed)
    draw = random.Random(seed)
    touched = {
        (p.id, draw.choice(["steps", "owner", "link"]))
        for p in book.projects
        if draw.random() < 0.3
    }
    other = replace(found, answers=assessment(random_question(draw)).answers)
    after = find_gaps(other)
    now = {p.id: p for p in accepted(propose(other, after, book.projects, touched), book.projects)}

    steps = [s for p in now.values() for s in p.steps if s in needed_steps(after)]
    assert sorted(steps) == sorted(needed_steps(after))
    for project in book.projects:
        if (project.id, "steps") in touched:
            assert now[project.id].steps == project.steps
        assert now.get(project.id, project).owner == project.owner


def test_a_project_is_called_after_its_capability_and_comes_in_the_order_of_ranks():
    _, _, projects = chain()

    assert [(p.id, p.name, p.steps, p.position) for p in projects] == [
        ("P01", "Name of A-1", ("A-1:2", "A-1:3"), 1),
        ("P02", "Name of A-2", ("A-2:2",), 2),
    ]


def test_what_has_no_target_or_no_level_needs_no_steps():
    _, gaps, _ = chain(care_models=[])
    _, unknown, _ = chain(answers=answered(A_1="n/a"))

    assert steps_to_target(gaps.of("A-1")) == steps_to_target(unknown.of("A-1")) == ()


def test_what_others_wait_for_stands_before_them():
    deep = CHAIN["capabilities"][0] | {"duty": None, "actions": {2: "L", 3: "L"}, "weight": 0.1}
    wants = CHAIN["capabilities"][1] | {"duty": "2027-01-31", "targets": {"M": 4}}
    _, gaps, projects = chain(capabilities=[wants, deep])

    assert gaps.of("A-2").rank < gaps.of("A-1").rank
    assert [p.name for p in projects] == ["Name of A-1", "Name of A-2"]


def test_bundles_are_called_after_their_domain_and_have_its_id():
    found, gaps, _ = chain()
    (both,) = propose(found, gaps, (), bundle=Bundle.DOMAIN).added

    assert (both.id, both.name) == ("PA", "Domain A")
    assert both.steps == ("A-1:2", "A-1:3", "A-2:2")


def test_capabilities_without_a_service_are_projects_of_their_own():
    found, gaps, _ = chain()
    one, other = found.checklist.capabilities[:2]
    service = Service(
        "S", "A service", "", "", "", "", ServiceStatus.LIVE, "", None, None, "", "", ""
    )
    served = (replace(one, services=("gone", "S")), other, *found.checklist.capabilities[2:])
    checklist = replace(found.checklist, capabilities=served, services=(service,))
    made = propose(replace(found, checklist=checklist), gaps, (), bundle=Bundle.SERVICE).added

    assert [(p.id, p.name) for p in made] == [("PS", "A service"), ("P02", "Name of A-2")]


def test_without_a_word_new_projects_are_bundled_as_the_others_are():
    found, gaps, _ = chain()
    bundled = propose(found, gaps, (), bundle=Bundle.DOMAIN).added
    worse, after, _ = chain(answers=answered(B_1=1))

    assert [p.id for p in propose(worse, after, bundled).added] == ["PB"]
    assert [p.id for p in propose(worse, after, chain()[2]).added] == ["P03"]


def test_bundling_anew_leaves_what_people_have_touched():
    found, gaps, projects = chain()
    touched = {("P01", "owner")}
    again = propose(found, gaps, projects, touched, Bundle.DOMAIN)

    assert [(p.id, p.steps) for p in again.added] == [("PA", ("A-2:2",))]
    assert [p.id for p in again.removed] == ["P02"]


def owners(actions, roles=None):
    found, gaps, _ = chain()
    one = replace(found.checklist.capabilities[0], actions=actions)
    named = roles or {"IG": "IG lead", "SUP": "Supplier", "CIO": "Digital officer"}
    scoring = replace(
        found.checklist.scoring, generic_actions=(Action(2, "Begin", Effort.S, ("CIO",)),)
    )
    checklist = replace(
        found.checklist,
        capabilities=(one, *found.checklist.capabilities[1:]),
        roles=named,
        scoring=scoring,
    )
    return [p.owner for p in propose(replace(found, checklist=checklist), gaps, ()).added]


def test_the_owner_is_the_first_role_of_an_action_of_its_own():
    own = (Action(3, "Agree", Effort.M, ("SUP", "IG")),)

    assert owners(own) == ["IG lead", "Digital officer"]
    assert owners(()) == ["Digital officer", "Digital officer"]
    assert owners((Action(3, "Buy", Effort.M, ("SUP",)),), {"SUP": "Supplier"}) == ["", ""]


def test_new_answers_change_only_what_nobody_touched():
    _, _, (first, second) = chain()
    found, gaps, _ = better()

    assert propose(found, gaps, (first, second)).removed == (first,)
    kept = propose(found, gaps, (first, second), touched={(first.id, "owner")})
    assert (kept.removed, kept.kept) == ((), (first,))


def test_steps_that_are_there_leave_projects_nobody_touched():
    _, _, (first, second) = chain()
    found, gaps, _ = chain(answers=answered(A_1=2))
    ((old, new),) = propose(found, gaps, (first, second)).changed

    assert (old, new.steps) == (first, ("A-1:3",))
    begun = replace(first, status=Status.UNDER_WAY)
    assert propose(found, gaps, (begun, second)).is_empty


def test_what_is_done_or_dropped_is_not_proposed_again():
    found, gaps, (first, second) = chain()
    done = (replace(first, status=Status.DONE), replace(second, status=Status.DROPPED))

    assert propose(found, gaps, done).is_empty
    ready, after, _ = better()
    assert propose(ready, after, done).kept == ()


def test_a_target_raised_later_makes_the_project_grow():
    _, _, (first, second) = chain()
    raised, after, _ = chain(overrides={"A-1": 4})
    changed = {old.id: new for old, new in propose(raised, after, (first, second)).changed}

    assert changed["P01"].steps == ("A-1:2", "A-1:3", "A-1:4")
    touched = propose(raised, after, (first, second), touched={(first.id, "steps")})
    assert [p.steps for p in touched.added] == [("A-1:4",)]
    assert touched.added[0].id not in {"P01", "P02"}


def test_where_people_have_moved_projects_new_ones_come_last():
    _, _, projects = chain()
    worse, after, _ = chain(answers=answered(B_1=0))
    moved = propose(worse, after, projects, touched={("P01", "position")})

    assert [(p.id, p.position) for p in moved.added] == [("P03", 3)]
    assert moved.changed == ()


def test_own_projects_stay_after_the_others():
    found, gaps, projects = chain()
    own = Project(ProjectId("PK7D3"), "Train", ProjectKind.OWN, position=0)
    again = accepted(propose(found, gaps, (own, *projects)), (own, *projects))

    assert [p.id for p in again] == ["P01", "P02", "PK7D3"]


def met(**changes):
    """A target that four of five partners meet."""
    return assessment(
        question(
            [{"id": "A-1", "targets": {"M": 3}}],
            [{"id": f"o{n}", "name": f"Trust {n}"} for n in range(1, 6)],
            {"A-1": [3, 3, 3, 3, 1]} | changes,
        )
    )


def test_partners_below_a_met_target_are_offered():
    found = met()
    (offer,) = offers(found, find_gaps(found), ())

    assert (offer.kind, offer.organisation) == (ProjectKind.ORGANISATION, "o5")
    assert offer.steps == ("A-1:2@o5", "A-1:3@o5")
    assert offer.name == "Name of A-1, Trust 5"
    plan = work_out(found, find_gaps(found), PlanBook((offer,)), calendar())
    assert [s.organisation for s in plan.of(offer.id).steps] == ["o5", "o5"]


def test_who_has_a_project_or_whose_level_is_not_known_is_not_offered_one():
    found = met()
    (offer,) = offers(found, find_gaps(found), ())
    unknown = met(**{"A-1": [3, 3, 3, 3, "?"]})

    assert offers(found, find_gaps(found), (offer,)) == ()
    assert offers(unknown, find_gaps(unknown), ()) == ()


def test_nobody_is_offered_a_project_while_the_partnership_has_a_gap():
    found, gaps, _ = chain(answers=answered(A_1=1, B_1=3))

    assert offers(found, gaps, ()) == ()


@pytest.mark.parametrize("seed", SEEDS)
def test_every_step_of_an_organisation_has_a_level_it_is_not_at(seed):
    found = assessment(random_question(random.Random(seed)))
    gaps = find_gaps(found)
    for offer in offers(found, gaps, ()):
        for step in map(parse_step, offer.steps):
            assert gaps.of(step.capability).pairs[offer.organisation].level < step.level


def test_a_capability_that_is_gone_from_the_checklist_stays_in_its_project():
    found, gaps, projects = chain()
    strange = Project(ProjectId("PX"), "Old", steps=("OLD-1:2",), status=Status.UNDER_WAY)

    assert propose(found, gaps, (*projects, strange)).kept == (strange,)
