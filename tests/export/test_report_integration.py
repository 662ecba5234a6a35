"""The chapter on flows: every flow once, and drawings that stay on their page."""

from dataclasses import replace
from random import Random

import pytest
from pypdf import PdfReader
from tests.export import report_builders as build
from tests.export.pdf_reading import of_role

from techmodel.core.flow_parts import FlowState, FlowValue, RecordedFlow
from techmodel.core.flows import find_flows, find_matrix
from techmodel.export.content.blocks import Figure, Items, Lines, Prose, Table
from techmodel.export.content.integration import integration_blocks
from techmodel.export.content.view import View
from techmodel.export.flow_signs import Reach, reach
from techmodel.export.pdf.report import write_report
from techmodel.export.pdf.styles import HEIGHT, WIDTH
from techmodel.export.shapes import Box, Label, Line
from techmodel.wording.phrases import plain
from techmodel.wording.report_flows import worst_first

LONG = "Hazelcombe and Wendlemere Community Trust"
NONE = FlowValue(FlowState.NOT_APPLICABLE, None, "They share no residents.")


def view(count, known=0.7, **named):
    """Partners of whom so many flows are known; a few do not apply."""
    base = build.assessment(organisations=build.partners(count, **named), answered=0.1)
    random, flows = Random(count), {}
    for flow in find_flows(base):
        level = FlowValue(FlowState.LEVEL, random.randrange(6))
        value = NONE if random.random() < 0.02 else level
        if random.random() < known:
            flows[flow.key] = RecordedFlow(flow.key, value)
    return View(build.report(replace(base, flows=flows)))


def blocks(seen, kind):
    return [b for b in integration_blocks(seen) if isinstance(b, kind)]


@pytest.mark.parametrize("count", [4, 7, 12])
def test_every_flow_stands_in_exactly_one_place(count):
    seen = view(count, name="Trust", short="T")
    known, unknown = blocks(seen, Table)
    ways = [way for row in known.rows for way in sent(row)]
    left_out = [item[1] for items in blocks(seen, Items) for item in items.items]
    counts = [way.count("T ") - 1 for way in (*ways, *left_out)]

    assert sum(counts) + sum(int(row[1]) for row in unknown.rows) == len(seen.flows)


def sent(row):
    """From whom to whom the flows of a row go, a text for each sender."""
    return row[1].parts if isinstance(row[1], Lines) else (f"{row[1]} to {row[2]}",)


def test_the_worst_known_flow_stands_first_and_is_named_in_the_answer_and_for_the_figure():
    seen = view(7)
    worst = worst_first(seen.flows)[0]
    said = f"{worst.information}, {seen.shorts[worst.key.sender]} to"
    (figure,) = blocks(seen, Figure)

    assert worst.gap.low == max(f.gap.low for f in seen.flows if f.gap)
    assert said in plain(blocks(seen, Prose)[0].words)
    assert said in figure.chart.alt


@pytest.mark.parametrize(("count", "drawn"), [(7, "Map"), (10, "Matrix"), (20, "Matrix")])
def test_many_partners_are_drawn_as_a_matrix(count, drawn):
    (figure,) = blocks(view(count), Figure)

    assert figure.chart.alt.startswith(f"{drawn} of flows")


@pytest.mark.parametrize(
    ("count", "named"), [(2, {}), (3, {}), (7, {}), (7, {"name": LONG}), (12, {}), (45, {})]
)
def test_drawings_stay_on_their_page_and_in_their_frame(count, named):
    for figure in blocks(view(count, **named), Figure):
        chart = figure.chart

        assert chart.width <= WIDTH
        assert chart.height <= HEIGHT
        assert chart.alt
        assert all(
            -0.1 <= x <= chart.width + 0.1 and -0.1 <= y <= chart.height + 0.1
            for shape in chart.shapes
            for x, y in corners(shape)
        )


def corners(shape):
    if isinstance(shape, Line):
        return shape.points
    if isinstance(shape, Box):
        return (shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)
    assert isinstance(shape, Label)
    return ((shape.x, shape.y),)


def test_a_way_is_below_target_for_certain_perhaps_or_not():
    seen = view(7, known=0.5)
    cells = find_matrix(f for f in seen.flows if f.gap).values()

    assert {reach(c) for c in cells if c.gap.low} == {Reach.BELOW}
    assert {reach(c) for c in cells if c.gap.low == 0 < c.gap.high} == {Reach.UNKNOWN}
    assert {reach(c) for c in cells if c.gap.high == 0} <= {Reach.MET}


@pytest.mark.parametrize("count", [0, 1])
def test_without_flows_a_sentence_stands_alone(count):
    found = list(integration_blocks(view(count)))

    assert len(found) == 2
    assert "No flows are asked for" in plain(found[1].words)


def test_nothing_recorded_is_asked_of_those_who_could_say():
    seen = view(7, known=0)
    (table,) = blocks(seen, Table)

    assert not blocks(seen, Figure)
    assert sum(int(row[1]) for row in table.rows) == len(seen.flows)


def test_the_map_is_a_figure_with_words_in_the_tagged_report(tmp_path):
    write_report(view(3, known=1).report, tmp_path / "a.pdf")
    figures = of_role(PdfReader(tmp_path / "a.pdf"), "Figure")
    (figure,) = (f for f in figures if f["/Alt"].startswith("Map of flows"))

    assert figure["/A"]["/BBox"]
    assert "Furthest from target" in figure["/Alt"]
