"""The document that `gaps --json` prints (design.md 9); its keys are stable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.flows import find_flows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.assessment import Assessment
    from techmodel.core.flows import Flow
    from techmodel.core.gaps import (
        CapabilityGap,
        DomainGap,
        Gaps,
        Overall,
        Pair,
        Partnership,
        Range,
    )
    from techmodel.core.journal import Json
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.targets import Shortfall, Target

    Names = Mapping[OrganisationId, str]

SCHEMA = 1
"""Raised when a key changes its meaning or goes."""


def gaps_json(assessment: Assessment, gaps: Gaps) -> dict[str, Json]:
    """The gap analysis as plain JSON data, fractions 0..1 at full precision.

    Organisations are named; `answers` holds asked pairs only.
    """
    names = {o.id: o.name for o in assessment.organisations}
    return {
        "schema": SCHEMA,
        "assessment": _assessment(assessment),
        "capabilities": [_capability(assessment, names, c) for c in gaps.capabilities],
        "domains": [_domain(assessment, d) for d in gaps.domains],
        "overall": _overall(names, gaps.overall),
        "shortfalls": [_shortfall(s) for s in gaps.shortfalls],
        "flows": [_flow(names, f) for f in find_flows(assessment)],
    }


def _assessment(assessment: Assessment) -> Json:
    return {
        "id": assessment.id,
        "title": assessment.title,
        "care_models": list(assessment.care_models),
        "coverage_threshold": assessment.threshold,
        "checklist_version": assessment.checklist.version,
        "organisations": [
            {"id": o.id, "name": o.name, "kind": o.kind, "weight": o.weight}
            for o in assessment.scope
        ],
    }


def _capability(assessment: Assessment, names: Names, c: CapabilityGap) -> Json:
    capability = assessment.checklist.capability(c.id)
    return {
        "id": c.id,
        "domain": c.domain,
        "name": capability.name if capability else "",
        "weight": c.weight,
        "target": _target(c.target) if c.target else None,
        "answers": {names[o]: _pair(names, pair) for o, pair in c.pairs.items()},
        "partnership": _partnership(names, c.partnership) if c.partnership else None,
        "gap": _range(c.gap),
        "weeks": {"low": c.weeks.low, "likely": c.weeks.likely, "high": c.weeks.high},
        "waits_for": list(c.waits_for),
        "blocked": list(c.blocked),
        "priority": c.priority,
        "rank": c.rank,
        "duty": {"source": c.duty.source, "date": c.duty.date.isoformat() if c.duty.date else None}
        if c.duty
        else None,
    }


def _target(target: Target) -> Json:
    return {
        "level": target.level,
        "source": target.source.value,
        "asked": target.asked,
        "by": list(target.by),
        "reason": target.reason,
        "owner": target.owner,
    }


def _flow(names: Names, flow: Flow) -> Json:
    return {
        "from": names[flow.key.sender],
        "to": names[flow.key.receiver],
        "information": flow.information,
        "capability": flow.capability,
        "level": flow.value.level,
        "target": flow.target,
        "gap": _range(flow.gap),
        "id": flow.key.flow,
        "state": flow.value.state.value,
    }


def _pair(names: Names, pair: Pair) -> Json:
    provider = names.get(pair.provided_by, pair.provided_by) if pair.provided_by else None
    return {"state": pair.state.value, "level": pair.level, "provided_by": provider}


def _partnership(names: Names, partnership: Partnership) -> Json:
    return {
        "low": partnership.low,
        "high": partnership.high,
        "min": partnership.min,
        "median": partnership.median,
        "max": partnership.max,
        "outliers": [names[o] for o in partnership.outliers],
    }


def _range(found: Range | None) -> Json:
    return {"low": found.low, "high": found.high} if found else None


def _domain(assessment: Assessment, d: DomainGap) -> Json:
    domain = assessment.checklist.domain(d.id)
    return {
        "id": d.id,
        "name": domain.name if domain else "",
        "attainment": _range(d.attainment),
        "completeness": d.completeness,
    }


def _overall(names: Names, overall: Overall) -> Json:
    return {
        "attainment": _range(overall.attainment),
        "completeness": overall.completeness,
        "weakest": names[overall.weakest] if overall.weakest else None,
        "below_half": [names[o] for o in overall.below_half],
    }


def _shortfall(shortfall: Shortfall) -> Json:
    return {
        "capability": shortfall.capability,
        "held_at": shortfall.held_at,
        "by": list(shortfall.by),
        "needs": shortfall.needs,
        "why": shortfall.why.value,
    }
