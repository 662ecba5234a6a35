"""The report by chapters on paper, and the sheets of the workbook."""

import pytest
from PySide6.QtCore import QModelIndex, QUrl
from PySide6.QtGui import QColor, QImage, QPainter

from techmodel.core.palette import LIGHT
from techmodel.core.ranges import Range
from techmodel.export.content import blocks
from techmodel.export.content.report import report_content
from techmodel.export.shapes import Box, Chart, Label, Line
from techmodel.ui.reports.chapters import chapters_of, find_chapter
from techmodel.ui.reports.drawing import paint_chart
from techmodel.ui.reports.paper import Paper
from techmodel.ui.reports.paper_cells import Room, cell_parts
from techmodel.ui.reports.preview import Preview
from techmodel.ui.reports.sheet_model import SheetModel
from techmodel.wording.phrases import Strong, plain

ROOM = Room(60, 10)


@pytest.fixture
def chapters(report):
    return chapters_of(report_content(report))


@pytest.fixture
def preview(qtbot, look, report):
    made = Preview(look)
    qtbot.addWidget(made)
    made.resize(520, 600)
    made.show()
    qtbot.waitExposed(made)
    made.show_report(report)
    return made


def test_every_chapter_of_the_report_is_there_but_the_list_of_pages(report, chapters):
    content = report_content(report)
    heads = [b.words for b in content.blocks if isinstance(b, blocks.Heading) and b.level == 2]
    shown = [
        b.words
        for c in chapters
        for b in c.blocks
        if isinstance(b, blocks.Heading) and b.level == 2
    ]

    assert shown == [head for head in heads if head != "Contents"]
    assert chapters[0].title == report.assessment.title


def test_places_are_found_by_their_keys(chapters):
    place = find_chapter(chapters, "matters")

    assert "matters" in chapters[place].keys
    assert find_chapter(chapters, "nowhere") == 0


def test_a_report_without_headings_is_one_chapter_named_by_its_title():
    lone = blocks.Content("Title", "", "", "", (blocks.Prose("Words"),))

    assert [c.title for c in chapters_of(lone)] == ["Title"]


def test_every_block_of_the_report_comes_to_rich_text(chapters):
    for chapter in chapters:
        paper = Paper(1.0)
        html = paper.html(chapter.blocks)

        assert html
        assert html.count("<img") == len(paper.charts)


def test_nobodys_words_become_markup():
    html = Paper(1.0).html([blocks.Prose("<b>5 & 6</b>"), blocks.Heading("<i>", 2)])

    assert "&lt;b&gt;5 &amp; 6&lt;/b&gt;" in html
    assert "<i>" not in html


def test_blocks_that_only_pages_need_come_to_nothing():
    assert Paper(1.0).html([blocks.NewPage(), blocks.Contents()]) == ""


def test_type_grows_with_the_paper():
    prose = [blocks.Prose("Words")]

    assert "font-size:12px" in Paper(1.0).html(prose)
    assert "font-size:24px" in Paper(2.0).html(prose)


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        ("a < b", "a &lt; b"),
        (("so ", Strong("bold")), "so <span style='font-weight:600'>bold</span>"),
        (blocks.Ref("REC-01", "cap-1"), "<a href='#cap-1'>REC-01</a>"),
        (blocks.Named("REC-01", "cap-1"), "<a name='cap-1'></a>REC-01"),
        (blocks.Lines(("one", "two")), "one<br>two"),
        (blocks.Status(blocks.Mark.LATE, "Passed"), " Passed"),
    ],
)
def test_cells_of_words(cell, html):
    assert cell_parts(cell, ROOM).html == html


@pytest.mark.parametrize(
    "cell",
    [
        blocks.Chip("3", 3),
        blocks.LevelBar(Range(1, 2), 3),
        blocks.Share(Range(0.2, 0.4)),
        blocks.ShareBar(Range(0.2, 0.4)),
        blocks.Status(blocks.Mark.DONE, "Met"),
        blocks.Ticks(("Agreed", "Not agreed")),
    ],
)
def test_cells_that_are_drawn(cell):
    assert cell_parts(cell, ROOM).chart.shapes


def test_an_unknown_cell_is_a_mistake_of_ours():
    with pytest.raises(TypeError):
        cell_parts(3.5, ROOM)


