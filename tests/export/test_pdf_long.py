"""Texts of many lines: none is lost, and no paragraph grows with the text."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.platypus import Paragraph

from techmodel.export.pdf.canvas import TagCanvas
from techmodel.export.pdf.elements import Element
from techmodel.export.pdf.flow import MOST_LINES, MUCH, TextFlow, in_runs
from techmodel.export.pdf.layout import lay_out
from techmodel.export.pdf.styles import NOTE, PAGE, WIDTH
from techmodel.wording.phrases import Strong, plain


def laid_out(lines):
    """A PDF of one text of so many lines, and the element it belongs to."""
    file = BytesIO()
    canvas = TagCanvas(file, PAGE)
    element = Element("P", canvas.root)
    words = "\n".join(f"Line {n}." for n in range(lines))
    lay_out(canvas, [TextFlow(words, NOTE, element)])
    canvas.save()
    return PdfReader(file), element


def watched(do, sizes):
    """A method of a paragraph that notes of how many pieces the paragraph is."""

    def noting(paragraph, *room):
        sizes.append(len(paragraph.frags))
        return do(paragraph, *room)

    return noting


@pytest.fixture
def broken(monkeypatch):
    """How many pieces every paragraph had that was broken into lines or cut."""
    sizes = []
    for name in ("wrap", "split"):
        monkeypatch.setattr(Paragraph, name, watched(getattr(Paragraph, name), sizes))
    return sizes


def test_ten_times_the_lines_are_ten_times_the_work(broken):
    laid_out(300)
    few = sum(broken)
    broken.clear()
    laid_out(3_000)

    assert sum(broken) < 12 * few
    assert max(broken) <= 3 * MOST_LINES  # a line is its words and its end


def test_a_text_of_many_pages_is_one_element_with_every_line_in_order():
    reader, element = laid_out(300)
    words = "".join(page.extract_text() for page in reader.pages).split("Line ")

    assert [int(word.split(".")[0]) for word in words if word[:1].isdigit()] == list(range(300))
    assert [mark.page for mark in element.kids] == list(range(len(reader.pages)))


@pytest.mark.parametrize("empty", [*range(1, 5), 38, 39, 40, 41, 79, 80])
def test_empty_lines_keep_their_height_wherever_a_text_is_cut(empty):
    lines = ["" if n in {empty, empty + 1} else "x" for n in range(100)]

    assert TextFlow("\n".join(lines), NOTE).wrap(WIDTH, MUCH)[1] == 100 * NOTE.leading


def test_nothing_but_empty_lines_keeps_its_height_too():
    height = TextFlow("x" + "\n" * 200 + "y", NOTE).wrap(WIDTH, MUCH)[1]

    assert height == pytest.approx(201 * NOTE.leading)


def test_a_text_of_few_lines_is_left_as_it_is():
    words = ("One\ntwo, ", Strong("three"))

    assert in_runs(words) == (words,)


def test_what_stands_out_stands_out_in_every_run():
    runs = in_runs(("a\n", Strong("b\n" * MOST_LINES), "c"))

    assert "".join(plain(run).replace("\n", "") for run in runs) == f"a{'b' * MOST_LINES}c"
    assert all(isinstance(piece, Strong) for run in runs for piece in run if piece == "b")
