"""The roadmap and the efforts in words."""

from dataclasses import replace

import pytest
from tests.core.builders import assessment
from tests.core.plans import CHAIN, chain, worked

from techmodel.core.checklist import Weeks
from techmodel.core.effort import Efforts, find_efforts
from techmodel.core.plan_parts import Project, ProjectKind
from techmodel.core.roadmap import Roadmap, find_roadmap
from techmodel.wording import effort, roadmap


def own(weeks, id_):
    return Project(id_, "Own", ProjectKind.OWN, weeks=Weeks(weeks, weeks, weeks), owner="")


@pytest.fixture
def shown():
    return find_roadmap(assessment(CHAIN), worked([own(3, "PX1"), own(30, "PX2")]))


def test_what_is_done_by_when_is_one_sentence(shown):
    assert roadmap.headline(shown) == "1 project by December 2026 and 1 more by June 2027."
    assert roadmap.headline(Roadmap((), (), (), ())) == "No project has dates yet."


def test_a_bar_says_all_of_it(shown):
    bar = shown.lanes[0].bars[0]

    assert roadmap.bar_words(bar, "Own projects") == (
        "PX1 Own. Own projects. 25 November 2026 to 15 December 2026. No owner yet."
    )


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (1, "1 project has"), (2, "2 projects have")]
)
def test_what_is_not_shown_is_counted(count, said):
    assert roadmap.undated_words(count).startswith(said)


@pytest.fixture
def one():
    found, gaps, projects = chain()
    return find_efforts(found, gaps, worked(projects)).all[0]


def test_efforts_are_said_against_each_other(one):
    name = f"{one.planned.project.id} {one.planned.project.name}"
    poor = replace(one, weeks=99, levels=0.5, unblocked=0)

    assert effort.headline(Efforts((), 0, 0, ())) == "No project has steps and dates yet."
    assert effort.headline(Efforts((one,), 1, 1, ())).startswith(f"One project: {name}: ")
    assert effort.headline(Efforts((one, poor), one.weeks, one.impact, ())) == (
        f"1 of 2 projects brings much for little work, most of all {name}."
    )
    assert effort.headline(Efforts((poor, poor), 1, 9, ())).startswith("No project brings much")
    assert effort.effort_words(replace(poor, unblocked=1)) == (
        f"{name}: 0.5 levels and 1 unblocked for 99 weeks of work."
    )


@pytest.mark.parametrize(
    ("count", "said"), [(0, ""), (1, "1 project takes"), (2, "2 projects take")]
)
def test_what_takes_no_step_is_counted(count, said):
    assert effort.without_words(count).startswith(said)
