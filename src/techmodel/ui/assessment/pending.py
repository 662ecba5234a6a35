"""What a person has changed in Set-up and not applied yet: as changes, and as an assessment."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import TYPE_CHECKING

from techmodel.core.organisations import Organisation, OrganisationId
from techmodel.core.typed_organisations import typed_weight
from techmodel.session.organisations import Newcomer
from techmodel.ui.widgets.organisations_rows import row_of
from techmodel.wording import setup_changes as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from techmodel.core.assessment import Assessment, Override
    from techmodel.core.checklist import CapabilityId, CareModelId, DomainId, KindId
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.widgets.organisations_rows import Row

    Verb = Callable[[Session], Touched]


class Section(IntEnum):
    """The parts of Set-up, in order."""

    TITLE = 0
    ORGANISATIONS = 1
    MODELS = 2
    SCOPE = 3
    DECISIONS = 4
    CHECKLIST = 5


@dataclass(frozen=True, slots=True)
class Pending:
    """What the fields show.

    Attributes:
        title, lead, models, out, threshold: as shown.
        rows: the organisations as shown.
        decisions: the targets by decision that differ, None where one is cleared.
    """

    title: str
    lead: str
    models: tuple[CareModelId, ...]
    out: tuple[DomainId, ...]
    threshold: float
    rows: tuple[Row, ...] = ()
    decisions: Mapping[CapabilityId, Override | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs, in words, and the verb that makes it so."""

    section: Section
    words: str
    verb: Verb


def find_changes(assessment: Assessment, pending: Pending) -> tuple[Change, ...]:
    """What differs from the assessment; rows with faults are left as they are."""
    return (
        *_setting_changes(assessment, pending),
        *_organisation_changes(assessment, pending),
        *_decision_changes(assessment, pending),
    )


def with_pending(assessment: Assessment, pending: Pending) -> Assessment:
    """The assessment as it would be."""
    rows = {row.id: row for row in pending.rows if row.id}
    known = [_with_row(o, rows.get(o.id)) for o in assessment.organisations]
    new = [
        Organisation(
            OrganisationId(f"new-{n}"),
            joins.name,
            joins.short_name,
            joins.kind,
            joins.weight,
            in_scope=True,
            position=len(known) + n,
        )
        for n, joins in enumerate(_newcomers(pending))
    ]
    overrides = dict(assessment.overrides) | dict(pending.decisions)
    return replace(
        assessment,
        title=pending.title,
        lead=pending.lead,
        care_models=pending.models,
        threshold=pending.threshold,
        domains_out=frozenset(pending.out),
        organisations=(*known, *new),
        overrides={c: held for c, held in overrides.items() if held is not None},
    )


def _setting_changes(assessment: Assessment, pending: Pending) -> Iterator[Change]:
    title, lead, models, out = pending.title, pending.lead, list(pending.models), pending.out
    threshold = pending.threshold
    if title != assessment.title:
        yield Change(
            Section.TITLE, wording.title_change(title), lambda s: s.scope.change({"title": title})
        )
    if lead != assessment.lead:
        yield Change(
            Section.TITLE, wording.lead_change(lead), lambda s: s.scope.change({"lead": lead})
        )
    if set(models) != set(assessment.care_models):
        names = [m.name for m in assessment.checklist.care_models if m.id in models]
        yield Change(
            Section.MODELS, wording.models_change(names), lambda s: s.scope.choose_models(models)
        )
    if set(out) != assessment.domains_out:
        names = [d.short_name for d in assessment.checklist.domains if d.id in out]
        yield Change(
            Section.SCOPE, wording.domains_change(names), lambda s: s.scope.leave_out(out)
        )
    if threshold != assessment.threshold:
        yield Change(
            Section.SCOPE,
            wording.threshold_change(assessment.threshold, threshold),
            lambda s: s.scope.cover(threshold),
        )


def _organisation_changes(assessment: Assessment, pending: Pending) -> Iterator[Change]:
    stored = {o.id: o for o in assessment.organisations}
    kinds = {k.id: k.name for k in assessment.checklist.kinds}
    for row in pending.rows:
        if row.id in stored:
            for words, verb in _row_changes(stored[row.id], row, kinds):
                yield Change(Section.ORGANISATIONS, words, verb)
    new = _newcomers(pending)
    if new:
        words = wording.join_change([n.name for n in new])
        yield Change(Section.ORGANISATIONS, words, lambda s: s.organisations.add(new))


def _row_changes(
    old: Organisation, row: Row, kinds: Mapping[KindId, str]
) -> Iterator[tuple[str, Verb]]:
    new, id_ = _with_row(old, row), old.id
    if new.in_scope != old.in_scope:
        if new.in_scope:
            yield wording.return_change(old.name), lambda s: s.organisations.return_(id_)
        else:
            yield wording.leave_change(old.name), lambda s: s.organisations.leave(id_)
    if new.name != old.name:
        words = wording.rename_change(old.name, new.name)
        yield words, lambda s: s.organisations.rename(id_, new.name)
    if new.short_name != old.short_name:
        words = wording.short_name_change(new.name, new.short_name)
        yield words, lambda s: s.organisations.shorten(id_, new.short_name)
    if new.kind != old.kind:
        words = wording.kind_change(new.name, kinds.get(new.kind, new.kind))
        yield words, lambda s: s.organisations.change_kind(id_, new.kind)
    if new.weight != old.weight:
        words = wording.weight_change(new.name, old.weight, new.weight)
        yield words, lambda s: s.organisations.weigh(id_, new.weight)


def _decision_changes(assessment: Assessment, pending: Pending) -> Iterator[Change]:
    for capability, held in pending.decisions.items():
        old = assessment.overrides.get(capability)
        if old is None or held == old:
            continue
        if held is None:
            yield Change(Section.DECISIONS, wording.clear_change(capability), _clears(capability))
        else:
            words = wording.decision_change(capability, old.level, held.level)
            yield Change(Section.DECISIONS, words, _aims(held))


def _clears(capability: CapabilityId) -> Verb:
    return lambda s: s.targets.clear(capability)


def _aims(held: Override) -> Verb:
    return lambda s: s.targets.aim(held.capability, held.level, held.reason, owner=held.owner)


def _with_row(old: Organisation, row: Row | None) -> Organisation:
    """The organisation as its row says; what cannot be taken stays as it is."""
    if row is None:
        return old
    typed = row.typed
    weight = typed_weight(typed.weight)
    unchanged = typed.weight == row_of(old).typed.weight or weight is None
    return replace(
        old,
        name=typed.name or old.name,
        short_name=row.short_name or old.short_name,
        kind=typed.kind or old.kind,
        weight=old.weight if unchanged or weight is None else weight,
        in_scope=row.returns or (old.in_scope and row.stays),
    )


def _newcomers(pending: Pending) -> tuple[Newcomer, ...]:
    """The new rows that have all they need."""
    return tuple(
        Newcomer(row.typed.name, row.typed.kind, weight, row.typed.short_name)
        for row in pending.rows
        if row.id is None
        and row.typed.name
        and row.typed.kind is not None
        and (weight := typed_weight(row.typed.weight)) is not None
    )
