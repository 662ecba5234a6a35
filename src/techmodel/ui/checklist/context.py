"""What stands beside a card: the next step, proof, what comes first, services, and the duty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.next_step import Readiness, find_next_step
from techmodel.ui.checklist.tree_delegate import item_mark
from techmodel.ui.widgets.mark import NOT_ASKED
from techmodel.wording.checklist_page import (
    READINESS_WORDS,
    action_words,
    capability_words,
    service_age,
    service_words,
)
from techmodel.wording.gaps_page import duty_words
from techmodel.wording.numbers import weeks_range

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability, Service
    from techmodel.core.next_step import Need, NextStep
    from techmodel.ui.checklist.picture import Picture
    from techmodel.ui.widgets.mark import Mark

NO_ACTION = "The checklist has no action for this step."
FROM_NOTHING = "The level is not known yet, so this is the first step."
BEYOND = "The target is reached; this would go beyond it."
AT_THE_TOP = "There is no level above 5."
NOT_ASKED_HERE = "Nobody shown is asked about this."


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A prerequisite with its chip and whether it is ready."""

    capability: str
    name: str
    mark: Mark
    said: str
    ready: bool


@dataclass(frozen=True, slots=True)
class ServiceLine:
    """A linked service with its status and age."""

    id: str
    name: str
    said: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Context:
    """The sections of the pane, in words; those that are empty are not shown.

    `remark` says what is special about the step; `first` are head and lines of what its action
    says beyond itself: first tasks, risk, benefit. `proof` is head and line of what proves the
    level held now. `duty` is (what, source, when), `passed` whether that day is over.
    """

    title: str
    weeks: str
    action: str
    roles: str
    remark: str
    needs_at: str
    needs: tuple[NeedLine, ...]
    services: tuple[ServiceLine, ...]
    duty: tuple[str, str, str] | None
    passed: bool = False
    first: tuple[tuple[str, tuple[str, ...]], ...] = ()
    proof: tuple[str, str] | None = None


def find_context(picture: Picture, capability: Capability) -> Context:
    """The context of a capability, as seen by the organisation shown or by all."""
    checklist = picture.assessment.checklist
    step = find_next_step(checklist, picture.outline, capability)
    action = step.step.action if step else None
    roles = [checklist.roles.get(r, r) for r in action.roles] if action else []
    return Context(
        title=f"To reach level {step.step.level}" if step else "Next level",
        weeks=weeks_range(step.step.weeks) if step else "",
        action=_action(picture, capability, step),
        roles=", ".join(roles),
        remark=_remark(picture, capability, step),
        needs_at=f"at level {step.needs_at} or more" if step else "",
        needs=tuple(_need(picture, n) for n in step.needs) if step else (),
        services=tuple(_services(picture, capability)),
        duty=_duty(picture, capability),
        passed=_passed(picture, capability),
        first=action_words(action) if action else (),
        proof=_proof(picture, capability),
    )


def service_of(picture: Picture, id_: str) -> Service | None:
    """The service with this id."""
    return next((s for s in picture.assessment.checklist.services if s.id == id_), None)


def _action(picture: Picture, capability: Capability, step: NextStep | None) -> str:
    if picture.outline.of(capability.id) is None:
        return NOT_ASKED_HERE
    if step is None:
        return AT_THE_TOP
    return step.step.action.action if step.step.action else NO_ACTION


def _remark(picture: Picture, capability: Capability, step: NextStep | None) -> str:
    item = picture.outline.of(capability.id)
    if step is None or item is None:
        return ""
    if item.level is None:
        return FROM_NOTHING
    reached = item.target is not None and item.level.low >= item.target
    return BEYOND if reached else ""


def _proof(picture: Picture, capability: Capability) -> tuple[str, str] | None:
    item = picture.outline.of(capability.id)
    if item is None or item.level is None or item.level.low != item.level.high:
        return None
    level = int(item.level.low)
    text = capability.proof.get(level)
    return (f"What proves level {level}", text) if text else None


def _need(picture: Picture, need: Need) -> NeedLine:
    item = picture.outline.of(need.capability)
    return NeedLine(
        need.capability,
        capability_words(picture.assessment.checklist, need.capability),
        item_mark(item) if item else NOT_ASKED,
        READINESS_WORDS[need.readiness],
        need.readiness is Readiness.READY,
    )


def _services(picture: Picture, capability: Capability) -> list[ServiceLine]:
    found = (service_of(picture, id_) for id_ in capability.services)
    return [
        ServiceLine(
            s.id, s.name, service_words(s, picture.today), service_age(s, picture.today)[1]
        )
        for s in found
        if s is not None
    ]


def _duty(picture: Picture, capability: Capability) -> tuple[str, str, str] | None:
    duty = capability.duty
    if duty is None:
        return None
    return duty.name, duty.source, duty_words(duty.date, picture.today)


def _passed(picture: Picture, capability: Capability) -> bool:
    duty = capability.duty
    return bool(duty and duty.date and duty.date < picture.today)
