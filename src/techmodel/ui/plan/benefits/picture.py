"""The drawn logic model: gone through by arrows, joined by key or by drawing a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.plan.benefits.drawing import EMPTY, draw
from techmodel.ui.plan.benefits.paint import State, paint_sheet
from techmodel.wording import benefits_page as wording

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from techmodel.core.plan_parts import Benefit
    from techmodel.ui.look import Look
    from techmodel.ui.plan.benefits.drawing import Face

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}


class LogicPicture(QWidget):
    """The drawing.

    Signals:
        came(str): another element is current.
        opened(): the current one should be shown whole.
        join_wanted(str, str): one element should lead to another, or no longer.
        add_wanted(), remove_wanted(), copy_wanted(): Insert, Delete or Ctrl+C was pressed.
        seen(QRectF): this area should be in view.
        said(str): what to do next, or what has come of it.
    """

    came = Signal(str)
    opened = Signal()
    join_wanted = Signal(str, str)
    add_wanted = Signal()
    remove_wanted = Signal()
    copy_wanted = Signal()
    seen = Signal(QRectF)
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._benefits: tuple[Benefit, ...] = ()
        self._lacks: Mapping[str, str] = {}
        self._matching: frozenset[str] = frozenset()
        self._room = 0
        self._current, self._source = "", ""
        self._pressed: QPointF | None = None
        self._drag: QPointF | None = None
        self.sheet = EMPTY
        self.may_change = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(wording.TABLE)
        look.changed.connect(self._draw)

    @property
    def current(self) -> str:
        """The id of the element one is on, "" for none."""
        return self._current

    @property
    def joining(self) -> str:
        """The id of the element that is being joined, "" for none."""
        return self._source

    def show_model(
        self,
        benefits: Sequence[Benefit],
        lacks: Mapping[str, str],
        matching: Collection[str],
    ) -> None:
        """Show another model: what is wrong, by id, and which elements the search leaves."""
        self._benefits, self._lacks = tuple(benefits), lacks
        self._matching = frozenset(matching)
        self._draw()

    def show_current(self, id_: str) -> None:
        """Make an element the current one, without saying so."""
        self._current = id_
        face = self.sheet.face(id_)
        if face is not None:
            self.setAccessibleDescription(self._words(face))
            self.seen.emit(face.area)
        self.update()

    def give_room(self, width: int) -> None:
        """Fill so many pixels, or as many as the columns need."""
        if width != self._room:
            self._room = width
            self._draw()

    def begin_joining(self) -> None:
        """Let the current element lead to the one that is chosen next."""
        face = self.sheet.face(self._current)
        if face is not None and self.may_change:
            self._source = self._current
            self.said.emit(wording.joining(face.benefit))
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.sheet.width, self.sheet.height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused, matching = self.hasFocus(), self._matching
        state = State(self._current, self._source, matching, focused, self._drag)
        paint_sheet(painter, self.sheet, self._look, state)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers() & _WITH
        acts = {
            Qt.Key.Key_L: self.begin_joining,
            Qt.Key.Key_Insert: self.add_wanted.emit,
            Qt.Key.Key_Delete: self.remove_wanted.emit,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif plain and key in _ARROWS:
            self._go(self._next(key))
        elif plain and key in _ENTER:
            self._enter()
        elif plain and key == Qt.Key.Key_Escape and self._source:
            self._stop()
        elif plain and key in acts:
            acts[key]()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        face = self.sheet.at(event.position())
        if face is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._source and self._source != face.benefit.id:
            self._join(face.benefit.id)
            return
        self._pressed = event.position()
        self._go(face)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not self.may_change:
            return
        moved = (event.position() - self._pressed).manhattanLength()
        if self._drag is not None or moved >= QApplication.startDragDistance():
            self._source, self._drag = self._current, event.position()
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed, self._drag = self._drag, None, None
        if dragged is None:
            return
        face = self.sheet.at(event.position())
        if face is None or face.benefit.id == self._source:
            self._stop()
        else:
            self._join(face.benefit.id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.sheet.at(event.position()) is not None:
            self.opened.emit()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            face = self.sheet.at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(face) if face else "", self)
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._current and self.sheet.faces:
            self._go(self.sheet.faces[0])
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _draw(self) -> None:
        self.sheet = EMPTY
        if self._benefits:
            self.sheet = draw(self._benefits, self._lacks, self._look, self._room)
        if self.sheet.face(self._source) is None:
            self._source = ""
        self.setFixedSize(self.sheet.width, self.sheet.height)
        self.update()

    def _next(self, key: Qt.Key) -> Face | None:
        face = self.sheet.face(self._current)
        if face is None:
            return self.sheet.faces[0] if self.sheet.faces else None
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            return self.sheet.beside(face, 1 if key == Qt.Key.Key_Right else -1)
        column = self.sheet.column(face)
        place = column.index(face) + (1 if key == Qt.Key.Key_Down else -1)
        return column[place] if 0 <= place < len(column) else None

    def _go(self, face: Face | None) -> None:
        if face is not None and face.benefit.id != self._current:
            self.show_current(face.benefit.id)
            announce(self, self._words(face))
            self.came.emit(face.benefit.id)

    def _enter(self) -> None:
        if self._source and self._source != self._current:
            self._join(self._current)
        elif self._current:
            self.opened.emit()

    def _join(self, target: str) -> None:
        source, self._source = self._source, ""
        self.update()
        self.join_wanted.emit(source, target)

    def _stop(self) -> None:
        self._source = ""
        self.said.emit(wording.STOPPED)
        self.update()

    def _words(self, face: Face) -> str:
        column = self.sheet.column(face)
        place = column.index(face) + 1, len(column)
        lacks = self._lacks.get(face.benefit.id, "")
        return wording.card_words(face.benefit, self._benefits, place, lacks)


_WITH = ~Qt.KeyboardModifier.KeypadModifier
