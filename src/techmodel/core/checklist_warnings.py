"""What works in a checklist but deserves a look: gaps that the arithmetic steps over."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from techmodel.core.checklist import LEVELS, ServiceStatus
from techmodel.core.checklist_checks import Problem
from techmodel.core.flow_checks import find_flow_oddities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import Checklist


def warnings(checklist: Checklist) -> tuple[Problem, ...]:
    """What works but deserves a look: gaps in the content that the arithmetic steps over."""
    rules = (_warn_steps, _warn_targets, _warn_unused, _warn_old_services, _warn_flows)
    return tuple(chain.from_iterable(rule(checklist) for rule in rules))


def _warn_steps(checklist: Checklist) -> Iterator[Problem]:
    generic = {action.to_level for action in checklist.scoring.generic_actions}
    for row in checklist.capabilities:
        own = {action.to_level for action in row.actions}
        for level in sorted(set(LEVELS) - {0} - own - generic):
            message = f"No action leads to level {level}; the step is planned with effort M."
            yield Problem("capabilities", row.id, "actions", message)


def _warn_targets(checklist: Checklist) -> Iterator[Problem]:
    for row in checklist.capabilities:
        if not row.targets:
            message = "No care model asks for it."
            yield Problem("capabilities", row.id, "targets", message)
        for model, target in row.targets.items():
            if target.level == 0:
                message = "Level 0 asks for nothing; leave the care model out instead."
                yield Problem("capabilities", row.id, f"targets.{model}", message)


def _warn_unused(checklist: Checklist) -> Iterator[Problem]:
    rows = checklist.capabilities
    used = {kind for row in rows for kind in row.applies_to}
    for kind in checklist.kinds:
        if kind.id not in used:
            yield Problem("kinds", kind.id, "id", "No capability applies to this kind.")
    wanted = {model for row in rows for model in row.targets}
    for model in checklist.care_models:
        if model.id not in wanted:
            yield Problem("care_models", model.id, "id", "It asks for no level of any capability.")
    for domain in checklist.domains:
        if not checklist.of_domain(domain.id):
            yield Problem("domains", domain.id, "id", "It has no capabilities.")


def _warn_old_services(checklist: Checklist) -> Iterator[Problem]:
    old = {ServiceStatus.RETIRED, ServiceStatus.SUPERSEDED}
    ended = {row.id: row.status for row in checklist.services if row.status in old}
    for service in checklist.services:
        if service.id in ended and service.replaced_by is None:
            message = f"It is {service.status}; say what came after it."
            yield Problem("services", service.id, "replaced_by", message)
    for row in checklist.capabilities:
        for id_ in row.services:
            if id_ in ended:
                message = f"{id_} is {ended[id_]}; name what came after it."
                yield Problem("capabilities", row.id, "services", message)


def _warn_flows(checklist: Checklist) -> Iterator[Problem]:
    yield from (Problem("flows", *oddity) for oddity in find_flow_oddities(checklist))
