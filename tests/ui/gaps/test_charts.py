"""Domain bars and radar, each with its table."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel

from techmodel.core.ranges import Range
from techmodel.ui.gaps.bars import BAR, NAMES, ROW, SCALE, DomainBars
from techmodel.ui.gaps.charts import ChartPane
from techmodel.ui.gaps.domain_model import DOMAIN, FIRST, TOGETHER, DomainModel
from techmodel.ui.gaps.legend import SignPicture, bars_legend, heat_legend, radar_legend
from techmodel.ui.gaps.picture import DomainRow, Picture, ShareCell, draw
from techmodel.ui.gaps.radar import Radar
from techmodel.ui.look import XL
from techmodel.ui.widgets.table import SORT_ROLE

WIDTH = 600


@pytest.fixture
def picture(sample_workspace):
    session = sample_workspace.session
    return draw(session.assessment(), session.gaps())


def simple(*shares, columns=()):
    domains = (
        DomainRow(f"D{n}", f"Domain {n}", ShareCell(s, "50%", f"Domain {n}: half"), (), ())
        for n, s in enumerate(shares)
    )
    return Picture(columns, tuple(domains))


def paint(qtbot, chart, picture, marked=-1):
    qtbot.addWidget(chart)
    chart.show_picture(picture, marked)
    chart.resize(WIDTH, chart.sizeHint().height())
    return chart.grab().toImage()


def across(share):
    """The pixel column of a share in the bars."""
    left = XL + NAMES
    return round(left + (WIDTH - left - XL) * share)


@pytest.mark.parametrize(
    ("share", "colour"), [(0.2, "accent"), (0.9, "surface")], ids=["reached", "missing"]
)
def test_a_bar_is_solid_to_its_low_end(qtbot, look, share, colour):
    image = paint(qtbot, DomainBars(look), simple(Range(0.4, 0.4)))
    pixel = image.pixelColor(across(share), SCALE + 6 + BAR // 2)

    assert pixel == look.colour(colour)


def test_a_bar_is_hatched_to_its_high_end(qtbot, look):
    image = paint(qtbot, DomainBars(look), simple(Range(0.2, 0.8)))
    row = range(across(0.3), across(0.7))
    colours = {image.pixelColor(x, SCALE + 6 + BAR // 2).name() for x in row}

    assert len(colours) > 1
    assert look.colour("accent").name() not in colours


def test_bars_grow_with_the_domains(qtbot, look):
    one, two = DomainBars(look), DomainBars(look)
    for bars, shares in ((one, [Range(0, 1)]), (two, [Range(0, 1)] * 2)):
        qtbot.addWidget(bars)
        bars.show_picture(simple(*shares), -1)

    assert two.sizeHint().height() - one.sizeHint().height() == ROW
    assert two.minimumSizeHint().height() == two.sizeHint().height()


@pytest.mark.parametrize("chart", [DomainBars, Radar])
def test_a_chart_is_read_out_as_words(qtbot, look, picture, chart):
    made = chart(look)
    paint(qtbot, made, picture)

    for domain in picture.domains:
        assert domain.together.words in made.accessibleDescription()


def dots(image, look, y):
    ink = look.colour("ink")
    return {x for x in range(across(0), across(1)) if image.pixelColor(x, y) == ink}


def test_the_lowest_partner_is_a_filled_dot_with_its_name(qtbot, look, picture):
    image = paint(qtbot, DomainBars(look), picture)
    domain = picture.domains[2]
    lowest = next(c for c in domain.cells if c.lowest)
    y = SCALE + 2 * ROW + 6 + BAR + 13

    assert across(lowest.share.low) in dots(image, look, y)


def test_the_partner_shown_is_filled_whether_lowest_or_not(qtbot, look, picture):
    domain = picture.domains[2]
    other = next(n for n, c in enumerate(domain.cells) if c.known and not c.lowest)
    image = paint(qtbot, DomainBars(look), picture, marked=other)
    y = SCALE + 2 * ROW + 6 + BAR + 13

    assert across(min(domain.cells[other].share.low, 1)) in dots(image, look, y)


def test_the_radar_is_filled_inside_and_empty_outside(qtbot, look):
    image = paint(qtbot, Radar(look), simple(*[Range(0.5, 0.5)] * 6))
    middle, corner = image.rect().center(), image.rect().topLeft()

    assert image.pixelColor(middle.x() + 20, middle.y() + 12) != image.pixelColor(corner)


def test_the_radar_of_two_domains_says_why_it_is_empty(qtbot, look):
    few = paint(qtbot, Radar(look), simple(Range(0.5, 0.5), Range(0.5, 0.5)))
    none = paint(qtbot, Radar(look), simple())

    assert few == none


def test_the_radar_leaves_out_domains_without_targets(qtbot, look):
    without = simple(*[Range(0.5, 0.5)] * 4, None)
    image = paint(qtbot, Radar(look), without)

    assert image == paint(qtbot, Radar(look), simple(*[Range(0.5, 0.5)] * 4))


def test_the_radar_draws_the_line_of_one_partner(qtbot, look, picture):
    plain = paint(qtbot, Radar(look), picture)
    one = paint(qtbot, Radar(look), picture, marked=0)

    assert plain != one


@pytest.fixture
def model(picture):
    made = DomainModel()
    made.show(picture)
    return made


def test_the_table_keeps_the_rules_of_models(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_the_table_says_what_the_chart_shows(model, picture):
    domain = picture.domains[2]
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert model.index(2, DOMAIN).data() == domain.name
    assert model.index(2, TOGETHER).data() == domain.together.text
    assert model.index(2, FIRST).data(spoken) == domain.cells[0].words
    assert model.index(2, TOGETHER).data(SORT_ROLE) == domain.together.share.low
    assert model.index(2, DOMAIN).data(spoken) is None
    assert model.data(QModelIndex()) is None


def test_the_table_heads_name_the_partners(model, picture):
    heads, tip = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole

    assert model.headerData(FIRST, heads) == picture.columns[0].short_name
    assert model.headerData(FIRST, heads, tip) == picture.columns[0].name
    assert model.headerData(TOGETHER, heads, tip) is None
    assert model.headerData(FIRST, Qt.Orientation.Vertical) is None


def test_each_chart_scrolls_together_with_its_whole_table(qtbot, look, picture):
    pane = ChartPane(look, DomainBars(look), bars_legend(look), "Bars as a table")
    qtbot.addWidget(pane)
    pane.resize(672, 500)
    pane.show_picture(picture, picture.columns[1].id)
    pane.show()
    qtbot.waitExposed(pane)

    assert pane.table.height() > len(picture.domains) * look.px(32)
    assert pane.chart._marked == 1


def test_a_legend_has_words_for_every_sign(qtbot, look, checklist):
    legend = heat_legend(look, checklist)
    qtbot.addWidget(legend)
    said = {label.text() for label in legend.findChildren(QLabel)}

    assert {level.name for level in checklist.levels} < said
    assert {"1 level short", "lowest", "don’t know", "not answered", "not asked"} < said


@pytest.mark.parametrize("make", [bars_legend, radar_legend])
def test_the_signs_of_the_charts_differ(qtbot, look, make):
    legend = make(look)
    qtbot.addWidget(legend)
    signs = [sign.grab().toImage() for sign in legend.findChildren(SignPicture)]

    assert all(one != other for n, one in enumerate(signs) for other in signs[:n])
