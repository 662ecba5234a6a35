"""Bringing organisations in, changing them, and letting them leave."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.organisations import MAX_WEIGHT, Organisation, OrganisationId
from techmodel.core.provided import dependants
from techmodel.core.tables import organisation_fields
from techmodel.session.ids import short_id
from techmodel.session.noun import Noun, clean_name, clean_text, known_organisation
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist, KindId
    from techmodel.session.touched import Touched

_KIND = re.compile(r"[A-Za-z][A-Za-z-]*")
MAX_ORGANISATIONS = 200
"""More partners than this in one file is a mistake in the list, not a partnership."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An organisation as a person describes it; an empty short name is made from the name."""

    name: str
    kind: KindId
    weight: float = 1.0
    short_name: str = ""


class Organisations(Noun):
    """The verbs of organisations."""

    def add(self, newcomers: Sequence[Newcomer]) -> Touched:
        """Bring organisations in, as one batch.

        Raises:
            WrongUse: unknown kind, weight not above 0 and at most 1000, name missing or twice.
        """
        assessment = self._assessment
        made = make_organisations(assessment.checklist, newcomers, assessment.organisations)
        edits = [
            Edit("organisation", (o.id,), WHOLE_ROW, None, organisation_fields(o)) for o in made
        ]
        names = join_words([o.name for o in made])
        return self._session.apply(edits, f"{names} joined")

    def rename(self, id: OrganisationId, name: str) -> Touched:  # noqa: A002
        """Give an organisation another name; answers stay with it."""
        assessment = self._assessment
        old = known_organisation(assessment, id)
        new = clean_name(name, "The new name")
        _refuse_twice([o for o in assessment.organisations if o.id != id], new)
        return self._put(old, replace(old, name=new), f"{old.name} is now called {new}")

    def shorten(self, id: OrganisationId, short_name: str) -> Touched:  # noqa: A002
        """Change the short name used in column heads."""
        old = known_organisation(self._assessment, id)
        new = clean_name(short_name, "The short name")
        return self._put(old, replace(old, short_name=new), f"{old.name}: short name {new}")

    def weigh(self, id: OrganisationId, weight: float) -> Touched:  # noqa: A002
        """Change how much an organisation counts."""
        old = known_organisation(self._assessment, id)
        new = replace(old, weight=checked_weight(weight, old.name))
        return self._put(old, new, f"{old.name}: weight {old.weight:g} → {weight:g}")

    def change_kind(self, id: OrganisationId, kind: KindId) -> Touched:  # noqa: A002
        """Change what kind it is, and so what it is asked; answers no longer asked are kept."""
        assessment = self._assessment
        old = known_organisation(assessment, id)
        _known_kind(assessment.checklist, kind, old.name)
        after = _with(assessment, replace(old, kind=kind))
        self._refuse_dependants(assessment, after, old, "changes its kind")
        return self._put(old, replace(old, kind=kind), f"{old.name}: kind {old.kind} → {kind}")

    def leave(self, id: OrganisationId) -> Touched:  # noqa: A002
        """Stop counting an organisation, keep its answers; Refused while others depend on it."""
        assessment = self._assessment
        old = known_organisation(assessment, id)
        if not old.in_scope:
            raise Refused(f"{old.name} has already left.")
        after = _with(assessment, replace(old, in_scope=False))
        self._refuse_dependants(assessment, after, old, "leaves")
        return self._put(old, replace(old, in_scope=False), f"{old.name} left")

    def return_(self, id: OrganisationId) -> Touched:  # noqa: A002
        """Count an organisation again that had left."""
        old = known_organisation(self._assessment, id)
        if old.in_scope:
            raise Refused(f"{old.name} has not left.")
        return self._put(old, replace(old, in_scope=True), f"{old.name} returned")

    def _put(self, old: Organisation, new: Organisation, label: str) -> Touched:
        before, after = organisation_fields(old), organisation_fields(new)
        edits = [Edit("organisation", (old.id,), f, before[f], after[f]) for f in before]
        return self._session.apply(edits, label)

    def _refuse_dependants(
        self, before: Assessment, after: Assessment, old: Organisation, what: str
    ) -> None:
        names = {o.id: o.name for o in before.organisations}
        for capability in before.checklist.capabilities:
            waiting = dependants(before, capability.id, old.id)
            if waiting and not _still_provides(after, capability.id, old.id):
                raise Refused(
                    f"{old.name} provides {capability.id} for "
                    f"{join_words([names[o] for o in waiting])}. Change that before it {what}."
                )


