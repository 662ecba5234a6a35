"""The checklist as plain JSON data and back: what a file carries and `checklist show` prints."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.checklist import LEVELS, Effort, Profile
from techmodel.core.checklist_rows import parse_checklist
from techmodel.core.errors import BadInput
from techmodel.core.json_rows import as_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from techmodel.core.checklist import (
        Action,
        Capability,
        CareModel,
        CareModelId,
        Checklist,
        Duty,
        Level,
        ModelTarget,
        Scoring,
        Service,
    )
    from techmodel.core.conditions import Conditions, Factor
    from techmodel.core.flow_parts import TypicalFlow
    from techmodel.core.journal import Json

_Key = TypeVar("_Key", bound=str)
_Value = TypeVar("_Value")


def checklist_to_json(checklist: Checklist) -> dict[str, Json]:
    """The whole checklist as plain JSON data with the keys, in order, of design.md 9.

    Dates are ISO text, what is missing is null; targets come in the order of the care models.
    `checklist_from_json` gives the same checklist back.
    """
    models = [row.id for row in checklist.care_models]
    return {
        "title": checklist.title,
        "version": checklist.version,
        "date": checklist.date.isoformat(),
        "notice": checklist.notice,
        "domains": [asdict(row) for row in checklist.domains],
        "capabilities": [_capability_json(row, models) for row in checklist.capabilities],
        "services": [_service_json(row) for row in checklist.services],
        "care_models": [_care_model_json(row) for row in checklist.care_models],
        "roles": {str(key): name for key, name in checklist.roles.items()},
        "kinds": [asdict(row) for row in checklist.kinds],
        "levels": [_level_json(row) for row in checklist.levels],
        "scoring": _scoring_json(checklist.scoring),
        "glossary": [asdict(row) for row in checklist.glossary],
        "flows": [_flow_json(row, models) for row in checklist.flows],
        "conditions": _conditions_json(checklist.conditions),
    }


def checklist_from_json(data: object) -> Checklist:
    """The checklist that `checklist_to_json` wrote; keys it does not know are passed over.

    What earlier checklists did not say is empty: tasks, risk and benefit of actions, proof and
    earlier ids of capabilities, how to connect to services, the pages of care models, and the
    glossary, the flows, the conditions for change.

    Only the shape is looked at, because this runs whenever a file is opened; the sense is the
    business of `checklist_checks.check`.

    Raises:
        BadInput: a key is missing or holds something of the wrong kind.
    """
    try:
        return parse_checklist(as_row(data, "checklist"))
    except (KeyError, TypeError) as error:
        message = (
            f"The checklist cannot be used: “{error.args[0]}” is missing or not as it must be."
        )
        raise BadInput(message) from error


def _capability_json(capability: Capability, models: list[CareModelId]) -> dict[str, Json]:
    return {
        "id": capability.id,
        "domain": capability.domain,
        "name": capability.name,
        "question": capability.question,
        "test": capability.test,
        "why": capability.why,
        "weight": capability.weight,
        "profile": capability.profile.value,
        "applies_to": list(capability.applies_to),
        "levels": {str(level): capability.levels[level] for level in LEVELS},
        "proof": {str(level): text for level, text in sorted(capability.proof.items())},
        "evidence": list(capability.evidence),
        "actions": [_action_json(row) for row in capability.actions],
        "prerequisites": list(capability.prerequisites),
        "services": list(capability.services),
        "was": list(capability.was),
        "targets": _targets_json(capability.targets, models),
        "duty": _duty_json(capability.duty),
        **({"hidden": True} if capability.hidden else {}),
    }


def _targets_json(
    targets: Mapping[CareModelId, ModelTarget], models: list[CareModelId]
) -> dict[str, Json]:
    return {
        str(key): {"level": target.level, "reason": target.reason}
        for key, target in _ordered(targets, models)
    }


def _flow_json(flow: TypicalFlow, models: list[CareModelId]) -> dict[str, Json]:
    return {
        "id": flow.id,
        "information": flow.information,
        "capability": flow.capability,
        "from": list(flow.senders),
        "to": list(flow.receivers),
        "targets": _targets_json(flow.targets, models),
    }


def _conditions_json(conditions: Conditions | None) -> Json:
    if conditions is None:
        return None
    factors: list[Json] = [_factor_json(row) for row in conditions.factors]
    return {**asdict(conditions), "licence": conditions.licence.value, "factors": factors}


def _factor_json(factor: Factor) -> dict[str, Json]:
    return {
        **asdict(factor),
        "levels": {str(level): factor.levels[level] for level in LEVELS},
    }


def _duty_json(duty: Duty | None) -> Json:
    return {**asdict(duty), "date": _iso(duty.date)} if duty else None


def _action_json(action: Action) -> dict[str, Json]:
    lists: dict[str, Json] = {"roles": list(action.roles), "tasks": list(action.tasks)}
    return {**asdict(action), "effort": action.effort.value, **lists}


def _care_model_json(model: CareModel) -> dict[str, Json]:
    lists: dict[str, Json] = {"leans_on": list(model.leans_on), "sources": list(model.sources)}
    return {**asdict(model), **lists}


def _service_json(service: Service) -> dict[str, Json]:
    lists: dict[str, Json] = {"connect": list(service.connect), "needs": list(service.needs)}
    return {
        **asdict(service),
        **lists,
        "duty": _duty_json(service.duty),
        "status": service.status.value,
        "status_date": _iso(service.status_date),
    }


def _level_json(level: Level) -> dict[str, Json]:
    wording: dict[str, Json] = {
        profile.value: text for profile, text in _ordered(level.wording, Profile)
    }
    return {**asdict(level), "wording": wording}


def _scoring_json(scoring: Scoring) -> dict[str, Json]:
    return {
        "bands": {
            effort.value: [weeks.low, weeks.likely, weeks.high]
            for effort, weeks in _ordered(scoring.bands, Effort)
        },
        "band_meanings": {
            effort.value: text for effort, text in _ordered(scoring.band_meanings, Effort)
        },
        "blocked_share": scoring.blocked_share,
        "default_threshold": scoring.default_threshold,
        "generic_actions": [_action_json(row) for row in scoring.generic_actions],
        "evidence_grades": [asdict(row) for row in scoring.evidence_grades],
    }


def _ordered(table: Mapping[_Key, _Value], order: Iterable[_Key]) -> Iterator[tuple[_Key, _Value]]:
    """The items of `table`, those in `order` first."""
    first = [key for key in order if key in table]
    return ((key, table[key]) for key in dict.fromkeys([*first, *table]))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
