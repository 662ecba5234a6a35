"""The chart on Summary; the table beside it says the same in figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)
from openpyxl.drawing.text import Font as DrawingFont

from techmodel.core.palette import LIGHT
from techmodel.export.xlsx.block import LISTS
from techmodel.export.xlsx.style import FONT, rgb

if TYPE_CHECKING:
    from openpyxl.chart.series import Series
    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book


def add_chart(book: Book, sheet: Worksheet, anchor: str) -> None:
    """Add the bars of the domains: reached at least, then what may be, up to 100 % of target."""
    block = book.layout.chart
    lists = book.workbook[LISTS]
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.gapWidth = "bar", "stacked", 100, 60
    chart.title = _title("Share of target reached by domain")
    names = Reference(
        lists, block.number("domain"), block.first, block.number("domain"), block.last
    )
    for column, paint in (("low", _solid()), ("may_be", _hatched())):
        number = block.number(column)
        values = Reference(lists, number, block.top, number, block.last)
        series: Series = SeriesFactory(values, title_from_data=True)
        series.graphicalProperties = paint
        chart.series.append(series)
    chart.set_categories(names)
    _axes(chart)
    chart.legend.position, chart.legend.overlay = "b", False
    chart.width, chart.height = 13, 3 + 0.7 * max(4, block.count)
    sheet.add_chart(chart, anchor)
    book.described[sheet.title] = (
        "Bars of the share of target reached by each domain, low to high;"
        " the table of domains holds the figures."
    )


def _axes(chart: BarChart) -> None:
    """Show both axes, the first domain on top, and 0 to 100 %."""
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.y_axis.crosses = "max"
    chart.x_axis.txPr = chart.y_axis.txPr = _letters()
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 1
    chart.y_axis.majorUnit = 0.25
    chart.y_axis.number_format = "0%"
    rule = GraphicalProperties()
    rule.line.solidFill = rgb(LIGHT.rule)
    chart.y_axis.majorGridlines = ChartLines(spPr=rule)


def _title(text: str) -> Title:
    """A title of the size of the tables' headings; openpyxl leaves it to the program otherwise."""
    letters = CharacterProperties(latin=DrawingFont(typeface=FONT), sz=1100, b=True)
    run = RegularTextRun(rPr=letters, t=text)
    rich = RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), r=[run])])
    return Title(tx=Text(rich=rich), overlay=False)


def _letters() -> RichText:
    letters = CharacterProperties(latin=DrawingFont(typeface=FONT), sz=900)
    end = CharacterProperties(sz=900)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=letters), endParaRPr=end)])


def _solid() -> GraphicalProperties:
    paint = GraphicalProperties(solidFill=rgb(LIGHT.accent))
    paint.line.solidFill = rgb(LIGHT.accent)
    return paint


def _hatched() -> GraphicalProperties:
    hatch = PatternFillProperties(
        prst="wdUpDiag",
        fgClr=_colour(LIGHT.accent),
        bgClr=_colour(LIGHT.surface),
    )
    paint = GraphicalProperties(pattFill=hatch)
    paint.line.solidFill = rgb(LIGHT.accent)
    return paint


def _colour(colour: str) -> ColorChoice:
    return ColorChoice(srgbClr=rgb(colour))  # type: ignore[arg-type]  # the stubs name another type
