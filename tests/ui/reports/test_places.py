"""Where the Show button of a check leads."""

from types import SimpleNamespace

import pytest

from techmodel.core.ready import OF_PLAN, Check, Finding, Severity
from techmodel.ui.gaps.lists import ListKind
from techmodel.ui.reports.places import Lead, Target, lead_of


def lead(finding, assessment, *items):
    return lead_of(Check(finding, Severity.LOOK, items), assessment)


@pytest.fixture
def assessment(workspace):
    return workspace.session.assessment()


@pytest.mark.parametrize(
    "finding",
    [
        Finding.BROKEN_PROVIDER,
        Finding.PARKED,
        Finding.TARGET_WITHOUT_REASON,
        Finding.NO_OWNER,
        Finding.STATED_ONLY,
        Finding.NO_EVIDENCE,
        Finding.DONT_KNOW,
        Finding.DUTY_PASSED,
    ],
)
def test_one_thing_leads_to_its_card(assessment, finding):
    assert lead(finding, assessment, ("REC-01", "o1")) == Lead(Target.CARD, "REC-01", "o1")


@pytest.mark.parametrize(
    ("finding", "kind"),
    [
        (Finding.NOT_ANSWERED, ListKind.UNKNOWN),
        (Finding.DONT_KNOW, ListKind.UNKNOWN),
        (Finding.DUTY_PASSED, ListKind.DUTIES),
        (Finding.SHORTFALL, ListKind.HELD),
        (Finding.UNPROVIDED, ListKind.HELD),
    ],
)
def test_several_lead_to_their_list(assessment, finding, kind):
    found = lead(finding, assessment, ("REC-01", ""), ("REC-02", ""))

    assert found == Lead(Target.LIST, item=kind.value)


def test_a_missing_care_model_leads_to_set_up(assessment):
    assert lead(Finding.NO_CARE_MODEL, assessment, ("", "")).target is Target.SET_UP


def test_an_old_status_leads_to_a_capability_that_links_it(assessment):
    service = next(s for c in assessment.capabilities for s in c.services)
    found = lead(Finding.STALE_SERVICE, assessment, (service, ""))

    assert service in assessment.checklist.capability(found.capability).services


def test_who_is_not_half_answered_leads_to_its_first_open_question(workspace, assessment):
    organisation = assessment.scope[0]
    found = lead(Finding.BELOW_HALF, assessment, ("", organisation.id))

    assert found == Lead(Target.CARD, "GOV-01", organisation.id)


def test_with_nothing_open_it_leads_to_the_first_question():
    answered = SimpleNamespace(state="level")
    partner = SimpleNamespace(id="o1", kind="gp")
    assessment = SimpleNamespace(
        scope=(partner,),
        capabilities=(SimpleNamespace(id="GOV-01", applies_to=("gp",)),),
        value=lambda *_: answered,
    )

    assert lead(Finding.BELOW_HALF, assessment, ("", "o1")).capability == "GOV-01"


@pytest.mark.parametrize("finding", OF_PLAN)
def test_what_is_found_in_the_plan_leads_to_the_plan(assessment, finding):
    assert lead(finding, assessment, ("P07", "")) == Lead(Target.PLAN, item="P07")