def painted(*shapes):
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    try:
        paint_chart(painter, Chart(40, 20, shapes))
    finally:
        painter.end()
    return image


def test_boxes_and_lines_take_their_colours(qapp):
    box = painted(Box(0, 0, 40, 20, LIGHT.accent))
    line = painted(Line(((0, 10), (40, 10)), LIGHT.ink, 4))
    area = painted(Line(((0, 0), (40, 0), (40, 20), (0, 20)), fill=LIGHT.soft, closed=True))

    assert box.pixelColor(20, 10) == QColor(LIGHT.accent)
    assert line.pixelColor(20, 10) == QColor(LIGHT.ink)
    assert area.pixelColor(20, 10) == QColor(LIGHT.soft)


def test_dashes_leave_gaps(qapp):
    line = painted(Line(((0, 10), (40, 10)), LIGHT.ink, 4, (4, 4)))
    row = {line.pixelColor(x, 10).name() for x in range(40)}

    assert {LIGHT.ink.lower(), LIGHT.surface.lower()} <= row


def ink_columns(image):
    dark = QColor(LIGHT.ink).lightness() + 60
    return [
        x for x in range(40) if any(image.pixelColor(x, y).lightness() < dark for y in range(20))
    ]


@pytest.mark.parametrize(("anchor", "x"), [("start", 2), ("middle", 20), ("end", 38)])
def test_words_stand_by_their_anchor(qapp, look, anchor, x):
    columns = ink_columns(painted(Label(x, 15, "II", 12, LIGHT.ink, bold=True, anchor=anchor)))
    middle = (columns[0] + columns[-1]) / 2

    assert {"start": x < middle, "middle": abs(middle - x) < 2, "end": middle < x}[anchor]


def test_a_shape_without_picture_is_a_mistake_of_ours(qapp):
    with pytest.raises(TypeError):
        painted(object())


def test_the_paper_shows_the_first_chapter_first(preview, report):
    assert preview.chapter == report.assessment.title
    assert report.assessment.title in preview.paper.toPlainText()
    assert not preview.before.isEnabled()


def test_next_and_previous_turn_the_chapters(preview, chapters):
    preview.after.click()
    assert preview.chapter == chapters[1].title
    assert preview._place.text() == f"2 of {len(chapters)}"

    preview.before.click()
    assert preview.chapter == chapters[0].title
    for _ in chapters:
        preview.after.click()
    assert not preview.after.isEnabled()


def test_links_lead_to_their_chapter(preview, chapters):
    ref = next(
        cell
        for block in chapters[0].blocks
        if isinstance(block, blocks.Table)
        for row in block.rows
        for cell in row
        if isinstance(cell, blocks.Ref)
    )
    preview.paper.anchorClicked.emit(QUrl(f"#{ref.key}"))

    assert ref.key in chapters[find_chapter(chapters, ref.key)].keys
    assert preview.chapter == chapters[find_chapter(chapters, ref.key)].title
    assert plain(ref.words)


def test_a_link_out_leads_nowhere(preview, qtbot):
    with qtbot.assertNotEmitted(preview.paper.place_wanted):
        preview.paper.anchorClicked.emit(QUrl("https://example.org/"))


def test_the_chapter_stays_when_answers_change(preview, report):
    preview.after.click()
    preview.show_report(report)

    assert preview._place.text().startswith("2 of")


def test_paper_takes_the_width_there_is(preview, qtbot):
    before = preview.paper.toHtml()
    preview.resize(900, 600)

    qtbot.waitUntil(lambda: preview.paper.toHtml() != before)


def test_the_workbook_is_shown_by_its_sheets(preview):
    preview.kinds.button("workbook").click()

    assert preview.sheets.isVisible()
    assert not preview.after.isVisible()
    assert preview.model.index(0, 0).data() == "Read me"


def test_the_model_of_sheets_keeps_the_rules_of_models(preview, qtmodeltester):
    qtmodeltester.check(preview.model, force_py=True)

    assert SheetModel().data(QModelIndex()) is None


def test_a_preview_without_report_is_empty(qtbot, look):
    made = Preview(look)
    qtbot.addWidget(made)
    look.choose_text(120)

    assert made.chapter == ""
    assert made.paper.toPlainText() == ""
