"""The charts: nothing leaves its frame, every one says the same in words, and SVG is sound."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.palette import LIGHT, SHARES
from techmodel.export.charts import LEVEL_RINGS, PERCENT_RINGS, Spoke, mix_bar, radar
from techmodel.export.pdf.fonts import REGULAR, SEMIBOLD, width
from techmodel.export.shapes import Box, Chart, Label, Line, chart_svg, hatch

SVG = "{http://www.w3.org/2000/svg}"
SHARE = st.floats(0, 1)
SPOKES = st.lists(st.tuples(SHARE, SHARE), min_size=3, max_size=12).map(
    lambda ends: [
        Spoke((f"Capability {n}", "0 to 100%"), min(e), max(e)) for n, e in enumerate(ends)
    ]
)


def corners(shape):
    if isinstance(shape, Box):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    if isinstance(shape, Line):
        return list(shape.points)
    wide = width(shape.text, SEMIBOLD if shape.bold else REGULAR, shape.size)
    left = shape.x - wide * {"start": 0, "middle": 0.5, "end": 1}[shape.anchor]
    return [(left, shape.y - shape.size * 0.7), (left + wide, shape.y + shape.size * 0.2)]


def outside(chart, slack=1.0):
    return [
        (x, y)
        for shape in chart.shapes
        for x, y in corners(shape)
        if not (-slack <= x <= chart.width + slack and -slack <= y <= chart.height + slack)
    ]


def labels(chart):
    return [s.text for s in chart.shapes if isinstance(s, Label)]


@given(SPOKES)
def test_a_radar_stays_inside_its_frame(spokes):
    assert outside(radar(spokes, PERCENT_RINGS, (511, 330), "Words.")) == []


@given(SPOKES)
def test_a_radar_names_every_spoke_and_explains_its_lines(spokes):
    words = labels(radar(spokes, LEVEL_RINGS, (511, 330), "Words."))

    assert {line for s in spokes for line in s.label} <= set(words)
    assert {"reached", "may be reached", "target"} <= set(words)


def test_the_target_is_the_rim_unless_a_spoke_says_otherwise():
    def outline(target):
        chart = radar([Spoke(("A",), 0, 1, target)] * 4, LEVEL_RINGS, (300, 200), "")
        return next(s for s in chart.shapes if isinstance(s, Line) and s.stroke == LIGHT.ink)

    assert outline(None).points == outline(1.0).points
    assert outline(0.6).points != outline(1.0).points


@pytest.mark.parametrize("parts", [[1.0], [0.0, 1.0], [0.25] * 4, [0.01, 0.01, 0.48, 0.5]])
def test_a_mix_bar_is_as_wide_as_its_shares(parts):
    chart = mix_bar([(f"{n} {p}", p) for n, p in enumerate(parts)], 200, "Mix.")
    edges = [s for s in chart.shapes if isinstance(s, Box) and s.stroke]

    assert sum(e.width for e in edges) == pytest.approx(200)
    assert outside(chart) == []


def test_a_mix_bar_goes_from_dark_to_hatched():
    chart = mix_bar([("A 50%", 0.5), ("None 50%", 0.5)], 200, "Mix.")
    fills = [s.fill for s in chart.shapes if isinstance(s, Box) and s.fill]

    assert fills == [SHARES[-1].fill, LIGHT.surface]
    assert any(isinstance(s, Line) for s in chart.shapes)


def test_a_part_too_narrow_for_its_words_has_none():
    assert labels(mix_bar([("A 1%", 0.01), ("None 99%", 0.99)], 200, "Mix.")) == ["None 99%"]


@given(st.floats(0, 60), st.floats(1, 60))
def test_hatching_stays_inside_its_rectangle(wide, high):
    points = [p for line in hatch(5, 7, wide, high, "#000000") for p in line.points]

    assert all(4.99 <= x <= 5.01 + wide and 6.99 <= y <= 7.01 + high for x, y in points)


def test_svg_is_well_formed_named_and_complete():
    shapes = (
        Box(1, 2, 3, 4, "#FFFFFF", "#000000", radius=1),
        Line(((0, 0), (5, 5)), "#000000", dash=(2, 1)),
        Line(((0, 0), (5, 5), (5, 0)), fill="#123456", closed=True),
        Label(1, 9, "<A & B>", 9, "#000000", bold=True, anchor="middle"),
    )
    root = ET.fromstring(chart_svg(Chart(10, 10, shapes, 'A "chart" & more.')))

    assert root.get("aria-label") == 'A "chart" & more.'
    assert [e.tag.removeprefix(SVG) for e in root] == ["rect", "polyline", "polygon", "text"]
    assert root[3].text == "<A & B>"
    assert root[2].get("fill") == "#123456"
    assert root[1].get("stroke-dasharray") == "2 1"


def test_svg_without_words_is_hidden_from_assistive_technology():
    root = ET.fromstring(chart_svg(Chart(1, 1, ())))

    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None


@given(SPOKES)
def test_svg_of_a_radar_parses(spokes):
    root = ET.fromstring(chart_svg(radar(spokes, PERCENT_RINGS, (511, 330), "Words.")))

    assert len(root) == len(radar(spokes, PERCENT_RINGS, (511, 330), "Words.").shapes)
