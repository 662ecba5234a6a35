"""Costs: added, changed, removed, undone; and money as people type it."""

from dataclasses import replace

import pytest
from tests.session.plans import last_label, with_projects

from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_parts import NO_MONEY, CostKind, Money
from techmodel.session.costs import parse_money
from techmodel.session.touched import Touched


@pytest.fixture
def costs(session):
    return with_projects(session, "Shared record", "Training").costs


def added(costs, **fields):
    costs.add(**{"label": "Licences", "amount": Money(1, 2, 3)} | fields)
    return next(c for c in costs.all() if c.label == fields.get("label", "Licences"))


def test_a_cost_is_spent_once_this_year_unless_said(costs):
    touched = costs.add(label=" Interface  work ")
    (cost,) = costs.all()

    assert touched == Touched.PLAN | Touched.HISTORY
    assert (cost.label, cost.kind, cost.first_year, cost.years) == (
        *("Interface work", CostKind.ONE_OFF),
        *(2026, 1),
    )
    assert (cost.project, cost.amount, cost.funding) == (None, NO_MONEY, "")
    assert last_label(costs._session) == "Cost “Interface work” added"


def test_ids_are_short_and_stay(costs):
    cost = added(costs)
    costs.change(cost.id, label="Renamed")

    assert (cost.id[0], len(cost.id)) == ("C", 5)
    assert [c.id for c in costs.all()] == [cost.id]


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"label": "Support"}, "Cost “Licences” is now “Support”"),
        ({"amount": Money(5, 5, 5)}, "Cost “Licences”: £1, likely £2, up to £3 → £5"),
        ({"funding": "Capital"}, "Cost “Licences”: funded by Capital"),
        ({"project": "PX1"}, "Cost “Licences”: for Shared record"),
        ({"note": "A quote", "first_year": 2028}, "Cost “Licences”: first year and note changed"),
    ],
)
def test_a_change_is_one_batch_with_a_clear_label_and_can_be_undone(costs, fields, label):
    cost = added(costs)
    before = costs._session.revision
    costs.change(cost.id, **fields)

    assert last_label(costs._session) == label
    assert costs._session.revision == before + 1
    (new,) = costs.all()
    assert {f: getattr(new, f) for f in fields} == fields
    costs._session.undo()
    assert costs.all() == (cost,)


def test_no_change_writes_nothing(costs):
    cost = added(costs)

    assert costs.change(cost.id, label="Licences", funding=" ") == Touched.NONE


def test_what_becomes_one_off_is_paid_in_one_year(costs):
    cost = added(costs, kind=CostKind.RECURRENT, years=5)
    costs.change(cost.id, kind=CostKind.ONE_OFF)

    assert costs.all()[0].years == 1


def test_a_cost_is_removed_and_comes_back(costs):
    cost = added(costs)
    costs.remove(cost.id)

    assert costs.all() == ()
    assert last_label(costs._session) == "Cost “Licences” removed"
    costs._session.undo()
    assert costs.all() == (cost,)


def test_costs_are_listed_by_project_and_the_whole_plan_last(costs):
    for project in (None, "PX2", "PX1"):
        costs.add(label=f"For {project}", project=project)

    assert [c.project for c in costs.all()] == ["PX1", "PX2", None]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"label": " "}, "What is paid for is missing"),
        ({"project": "P99"}, "no project 'P99'"),
        ({"amount": Money(3, 2, 4)}, "whole pounds from 0 to 10,000,000,000, the lowest first"),
        ({"amount": Money(-1, 2, 4)}, "Savings belong to the benefits"),
        ({"amount": Money(1, 2.5, 4)}, "whole pounds"),
        ({"amount": Money(1, 2, 10**11)}, "whole pounds"),
        ({"first_year": 1999}, "the first year is a whole number from 2000 to 2199, not 1999"),
        ({"kind": CostKind.RECURRENT, "years": 0}, "the number of years is a whole number"),
        ({"kind": CostKind.RECURRENT, "years": True}, "not True"),
        ({"funding": "x" * 300}, "100 characters over"),
    ],
)
def test_what_is_wrong_is_refused_with_what_is_allowed_and_changes_nothing(
    costs, fields, sentence
):
    cost = added(costs)
    for verb in (lambda: costs.change(cost.id, **fields), lambda: added(costs, **fields)):
        with pytest.raises(WrongUse, match=sentence):
            verb()

    assert costs.all() == (cost,)


def test_an_unknown_cost_is_refused(costs):
    for verb in (costs.change, costs.remove):
        with pytest.raises(WrongUse, match="no cost 'C0' in this plan"):
            verb("C0")


def test_a_cost_of_a_project_that_is_gone_can_still_be_changed(costs):
    cost = added(costs, project="PX1")
    row = next(r for r in costs._session.rows("project") if r["id"] == "PX1")
    gone = {k: v for k, v in row.items() if k != "id"}
    costs._session.apply([Edit("project", ("PX1",), WHOLE_ROW, gone, None)], "as a merge may do")
    costs.change(cost.id, note="A quote")

    assert costs.all() == (replace(cost, note="A quote"),)


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("12,500", Money(12500, 12500, 12500)),
        ("£8k to £14k", Money(8000, 11000, 14000)),
        ("8000 10000 14000", Money(8000, 10000, 14000)),
        ("8k-10K–14k", Money(8000, 10000, 14000)),
        (" £1.2m ", Money(1200000, 1200000, 1200000)),
        ("0", NO_MONEY),
        ("1/2/3", Money(1, 2, 3)),
    ],
)
def test_money_is_read_as_people_type_it(text, money):
    assert parse_money(text) == money


@pytest.mark.parametrize("text", ["", "lots", "5 4", "1 2 3 4", "£", "1e5", "-5x", "9z"])
def test_what_is_no_money_is_refused_with_an_example(text):
    with pytest.raises(WrongUse, match=r"is not an amount\. Type pounds, such as 12,500"):
        parse_money(text)


def test_too_much_money_is_refused():
    with pytest.raises(WrongUse, match="whole pounds"):
        parse_money("99999m")
