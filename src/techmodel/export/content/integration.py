"""The chapter on flows: a map or matrix of them, and the same in tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from techmodel.core.flow_map import find_map
from techmodel.core.flow_parts import FlowState
from techmodel.core.flows import find_matrix, who_could_say
from techmodel.core.ranges import Range
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Items,
    LevelBar,
    Lines,
    Prose,
    Table,
    Tone,
)
from techmodel.export.flow_chart import MapDrawing
from techmodel.export.flow_matrix import MatrixDrawing
from techmodel.export.pdf.fonts import measure
from techmodel.wording.numbers import join_words
from techmodel.wording.phrases import Strong
from techmodel.wording.report_flows import (
    FLOWS,
    LEAD,
    MATRIX_LEAD,
    ask_first,
    drawing_words,
    flows_answer,
    worst_first,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

    from techmodel.core.flows import Flow, FlowCell, Way
    from techmodel.export.content.view import View

WIDTH = 511.0
"""Points of a drawing."""
MOST_PARTNERS, MOST_WAYS = 10, 60
"""What a map can show and still be read; where there is more, a matrix stands in its place."""
_K = TypeVar("_K", bound="Hashable")


def integration_blocks(view: View) -> Iterator[Block]:
    """The chapter; one sentence where nobody asks for any flow."""
    flows, names = view.flows, _names(view)
    yield Heading(FLOWS, 2, "integration")
    yield Prose(flows_answer(flows, names))
    if not flows:
        return
    yield Prose(LEAD)
    ways = find_matrix(f for f in flows if f.gap is not None)
    is_map = len(names) <= MOST_PARTNERS and len(ways) <= MOST_WAYS
    if any(cell.level is not None for cell in ways.values()):
        yield from _map(view, names) if is_map else _matrix(view, names, ways)
    yield from _known(view, by_sender=is_map)
    yield from _unknown(view, names)
    yield from _left_out(view)


def _names(view: View) -> dict[str, str]:
    """What partners are called on the drawing and in its tables."""
    return {str(o.id): view.shorts[o.id] for o in view.partners}


def _map(view: View, names: Mapping[str, str]) -> Iterator[Block]:
    shown = [f for f in view.flows if f.gap is not None]
    found = find_map(view.assessment, shown)
    alt = drawing_words("Map", shown, names, len(found.edges))
    yield Figure(MapDrawing(found, names, WIDTH, measure).chart(alt))


def _matrix(view: View, names: Mapping[str, str], ways: Mapping[Way, FlowCell]) -> Iterator[Block]:
    yield Prose(MATRIX_LEAD, Tone.SMALL)
    shown = [f for f in view.flows if f.gap is not None]
    alt = drawing_words("Matrix", shown, names, len(ways))
    drawing = MatrixDrawing(ways, [(o.id, names[o.id]) for o in view.partners], measure)
    yield from (Figure(chart) for chart in drawing.charts(alt))


def _known(view: View, *, by_sender: bool) -> Iterator[Block]:
    """The flows whose level is known: those that are alike in one row, by sender or not."""
    alike = _groups(
        worst_first(view.flows),
        lambda f: (
            *(f.key.sender if by_sender else "", f.information, f.capability),
            *(f.value.level, f.target),
        ),
    )
    rows = tuple(_row(view, some, by_sender=by_sender) for some in alike.values())
    if not rows:
        return
    yield Heading("Flows and their levels, furthest from target first", 3)
    ways = _FROM_AND_TO if by_sender else _WAYS
    about = "Flows with a known level: who sends what to whom, level, target and gap."
    yield Table((_WHAT, *ways, *_LEVELS), rows, about, dense=True)


_WHAT = Column("Information", 0.27)
_FROM_AND_TO = Column("From", 0.15), Column("To", 0.17)
_WAYS = (Column("From and to", 0.32),)
_LEVELS = (
    Column("Level, target outlined", 0.21),
    Column("Gap", 0.08, Align.RIGHT),
    Column("Capability", 0.12),
)


def _row(view: View, flows: list[Flow], *, by_sender: bool) -> tuple[Cell, ...]:
    flow = flows[0]
    level, gap = flow.value.level or 0, flow.gap
    to = [
        (sender, view.listed(f.key.receiver for f in some))
        for sender, some in _groups(flows, lambda f: view.shorts[f.key.sender]).items()
    ]
    ways: tuple[Cell, ...] = to[0] if by_sender else (Lines(tuple(map(" to ".join, to))),)
    return (
        (Strong(flow.information),),
        *ways,
        LevelBar(Range(level, level), flow.target or 0),
        f"{gap.low}" if gap and gap.low else "met" if flow.target else "–",
        view.ref(flow.capability),
    )


def _unknown(view: View, names: Mapping[str, str]) -> Iterator[Block]:
    """What is not known, under the partner that could say."""
    unknown = [f for f in view.flows if f.is_unknown]
    if not unknown:
        return
    yield Heading("What is not known, and who could say", 3)
    yield Prose(ask_first(unknown, names))
    columns = (
        Column("Who could say", 0.2),
        Column("Flows", 0.08, Align.RIGHT),
        Column("What reaches them, from whom, and the level asked for", 0.72),
    )
    rows = tuple(
        ((Strong(names[who]),), str(len(some)), Lines(tuple(_asked(view, some))))
        for who, some in who_could_say(unknown).items()
    )
    about = "Flows whose level is not known, by the partner to ask first."
    yield Table(columns, rows, about, dense=True)


def _asked(view: View, flows: Iterable[Flow]) -> Iterator[str]:
    """What one partner receives: "Test results from Trust and Council, target 3 (MED-04)"."""
    for some in _groups(flows, lambda f: (f.information, f.capability, f.target)).values():
        senders = join_words([view.shorts[f.key.sender] for f in some])
        target = f", target {some[0].target}" if some[0].target else ""
        yield f"{some[0].information} from {senders}{target} ({some[0].capability})"


def _left_out(view: View) -> Iterator[Block]:
    """The flows that do not apply, with their reasons."""
    flows = [f for f in view.flows if f.value.state is FlowState.NOT_APPLICABLE]
    if not flows:
        return
    yield Heading("Flows that do not apply", 3)
    items = []
    for some in _groups(flows, lambda f: (f.information, f.key.sender, f.value.reason)).values():
        flow, to = some[0], join_words([view.shorts[f.key.receiver] for f in some])
        way = f", {view.shorts[flow.key.sender]} to {to}: "
        items.append((Strong(flow.information), way, f"{flow.value.reason.rstrip('.')}."))
    yield Items(tuple(items), small=True)


def _groups(flows: Iterable[Flow], alike: Callable[[Flow], _K]) -> Mapping[_K, list[Flow]]:
    """Flows by what they have in common, in the order of the first of each."""
    groups: dict[_K, list[Flow]] = {}
    for flow in flows:
        groups.setdefault(alike(flow), []).append(flow)
    return groups
