"""How much of the target each partner reaches, by domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.attainment import lowest_in
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Legend,
    Prose,
    Ref,
    Share,
    ShareBar,
    Table,
    Tone,
)
from techmodel.export.content.view import domain_key
from techmodel.wording.gaps_page import is_empty
from techmodel.wording.numbers import percent_range
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.gaps import DomainGap, Range
    from techmodel.core.organisations import OrganisationId
    from techmodel.export.content.view import View

MOST_COLUMNS = 8
"""With more partners than this the front shows the lowest of each row; a chapter shows all."""

_TITLE = "How much of the target each partner reaches, by domain (%)"


def heat_blocks(view: View) -> Iterator[Block]:
    """The heat map of the front page: every partner, or the lowest of each domain."""
    if is_empty(view.gaps) or not any(d.attainment for d in view.gaps.domains):
        return
    yield Heading(_TITLE, 2, small=True)
    if len(view.partners) <= MOST_COLUMNS:
        yield _map(view)
        yield Legend()
    else:
        yield _short_map(view)
        yield Prose("The chapter on all partners shows every one.", Tone.SMALL)


def all_partners_blocks(view: View) -> Iterator[Block]:
    """The chapter for many partners: a row for each, a column for each domain."""
    if len(view.partners) <= MOST_COLUMNS:
        return
    yield Heading("All partners by domain", 2, "partners")
    yield Prose(
        "How much of the target each partner reaches (%). Partners differ in what they are asked,"
        " so the order is that of the set-up, not of the result."
    )
    domains = [d for d in view.gaps.domains if d.attainment]
    names = {d.id: d.short_name for d in view.domains}
    columns = (
        Column("Partner", 0.30),
        *(Column(names[d.id], 0.70 / len(domains), Align.CENTRE) for d in domains),
    )
    lowest = [_lowest(view, d) for d in domains]
    rows: list[tuple[Cell, ...]] = []
    for o in view.partners:
        pairs = zip(domains, lowest, strict=True)
        shares = (Share(d.by_organisation.get(o.id), o.id in low) for d, low in pairs)
        rows.append((o.name, *shares))
    yield Table(columns, tuple(rows), "Share of the target by partner and domain.", dense=True)
    yield Legend()


def _map(view: View) -> Table:
    count = len(view.partners)
    together = count > 1
    wide = 0.52 / max(count, 5)
    columns = [Column("Domain", 0.25)]
    if together:
        columns += [Column("Together", 0.11, Align.RIGHT), Column("", 0.12)]
    columns += [Column(view.shorts[o.id], wide, Align.CENTRE) for o in view.partners]
    rows = tuple(_map_row(view, d, together=together) for d in view.gaps.domains)
    return Table(tuple(columns), rows, "Share of the target by domain and partner, in per cent.")


def _map_row(view: View, domain: DomainGap, *, together: bool) -> tuple[Cell, ...]:
    lowest = _lowest(view, domain) if together else frozenset()
    cells: list[Cell] = [_domain_name(view, domain)]
    if together:
        cells += [_dash_range(domain.attainment), ShareBar(domain.attainment)]
    cells += [Share(domain.by_organisation.get(o.id), o.id in lowest) for o in view.partners]
    return tuple(cells)


def _short_map(view: View) -> Table:
    columns = (
        Column("Domain", 0.30),
        Column("Together", 0.12, Align.RIGHT),
        Column("", 0.20),
        Column("Lowest partner", 0.26),
        Column("", 0.12, Align.RIGHT),
    )
    rows: list[tuple[Cell, ...]] = []
    for domain in view.gaps.domains:
        low = _lowest(view, domain)
        first = next((o for o in view.partners if o.id in low), None)
        rows.append(
            (
                _domain_name(view, domain),
                _dash_range(domain.attainment),
                ShareBar(domain.attainment),
                view.shorts[first.id] if first else "",
                _dash_range(domain.by_organisation.get(first.id)) if first else "",
            )
        )
    return Table(columns, tuple(rows), "Share of the target by domain, with the lowest partner.")


def _domain_name(view: View, domain: DomainGap) -> Ref:
    name = next(d.short_name for d in view.domains if d.id == domain.id)
    return Ref((Strong(name),), domain_key(domain.id))


def _dash_range(share: Range | None) -> Cell:
    if share is None:
        return "\N{EN DASH}"
    return (Strong(percent_range(share, "\N{EN DASH}")),)


def _lowest(view: View, domain: DomainGap) -> frozenset[OrganisationId]:
    return lowest_in(domain, view.gaps.overall.below_half)
