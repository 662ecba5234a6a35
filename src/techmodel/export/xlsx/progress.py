"""The progress since a round in formulas: by capability on Gaps, by domain on Summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.figures import progress_figure, target_level
from techmodel.export.xlsx.summary_rows import share
from techmodel.wording.progress import FALLEN, NOTHING_COMPARED, NOTHING_TO_CLOSE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.gaps import CapabilityGap, Partnership
    from techmodel.core.progress import Advance
    from techmodel.core.ranges import Range
    from techmodel.export.xlsx.block import Block
    from techmodel.export.xlsx.book import Content
    from techmodel.export.xlsx.facts import Facts
    from techmodel.export.xlsx.layout import Layout

    Row = Mapping[str, Content]

_SUMS = ("compared", "won", "missing", "newly_known", "lost", "fell")
"""Columns of Gaps that domains add up."""
_WAY, _APART = "of the way to target; ", " newly known count apart"


def progress_told(facts: Facts, gap: CapabilityGap) -> dict[str, Content]:
    """What the program says of a capability at the round; nothing where none is compared with."""
    if facts.report.since is None:
        return {}
    then = _level_then(facts, gap)
    return {
        "then_low": then.low if then else None,
        "then_high": then.high if then else None,
    }


def progress_formulas(facts: Facts, layout: Layout) -> dict[str, str]:
    """The formulas of the columns of Gaps, with "#" for the row."""
    if facts.report.since is None:
        return {}
    here = {c: layout.gaps.here(c) for c in layout.gaps.ids}
    low, high, goal, weight = (here[c] for c in ("low", "high", "target_level", "weight"))
    then_low, then_high = here["then_low"], here["then_high"]
    known_then = f"ISNUMBER({then_low})*({then_low}={then_high})"
    known_now = f"ISNUMBER({low})*({low}={high})"
    counted = f"{here['compared']}=1"
    return {
        "then_asked_for": f"=IF(ISNUMBER({then_low}),{weight}*{goal},0)",
        "then_reached_low": f"=IF(ISNUMBER({then_low}),{weight}*MIN({then_low},{goal}),0)",
        "then_reached_high": f"=IF(ISNUMBER({then_low}),{weight}*MIN({then_high},{goal}),0)",
        "compared": f"=IF(({goal}>0)*{known_then}*{known_now}=1,1,0)",
        "won": f"=IF({counted},{weight}*(MIN({low},{goal})-MIN({then_low},{goal})),0)",
        "missing": f"=IF({counted},{weight}*({goal}-MIN({then_low},{goal})),0)",
        "newly_known": f"=IF(({goal}>0)*{known_now}*(1-{known_then})=1,1,0)",
        "lost": f"=IF(({goal}>0)*{known_then}*(1-{known_now})=1,1,0)",
        "fell": f"=IF({here['won']}<0,1,0)",
    }


def progress_values(facts: Facts, gap: CapabilityGap) -> dict[str, str | int | float]:
    """What these formulas give."""
    since = facts.report.since
    if since is None:
        return {}
    part = next((p for p in since.progress.overall.parts if p.capability == gap.id), None)
    then, goal = _level_then(facts, gap), target_level(gap)
    known_then, known_now = (part.known_then, part.known_now) if part else (False, False)
    return {
        "then_asked_for": gap.weight * goal if then else 0,
        "then_reached_low": gap.weight * min(then.low, goal) if then else 0,
        "then_reached_high": gap.weight * min(then.high, goal) if then else 0,
        "compared": int(known_then and known_now),
        "won": part.gained if part else 0,
        "missing": part.to_close if part else 0,
        "newly_known": int(known_now and not known_then),
        "lost": int(known_then and not known_now),
        "fell": int(part.fell) if part else 0,
    }


def progress_rows(facts: Facts, layout: Layout, block: Block) -> list[Row]:
    """One row a domain in scope."""
    since = facts.report.since
    rows: list[Row] = []
    for row, advance in enumerate(since.progress.domains if since else (), block.first):
        found = facts.assessment.checklist.domain(advance.domain) if advance.domain else None
        rows.append(
            {
                "id": advance.domain,
                "domain": found.name if found else advance.domain,
                **_figures(
                    layout, block, advance, row, f"{layout.gaps.all('domain_id')},$A{row},"
                ),
            }
        )
    return rows


def progress_total(facts: Facts, layout: Layout, block: Block) -> Row:
    """The row below the domains."""
    since = facts.report.since
    if since is None:
        return {}
    total = _figures(layout, block, since.progress.overall, block.last + 1, "")
    return {"domain": "All domains", **total}


def progress_line(facts: Facts, block: Block) -> tuple[Content, Content]:
    """The headline: the progress of all domains, and what is counted apart."""
    since = facts.report.since
    overall = since.progress.overall if since else None
    row = block.last + 1
    progress, fell, new = (block.cell(c, row) for c in ("progress", "fell", "newly_known"))
    figure = progress_figure(overall) if overall else ""
    falls, known = (len(overall.falls), len(overall.newly_known)) if overall else (0, 0)
    way = "" if isinstance(figure, str) else _WAY
    return (
        Formula(f"={progress}", figure),
        Formula(
            f'=IF(ISNUMBER({progress}),"{_WAY}","")&{fell}&" fell, "&{new}&"{_APART}"',
            f"{way}{falls} fell, {known}{_APART}",
        ),
    )


def _figures(layout: Layout, block: Block, advance: Advance, row: int, which: str) -> Row:
    """The figures of a domain or, where `which` is "", of all of them."""
    g, add = layout.gaps, "SUMIF" if which else "SUM"

    def total(column: str) -> str:
        return f"{add}({which}{g.all(column)})"

    sums = _sums(advance)
    here = {c: f"${block.letter(c)}{row}" for c in _SUMS}
    low, high = (
        share(total(f"then_reached_{end}"), total("then_asked_for"), _end(advance, end))
        for end in ("low", "high")
    )
    held = f'IF({here["fell"]}=0,"{NOTHING_TO_CLOSE}","{FALLEN}")'
    nothing = f'IF({here["compared"]}=0,"{NOTHING_COMPARED}",{held})'
    return {
        **{c: Formula(f"={total(c)}", sums[c]) for c in _SUMS},
        "then_low": low,
        "then_high": high,
        "progress": Formula(
            f"=IF({here['missing']}=0,{nothing},{here['won']}/{here['missing']})",
            progress_figure(advance),
        ),
    }


def _sums(advance: Advance) -> dict[str, float]:
    return {
        "compared": len(advance.compared),
        "won": advance.gained,
        "missing": advance.to_close,
        "newly_known": len(advance.newly_known),
        "lost": len(advance.no_longer_known),
        "fell": len(advance.falls),
    }


def _end(advance: Advance, end: str) -> float | None:
    then: Range | None = advance.reached_then
    if then is None:
        return None
    return then.low if end == "low" else then.high


def _level_then(facts: Facts, gap: CapabilityGap) -> Partnership | None:
    since = facts.report.since
    found = since.then.of(gap.id) if since else None
    return found.partnership if found else None
