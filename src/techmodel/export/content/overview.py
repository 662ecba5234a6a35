"""All domains at a glance: a radar with its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.charts import PERCENT_RINGS, Spoke, radar
from techmodel.export.content.blocks import Align, Block, Cell, Column, Figure, Heading, Ref, Table
from techmodel.export.content.view import domain_key
from techmodel.wording.gaps_page import is_empty
from techmodel.wording.numbers import percent, percent_range
from techmodel.wording.report import below_and_maybe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.gaps import DomainGap
    from techmodel.export.content.view import View
    from techmodel.export.shapes import Chart


def overview_blocks(view: View) -> Iterator[Block]:
    """All domains at a glance: a radar and its table."""
    if not view.gaps.domains:
        return
    yield Heading("All domains at a glance", 2, "domains")
    known = [d for d in view.gaps.domains if d.attainment]
    if len(known) > 2 and not is_empty(view.gaps):
        yield Figure(_domain_radar(view, known))
    yield _domain_table(view)


def _domain_radar(view: View, domains: Sequence[DomainGap]) -> Chart:
    names = {d.id: d.short_name for d in view.domains}
    spokes = []
    words = []
    for d in domains:
        if d.attainment:
            reach = percent_range(d.attainment)
            label = (names[d.id], percent_range(d.attainment, "\N{EN DASH}"))
            spokes.append(Spoke(label, d.attainment.low, d.attainment.high))
            words.append(f"{names[d.id]} {reach}")
    alt = f"Radar of the share of the target reached in each domain: {', '.join(words)}."
    return radar(spokes, PERCENT_RINGS, (511.0, 330.0), alt)


def _domain_table(view: View) -> Table:
    columns = (
        Column("Domain", 0.48),
        Column("Target reached", 0.15, Align.RIGHT),
        Column("Below target", 0.13, Align.RIGHT),
        Column("May be below", 0.13, Align.RIGHT),
        Column("Answers known", 0.11, Align.RIGHT),
    )
    gaps = {d.id: d for d in view.gaps.domains}
    rows: list[tuple[Cell, ...]] = []
    for domain in view.domains:
        inside = view.of_domain(domain.id)
        below, maybe = below_and_maybe(inside)
        found = gaps[domain.id]
        rows.append(
            (
                Ref(domain.name, domain_key(domain.id)),
                percent_range(found.attainment),
                f"{below} of {len(inside)}",
                str(maybe),
                percent(found.completeness),
            )
        )
    return Table(columns, tuple(rows), "Every domain with its share of the target.")
