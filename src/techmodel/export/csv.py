"""Answers and gaps as CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.export.replacing import replacing, write_whole
from techmodel.export.text import clean, guard
from techmodel.wording.labels import STATE_COMMANDS, value_command

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist
    from techmodel.core.gaps import CapabilityGap, Pair
    from techmodel.core.report import Report
    from techmodel.core.requirements import Requirement

Cell = str | int | float | None

ANSWER_COLUMNS = ("capability", "organisation", "answer", "reason", "evidence")
"""What `answer --from` reads (design.md 9)."""

_GAP_COLUMNS = (
    *("id", "domain", "name", "weight", "target", "target_source", "target_asked"),
    *("low", "high", "min", "median", "max", "outliers", "gap_low", "gap_high"),
    *("weeks_low", "weeks_likely", "weeks_high", "waits_for", "blocked", "priority", "rank"),
    *("duty", "duty_date"),
)

_REQUIREMENT_COLUMNS = (
    *("capability", "domain", "name", "level", "level_name", "wording", "asked", "care_models"),
    *("reasons", "needed_by", "applies_to", "services", "duty"),
)


def write_answers_csv(report: Report, path: Path) -> None:
    """Write every asked pair in the columns that `answer --from` reads: UTF-8 with BOM, CRLF.

    A reason that is empty gives its place to the note, as reading does. Several pieces of evidence
    are joined with " | ", so a bar inside a title is written as a broken bar.

    Raises:
        ExportFailed: the file could not be written; the previous one is unchanged.
    """
    text = _csv(ANSWER_COLUMNS, _answer_rows(report.assessment, report), "\r\n")
    with replacing(path) as temporary:
        temporary.write_bytes(text.encode("utf-8-sig"))


def gaps_csv(report: Report) -> str:
    """The gap analysis, one line a capability, at full precision, lines ended by LF.

    After the figures stands one column per organisation in scope: a level 0..5, "dont-know",
    "not-applicable", "not-answered" or nothing where the pair is not asked.
    """
    scope = report.assessment.scope
    header = _GAP_COLUMNS + tuple(o.name for o in scope)
    return _csv(header, (_gap_row(report, c) for c in report.gaps.capabilities), "\n")


def requirements_csv(checklist: Checklist, requirements: Iterable[Requirement]) -> str:
    """What care models require, one line a capability, lines ended by LF.

    Several care models, reasons or ids in a cell are joined with "; ".
    """
    names = {level.level: level.name for level in checklist.levels}
    rows = (_requirement_row(names, row) for row in requirements)
    return _csv(_REQUIREMENT_COLUMNS, rows, "\n")


def write_requirements_csv(
    checklist: Checklist, requirements: Iterable[Requirement], path: Path
) -> None:
    """Write `requirements_csv` for spreadsheets: UTF-8 with BOM.

    Raises:
        ExportFailed: as `write_whole`.
    """
    write_whole(requirements_csv(checklist, requirements).encode("utf-8-sig"), path)


def _requirement_row(names: Mapping[int, str], row: Requirement) -> Sequence[Cell]:
    it = row.capability
    return (
        *(it.id, it.domain, it.name, row.level, names[row.level], it.levels[row.level]),
        *(row.asked, "; ".join(row.reasons), "; ".join(filter(None, row.reasons.values()))),
        *("; ".join(row.needed_by), "; ".join(it.applies_to), "; ".join(it.services)),
        it.duty.name if it.duty else "",
    )


def _csv(header: Sequence[str], rows: Iterable[Sequence[Cell]], end: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    writer.writerow([_cell(h) for h in header])
    writer.writerows([_cell(c) for c in row] for row in rows)
    return out.getvalue()


def _cell(value: Cell) -> Cell:
    return guard(clean(value)) if isinstance(value, str) else value


def _answer_rows(assessment: Assessment, report: Report) -> Iterator[Sequence[Cell]]:
    names = {o.id: o.name for o in assessment.organisations}
    evidence: dict[tuple[str, str], list[str]] = {}
    for e in assessment.evidence:
        title = " ".join(e.title.replace("|", "¦").split())
        evidence.setdefault((e.capability, e.organisation), []).append(f"{e.grade}:{title}")
    for c in report.gaps.capabilities:
        for organisation in c.pairs:
            value = assessment.value(c.id, organisation)
            answer = assessment.answers.get((c.id, organisation))
            note = answer.note if answer else ""
            shown = value_command(value, names)
            support = " | ".join(evidence.get((c.id, organisation), ()))
            yield c.id, names[organisation], shown, value.reason or note, support


def _gap_row(report: Report, c: CapabilityGap) -> Sequence[Cell]:
    assessment = report.assessment
    capability = assessment.checklist.capability(c.id)
    target, duty = c.target, c.duty
    return (
        *(c.id, c.domain, capability.name if capability else "", c.weight),
        *((target.level, target.source.value, target.asked) if target else (None, None, None)),
        *_partnership(assessment, c),
        *((_whole(c.gap.low), _whole(c.gap.high)) if c.gap else (None, None)),
        *(c.weeks.low, c.weeks.likely, c.weeks.high),
        *(" ".join(c.waits_for), " ".join(c.blocked), c.priority, c.rank),
        *((duty.source, duty.date.isoformat() if duty.date else None) if duty else (None, None)),
        *(_pair(c.pairs.get(o.id)) for o in assessment.scope),
    )


def _partnership(assessment: Assessment, c: CapabilityGap) -> Sequence[Cell]:
    p = c.partnership
    if p is None:
        return (None,) * 6
    names = {o.id: o.name for o in assessment.organisations}
    return p.low, p.high, p.min, p.median, p.max, " | ".join(names[o] for o in p.outliers)


def _pair(pair: Pair | None) -> Cell:
    if pair is None:
        return None
    return pair.level if pair.state is State.LEVEL else STATE_COMMANDS[pair.state]


def _whole(number: float) -> Cell:
    """A gap as the whole number it is."""
    return int(number) if number == int(number) else number
