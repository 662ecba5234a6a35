"""The drawing of the logic model."""

from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest
from tests.core.logic_models import CHAIN, element, random_model

from techmodel.core.plan_parts import Benefit, Stage
from techmodel.export.logic_chart import LEAST, SIZE, logic_chart, wrapped
from techmodel.export.pdf.fonts import REGULAR, SEMIBOLD, width
from techmodel.export.shapes import Box, Label, Line, chart_svg


def measure(text, size, *, bold):
    return width(text, SEMIBOLD if bold else REGULAR, size)


def chart(model, wide=700.0):
    return logic_chart(model, wide, measure)


@pytest.fixture(params=range(20))
def drawn(request):
    model = tuple(
        replace(b, name="A somewhat longer name " * (n % 4 + 1), measure="Calls", target="40")
        for n, b in enumerate(random_model(request.param))
    )
    return model, chart(model)


def corners(shape):
    if isinstance(shape, Box):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    if isinstance(shape, Line):
        return shape.points
    left = shape.x - (measure(shape.text, shape.size, bold=shape.bold) / 2) * (
        shape.anchor == "middle"
    )
    return [(left, shape.y)]


def test_everything_is_on_the_canvas(drawn):
    _, found = drawn
    for shape in found.shapes:
        assert all(-1 <= x <= found.width + 1 for x, _ in corners(shape))
        assert all(0 <= y <= found.height for _, y in corners(shape))


def test_no_text_is_wider_than_its_card(drawn):
    _, found = drawn
    cards = [s for s in found.shapes if isinstance(s, Box) and s.stroke]
    for label in (s for s in found.shapes if isinstance(s, Label) and s.anchor == "start"):
        card = next(c for c in cards if c.x < label.x < c.x + c.width and c.y < label.y)
        right = label.x + measure(label.text, SIZE, bold=label.bold)
        assert right <= card.x + card.width
        assert any(c.y < label.y < c.y + c.height for c in cards if c.x == card.x)


def test_it_is_as_wide_as_said_unless_its_columns_need_more():
    long = [element(f"b{n}", "outcome", f"b{n + 1}") for n in range(8)]

    assert chart(CHAIN).width == pytest.approx(700)
    assert chart(long).width >= 12 * LEAST
    assert chart([]).width == pytest.approx(700)


def test_empty_columns_say_so():
    texts = [s.text for s in chart(CHAIN[:1]).shapes if isinstance(s, Label)]

    assert texts.count("Nothing here yet") == 4
    assert {"Inputs", "Activities", "Outputs", "Outcomes", "Impact"} <= {*texts}


def test_outcomes_say_how_one_will_see_them_or_that_nobody_said():
    model = (
        element("a", "outcome", measure="Calls", baseline="12", target="40"),
        element("b", "impact"),
        element("c", "output", measure="Never shown"),
    )
    texts = [s.text for s in chart(model).shapes if isinstance(s, Label) and not s.bold]

    assert "Calls: 12 → 40" in texts
    assert "No measure yet" in texts
    assert not any("Never" in t for t in texts)


def test_every_link_is_drawn_with_its_tip(drawn):
    model, found = drawn
    links = sum(len(b.leads_to) for b in model)

    assert sum(isinstance(s, Line) and s.closed for s in found.shapes) == links


def test_the_words_tell_the_same():
    assert chart(CHAIN[2:]).alt == (
        "Output “Name of out” leads to “Name of change”. Outcome “Name of change” leads to "
        "“Name of lives”. Impact “Name of lives”."
    )
    assert chart([]).alt == "Nothing here yet"
    assert "(Calls: 40)" in chart([element("a", "outcome", measure="Calls", target="40")]).alt


def test_it_is_an_image_that_a_page_can_show():
    model = (replace(CHAIN[0], name="<b>&\"'"), *CHAIN[1:])
    root = Xml.fromstring(chart_svg(chart(model)))

    assert "<b>&\"'" in "".join(root.itertext())


def test_words_are_wrapped_and_only_what_is_too_wide_is_cut():
    def wide(text):
        return len(text)

    assert wrapped("one two three", 7, wide) == ["one two", "three"]
    assert wrapped("antidisestablishment is", 8, wide) == ["antidise", "stablish", "ment is"]
    assert wrapped("ab", 0, wide) == ["a", "b"]
    assert wrapped("", 5, wide) == []


@pytest.mark.parametrize("count", [5, 6, 7])
def test_up_to_seven_columns_fit_a_page(count):
    rows = [
        Benefit(f"B{n}", f"Output {n}", Stage.OUTPUT, (f"B{n + 1}",)) for n in range(count - 4)
    ]
    others = [Benefit(s, s, s) for s in Stage if s is not Stage.OUTPUT]

    assert logic_chart([*rows, *others], 511.0, measure).width <= 511.5
