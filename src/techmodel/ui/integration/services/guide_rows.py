"""The rows of the list of services, and the choices of its filters with what each leaves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceStatus
from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Age, DutyState, choose, stages_here
from techmodel.ui.widgets.plain_model import PlainRow
from techmodel.wording import services_page as wording
from techmodel.wording.service_edits import stage_name
from techmodel.wording.services_guide import kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.services_guide import Entry, Wanted

    Choices = list[tuple[str, str]]

NAME, GAPS, HERE, AGE = range(4)
"""The columns."""
_UNDATED, _ENDED = 100_000.0, -1.0
"""Where statuses without a date and services that have ended stand among the ages in days."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """The entries of each list of choices, (key, words with a count)."""

    gaps: Choices
    kinds: Choices
    statuses: Choices
    stages: Choices


def guide_rows(
    entries: Iterable[Entry], today: date, organisation: OrganisationId | None
) -> list[PlainRow]:
    """A row a service; "here" is about one organisation if one is shown."""
    return [_row(entry, today, organisation) for entry in entries]


def scope_counts(entries: Sequence[Entry], wanted: Wanted) -> dict[str, int]:
    """How many services each scope would leave, the other filters being as they are."""
    return {key: len(choose(entries, scoped(wanted, key))) for key, _ in wording.SCOPES}


def scoped(wanted: Wanted, key: str) -> Wanted:
    """The same in another scope."""
    return replace(wanted, with_gap=key == "gaps", check=key == "check")


def choosing(
    entries: Sequence[Entry], wanted: Wanted, names: Mapping[CapabilityId, str]
) -> Choosing:
    """What can be filtered by; each count is how many that choice would leave."""
    left = choose(entries, replace(wanted, gap=None))
    gaps = Counter(gap for e in left for gap in e.gaps)
    kinds = Counter(e.service.kind for e in choose(entries, replace(wanted, kinds=frozenset())))
    left = choose(entries, replace(wanted, statuses=frozenset()))
    statuses = Counter(e.service.status for e in left)
    left = choose(entries, replace(wanted, stages=frozenset()))
    stages = Counter(s for e in left for s in stages_here(e, wanted.organisation))
    closed = sorted({gap for e in entries for gap in e.gaps})
    there = {e.service.status for e in entries}
    return Choosing(
        [(g, wording.counted(f"{g} {names[g]}", gaps[g])) for g in closed],
        [(k, wording.counted(k.capitalize(), kinds[k])) for k in kinds_of(entries)],
        [
            (s.value, wording.counted(s.value.capitalize(), statuses[s]))
            for s in ServiceStatus
            if s in there
        ],
        [(s.value, wording.counted(stage_name(s), stages[s])) for s in Stage],
    )


def _row(entry: Entry, today: date, organisation: OrganisationId | None) -> PlainRow:
    service = entry.service
    texts = (
        service.name,
        str(len(entry.gaps)) if entry.gaps else "",
        wording.here_words(entry, organisation),
        wording.age_words(entry, today),
    )
    done = sum(entry.count(s) * n for s, n in _FAR.items())
    sort = ((GAPS, len(entry.gaps)), (HERE, done), (AGE, _age(entry, today)))
    return PlainRow(
        service.id, texts, sort, ((NAME, wording.row_words(entry, today, organisation)),)
    )


_FAR = {Stage.LIVE: 1_000_000, Stage.ONBOARDING: 1_000, Stage.PLANNED: 1}
"""How far a stage counts when services are sorted by how far we are."""


def _age(entry: Entry, today: date) -> float:
    if entry.age is Age.ENDED:
        return _ENDED
    day = entry.service.status_date
    return _UNDATED if day is None else float((today - day).days)


def signs(entry: Entry) -> tuple[str, str]:
    """The icons after the name and before the age of a service, "" for none."""
    passed = entry.duty is DutyState.PASSED
    old = entry.age in {Age.OLD, Age.UNDATED}
    return "duty" if passed else "", "clock" if old else ""
