"""The totals of costs as tables with painted ranges: by year and by funding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHeaderView
from typing_extensions import override

from techmodel.core.costs import by_funding, by_year, total
from techmodel.ui.look import S, Size, Weight
from techmodel.ui.widgets.paint import hatch
from techmodel.ui.widgets.plain_model import KEY_ROLE, PlainModel, PlainRow
from techmodel.ui.widgets.rows import RowDelegate, paint_row
from techmodel.ui.widgets.table import Table
from techmodel.wording import costs_page as wording
from techmodel.wording.costs import money_words, pounds_alike, range_alike, year_name
from techmodel.wording.numbers import percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from techmodel.core.plan_parts import Cost, Money
    from techmodel.ui.look import Look
    from techmodel.ui.widgets.plain_model import Index


MONEY_ROLE = KEY_ROLE + 1
"""The `Money` behind a picture, and the most of any row."""
SUM_ROLE = KEY_ROLE + 2
"""Whether a row sums up the others."""
PICTURE = 1
"""The column with the picture."""
BAR, LEAST = 12, 96
"""CSS pixels that a bar is high, and wide at least."""


@dataclass(frozen=True, slots=True)
class Total:
    """A row of totals: its words, what they are sorted by, and its range.

    Attributes:
        texts, sort: by column.
        money: what is painted.
        is_sum: whether it sums up the others; then nothing is painted.
    """

    texts: tuple[str, ...]
    sort: tuple[float, ...]
    money: Money
    is_sum: bool = False


class TotalsModel(PlainModel):
    """Totals, the last row of all together; the words of the picture are told."""

    def __init__(self, heads: Sequence[str], parent: QObject) -> None:
        figures = [column for column in range(len(heads)) if column not in {0, PICTURE}]
        super().__init__(heads, figures, parent)
        self.totals: tuple[Total, ...] = ()

    def show_totals(self, totals: Sequence[Total]) -> None:
        """Show other totals."""
        self.totals = tuple(totals)
        self.show(
            [
                PlainRow(
                    str(number),
                    row.texts,
                    tuple(enumerate(row.sort)),
                    ((PICTURE, money_words(row.money)),),
                )
                for number, row in enumerate(totals)
            ]
        )

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {MONEY_ROLE, SUM_ROLE} or not index.isValid():
            return super().data(index, role)
        row = self.totals[index.row()]
        if role == SUM_ROLE:
            return row.is_sum
        painted = index.column() == PICTURE and not row.is_sum
        return (row.money, self._most()) if painted else None

    def _most(self) -> int:
        return max((t.money.high for t in self.totals if not t.is_sum), default=0)


class TotalsDelegate(RowDelegate):
    """Paints the range of a row, and the row of all together strong."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(SUM_ROLE):
            text: Any = option
            text.font = self._look.font(Size.BODY, Weight.SEMIBOLD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = index.data(MONEY_ROLE)
        if not isinstance(found, tuple):
            super().paint(painter, option, index)
            return
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        cell: Any = option
        area = QRectF(cell.rect).adjusted(S, 0, -S, 0)
        high = self._look.px(BAR)
        area = QRectF(area.x(), area.center().y() - high / 2, area.width(), high)
        paint_money(painter, area, self._look, *found)
        painter.restore()


class TotalsTable(Table):
    """Totals, as tall as all of them."""

    def __init__(
        self, look: Look, name: str, columns: Sequence[tuple[str, int]], parent: QWidget
    ) -> None:
        """`columns` are heads and widths in CSS pixels; the picture has what is left."""
        super().__init__(look, name, parent)
        self.totals = TotalsModel([head for head, _ in columns], self)
        self._wide = [width for _, width in columns]
        self.setModel(self.totals)
        self.setItemDelegate(TotalsDelegate(look, self))
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setSectionsMovable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        look.changed.connect(self.fit)
        self.fit()

    def show_totals(self, totals: Sequence[Total]) -> None:
        """Show other totals."""
        self.totals.show_totals(totals)
        self.fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the rows; the last columns go where the picture would have no room."""
        px, room = self._look.px, self.viewport().width()
        shown = len(self._wide)
        while shown > PICTURE + 3 and sum(map(px, self._wide[:shown])) + px(LEAST) > room:
            shown -= 1
        rest = room - sum(map(px, self._wide[:shown]))
        for column, width in enumerate(self._wide):
            self.setColumnHidden(column, column >= shown)
            self.setColumnWidth(column, max(rest, 0) if column == PICTURE else px(width))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + self.totals.rowCount() * px(32) + 2)

    @override
    def _on_resized(self) -> None:
        """Nobody drags these columns, so there is nothing to remember."""


def paint_money(painter: QPainter, area: QRectF, look: Look, money: Money, most: int) -> None:
    """Paint a range on the scale of the most: solid to low, hatched to high, a line at likely."""
    if not most:
        return
    scale = area.width() / most
    low, high, likely = (n * scale for n in (money.low, money.high, money.likely))
    accent = look.colour("accent")
    painter.fillRect(QRectF(area.x(), area.y(), low, area.height()), accent)
    if high > low:
        rest = QRectF(area.x() + low, area.y(), high - low, area.height())
        hatch(painter, rest, accent)
        painter.setPen(QPen(accent, 1))
        painter.drawRect(rest)
    painter.setPen(QPen(look.colour("ink"), 2))
    x = area.x() + likely
    painter.drawLine(QLineF(x, area.y() - 3, x, area.bottom() + 3))


def year_totals(costs: Sequence[Cost]) -> tuple[Total, ...]:
    """A row a financial year, and one for all."""
    years = by_year(costs)
    rows = [(year_name(y), float(y), sums) for y, sums in years.items()]
    rows.append((wording.ALL_YEARS, float("inf"), total(costs)))
    write = pounds_alike([sums.total.high for _, _, sums in rows])
    return tuple(
        Total(
            (
                *(name, "", write(sums.total.likely)),
                *(range_alike(sums.total, write), write(sums.one_off.likely)),
                write(sums.recurrent.likely),
            ),
            (
                *(place, sums.total.high, sums.total.likely),
                *(sums.total.low, sums.one_off.likely, sums.recurrent.likely),
            ),
            sums.total,
            is_sum=place == float("inf"),
        )
        for name, place, sums in rows
    )


def funding_totals(costs: Sequence[Cost]) -> tuple[Total, ...]:
    """A row a source of money, what has none named last, and one for all."""
    whole = total(costs).total
    rows = [(wording.funding_name(name), s.total) for name, s in by_funding(costs).items()]
    rows.append((wording.ALL_FUNDING, whole))
    found, write = [], pounds_alike([whole.high])
    for place, (name, money) in enumerate(rows):
        share = money.likely / whole.likely if whole.likely else 0.0
        texts = (name, "", write(money.likely), range_alike(money, write), percent(share))
        sort = (float(place), money.high, money.likely, money.low, share)
        found.append(Total(texts, sort, money, is_sum=place == len(rows) - 1))
    return tuple(found)
