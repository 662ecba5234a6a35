"""What supports the levels: the mix of grades, and the list of what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.export.charts import mix_bar
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Prose,
    Table,
    Tone,
)
from techmodel.wording.numbers import percent, plural
from techmodel.wording.report import day_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.export.content.view import View

NONE = "none"


def evidence_mix(view: View) -> Mapping[str, int]:
    """How many known levels rest on each grade at best, strongest first, `NONE` last.

    A level provided by another organisation counts once, where it was given.
    """
    grades = [g.grade for g in view.assessment.checklist.scoring.evidence_grades]
    best: dict[tuple[str, str], int] = {}
    for e in view.assessment.evidence:
        if e.grade in grades:
            place = (str(e.capability), str(e.organisation))
            best[place] = min(best.get(place, len(grades)), grades.index(e.grade))
    counts = dict.fromkeys([*grades, NONE], 0)
    for gap in view.gaps.capabilities:
        for organisation, pair in gap.pairs.items():
            if pair.state is State.LEVEL and pair.provided_by is None:
                grade = best.get((gap.id, organisation))
                counts[NONE if grade is None else grades[grade]] += 1
    return counts


def mix_figure(view: View, width: float) -> tuple[Block, ...]:
    """The bar of grades with its words; nothing while no level is known."""
    counts = evidence_mix(view)
    total = sum(counts.values())
    if not total:
        return ()
    words = {g: f"{g} {percent(n / total)}" for g, n in counts.items()}
    words[NONE] = f"None {percent(counts[NONE] / total)}"
    parts = tuple((words[g], n / total) for g, n in counts.items())
    alt = f"Evidence behind {plural(total, 'level')}: {', '.join(words.values())}."
    grades = view.assessment.checklist.scoring.evidence_grades
    names = ", ".join(f"{g.grade} {g.name.lower()}" for g in grades)
    return Figure(mix_bar(parts, width, alt)), Prose(
        f"Evidence behind the levels: {names}.", Tone.SMALL
    )


def evidence_blocks(view: View) -> Iterator[Block]:
    """The chapter on evidence."""
    yield Heading("Evidence", 2, "evidence")
    counts = evidence_mix(view)
    total = sum(counts.values())
    if not total:
        yield Prose("No level is recorded yet, so there is nothing to support.")
        return
    yield Prose(
        "Each level is counted once, by the strongest evidence recorded for it. A level that"
        " rests on D alone was stated and not shown."
    )
    yield mix_figure(view, 511.0)[0]
    yield _grades(view, counts, total)
    rows = _rows(view)
    if rows:
        yield Heading("What was recorded", 3)
        yield _list(rows)


def _grades(view: View, counts: Mapping[str, int], total: int) -> Table:
    columns = (
        Column("Grade", 0.18),
        Column("What earns it", 0.56),
        Column("Levels", 0.12, Align.RIGHT),
        Column("Share", 0.14, Align.RIGHT),
    )
    rows: list[tuple[Cell, ...]] = [
        (f"{g.grade} {g.name}", g.meaning, str(counts[g.grade]), percent(counts[g.grade] / total))
        for g in view.assessment.checklist.scoring.evidence_grades
    ]
    rows.append(
        ("None", "No evidence recorded.", str(counts[NONE]), percent(counts[NONE] / total))
    )
    return Table(columns, tuple(rows), "Levels by grade of evidence.", dense=True)


def _list(rows: tuple[tuple[Cell, ...], ...]) -> Table:
    columns = (
        Column("Id", 0.09),
        Column("Partner", 0.14),
        Column("Grade", 0.07, Align.CENTRE),
        Column("Evidence", 0.38),
        Column("Date", 0.12, Align.RIGHT),
        Column("Where", 0.20),
    )
    return Table(columns, rows, "Every piece of evidence recorded.", dense=True)


def _rows(view: View) -> tuple[tuple[Cell, ...], ...]:
    """The evidence for what is in scope, in checklist order, each capability as it comes."""
    scope = {o.id for o in view.partners}
    order = {c.id: n for n, c in enumerate(view.gaps.capabilities)}
    kept = [
        e for e in view.assessment.evidence if e.organisation in scope and e.capability in order
    ]
    kept.sort(key=lambda e: order[e.capability])
    return tuple(
        (
            view.ref(e.capability),
            view.shorts[e.organisation],
            e.grade,
            e.title,
            day_words(e.date),
            e.where,
        )
        for e in kept
    )
