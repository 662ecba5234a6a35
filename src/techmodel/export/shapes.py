"""A drawing as plain values, to be painted on paper or written as SVG for page and window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from xml.sax.saxutils import escape, quoteattr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.geometry import Point

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, with corners rounded by `radius`."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 0.75
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Joined straight lines through the points; `closed` joins the last to the first, filled."""

    points: tuple[Point, ...]
    stroke: str | None = None
    line: float = 0.75
    dash: tuple[float, ...] = ()
    fill: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"


Shape = Box | Line | Label


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes on a canvas of points, x to the right, y downwards; `alt` says it in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str = ""


def hatch(x: float, y: float, width: float, height: float, stroke: str) -> Iterable[Line]:
    """Slanting lines that fill a rectangle: "may be, not certain"."""
    gap = 2.75
    offset = gap
    while offset < width + height:
        left, right = max(0.0, offset - height), min(width, offset)
        start, end = (x + left, y + offset - left), (x + right, y + offset - right)
        yield Line((start, end), stroke, 0.6)
        offset += gap


def chart_svg(chart: Chart) -> str:
    """The chart as an SVG element of its own size, with its words as its accessible name.

    A chart without words is decoration and hidden from assistive technology.
    """
    name = f"role='img' aria-label={quoteattr(chart.alt)}" if chart.alt else "aria-hidden='true'"
    size = f"viewBox='0 0 {_n(chart.width)} {_n(chart.height)}'"
    size += f" width='{_n(chart.width)}pt' height='{_n(chart.height)}pt'"
    inside = "".join(_svg(shape) for shape in chart.shapes)
    font = "font-family='\"Source Sans Pro\", sans-serif'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size} {name} {font}>{inside}</svg>"


def _svg(shape: Shape) -> str:
    if isinstance(shape, Box):
        place = f"x='{_n(shape.x)}' y='{_n(shape.y)}'"
        size = f"width='{_n(shape.width)}' height='{_n(shape.height)}' rx='{_n(shape.radius)}'"
        return f"<rect {place} {size} {_paint(shape.fill, shape.stroke, shape.line)}/>"
    if isinstance(shape, Line):
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
        dash = f" stroke-dasharray='{' '.join(_n(d) for d in shape.dash)}'" if shape.dash else ""
        tag = "polygon" if shape.closed else "polyline"
        paint = _paint(shape.fill, shape.stroke, shape.line)
        return f"<{tag} points='{points}' {paint}{dash}/>"
    weight = " font-weight='600'" if shape.bold else ""
    look = f"font-size='{_n(shape.size)}' fill='{shape.colour}' text-anchor='{shape.anchor}'"
    place = f"x='{_n(shape.x)}' y='{_n(shape.y)}'"
    return f"<text {place} {look}{weight}>{escape(shape.text)}</text>"


def _paint(fill: str | None, stroke: str | None, line: float) -> str:
    edge = f" stroke='{stroke}' stroke-width='{_n(line)}'" if stroke else ""
    return f"fill='{fill or 'none'}'{edge}"


def _n(number: float) -> str:
    return f"{round(number, 2) + 0.0:.2f}".rstrip("0").rstrip(".")
