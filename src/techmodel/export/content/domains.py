"""The chapters of the domains: how far, capability by capability and partner by partner."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.export.charts import LEVEL_RINGS, Spoke, radar
from techmodel.export.content.blocks import (
    Align,
    Beside,
    Block,
    Cell,
    Chip,
    Column,
    Figure,
    Heading,
    Items,
    LevelBar,
    Lines,
    Named,
    NewPage,
    Prose,
    Table,
    Tone,
)
from techmodel.export.content.progress import domain_progress
from techmodel.export.content.view import capability_key, domain_key
from techmodel.wording.gaps_page import duty_words, is_empty
from techmodel.wording.numbers import gap_range, level_range
from techmodel.wording.phrases import Strong
from techmodel.wording.report import domain_sentence
from techmodel.wording.report_method import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.checklist import Domain
    from techmodel.core.gaps import CapabilityGap, DomainGap, Pair
    from techmodel.core.organisations import Organisation
    from techmodel.export.content.view import View
    from techmodel.export.shapes import Chart
    from techmodel.wording.phrases import Words

_CHIP_COLUMNS = 12
"""With more partners than this the answers stand in several tables."""

_NAME_WIDTH = 0.45
"""With more room than this the answers name the capability, with less only its id."""

_SIGNS = {
    State.DONT_KNOW: "?",
    State.NOT_ANSWERED: "\N{EN DASH}",
    State.NOT_APPLICABLE: "n/a",
}


def domain_blocks(view: View) -> Iterator[Block]:
    """A chapter for every domain in scope."""
    gaps = {d.id: d for d in view.gaps.domains}
    for domain in view.domains:
        inside = view.of_domain(domain.id)
        yield NewPage(soft=True)
        yield Heading(domain.name, 2, domain_key(domain.id))
        yield from _opening(domain, gaps[domain.id], inside, drawn=not is_empty(view.gaps))
        yield from domain_progress(view, domain.id)
        yield Heading("Levels and targets", 3)
        yield _levels(view, inside)
        yield from _answers(view, inside)
        notes = tuple(_notes(view, inside))
        if notes:
            yield Heading("Notes and dissent", 3)
            yield Items(notes, small=True)


def _opening(
    domain: Domain, gap: DomainGap, inside: Sequence[CapabilityGap], *, drawn: bool
) -> Iterator[Block]:
    """What the domain is about and how far it is, beside a radar of its capabilities."""
    words = (Prose(domain.description), Prose(domain_sentence(gap, inside)))
    spokes = [c for c in inside if c.partnership and c.target and c.target.level]
    if drawn and len(spokes) > 2:
        chart = _radar(domain.short_name, spokes)
        yield Beside((*words, _weeks_note(inside)), (Figure(chart),), 0.44)
    else:
        yield from words


def _weeks_note(inside: Sequence[CapabilityGap]) -> Prose:
    """The most and the least that others wait for, as a pointer for the reader."""
    waiting = max(inside, key=lambda c: len(c.blocked))
    if not waiting.blocked:
        return Prose("No gap elsewhere waits for this domain.", Tone.SMALL)
    number = len(waiting.blocked)
    verb = "gap waits" if number == 1 else "gaps wait"
    return Prose(f"{number} other {verb} for {waiting.id}, the most in this domain.", Tone.SMALL)


def _radar(name: str, gaps: Sequence[CapabilityGap]) -> Chart:
    spokes, words = [], []
    for gap in gaps:
        if gap.partnership and gap.target:
            low, high, target = gap.partnership.low, gap.partnership.high, gap.target.level
            spokes.append(Spoke((gap.id,), low / 5, high / 5, target / 5))
            words.append(f"{gap.id} {level_range(gap.partnership, ' to ')} of {target}")
    alt = f"Radar of {name}, level and target of each capability: {', '.join(words)}."
    return radar(spokes, LEVEL_RINGS, (273.0, 190.0), alt)


def _levels(view: View, inside: Sequence[CapabilityGap]) -> Table:
    columns = (
        Column("Id", 0.09),
        Column("Capability", 0.29),
        Column("Level, target outlined", 0.22),
        Column("Gap", 0.06, Align.RIGHT),
        Column("Weeks", 0.09, Align.RIGHT),
        Column("Below target", 0.25),
    )
    rows = tuple(_level_row(view, gap) for gap in inside)
    return Table(columns, rows, "Level, target and gap of every capability.", dense=True)


def _level_row(view: View, gap: CapabilityGap) -> tuple[Cell, ...]:
    content = view.content(gap.id)
    name: list[Words] = [content.name]
    if gap.duty:
        name.append(f"Duty: {_lower(duty_words(gap.duty.date, view.report.today))}")
    target = gap.target.level if gap.target else 0
    weeks = level_range(gap.weeks) if gap.weeks.high else "\N{EN DASH}"
    return (
        Named((Strong(gap.id),), capability_key(gap.id)),
        Lines(tuple(name)),
        LevelBar(gap.partnership, target),
        gap_range(gap.gap) if gap.gap else "\N{EN DASH}",
        weeks,
        _below(view, gap),
    )


def _below(view: View, gap: CapabilityGap) -> Lines:
    """Who is known to be below target, and who well below the others."""
    target = gap.target.level if gap.target else 0
    outliers = gap.partnership.outliers if gap.partnership else ()
    below = [
        o
        for o, pair in gap.pairs.items()
        if pair.level is not None and pair.level < target and o not in outliers
    ]
    parts: list[Words] = [view.listed(below)] if below else []
    if outliers:
        parts.append(f"Well below: {view.listed(outliers)}")
    return Lines(tuple(parts) or ("\N{EN DASH}",))


def _answers(view: View, inside: Sequence[CapabilityGap]) -> Iterator[Block]:
    """Chips by partner, in as many tables as the partners need."""
    partners = view.partners
    if not partners:
        return
    yield Heading("Answers by partner", 3)
    yield Prose(SIGNS, Tone.SMALL)
    tables = ceil(len(partners) / _CHIP_COLUMNS)
    size = ceil(len(partners) / tables)
    for start in range(0, len(partners), size):
        yield _chips(view, inside, partners[start : start + size])


def _chips(view: View, inside: Sequence[CapabilityGap], partners: Sequence[Organisation]) -> Table:
    wide = min(0.1, 0.81 / len(partners))
    left = 0.92 - wide * len(partners)
    name = view.titled if left > _NAME_WIDTH else view.ref
    columns = (
        Column("Capability" if left > _NAME_WIDTH else "Id", left),
        Column("Target", 0.08, Align.CENTRE),
        *(Column(view.shorts[o.id], wide, Align.CENTRE) for o in partners),
    )
    rows = tuple(
        (
            name(gap.id),
            str(gap.target.level) if gap.target else "\N{EN DASH}",
            *(_chip(gap.pairs.get(o.id)) for o in partners),
        )
        for gap in inside
    )
    return Table(columns, rows, "The answer of every partner to every capability.", dense=True)


def _chip(pair: Pair | None) -> Cell:
    if pair is None:
        return "\N{MIDDLE DOT}"
    provided = pair.provided_by is not None and not pair.broken
    if pair.state is State.LEVEL and pair.level is not None:
        return Chip(str(pair.level), pair.level, provided)
    return Chip(_SIGNS[State.NOT_ANSWERED if pair.broken else pair.state], None, provided)


def _notes(view: View, inside: Sequence[CapabilityGap]) -> Iterator[Words]:
    """Notes and dissent recorded with the answers, in order."""
    for gap in inside:
        for organisation in gap.pairs:
            answer = view.assessment.answers.get((gap.id, organisation))
            if answer is None:
                continue
            who = Strong(f"{gap.id}, {view.shorts[organisation]}: ")
            if answer.note.strip():
                yield (who, answer.note.strip())
            if answer.dissent.strip():
                yield (who, f"Dissent: {answer.dissent.strip()}")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
