"""The sentences of the ready-to-send check."""

from types import SimpleNamespace

import pytest

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
)
from techmodel.core.ready import Check, Finding, Severity
from techmodel.wording.ready import (
    GROUPS,
    check_detail,
    check_title,
    item_place,
    ready_headline,
)

ASSESSMENT = SimpleNamespace(
    organisations=(
        SimpleNamespace(id="o1", name="Riverside Community Trust", short_name="Riverside"),
        SimpleNamespace(id="o2", name="Hazelcombe Care Homes", short_name=""),
    ),
    checklist=SimpleNamespace(
        capabilities=(SimpleNamespace(id="INF-07", name="Secure e-mail"),),
        services=(SimpleNamespace(id="NRL", name="National Record Locator"),),
    ),
)


def check(finding, severity, *items):
    return Check(finding, severity, items)


def checks(settle, look):
    return [check(Finding.PARKED, Severity.SETTLE)] * settle + [
        check(Finding.PARKED, Severity.LOOK)
    ] * look


@pytest.mark.parametrize(
    ("settle", "look", "sentence"),
    [
        (2, 5, "Nearly. Settle 2 things first; 5 more are worth a look."),
        (1, 1, "Nearly. Settle 1 thing first; 1 more is worth a look."),
        (1, 0, "Nearly. Settle 1 thing first."),
        (0, 1, "Yes. 1 thing is worth a look."),
        (0, 3, "Yes. 3 things are worth a look."),
        (0, 0, "Yes. Everything is in order."),
    ],
)
def test_the_headline_counts_what_stands_in_the_way(settle, look, sentence):
    assert ready_headline(checks(settle, look)) == sentence


def test_with_less_than_half_answered_it_is_not_nearly_ready():
    too_little = check(Finding.NOT_ANSWERED, Severity.SETTLE, ("INF-07", "o1"))

    assert ready_headline([too_little]) == "Not yet. Settle 1 thing first."


@pytest.mark.parametrize("finding", Finding)
def test_every_finding_has_words_for_none_one_and_many(finding):
    none = check_title(check(finding, Severity.IN_ORDER))
    one = check_title(check(finding, Severity.LOOK, ("INF-07", "")))
    many = check_title(check(finding, Severity.LOOK, ("INF-07", ""), ("NRL", "")))

    assert none not in {one, many}
    assert "{" not in many
    assert (one == many) is (finding is Finding.NO_CARE_MODEL)


def test_a_title_counts():
    found = check(Finding.DUTY_PASSED, Severity.LOOK, *[("INF-07", "")] * 2)

    assert check_title(found) == "2 duty dates are in the past"


def test_a_line_names_two_things_and_counts_the_others():
    found = check(Finding.SHORTFALL, Severity.LOOK, *[("INF-07", "")] * 2)
    more = check(Finding.SHORTFALL, Severity.LOOK, *[("INF-07", "")] * 5)

    assert check_detail(found, ASSESSMENT) == "INF-07 Secure e-mail, INF-07 Secure e-mail"
    assert check_detail(more, ASSESSMENT).endswith(" and 3 more")


def test_a_line_names_one_thing_where_two_are_long():
    found = check(Finding.SHORTFALL, Severity.LOOK, ("X" * 60, ""), ("Y" * 60, ""))

    assert check_detail(found, ASSESSMENT) == f"{'X' * 60} and 1 more"


def test_a_line_says_what_unknown_answers_mean_for_the_reader():
    found = check(Finding.DONT_KNOW, Severity.LOOK, ("INF-07", "o1"))

    assert check_detail(found, ASSESSMENT) == "Shown as ranges, from level 0 to 5"


def test_what_is_in_order_needs_no_detail():
    assert check_detail(check(Finding.PARKED, Severity.IN_ORDER), ASSESSMENT) == ""


@pytest.mark.parametrize(
    ("item", "place"),
    [
        (("INF-07", "o1"), "INF-07 for Riverside"),
        (("", "o2"), "Hazelcombe Care Homes"),
        (("INF-07", ""), "INF-07 Secure e-mail"),
        (("NRL", ""), "National Record Locator"),
        (("GONE-01", ""), "GONE-01"),
    ],
)
def test_each_thing_found_is_named(item, place):
    assert item_place(item, ASSESSMENT) == place


def test_each_group_has_a_head():
    assert set(GROUPS) == set(Severity)


BOOK = PlanBook(
    (Project("P07", "Shared record"),),
    costs=(Cost("C-1", None, "Licences", CostKind.ONE_OFF, Money(1, 1, 1), 2027),),
    benefits=(Benefit("B-1", "Time saved", Stage.OUTCOME),),
    raid=(RaidItem("R-1", RaidKind.RISK, "A supplier is late"),),
)


@pytest.mark.parametrize(
    ("what", "place"),
    [
        ("P07", "P07 Shared record"),
        ("C-1", "Licences"),
        ("B-1", "Time saved"),
        ("R-1", "A supplier is late"),
        ("INF-07", "INF-07 Secure e-mail"),
    ],
)
def test_what_is_found_in_the_plan_is_named(what, place):
    assert item_place((what, ""), ASSESSMENT, BOOK) == place
    assert check_detail(check(Finding.DATE_MISSED, Severity.LOOK, (what, "")), ASSESSMENT, BOOK)


def test_a_project_that_is_done_with_its_gap_open_is_named_with_what_to_do():
    one = check(Finding.DONE_WITH_GAP, Severity.LOOK, ("P07", ""))

    assert check_detail(one, ASSESSMENT, BOOK) == (
        "P07 Shared record. Open it and take its answers over, or take it up again"
    )
