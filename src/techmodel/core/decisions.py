"""Decisions and dissent, as the journal and the tables tell them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.answers import State

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.answers import Answer
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.journal import Batch
    from techmodel.core.organisations import OrganisationId


class DecisionKind(StrEnum):
    """What was decided."""

    TARGET = "target"
    NOT_APPLICABLE = "not applicable"
    PROVIDED_BY = "provided by"
    DISSENT = "dissent"


@dataclass(frozen=True, slots=True)
class Decision:
    """Something people settled that a reader must be able to trace.

    `text` is the reason or the dissent in the words typed; `level` that of a target; `at` the UTC
    time of the last change and `decided_by` the role, both "" where the journal does not say.
    """

    kind: DecisionKind
    capability: CapabilityId
    organisation: OrganisationId | None
    text: str
    level: int | None = None
    provider: OrganisationId | None = None
    owner: str = ""
    at: str = ""
    decided_by: str = ""


LastChange = dict[tuple[str, tuple[str, ...], str], "Batch"]
"""The newest batch by (table, key, field)."""


def last_changes(batches: Sequence[Batch]) -> LastChange:
    """The batch that last touched each field; `batches` in revision order."""
    return {(e.table, e.key, e.field): b for b in batches for e in b.edits}


def find_decisions(assessment: Assessment, batches: Sequence[Batch]) -> tuple[Decision, ...]:
    """Targets set by decision, then not applicable, provided by and dissent, in checklist order.

    Only of capabilities and organisations in scope; `batches` in revision order.
    """
    changes = last_changes(batches)
    order = {c.id: n for n, c in enumerate(assessment.capabilities)}
    kinds = list(DecisionKind)
    found = [*_targets(assessment, changes), *_answers(assessment, changes)]
    shown = [decision for decision in found if decision.capability in order]
    return tuple(sorted(shown, key=lambda d: (kinds.index(d.kind), order[d.capability])))


def _targets(assessment: Assessment, changes: LastChange) -> Iterator[Decision]:
    for override in assessment.overrides.values():
        batch = _last(changes, "override", (override.capability,), "value")
        yield Decision(
            DecisionKind.TARGET,
            override.capability,
            None,
            override.reason,
            level=override.level,
            owner=override.owner,
            at=batch.at if batch else "",
            decided_by=batch.decided_by if batch else "",
        )


def _answers(assessment: Assessment, changes: LastChange) -> Iterator[Decision]:
    present = {o.id for o in assessment.scope}
    for answer in assessment.answers.values():
        if answer.organisation not in present:
            continue
        if answer.value.state is State.NOT_APPLICABLE:
            yield _of(answer, DecisionKind.NOT_APPLICABLE, answer.value.reason, changes)
        if answer.value.state is State.PROVIDED_BY:
            yield _of(answer, DecisionKind.PROVIDED_BY, answer.value.reason, changes)
        if answer.dissent:
            yield _of(answer, DecisionKind.DISSENT, answer.dissent, changes)


def _of(answer: Answer, kind: DecisionKind, text: str, changes: LastChange) -> Decision:
    field = "dissent" if kind is DecisionKind.DISSENT else "value"
    batch = _last(changes, "answer", (answer.capability, answer.organisation), field)
    return Decision(
        kind,
        answer.capability,
        answer.organisation,
        text,
        provider=answer.value.provider if kind is DecisionKind.PROVIDED_BY else None,
        at=batch.at if batch else "",
        decided_by=batch.decided_by if batch else "",
    )


def _last(changes: LastChange, table: str, key: tuple[str, ...], field: str) -> Batch | None:
    """The newer of the batch that set the field and the one that made the row."""
    found = [changes.get((table, key, f)) for f in (field, "*")]
    return max((b for b in found if b), key=lambda b: b.revision, default=None)
