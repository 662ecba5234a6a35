"""What the views of costs, benefits, risks and owners say, as sentences."""

import datetime as dt

import pytest

from techmodel.core.owners import Owned, OwnedKind, Owner, When
from techmodel.core.plan import Plan
from techmodel.core.plan_parts import (
    Benefit,
    Cost,
    CostKind,
    Money,
    PlanBook,
    Project,
    RaidItem,
    RaidKind,
    Stage,
    Status,
)
from techmodel.wording import benefits_page, costs_page, owners_page, raid_page

TODAY = dt.date(2026, 11, 24)


@pytest.fixture
def plan(session) -> Plan:
    """A plan of nothing."""
    return session.plan.plan()


def cost(project=None, funding="Fund"):
    return Cost("C1", project, "X", CostKind.ONE_OFF, Money(1, 2, 3), 2026, funding=funding)


def test_a_cost_in_order_lacks_nothing(plan):
    assert costs_page.lacks(cost(), PlanBook(costs=(cost(),)), plan) == ""


def test_a_cost_says_all_that_is_wrong_with_it(plan):
    lost = cost("P9", funding="")
    said = costs_page.lacks(lost, PlanBook(costs=(lost,)), plan)

    assert said == "It has no funding yet. Its project is not in the plan any more."


def test_a_cost_of_a_dropped_project_does_not_count_and_the_headline_says_so(plan):
    dropped = Project("P1", "One", status=Status.DROPPED)
    book = PlanBook((dropped,), costs=(cost("P1"), cost()))

    assert "does not count" in costs_page.lacks(cost("P1"), book, plan)
    assert costs_page.headline(book).endswith("1 cost is not counted.")


def test_a_risk_without_a_step_says_what_the_other_means():
    half = RaidItem("R1", RaidKind.RISK, "X", likelihood=4)

    assert raid_page.trace(half) == "Likely: It will probably happen: up to 4 in 5."
    assert raid_page.trace(RaidItem("R1", RaidKind.RISK, "X")) == ""


def test_an_entry_of_a_project_that_is_gone_says_so():
    lost = RaidItem("R1", RaidKind.ASSUMPTION, "X", owner="Lead", project="P9")
    said = raid_page.lacks(lost, PlanBook(), TODAY)

    assert said == "Its project is not in the plan any more."


def test_a_card_says_where_it_stands_and_what_it_is_joined_with():
    first, last = Benefit("B1", "Team", Stage.INPUT, ("B2",)), Benefit("B2", "Less", Stage.IMPACT)

    said = benefits_page.card_words(last, (first, last), (1, 2), "No owner")
    assert said == "Impact “Less”, 1 of 2 in Impact. Reached from “Team”. No owner."
    assert "Leads to “Less”." in benefits_page.card_words(first, (first, last), (1, 1), "")


def owner(role, *days):
    things = [
        Owned(OwnedKind.RISK, f"R{n}", "X", When.DUE, day, late=day < TODAY)
        for n, day in enumerate(days)
    ]
    return Owner(role, tuple(things))


@pytest.mark.parametrize(
    ("owners", "said"),
    [
        ((), "Nothing is planned that anybody could answer for."),
        ((owner("Lead", TODAY),), "Lead answers for 1 thing."),
        ((owner("", TODAY),), "1 thing has no owner yet."),
        (
            (owner("Lead", TODAY), owner("Chair", TODAY), owner("", dt.date(2026, 1, 1))),
            "2 roles answer for 2 things. 1 thing has no owner. 1 thing is late.",
        ),
    ],
)
def test_the_headline_of_the_owners_counts(owners, said):
    assert owners_page.owners_headline(owners) == said
