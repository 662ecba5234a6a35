"""Rounds, progress and comparisons as JSON data for scripts and exports (schema 1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.conditions import condition_fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.answers import Value
    from techmodel.core.assessment import Assessment
    from techmodel.core.compare import Comparison, LevelChange, Moment
    from techmodel.core.compare_answers import AnswerChange
    from techmodel.core.compare_conditions import ConditionChange
    from techmodel.core.compare_integration import FlowChange, StageChange
    from techmodel.core.flows import Flow
    from techmodel.core.journal import Edit, Json
    from techmodel.core.onboarding import Onboarding
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.progress import Advance, Progress, ProgressPart
    from techmodel.core.ranges import Range
    from techmodel.core.rounds import Round

SCHEMA = 1
"""Raised when a key changes its meaning or goes."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a moment is called: `kind` "round", "file" or "now", `at` UTC ISO time or ""."""

    kind: str
    name: str
    at: str
    revision: int


def round_json(round_: Round) -> dict[str, Json]:
    """`{"id", "name", "at", "revision"}`."""
    return {
        "id": round_.id,
        "name": round_.name,
        "at": round_.at,
        "revision": round_.revision,
    }


def rounds_json(rounds: Sequence[Round], moments: Sequence[Moment]) -> dict[str, Json]:
    """`{"schema": 1, "rounds": [{"id", "name", "at", "revision", ...standing}]}`, in order.

    Standing is `"completeness", "attainment": {"low", "high"} | null, "weakest": NAME | null`, as
    it was then.
    """
    found: list[Json] = [
        {**round_json(r), **_standing(m)} for r, m in zip(rounds, moments, strict=True)
    ]
    return {"schema": SCHEMA, "rounds": found}


def progress_json(progress: Progress, assessment: Assessment) -> dict[str, Json]:
    """`{"overall": ADVANCE, "domains": [{"id", "name", ...ADVANCE}]}`.

    ADVANCE is `"progress": x | null, "reached_then", "reached_now": {"low", "high"} | null,
    "compared": n, "newly_known": [ids], "no_longer_known": [ids], "never_known": [ids], "falls":
    [{"capability", "then", "now", "target"}]`; fractions at full precision (design.md 4.6).
    """
    names = {d.id: d.name for d in assessment.checklist.domains}
    domains: list[Json] = [
        {"id": d.domain, "name": names[d.domain], **_advance(d)}
        for d in progress.domains
        if d.domain is not None
    ]
    return {"overall": _advance(progress.overall), "domains": domains}


def comparison_json(comparison: Comparison, then: Told, now: Told) -> dict[str, Json]:
    """Everything that changed between two moments, as the README's commands section says."""
    assessment = comparison.now.assessment
    names = {
        o.id: o.name
        for moment in (comparison.then, comparison.now)
        for o in moment.assessment.organisations
    }
    return {
        "schema": SCHEMA,
        "assessment": {"id": assessment.id, "title": assessment.title},
        "then": _moment(then, comparison.then),
        "now": _moment(now, comparison.now),
        "progress": progress_json(comparison.progress, assessment),
        "capabilities": [_level_change(c) for c in comparison.levels],
        "answers": [_answer_change(c, names) for c in comparison.answers],
        "set_up": [_edit(e) for e in comparison.set_up],
        "flows": [_flow_change(c, names) for c in comparison.flows],
        "services": [_stage_change(c, names) for c in comparison.stages],
        "conditions": [_condition_change(c) for c in comparison.conditions],
    }


def _moment(told: Told, moment: Moment) -> Json:
    return {
        "kind": told.kind,
        "name": told.name,
        "at": told.at,
        "revision": told.revision,
        **_standing(moment),
    }


def _standing(moment: Moment) -> dict[str, Json]:
    overall = moment.gaps.overall
    names = {o.id: o.name for o in moment.assessment.organisations}
    return {
        "completeness": overall.completeness,
        "attainment": _range(overall.attainment),
        "weakest": names[overall.weakest] if overall.weakest else None,
    }


def _advance(advance: Advance) -> dict[str, Json]:
    return {
        "progress": advance.share,
        "reached_then": _range(advance.reached_then),
        "reached_now": _range(advance.reached_now),
        "compared": len(advance.compared),
        "newly_known": _ids(advance.newly_known),
        "no_longer_known": _ids(advance.no_longer_known),
        "never_known": _ids(advance.never_known),
        "falls": [
            {
                "capability": p.capability,
                "then": _level(p.then),
                "now": _level(p.now),
                "target": p.target,
            }
            for p in advance.falls
        ],
    }


def _ids(parts: Sequence[ProgressPart]) -> Json:
    return [p.capability for p in parts]


def _range(found: Range | None) -> Json:
    return {"low": found.low, "high": found.high} if found else None


def _level(known: Range | None) -> Json:
    return known.low if known else None


def _level_change(change: LevelChange) -> Json:
    return {
        "id": change.capability,
        "domain": change.domain,
        "then": _range(change.then),
        "now": _range(change.now),
        "target_then": change.target_then,
        "target_now": change.target_now,
    }


def _answer_change(change: AnswerChange, names: Mapping[OrganisationId, str]) -> Json:
    return {
        "capability": change.capability,
        "organisation": names[change.organisation],
        "organisation_id": change.organisation,
        "change": change.turn.value,
        "fields": list(change.fields),
        "then": _value(change.then.value, names),
        "now": _value(change.now.value, names),
        "note": change.now.note,
        "at": change.batch.at if change.batch else None,
        "decided_by": change.batch.decided_by if change.batch else "",
    }


def _flow_change(change: FlowChange, names: Mapping[OrganisationId, str]) -> Json:
    sender, receiver, id_ = change.flow.key
    return {
        "id": id_,
        "from": names.get(sender, sender),
        "to": names.get(receiver, receiver),
        "information": change.flow.information,
        "capability": change.flow.capability,
        "change": change.turn.value,
        "fields": list(change.fields),
        "then": _flow(change.then),
        "now": _flow(change.now),
    }


def _flow(flow: Flow | None) -> Json:
    if flow is None:
        return None
    value = flow.value
    return {
        **{"state": value.state.value, "level": value.level, "reason": value.reason},
        **{"target": flow.target, "note": flow.note},
    }


def _stage_change(change: StageChange, names: Mapping[OrganisationId, str]) -> Json:
    organisation = change.now.organisation
    return {
        "service": change.now.service,
        "organisation": names.get(organisation, organisation),
        "organisation_id": organisation,
        "fields": ["date" if f == "day" else f for f in change.fields],
        "then": _stage(change.then),
        "now": _stage(change.now),
    }


def _condition_change(change: ConditionChange) -> Json:
    then, now = (condition_fields(side) if side else None for side in (change.then, change.now))
    return {"factor": change.factor, "then": then, "now": now}


def _stage(held: Onboarding) -> Json:
    day = held.day.isoformat() if held.day else None
    return {"stage": held.stage.value, "owner": held.owner, "date": day, "note": held.note}


def _value(value: Value, names: Mapping[OrganisationId, str]) -> Json:
    return {
        "state": value.state.value,
        "level": value.level,
        "provided_by": names.get(value.provider) if value.provider else None,
        "reason": value.reason,
    }


def _edit(edit: Edit) -> Json:
    return {
        "table": edit.table,
        "key": list(edit.key),
        "field": edit.field,
        "old": edit.old,
        "new": edit.new,
    }
