"""What to settle before sending, what is worth a look, and what is in order."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.answers import Answer, Evidence, State
from techmodel.core.assessment import Override
from techmodel.core.checklist import Duty, ServiceStatus
from techmodel.core.gaps import Overall, Pair, Range
from techmodel.core.ready import Finding, Severity, find_checks

TODAY = date(2026, 11, 26)


def capability(id_="REC-01", **changes):
    fields = {"id": id_, "pairs": {}, "duty": None, "gap": Range(0, 0)}
    return SimpleNamespace(**{**fields, **changes})


def gaps(*capabilities, **changes):
    fields = {
        "capabilities": capabilities,
        "shortfalls": (),
        "unprovided": (),
        "overall": Overall(None, None, None, ()),
    }
    return SimpleNamespace(**{**fields, **changes})


def service(**changes):
    fields = {"id": "SVC", "status": ServiceStatus.LIVE, "status_date": TODAY}
    return SimpleNamespace(**{**fields, **changes})


def assessment(**changes):
    linked = SimpleNamespace(id="REC-01", services=("SVC",))
    services = changes.pop("services", ())
    fields = {
        "care_models": ("PACS",),
        "answers": {},
        "overrides": {},
        "evidence": (),
        "checklist": SimpleNamespace(capabilities=(linked,), services=services),
    }
    return SimpleNamespace(**{**fields, **changes})


def found(finding, assessment_, gaps_):
    checks = {c.finding: c for c in find_checks(assessment_, gaps_, TODAY)}
    return checks[finding].items


def answered(level):
    return capability(pairs={"o1": Pair(State.LEVEL, level)})


def with_evidence(*grades):
    return assessment(evidence=tuple(Evidence(g, "REC-01", "o1", g, "Log") for g in grades))


def test_every_finding_is_checked_once():
    checks = find_checks(assessment(), gaps(), TODAY)

    assert len(checks) == len({c.finding for c in checks})
    assert {c.finding for c in checks} < set(Finding)


def test_nothing_found_is_in_order():
    assert {c.severity for c in find_checks(assessment(), gaps(), TODAY)} == {Severity.IN_ORDER}


def test_those_to_settle_come_first_and_those_in_order_last():
    checks = find_checks(assessment(care_models=()), gaps(unprovided=("REC-02",)), TODAY)
    order = [c.severity for c in checks]

    assert order[:3] == [Severity.SETTLE, Severity.LOOK, Severity.IN_ORDER]
    assert set(order[2:]) == {Severity.IN_ORDER}


def test_an_assessment_without_care_model_has_no_targets_to_send():
    assert found(Finding.NO_CARE_MODEL, assessment(care_models=()), gaps()) == (("", ""),)


def test_unknown_pairs_are_told_apart():
    pairs = {"o1": Pair(State.NOT_ANSWERED, None), "o2": Pair(State.DONT_KNOW, None)}
    looked_at = gaps(capability(pairs=pairs))

    assert found(Finding.NOT_ANSWERED, assessment(), looked_at) == (("REC-01", "o1"),)
    assert found(Finding.DONT_KNOW, assessment(), looked_at) == (("REC-01", "o2"),)


@pytest.mark.parametrize(
    ("completeness", "severity"),
    [
        (None, Severity.SETTLE),
        (0.49, Severity.SETTLE),
        (0.5, Severity.LOOK),
    ],
)
def test_questions_not_answered_stand_in_the_way_while_half_is_open(completeness, severity):
    pairs = {"o1": Pair(State.NOT_ANSWERED, None)}
    overall = Overall(None, completeness, None, ())
    looked_at = gaps(capability(pairs=pairs), overall=overall)
    checks = {c.finding: c for c in find_checks(assessment(), looked_at, TODAY)}

    assert checks[Finding.NOT_ANSWERED].severity is severity


def test_a_broken_provider_is_not_also_called_not_answered():
    pairs = {"o1": Pair(State.NOT_ANSWERED, None, "o2", broken=True)}
    looked_at = gaps(capability(pairs=pairs))

    assert found(Finding.BROKEN_PROVIDER, assessment(), looked_at) == (("REC-01", "o1"),)
    assert found(Finding.NOT_ANSWERED, assessment(), looked_at) == ()


def test_parked_pairs_count_only_where_they_are_asked():
    parked = {("REC-01", o): Answer("REC-01", o, parked=True) for o in ("o1", "left")}
    open_ = {("REC-01", "o2"): Answer("REC-01", "o2")}
    pairs = {o: Pair(State.DONT_KNOW, None) for o in ("o1", "o2", "o3")}
    items = found(
        Finding.PARKED, assessment(answers=parked | open_), gaps(capability(pairs=pairs))
    )

    assert items == (("REC-01", "o1"),)


@pytest.mark.parametrize(
    ("finding", "field"),
    [(Finding.TARGET_WITHOUT_REASON, "reason"), (Finding.NO_OWNER, "owner")],
)
def test_a_decision_lacks_what_is_blank(finding, field):
    whole = Override("REC-01", 2, "Agreed by the board", "Digital lead")
    blank = replace(whole, **{field: "  "})

    assert found(finding, assessment(overrides={"REC-01": whole}), gaps(capability())) == ()
    assert found(finding, assessment(overrides={"REC-01": blank}), gaps(capability())) == (
        ("REC-01", ""),
    )


def test_a_decision_out_of_scope_is_not_checked():
    blank = {"OUT-01": Override("OUT-01", 2, "")}

    assert found(Finding.TARGET_WITHOUT_REASON, assessment(overrides=blank), gaps()) == ()


@pytest.mark.parametrize(
    ("duty", "gap", "passed"),
    [
        (Duty("DSPT", "Contract", date(2026, 11, 25)), Range(0, 1), True),
        (Duty("DSPT", "Contract", date(2026, 11, 25)), Range(0, 0), False),
        (Duty("DSPT", "Contract", date(2026, 11, 25)), None, False),
        (Duty("DSPT", "Contract", TODAY), Range(1, 1), False),
        (Duty("DSPT", "Contract", None), Range(1, 1), False),
        (None, Range(1, 1), False),
    ],
)
def test_a_duty_has_passed_only_with_a_gap_and_a_date_before_today(duty, gap, passed):
    items = found(Finding.DUTY_PASSED, assessment(), gaps(capability(duty=duty, gap=gap)))

    assert bool(items) is passed


def test_shortfalls_unprovided_and_half_known_are_handed_on():
    looked_at = gaps(
        shortfalls=(SimpleNamespace(capability="REC-01"),),
        unprovided=("REC-02",),
        overall=Overall(None, None, None, ("o1",)),
    )

    assert found(Finding.SHORTFALL, assessment(), looked_at) == (("REC-01", ""),)
    assert found(Finding.UNPROVIDED, assessment(), looked_at) == (("REC-02", ""),)
    assert found(Finding.BELOW_HALF, assessment(), looked_at) == (("", "o1"),)


@pytest.mark.parametrize(
    ("grades", "stated"), [(("D",), True), (("D", "D"), True), (("D", "B"), False), ((), False)]
)
def test_a_level_is_stated_only_when_all_its_evidence_is_grade_d(grades, stated):
    items = found(Finding.STATED_ONLY, with_evidence(*grades), gaps(answered(3)))

    assert bool(items) is stated


def test_a_level_without_evidence_is_worth_a_look():
    assert found(Finding.NO_EVIDENCE, assessment(), gaps(answered(3))) == (("REC-01", "o1"),)
    assert found(Finding.NO_EVIDENCE, with_evidence("D"), gaps(answered(3))) == ()


def test_level_0_and_a_level_of_a_provider_need_no_evidence():
    provided = capability(pairs={"o1": Pair(State.LEVEL, 3, "o2")})

    assert found(Finding.NO_EVIDENCE, assessment(), gaps(answered(0), provided)) == ()


@pytest.mark.parametrize(
    ("changes", "stale"),
    [
        ({}, False),
        ({"status_date": None}, True),
        ({"status_date": date(2025, 11, 26)}, False),
        ({"status_date": date(2025, 11, 25)}, True),
        ({"status_date": None, "status": ServiceStatus.RETIRED}, False),
        ({"status_date": None, "status": ServiceStatus.SUPERSEDED}, False),
        ({"status_date": None, "id": "NOT-LINKED"}, False),
    ],
)
def test_a_linked_status_grows_old_after_a_year(changes, stale):
    items = found(
        Finding.STALE_SERVICE, assessment(services=(service(**changes),)), gaps(capability())
    )

    assert bool(items) is stale


def test_a_service_linked_only_out_of_scope_is_not_checked():
    undated = assessment(services=(service(status_date=None),))

    assert found(Finding.STALE_SERVICE, undated, gaps()) == ()
