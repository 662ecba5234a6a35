"""Laws of the layout: what stays together, where tables are cut, and what repeats."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate
from tests.export import pdf_reading as pdf
from tests.export import report_builders as build

from techmodel.core.errors import ExportFailed
from techmodel.export.content.blocks import (
    Align,
    Beside,
    Chip,
    Column,
    Figure,
    Heading,
    Items,
    LevelBar,
    NewPage,
    Prose,
    Share,
    Table,
)
from techmodel.export.content.report import report_content
from techmodel.export.pdf import fonts
from techmodel.export.pdf.canvas import TagCanvas, marked
from techmodel.export.pdf.elements import Element
from techmodel.export.pdf.fonts import REGULAR
from techmodel.export.pdf.layout import lay_out
from techmodel.export.pdf.lines import PageEnd
from techmodel.export.pdf.story import story
from techmodel.export.pdf.styles import BOTTOM, HEIGHT, MARGIN, PAGE, WIDTH
from techmodel.export.pdf.tables import table_flow
from techmodel.export.shapes import Chart, Label

SMALL = build.assessment(organisations=build.partners(2))
COLUMNS = (Column("Word", 0.3), Column("Meaning", 0.7))


def laid_out(*blocks):
    file = BytesIO()
    canvas = TagCanvas(file, PAGE)
    lay_out(canvas, story(blocks, canvas.root))
    canvas.save()
    return PdfReader(file)


def table(rows, **changes):
    cells = tuple((f"Row {n}.", f"Text {n}. " * size) for n, size in enumerate(rows))
    return Table(COLUMNS, cells, "A table.", **changes)


def flow(block):
    made = table_flow(block, Element("Document"))
    made.wrap(WIDTH, HEIGHT)
    return made


def fill(points):
    """A figure of so many points, with the room below it."""
    return [Figure(Chart(10, points - 8, (Label(0, 9, "Figure", 9, "#000000"),), "A figure."))]


def test_a_heading_stays_with_the_first_rows_of_its_table():
    reader = laid_out(*fill(HEIGHT - 80), Heading("Head", 2, "head"), table([1] * 40))

    assert "Head" not in reader.pages[0].extract_text()
    assert "Row 0." in reader.pages[1].extract_text()


def test_a_heading_and_its_lead_stay_with_their_table():
    blocks = [*fill(HEIGHT - 110), Heading("Head", 2, "head"), Prose("Lead."), table([1] * 40)]
    first, second = [p.extract_text() for p in laid_out(*blocks).pages[:2]]

    assert "Head" not in first
    assert second.index("Head") < second.index("Lead.") < second.index("Row 0.")


def test_a_heading_and_its_lead_stay_with_their_chart():
    blocks = (Heading("Head", 2, "head"), Prose("A lead."), *fill(200))
    reader = laid_out(*fill(HEIGHT - 200), *blocks)

    assert [text for p in reader.pages if "lead" in (text := p.extract_text())] == [
        text for p in reader.pages if "Head" in (text := p.extract_text()) and "Figure" in text
    ]


def test_the_end_of_a_chapter_does_not_wait_for_the_next_one():
    last = (Heading("Last", 3), Prose("A short end."), Heading("Next", 2, "next"))
    reader = laid_out(*fill(HEIGHT - 100), *last, table([1] * 40))

    assert "A short end." in reader.pages[0].extract_text()
    assert "Next" in reader.pages[1].extract_text()


def test_heads_of_a_table_repeat_on_each_page_but_are_tagged_once():
    reader = laid_out(table([1] * 100))

    assert len(reader.pages) > 2
    assert all("Meaning" in page.extract_text() for page in reader.pages)
    assert len([e for e in pdf.of_role(reader, "TH") if e["/A"]["/Scope"] == "/Column"]) == 2
    assert pdf.marks(reader)[0] == 0


def test_a_small_table_is_never_cut():
    reader = laid_out(*fill(HEIGHT - 90), table([1] * 8))
    pages = ["Row 0." in p.extract_text() and "Row 7." in p.extract_text() for p in reader.pages]

    assert pages == [False, True]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=15, max_size=60), st.floats(60, HEIGHT))
def test_no_row_is_lost_doubled_or_left_alone_where_tables_are_cut(sizes, room):
    whole = flow(table(sizes))
    parts = whole.split(WIDTH, room)
    if not parts or whole.height <= room:
        return
    first, rest = parts
    first.wrap(WIDTH, room)

    assert first.height <= room
    cut = len(first.rows) + len(rest.rows) - len(sizes)
    assert cut in {0, 1}
    assert cut or len(first.rows) >= 2 or room > 0.9 * HEIGHT


def test_a_single_row_is_not_carried_over_alone():
    whole = flow(table([1] * 30))
    room = whole.height - 1
    _, rest = whole.split(WIDTH, room)

    assert len(rest.rows) == 2


def test_a_row_taller_than_a_page_is_cut_between_its_lines():
    reader = laid_out(table([1, 1, 900, 1]))
    words = pdf.squeezed("".join(p.extract_text() for p in reader.pages))

    assert words.count("Text2.") == 900
    assert len(pdf.of_role(reader, "TR")) == 5


def test_a_table_begins_on_the_next_page_rather_than_with_one_row():
    reader = laid_out(*fill(HEIGHT - 55), table([1] * 40))

    assert "Row 0." not in reader.pages[0].extract_text()


def test_a_soft_page_end_is_taken_only_where_the_page_is_filled_well():
    def pages(points):
        return len(laid_out(*fill(points), NewPage(soft=True), Prose("After.")).pages)

    assert (pages(HEIGHT / 3), pages(HEIGHT * 2 / 3)) == (1, 2)


def test_page_ends_leave_no_empty_page():
    assert len(laid_out(NewPage(), Prose("One."), NewPage(), NewPage(), Prose("Two.")).pages) == 2


def test_sides_too_tall_together_follow_each_other():
    tall = tuple(Prose(f"Left {n}.") for n in range(60))
    reader = laid_out(Beside(tall, (Prose("Right."),)))
    words = "".join(p.extract_text() for p in reader.pages)

    assert words.index("Left 0.") < words.index("Left 59.") < words.index("Right.")


def test_the_last_item_of_a_list_does_not_stand_alone():
    reader = laid_out(*fill(HEIGHT - 45), Items(("First.", "Second.", "Third.")))
    first, second = [page.extract_text() for page in reader.pages]

    assert "First." in first
    assert "Second." in second
    assert "Third." in second


def test_a_list_item_longer_than_a_page_runs_on():
    reader = laid_out(Items(("Word. " * 3000,), numbered=True))

    assert "".join(p.extract_text() for p in reader.pages).count("Word.") == 3000
    assert len(pdf.of_role(reader, "Lbl")) == 1


def test_what_cannot_be_cut_and_is_taller_than_a_page_is_our_fault():
    class Tower(Flowable):
        def wrap(self, width, _):
            return width, HEIGHT + 1

    with pytest.raises(RuntimeError, match="Tower is taller than a page"):
        lay_out(TagCanvas(BytesIO(), PAGE), [Tower()])


def test_marked_content_cannot_be_nested():
    canvas = TagCanvas(BytesIO(), PAGE)

    with pytest.raises(RuntimeError, match="inside marked content"), marked(canvas, canvas.root):
        canvas.begin(None)


@pytest.mark.parametrize("count", [3, 12])
def test_narrow_heads_turn_when_a_word_does_not_fit(count):
    columns = (
        Column("Domain", 0.2),
        *(Column("Extraordinarily", 0.8 / count, Align.CENTRE) for _ in range(count)),
    )
    head = flow(Table(columns, (("A", *[Share(None)] * count),), "Shares.")).head.row

    assert (head.height > 50) == (count == 12)


@given(st.integers(0, 5), st.integers(0, 5))
def test_level_bars_of_one_table_start_at_the_same_place(low, target):
    from techmodel.export.pdf.art import level_bar

    def edge(bar):
        return level_bar(bar, 10).width

    assert edge(LevelBar(_Ends(low, 5), target)) == edge(LevelBar(_Ends(0, 0), 1))


def test_chips_tell_states_apart_without_colour():
    from techmodel.export.pdf.art import chip

    shown = [chip(c, 9.5).shapes for c in (Chip("3", 3), Chip("3", 3, True), Chip("?"))]

    assert len({tuple(map(repr, s)) for s in shown}) == 3
    assert all(any(getattr(x, "text", "") in {"3", "?"} for x in s) for s in shown)


def test_the_same_flowables_lay_out_without_tags():
    flowables = story(report_content(build.report(SMALL)).blocks, Element("Document"))
    file = BytesIO()
    template = BaseDocTemplate(file, pagesize=PAGE, initialFontName=REGULAR)
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    template.addPageTemplates([PageTemplate("page", [frame])])
    template.build([f for f in flowables if not isinstance(f, PageEnd)])
    reader = PdfReader(file)

    assert "/StructTreeRoot" not in reader.trailer["/Root"]
    assert "We ask the board" in reader.pages[0].extract_text()


def test_a_missing_font_is_a_sentence(monkeypatch):
    def nowhere(package):
        raise ModuleNotFoundError(package)

    monkeypatch.setattr(fonts, "files", nowhere)

    with pytest.raises(ExportFailed, match="missing from this installation or damaged"):
        fonts.load_fonts.__wrapped__()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("e\u0301", "é"),
        ("a\u2011b\u2009c", "a-b c"),
        ("a\r\nb\rc\td", "a\nb\nc d"),
        ("x\u200by\u202ez\x07", "xyz"),
        ("😀\ud800", "■■"),
    ],
)
def test_text_is_made_showable(text, shown):
    assert fonts.showable(text) == shown


class _Ends:
    def __init__(self, low, high):
        self.low, self.high = low, high
