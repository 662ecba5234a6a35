"""What stands beside a card: the next step, proof, needs, services, duty, what others did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.learning import cases_for, learning_for
from techmodel.core.next_step import Readiness, find_next_step
from techmodel.core.services_guide import find_entries
from techmodel.core.targets import Source
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
from techmodel.wording.learning import guide_link, opening_words, where_and_when, why_target
from techmodel.wording.numbers import weeks_range
from techmodel.wording.services_page import here_words

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability
    from techmodel.core.learning import Case, Learning
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
    """A linked service with its status and age, and how far we are with it."""

    id: str
    name: str
    said: str
    stale: bool
    here: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case from the field: what it is called, where and when, and its result in short."""

    id: str
    title: str
    where: str
    result: str


@dataclass(frozen=True, slots=True)
class Context:
    """The sections of the pane, in words; those that are empty are not shown.

    `remark` says what is special about the step; `first` are head and lines of what its action
    says beyond itself: first tasks, risk, benefit. `proof` is head and line of what proves the
    level in focus, else the one held, else the next. `reasons` are head and line of why each care
    model asks for the target. `duty` is (what, source, when), `passed` whether that day is over.
    `guide` is the domain whose guide there is, and the words of the link to it.
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
    reasons: tuple[str, tuple[tuple[str, str], ...]] | None = None
    cases: tuple[CaseLine, ...] = ()
    guide: tuple[str, str] = ("", "")


def find_context(
    picture: Picture,
    capability: Capability,
    level: int | None = None,
    learning: Learning | None = None,
) -> Context:
    """The context of a capability, as seen by the organisation shown or by all.

    Args:
        picture: what the file holds.
        capability: what the card shows.
        level: the level in focus, None for the one held.
        learning: what others did; None while that is not read yet.
    """
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
        proof=_proof(picture, capability, level),
        reasons=_reasons(picture, capability),
        cases=tuple(map(_case, cases_for(learning, capability.id))) if learning else (),
        guide=_guide(picture, capability, learning) if learning else ("", ""),
    )


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


def _proof(picture: Picture, capability: Capability, level: int | None) -> tuple[str, str] | None:
    if level is None:
        level = _held_or_next(picture, capability)
    text = capability.proof.get(level) if level is not None else None
    return (f"What proves level {level}", text) if text else None


def _held_or_next(picture: Picture, capability: Capability) -> int | None:
    """The level held where it is certain and above 0, else the next one; None if not asked."""
    item = picture.outline.of(capability.id)
    if item is None:
        return None
    low = int(item.level.low) if item.level else 0
    certain = item.level is not None and item.level.low == item.level.high
    return low if certain and low else low + 1


def _reasons(
    picture: Picture, capability: Capability
) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Why the care models that ask for the target do so; what a person decided stands above."""
    gap = picture.gap(capability.id)
    target = gap.target if gap else None
    if target is None or target.source is Source.OVERRIDE or target.asked is None:
        return None
    models = [m for m in picture.assessment.checklist.care_models if m.id in target.models]
    found = [(m.name, capability.targets[m.id].reason) for m in models]
    lines = tuple((name, reason) for name, reason in found if reason)
    return (why_target(target.asked), lines) if lines else None


def _case(case: Case) -> CaseLine:
    return CaseLine(case.id, case.title, where_and_when(case), opening_words(case.result))


def _guide(picture: Picture, capability: Capability, learning: Learning) -> tuple[str, str]:
    domains = picture.assessment.checklist.domains
    domain = next((d for d in domains if d.id == capability.domain), None)
    if domain is None or learning_for(learning, domain.id) is None:
        return "", ""
    return domain.id, guide_link(domain.name)


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
    found = find_entries(picture.assessment, picture.gaps, picture.recorded, picture.today)
    entries = {entry.service.id: entry for entry in found}
    single = picture.single.id if picture.single else None
    return [
        ServiceLine(
            id_,
            entries[id_].service.name,
            service_words(entries[id_].service, picture.today),
            service_age(entries[id_].service, picture.today)[1],
            here_words(entries[id_], single),
        )
        for id_ in capability.services
        if id_ in entries
    ]


def _duty(picture: Picture, capability: Capability) -> tuple[str, str, str] | None:
    duty = capability.duty
    if duty is None:
        return None
    return duty.name, duty.source, duty_words(duty.date, picture.today)


def _passed(picture: Picture, capability: Capability) -> bool:
    duty = capability.duty
    return bool(duty and duty.date and duty.date < picture.today)
