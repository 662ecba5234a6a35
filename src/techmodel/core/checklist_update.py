"""What another version of a checklist changes for an assessment (design.md 5)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, TypeVar, cast

from techmodel.core.checklist import CapabilityId
from techmodel.core.condition_update import FactorsUpdate, compare_factors
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_steps import StepOf, parse_step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from techmodel.core.checklist import Capability, CareModelId, Checklist, DomainId
    from techmodel.core.journal import Json, Tables

_T = TypeVar("_T")
_BY_CAPABILITY = ("answer", "override")
"""The tables whose key begins with a capability."""
_ANSWERED = ("answer", "condition")
"""The tables of answers; no capability has the id of a condition for change."""
_TOLD_APART = frozenset({"id", "was"})
_WORDING = frozenset({"name", "question", "test", "why", "levels", "evidence", "proof"})


@dataclass(frozen=True, slots=True)
class Reworded:
    """A capability that is told otherwise: its id, and which of its fields changed."""

    id: CapabilityId
    keys: tuple[str, ...]

    @property
    def asks_otherwise(self) -> bool:
        """Whether what is asked is worded otherwise, so that answers deserve a look."""
        return not _WORDING.isdisjoint(self.keys)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A capability with another id, by its `was`; `keys` are its other fields that changed."""

    old: CapabilityId
    id: CapabilityId
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistUpdate:
    """The capabilities of two versions, each in one of five groups, and what else goes.

    Attributes:
        kept: those that are the same in both.
        reworded: those of which anything is told otherwise.
        added: those that are new; gone: those that are no more.
        renamed: those with another id.
        models_gone, domains_gone: care models and domains that are no more.
        earlier: ids of versions before both, each with the id it has now; answers may have come
            under them since, from a room that had not updated yet.
        factors: what becomes of the conditions for change.
    """

    kept: tuple[CapabilityId, ...]
    reworded: tuple[Reworded, ...]
    added: tuple[CapabilityId, ...]
    gone: tuple[CapabilityId, ...]
    renamed: tuple[Renamed, ...]
    models_gone: tuple[CareModelId, ...]
    domains_gone: tuple[DomainId, ...]
    earlier: tuple[tuple[CapabilityId, CapabilityId], ...] = ()
    factors: FactorsUpdate = field(default_factory=FactorsUpdate)


def compare_checklists(old: Checklist, new: Checklist) -> ChecklistUpdate:
    """What becomes of every capability of either version; each is in exactly one group.

    Prerequisites that only follow a new id, or go with what is gone, are no change.
    """
    pairs = tuple(_moved_pairs(old, new))
    moves = {before.id: after.id for before, after in pairs}
    moved = {*moves, *moves.values()}
    both = [(old.capability(c.id), c) for c in new.capabilities if c.id not in moved]
    told = [(c.id, _changed(before, c, new, moves)) for before, c in both if before]
    return ChecklistUpdate(
        kept=tuple(id_ for id_, keys in told if not keys),
        reworded=tuple(Reworded(id_, keys) for id_, keys in told if keys),
        added=tuple(c.id for before, c in both if before is None),
        gone=tuple(
            c.id for c in old.capabilities if c.id not in moved and new.capability(c.id) is None
        ),
        renamed=tuple(Renamed(b.id, a.id, _changed(b, a, new, moves)) for b, a in pairs),
        models_gone=_missing((m.id for m in old.care_models), (m.id for m in new.care_models)),
        domains_gone=_missing((d.id for d in old.domains), (d.id for d in new.domains)),
        earlier=tuple(
            (id_, c.id)
            for c in new.capabilities
            for id_ in c.was
            if old.capability(id_) is None and new.capability(id_) is None
        ),
        factors=compare_factors(old, new),
    )


def _moved_pairs(old: Checklist, new: Checklist) -> Iterator[tuple[Capability, Capability]]:
    """Before and after of what has an earlier id that is in the old version, not in the new.

    Going back to an earlier version, it is the old one that knows the earlier id.
    """
    back = {id_: c for c in old.capabilities if not new.capability(c.id) for id_ in c.was}
    for capability in new.capabilities:
        if old.capability(capability.id) is not None:
            continue
        earlier = [old.capability(id_) for id_ in capability.was if not new.capability(id_)]
        before = next((c for c in earlier if c), None) or back.pop(capability.id, None)
        if before is not None:
            yield before, capability