def _still_provides(after: Assessment, capability: str, provider: OrganisationId) -> bool:
    from techmodel.core.gaps import is_asked

    organisation = known_organisation(after, provider)
    found = next(c for c in after.checklist.capabilities if c.id == capability)
    return organisation.in_scope and is_asked(after, found, organisation)


def _with(assessment: Assessment, changed: Organisation) -> Assessment:
    others = tuple(changed if o.id == changed.id else o for o in assessment.organisations)
    return replace(assessment, organisations=others)


def make_organisations(
    checklist: Checklist, newcomers: Sequence[Newcomer], present: Sequence[Organisation] = ()
) -> tuple[Organisation, ...]:
    """Organisations with ids and positions after those present. Raises as `Organisations.add`."""
    if len(present) + len(newcomers) > MAX_ORGANISATIONS:
        raise WrongUse(f"An assessment can hold {MAX_ORGANISATIONS} organisations at most.")
    made: list[Organisation] = []
    position = max((o.position for o in present), default=0)
    for newcomer in newcomers:
        name = clean_name(newcomer.name, "An organisation’s name")
        _refuse_twice([*present, *made], name)
        _known_kind(checklist, newcomer.kind, name)
        position += 1
        made.append(
            Organisation(
                OrganisationId(short_id("org")),
                name,
                clean_text(newcomer.short_name, "The short name", 60)
                or _distinct(name, [o.short_name for o in (*present, *made)]),
                newcomer.kind,
                checked_weight(newcomer.weight, name),
                in_scope=True,
                position=position,
            )
        )
    return tuple(made)


def short_name(name: str) -> str:
    """At most two words and 16 characters of a name, for column heads."""
    words = [w for w in name.split() if w.casefold() not in {"the", "of", "and", "for", "&"}]
    if len(" ".join(words)) <= 16:
        return " ".join(words)
    short = " ".join(words[:1] if len(" ".join(words[:2])) > 16 else words[:2])
    return short if len(short) <= 16 else short[:15] + "…"


def _distinct(name: str, taken: Sequence[str]) -> str:
    """The short name of a name; with its last word, or else a number, where others have it."""
    used = {t.casefold() for t in taken}
    short, last = short_name(name), name.rsplit(maxsplit=1)[-1][:8]
    others = [f"{short[: 15 - len(last)].rstrip()} {last}"]
    others += [f"{short[:12].rstrip()} {n}" for n in range(2, MAX_ORGANISATIONS + 2)]
    return next(s for s in (short, *others) if s.casefold() not in used)


def checked_weight(weight: float, name: str) -> float:
    """The weight as a number above 0 and at most 1000; WrongUse otherwise."""
    if not math.isfinite(weight) or not 0 < weight <= MAX_WEIGHT:
        raise WrongUse(f"The weight of {name} must be above 0 and at most 1000, not {weight:g}.")
    return float(weight)


def parse_newcomer(text: str) -> Newcomer:
    """NAME:KIND[:WEIGHT] as on the command line (design.md 9); WrongUse says the shape.

    The name may hold colons. A last part that is not written like a kind is the weight.
    """
    from techmodel.core.checklist import KindId

    parts = [p.strip() for p in text.rsplit(":", 2)]
    shape = f'{text!r} must be NAME:KIND or NAME:KIND:WEIGHT, such as "Oakholt Trust:community:2".'
    if len(parts) == 1:
        raise WrongUse(shape)
    if len(parts) == 2 or _KIND.fullmatch(parts[2]):
        name, _, kind = text.rpartition(":")
        return Newcomer(name.strip(), KindId(kind.strip().lower()))
    try:
        weight = float(parts[2])
    except ValueError as error:
        raise WrongUse(f"{shape} The weight {parts[2]!r} is not a number such as 1.5.") from error
    return Newcomer(parts[0], KindId(parts[1].lower()), weight)


def _known_kind(checklist: Checklist, kind: KindId, name: str) -> None:
    if kind not in {k.id for k in checklist.kinds}:
        kinds = ", ".join(k.id for k in checklist.kinds)
        raise WrongUse(f"{name}: there is no kind {kind!r}. Choose one of: {kinds}.")


def _refuse_twice(others: Sequence[Organisation], new: str) -> None:
    for other in others:
        if other.name.casefold() == new.casefold():
            left = "" if other.in_scope else " It has left and can return."
            raise WrongUse(f"There is already an organisation called {new}.{left}")
