"""What the Start page knows of a document without opening it for work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import TechmodelError
from techmodel.settings import Recent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.gaps import Gaps, Range
    from techmodel.session.session import Session


@dataclass(frozen=True, slots=True)
class Glance:
    """A document at a glance.

    Attributes:
        recent: path, title and counts, as for the list of recent documents.
        care_models: their names.
        below, maybe, capabilities: below target, perhaps below, and in scope.
        duties_open, duties: capabilities with a duty and a gap (or perhaps one); with a duty.
        weakest: the organisation furthest from target, or "".
        outliers: how many of its answers stand out below the others'.
        domains: short name and share of the target, in order.
        problem: why it could not be read, else "".
    """

    recent: Recent
    care_models: tuple[str, ...] = ()
    below: int = 0
    maybe: int = 0
    capabilities: int = 0
    duties_open: int = 0
    duties: int = 0
    weakest: str = ""
    outliers: int = 0
    domains: tuple[tuple[str, Range | None], ...] = ()
    problem: str = ""


def look_at(recent: Recent) -> Glance:
    """Read a document as it was last published; takes no lock and writes nothing."""
    from techmodel.session.session import Session  # noqa: PLC0415 - after the first paint
    from techmodel.store.working_file import read_document  # noqa: PLC0415 - after the first paint

    try:
        session = Session(read_document(Path(recent.path)))
    except (TechmodelError, OSError) as error:
        return Glance(recent, problem=str(error))
    try:
        return glance_of(session, recent.path)
    except TechmodelError as error:
        return Glance(recent, problem=str(error))
    finally:
        session.close()


def glance_of(session: Session, path: str) -> Glance:
    """An open session at a glance."""
    assessment, gaps = session.assessment(), session.gaps()
    names = {o.id: o.name for o in assessment.organisations}
    short = {d.id: d.short_name for d in assessment.checklist.domains}
    models = {m.id: m.name for m in assessment.checklist.care_models}
    weakest = gaps.overall.weakest
    lists = [c.partnership.outliers for c in gaps.capabilities if c.partnership]
    duties = [c for c in gaps.capabilities if c.duty]
    return Glance(
        recent=recent_of(session, path),
        care_models=tuple(models[m] for m in assessment.care_models if m in models),
        below=sum(bool(c.gap and c.gap.low > 0) for c in gaps.capabilities),
        maybe=sum(bool(c.gap and c.gap.low <= 0 < c.gap.high) for c in gaps.capabilities),
        capabilities=len(gaps.capabilities),
        duties_open=sum(bool(c.gap and c.gap.high > 0) for c in duties),
        duties=len(duties),
        weakest=names[weakest] if weakest else "",
        outliers=sum(weakest in outliers for outliers in lists) if weakest else 0,
        domains=tuple((short[d.id], d.attainment) for d in gaps.domains),
    )


def recent_of(session: Session, path: str) -> Recent:
    """An open session as an entry in the list of recent documents."""
    assessment = session.assessment()
    answered, asked = answers_of(session.gaps())
    changed = session.last_change().astimezone(UTC)
    return Recent(
        path=path,
        title=assessment.title,
        organisations=len(assessment.scope),
        answered=answered,
        asked=asked,
        changed=changed.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )


def answers_of(gaps: Gaps) -> tuple[int, int]:
    """How many pairs are answered, and how many are asked."""
    return sum(o.known for o in gaps.organisations), sum(o.asked for o in gaps.organisations)


def find_missing(recents: Sequence[Recent]) -> frozenset[str]:
    """The paths at which there is no file now."""
    return frozenset(r.path for r in recents if not _is_there(r.path))


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:
        return False


def where_words(path: str) -> str:
    """Where a document is, in few words: its folder, with the drive where there are drives."""
    folder = Path(path).parent
    parts = (folder.drive, folder.name)
    return ", ".join(part for part in parts if part) or str(folder)


def now() -> datetime:
    """Local time."""
    return datetime.now(UTC).astimezone()