def _changed(
    before: Capability,
    after: Capability,
    new: Checklist,
    moves: Mapping[CapabilityId, CapabilityId],
) -> tuple[str, ...]:
    """The fields that differ; which domain it is in is one of them."""
    needs = (moves.get(id_, id_) for id_ in before.prerequisites)
    before = replace(before, prerequisites=tuple(id_ for id_ in needs if new.capability(id_)))
    return tuple(
        f.name
        for f in fields(before)
        if f.name not in _TOLD_APART and getattr(before, f.name) != getattr(after, f.name)
    )


def _missing(old: Iterable[_T], new: Iterable[_T]) -> tuple[_T, ...]:
    there = set(new)
    return tuple(id_ for id_ in old if id_ not in there)


def answers_of(tables: Tables) -> Counter[str]:
    """How many answers there are of each capability and of each condition for change.

    Also of those the checklist has not.
    """
    return Counter(key[0] for table in _ANSWERED for key in tables.get(table, {}))


def update_edits(
    tables: Tables,
    update: ChecklistUpdate,
    packed: tuple[str, str],
) -> tuple[Edit, ...]:
    """The edits that put another version of the checklist in the place of the one there.

    Answers, evidence, targets and steps follow a capability to its new id; those of capabilities
    and of conditions for change that are gone stay where they are. Where something stands under
    the new id already, kept from an earlier version, both stay.

    Args:
        tables: all journalled tables.
        update: what becomes of every capability.
        packed: id and content of the new version, as `session.content.pack` gives them.
    """
    moves = _moves(update)
    return (
        *_new_checklist(tables, *packed),
        *_settings(tables, update),
        *(edit for table in _BY_CAPABILITY for edit in _moved(tables, table, moves)),
        *_evidence(tables, moves),
        *_steps(tables, moves),
    )


def stray_answers(tables: Tables, update: ChecklistUpdate) -> Counter[tuple[str, str]]:
    """How many answers that came under an earlier id follow to the id of now, by both ids."""
    now = {str(old): str(new) for old, new in update.earlier}
    leaving = (edit for edit in _moved(tables, "answer", _moves(update)) if edit.new is None)
    ids = (edit.key[0] for edit in leaving)
    return Counter((id_, now[id_]) for id_ in ids if id_ in now)


def _moves(update: ChecklistUpdate) -> dict[str, str]:
    """The new ids of capabilities by their old ones."""
    renamed = {str(r.old): str(r.id) for r in update.renamed}
    return {**{str(old): str(new) for old, new in update.earlier}, **renamed}


def _new_checklist(tables: Tables, id_: str, content: str) -> Iterator[Edit]:
    if (id_,) not in tables["checklist"]:
        yield Edit("checklist", (id_,), WHOLE_ROW, None, {"content": content})
    yield Edit("setting", ("checklist",), "value", _setting(tables, "checklist"), id_)


def _settings(tables: Tables, update: ChecklistUpdate) -> Iterator[Edit]:
    """Care models and domains that are no more are not chosen and not out of scope any more."""
    for name, gone in (("care_models", update.models_gone), ("domains_out", update.domains_gone)):
        chosen = cast("list[str]", _setting(tables, name))
        left = [id_ for id_ in chosen if id_ not in gone]
        yield Edit("setting", (name,), "value", cast("Json", chosen), cast("Json", left))


def _setting(tables: Tables, name: str) -> Json:
    return tables["setting"][name,]["value"]


def _moved(tables: Tables, table: str, moves: Mapping[str, str]) -> Iterator[Edit]:
    """All rows leave before any arrives, so that ids may also change places."""
    rows = tables.get(table, {})
    leaving = {key: (moves[key[0]], *key[1:]) for key in rows if key[0] in moves}
    going = {k: to for k, to in leaving.items() if to not in rows or to in leaving}
    yield from (Edit(table, key, WHOLE_ROW, dict(rows[key]), None) for key in going)
    yield from (Edit(table, to, WHOLE_ROW, None, dict(rows[key])) for key, to in going.items())


def _evidence(tables: Tables, moves: Mapping[str, str]) -> Iterator[Edit]:
    for key, row in tables.get("evidence", {}).items():
        new = moves.get(str(row["capability"]))
        if new is not None:
            yield Edit("evidence", key, "capability", row["capability"], new)


def _steps(tables: Tables, moves: Mapping[str, str]) -> Iterator[Edit]:
    for key, row in tables.get("project", {}).items():
        steps = cast("list[str]", row["steps"])
        renamed = [_step(id_, moves) for id_ in steps]
        yield Edit("project", key, "steps", cast("Json", steps), cast("Json", renamed))


def _step(id_: str, moves: Mapping[str, str]) -> str:
    step = parse_step(id_)
    new = moves.get(step.capability, step.capability)
    return StepOf(CapabilityId(new), step.level, step.organisation).id
