"""Reading a document for the Start page; imported after the first paint."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.errors import TechmodelError
from techmodel.session.session import Session
from techmodel.settings import Recent
from techmodel.store.working_file import read_document
from techmodel.ui.start.glance import Glance

if TYPE_CHECKING:
    from techmodel.core.gaps import Gaps


def look_at(recent: Recent) -> Glance:
    """Read a document as it was last published; takes no lock and writes nothing."""
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
