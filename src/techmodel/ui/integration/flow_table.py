"""The table twin: a row for each flow, whose level is typed on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from techmodel.ui.look import Size, Weight
from techmodel.ui.plan.entries.sized import SizedTable
from techmodel.ui.widgets.paint import paint_pips
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.rows import paint_row
from techmodel.ui.widgets.wrapped import MOST_WRAPPED, WrappedDelegate, WrappedRows
from techmodel.wording import integration_page as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex
    from PySide6.QtGui import QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from techmodel.core.flow_parts import FlowKey
    from techmodel.core.flows import Flow
    from techmodel.ui.integration.sight import Sight
    from techmodel.ui.look import Look

    Index = QModelIndex | QPersistentModelIndex

INFORMATION, WAY, LEVEL, GAP, CAPABILITY = range(5)
WIDTHS = (170, 190, 58, 58, 76)
"""CSS pixels of the columns; the first has what is left, too."""
_VERBS = {Qt.Key.Key_D: "unknown", Qt.Key.Key_N: "not applicable", Qt.Key.Key_T: "note"}


class FlowsModel(PlainModel):
    """The rows of flows."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(wording.HEADS, [], parent)
        self.flows: tuple[Flow, ...] = ()

    def show_flows(self, flows: Sequence[Flow], sight: Sight) -> None:
        """Show other flows."""
        self.flows = tuple(flows)
        self.show([_row(n, flow, sight) for n, flow in enumerate(flows)])


class FlowsDelegate(WrappedDelegate):
    """Paints levels with their targets, gaps as squares, and capabilities as links."""

    def __init__(self, look: Look, model: FlowsModel, table: FlowTable) -> None:
        super().__init__(look, table)
        self._flows, self._table = model, table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flow = self._table.flow(index)
        if flow is None or index.column() not in {LEVEL, GAP, CAPABILITY}:
            super().paint(painter, option, index)
            return
        cell: Any = option
        painter.save()
        paint_row(painter, option, self._look, first=False, ring=True)
        area = QRect(cell.rect).adjusted(8, 0, -4, -1)
        if index.column() == LEVEL:
            self._level(painter, area, str(index.data()))
        elif index.column() == CAPABILITY:
            self._link(painter, area, str(index.data()))
        elif flow.gap is not None and flow.gap.high:
            paint_pips(painter, area, self._look, flow.gap)
        else:
            painter.setFont(self._look.font())
            painter.setPen(self._look.colour("ink2"))
            painter.drawText(area, _LEFT, str(index.data()))
        painter.restore()

    def _level(self, painter: QPainter, area: QRect, text: str) -> None:
        level, of, target = text.partition(" of ")
        left = area.left()
        for part, weight, token in (
            (level, Weight.SEMIBOLD, "ink"),
            (of, Weight.REGULAR, "ink2"),
            (target, Weight.SEMIBOLD, "ink"),
        ):
            painter.setFont(self._look.font(Size.BODY, weight))
            painter.setPen(self._look.colour(token))
            wide = painter.fontMetrics().horizontalAdvance(part)
            painter.drawText(QRect(left, area.top(), wide + 2, area.height()), _LEFT, part)
            left += wide

    def _link(self, painter: QPainter, area: QRect, text: str) -> None:
        font = self._look.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._look.colour("accent"))
        painter.drawText(area, _LEFT, text)


class FlowTable(SizedTable):
    """The flows that the filters and what is chosen leave.

    Signals:
        came(): another flow is the current one, or none.
        level_wanted(int): a digit was typed on the current flow.
        verb_wanted(str): "unknown", "not applicable" or "note" was typed on it.
        card_wanted(str): the card of a capability should be shown.
        let_go(): Esc was pressed.
    """

    came = Signal()
    level_wanted = Signal(int)
    verb_wanted = Signal(str)
    card_wanted = Signal(str)
    let_go = Signal()

    def __init__(self, look: Look, letter_keys: Callable[[], bool], parent: QWidget) -> None:
        super().__init__(look, wording.TABLE, parent)
        self._letter_keys = letter_keys
        self.rows_ = FlowsModel(self)
        self.setModel(self.rows_)
        WrappedRows(look, self).changed.connect(self._on_wrapped)
        self.setItemDelegate(FlowsDelegate(look, self.rows_, self))
        self.give_widths(WIDTHS)
        self.setAccessibleDescription(wording.KEYS)
        self.selectionModel().currentRowChanged.connect(self.came)
        self.activated.connect(self._on_activated)

    def flow(self, index: Index) -> Flow | None:
        """The flow of a row shown."""
        source = self.source_index(self.model().index(index.row(), 0))
        return self.rows_.flows[source.row()] if source.isValid() else None

    @property
    def current(self) -> Flow | None:
        """The flow one is on."""
        return self.flow(self.currentIndex()) if self.currentIndex().isValid() else None

    def show_flows(self, flows: Sequence[Flow], sight: Sight) -> None:
        """Show other flows; one stays on the same, or on the one that comes in its place."""
        held, at = self.current, self.currentIndex()
        self.rows_.show_flows(flows, sight)
        row = next((n for n, f in enumerate(flows) if held and f.key == held.key), -1)
        last, column = self.model().rowCount() - 1, max(at.column(), 0)
        place = self.model().index(max(0, min(at.row(), last)), column)
        self._go(self.rows_.index(row, column) if row >= 0 else self.source_index(place))
        self.came.emit()

    def go_to(self, key: FlowKey) -> bool:
        """Go to a flow; whether it is shown."""
        row = next((n for n, f in enumerate(self.rows_.flows) if f.key == key), -1)
        self._go(self.rows_.index(row, 0))
        return row >= 0

    @override
    def event(self, event: QEvent) -> bool:
        """Keep letters and digits from the window while they record something here."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._act(event, dry=True):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        elif not self._act(event):
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        flow = self.flow(index) if index.column() == CAPABILITY else None
        if flow is not None and event.button() == Qt.MouseButton.LeftButton:
            self.card_wanted.emit(flow.capability)

    def _act(self, event: QKeyEvent, *, dry: bool = False) -> bool:
        """Do what a letter or digit means here; whether it means anything."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers or self.current is None or not self._letter_keys():
            return False
        if event.text() in set("012345"):
            if event.text() and not dry:
                self.level_wanted.emit(int(event.text()))
            return bool(event.text())
        verb = _VERBS.get(Qt.Key(event.key()), "")
        if verb and not dry:
            self.verb_wanted.emit(verb)
        return bool(verb)

    def _go(self, source: QModelIndex) -> None:
        place = self.shown_index(source)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(place)

    def _on_wrapped(self) -> None:
        """Keep the current flow in view where rows have grown; cut long tables at any letter."""
        self.setWordWrap(self.model().rowCount() <= MOST_WRAPPED)
        self.scrollTo(self.currentIndex())

    def _on_activated(self) -> None:
        if self.current is not None:
            self.card_wanted.emit(self.current.capability)


def _row(number: int, flow: Flow, sight: Sight) -> PlainRow:
    way = " → ".join(sight.short_names[o] for o in flow.key[:2])
    level, gap = wording.level_words(flow), wording.gap_words(flow)
    level_sort = -1 if flow.value.level is None else flow.value.level
    gap_sort = -1 if flow.gap is None else flow.gap.high
    return PlainRow(
        str(number),
        (flow.information, way, level, gap, flow.capability),
        ((LEVEL, level_sort), (GAP, gap_sort)),
        ((INFORMATION, wording.flow_words(flow, sight.names)),),
    )


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
