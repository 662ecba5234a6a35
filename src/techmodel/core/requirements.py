"""What care models require, before anybody has answered anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.assessment import Assessment
from techmodel.core.errors import BadInput
from techmodel.core.organisations import Organisation, OrganisationId
from techmodel.core.targets import find_targets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import Capability, CapabilityId, CareModelId, Checklist
    from techmodel.core.journal import Json
    from techmodel.core.targets import Target


def find_requirements(
    checklist: Checklist, models: Sequence[CareModelId]
) -> tuple[Requirement, ...]:
    """Every capability that some care models ask for, in checklist order (design.md 4.3).

    The most demanding model counts, and prerequisites are raised as in an assessment in which
    every kind of organisation takes part. The list is empty for no care models.

    Raises:
        BadInput: a care model is not in the checklist, or is named twice.
    """
    _refuse_unknown(checklist, models)
    targets = find_targets(_everybody(checklist, models)).by_capability
    rows = ((row, targets.get(row.id)) for row in checklist.capabilities)
    return tuple(
        _requirement(row, target) for row, target in rows if target is not None and target.level
    )


def requirements_to_json(
    checklist: Checklist, models: Sequence[CareModelId], requirements: Sequence[Requirement]
) -> dict[str, Json]:
    """A list of requirements as plain JSON data, with the page of each care model."""
    pages = {row.id: row for row in checklist.care_models}
    return {
        "schema": 1,
        "checklist": {"title": checklist.title, "version": checklist.version},
        "care_models": [
            {
                "id": model,
                "name": pages[model].name,
                "description": pages[model].description,
                "population": pages[model].population,
                "typical": pages[model].typical,
                "leans_on": list(pages[model].leans_on),
                "sources": list(pages[model].sources),
            }
            for model in models
        ],
        "requirements": [_row_json(checklist, row) for row in requirements],
    }


def _refuse_unknown(checklist: Checklist, models: Sequence[CareModelId]) -> None:
    known = [row.id for row in checklist.care_models]
    for model in models:
        if model not in known:
            message = f"“{model}” is no care model of this checklist. It has {', '.join(known)}."
            raise BadInput(message)
        if models.count(model) > 1:
            raise BadInput(f"The care model {model} is named twice; once will do.")


def _everybody(checklist: Checklist, models: Sequence[CareModelId]) -> Assessment:
    """An assessment in which one organisation of each kind takes part, without answers."""
    return Assessment(
        id="",
        title="",
        lead="",
        care_models=tuple(models),
        threshold=checklist.scoring.default_threshold,
        domains_out=frozenset(),
        checklist=checklist,
        organisations=tuple(
            Organisation(
                OrganisationId(kind.id), kind.name, "", kind.id, 1.0, in_scope=True, position=n
            )
            for n, kind in enumerate(checklist.kinds)
        ),
        answers={},
        evidence=(),
        overrides={},
    )


def _requirement(row: Capability, target: Target) -> Requirement:
    asked = {model: row.targets[model].reason for model in row.targets if model in target.models}
    return Requirement(row, target.level, target.asked, asked, target.by)


def _row_json(checklist: Checklist, row: Requirement) -> dict[str, Json]:
    capability = row.capability
    names = {level.level: level.name for level in checklist.levels}
    return {
        "capability": capability.id,
        "domain": capability.domain,
        "name": capability.name,
        "level": row.level,
        "level_name": names[row.level],
        "wording": capability.levels[row.level],
        "asked": row.asked,
        "reasons": {str(model): reason for model, reason in row.reasons.items()},
        "needed_by": list(row.needed_by),
        "applies_to": list(capability.applies_to),
        "prerequisites": list(capability.prerequisites),
        "services": list(capability.services),
        "duty": capability.duty.name if capability.duty else None,
    }


@dataclass(frozen=True, slots=True)
class Requirement:
    """A capability that is required and the level 1..5 it must reach.

    `asked` is the level before prerequisites were raised, None where only others need it;
    `reasons` say why, by care model that asks for `asked`; `needed_by` are the capabilities
    that need exactly `level`.
    """

    capability: Capability
    level: int
    asked: int | None
    reasons: dict[CareModelId, str]
    needed_by: tuple[CapabilityId, ...]
