"""What a board is asked about a plan comes from the plan."""

from dataclasses import replace
from datetime import date

from tests.export import plan_reports as plans
from tests.export.plan_builders import two

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import Cost, CostKind, Money, Pins, RaidItem, RaidKind
from techmodel.wording.phrases import plain
from techmodel.wording.report_asks import MOST, asks

REPORT = plans.foreseen(two())
COST = Cost("C1", None, "Desk", CostKind.ONE_OFF, Money(90_000, 108_000, 120_000), 2027)
RISK = RaidItem("R1", RaidKind.RISK, "A supplier is late", likelihood=4, impact=4)


def sentences(report):
    return [plain(a.sentence) for a in asks(report)]


def changed(**changes):
    return plans.changed(REPORT, **changes)


def owned(report=REPORT):
    return tuple(replace(p, owner="Digital lead") for p in report.book.projects)


def test_first_the_plan_is_to_be_agreed_with_its_end_and_its_cost():
    assert sentences(REPORT)[0] == "Agree the plan: two projects by June 2027."
    assert sentences(changed(costs=(COST,)))[0].endswith(", for £90k to £120k.")


def test_money_without_a_source_is_to_be_found():
    assert "Find £108k for costs that have no funding yet." in sentences(changed(costs=(COST,)))
    assert "Find" not in " ".join(sentences(changed(costs=(replace(COST, funding="Ours"),))))


def test_duty_dates_that_are_met_late_are_to_be_accepted():
    later = replace(REPORT.book.projects[0], pins=Pins(date(2029, 6, 4)))
    said = sentences(changed(projects=(later, REPORT.book.projects[1])))

    assert any(s.startswith("Accept that one duty date is met late, in ") for s in said)
    assert "Accept" not in " ".join(sentences(REPORT))


def test_duty_dates_that_nothing_meets_are_to_be_planned_for():
    said = sentences(changed(projects=REPORT.book.projects[1:]))

    assert "Plan for one duty date that no project reaches." in said


def test_a_very_high_risk_comes_to_the_board():
    said = sentences(changed(raid=(RISK,)))
    dated = asks(changed(raid=(replace(RISK, due=date(2027, 3, 31)),)))

    assert any("“A supplier is late” (16 Very high)" in s for s in said)
    assert any(a.decision.endswith("“A supplier is late” by 31 March 2027") for a in dated)
    for other in (replace(RISK, likelihood=2), replace(RISK, is_open=False)):
        assert "top risk" not in " ".join(sentences(changed(raid=(other,))))


def test_owners_are_to_be_named():
    assert "Name who answers for two projects without an owner." in sentences(REPORT)
    assert "Name who" not in " ".join(sentences(changed(projects=owned())))


def test_a_plan_that_is_not_to_be_believed_is_not_put_to_the_board():
    endless = replace(REPORT.book.projects[0], weeks=Weeks(9000, 20000, 30000))
    said = sentences(changed(projects=(endless,)))

    assert "Agree the plan" not in " ".join(said)
    assert said[0].startswith("Start with")


def test_it_is_never_more_than_five_things():
    report = plans.full()

    assert len(asks(report)) == MOST
    assert all(a.decision for a in asks(report))
