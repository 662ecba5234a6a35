"""The page of another version of the checklist: what it changes, before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.errors import Refused
from techmodel.session.checklist_update import preview_update, take_update
from techmodel.ui.checklist_update.foot import make_foot
from techmodel.ui.finishing import FinishingPage
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import words
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import checklist_update_page as wording
from techmodel.wording.checklist_update import NOTHING_LOST, own_gone

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.checklist import Checklist
    from techmodel.session.checklist_update import Preview
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace

_WIDTHS = (90, 90, 330, 0, 80)
"""Widths of the columns in CSS pixels; 0 takes what is left."""
_ROOM = 900
"""Where the page has fewer CSS pixels, columns get narrower with it."""
_ANSWERS = 4
"""The column of figures."""


class ChecklistUpdatePage(FinishingPage):
    """Shows what another version changes; nothing is written before the button.

    Signals:
        other_wanted(): a person wants to choose another version.
    """

    other_wanted = Signal()

    name = wording.MENU
    icon = "checklist"

    def __init__(
        self, workspace: Workspace, look: Look, new: Checklist, parent: QWidget | None = None
    ) -> None:
        """`new` is the version that is offered, as an assessment would carry it."""
        self._new, self._reason = new, ""
        self._preview: Preview | None = None
        super().__init__(workspace, look, parent)

    def show_version(self, new: Checklist) -> None:
        """Offer another version instead."""
        self._new = new
        self.refresh()
        self.say_headline()

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        if self._preview is None:
            return self._reason
        return wording.headline(self._new, self._preview.update)

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self.other,)

    @override
    def refresh(self) -> None:
        self._preview, self._reason = None, ""
        try:
            self._preview = preview_update(self.workspace.session, self._new)
        except Refused as error:
            self._reason = str(error)
        self.model.show(self._rows())
        self._judge()

    @override
    def focus_first(self) -> None:
        place = self.table if self.model.rows else self.cancel
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.table, self.take if self.take.isEnabled() else self.cancel

    @override
    def has_begun(self) -> bool:
        return False  # the whole version is taken at once, so leaving loses no decision

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    @override
    def _build(self) -> None:
        self.other = QPushButton(wording.OTHER)
        self.model = PlainModel(wording.HEADS, (_ANSWERS,), self)
        self.table = Table(self.look, wording.TABLE, self.body)
        self.table.setModel(self.model)
        WrappedRows(self.look, self.table)
        self._size_columns()
        self.cancel, self.take = LinkButton(wording.CANCEL), QPushButton(wording.TAKE)
        self.take.setProperty("role", "primary")
        self.reason = words("", "quiet", wrap=True)
        column_ = QVBoxLayout(self.body)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addWidget(self.table, stretch=1)
        column_.addWidget(make_foot(self.body, self.cancel, self.reason, self.take))

    def _size_columns(self) -> None:
        modes, heads = QHeaderView.ResizeMode, self.table.horizontalHeader()
        for column, width in enumerate(_WIDTHS):
            heads.setSectionResizeMode(column, modes.Interactive if width else modes.Stretch)
            if width:
                most = round(self.width() * width / _ROOM)
                self.table.setColumnWidth(column, min(self.look.px(width), most))

    @override
    def _connect(self) -> None:
        self.other.clicked.connect(self.other_wanted)
        self.cancel.clicked.connect(self._on_cancel)
        self.take.clicked.connect(self._on_take)
        self.look.changed.connect(self._size_columns)

    def _rows(self) -> list[PlainRow]:
        found = self._preview
        if found is None:
            return []
        lines = (
            *wording.rows(found.old, found.new, found.update, found.answers),
            *wording.stray_rows(found.new, found.strays),
        )
        return [
            PlainRow(id_, (group, id_, name, what, str(count or "")), ((_ANSWERS, count),))
            for group, id_, name, what, count in lines
        ]

    def _judge(self) -> None:
        """Say what the button waits for, or that nothing is lost."""
        reason = self._reason
        if self._preview is not None and self._preview.is_same:
            reason = wording.SAME
        elif self.workspace.session.read_only:
            reason = wording.READ_ONLY
        own = own_gone(self._preview.update) if self._preview else ""
        self.reason.setText(
            (own or NOTHING_LOST) if not reason else "" if self._reason else reason
        )
        self.cancel.setText(wording.CLOSE if reason else wording.CANCEL)
        self.take.setEnabled(not reason)
        self.take.setAccessibleDescription(reason or own or NOTHING_LOST)

    def _on_take(self) -> None:
        self._finish(self._take, wording.said)

    def _take(self, session: Session) -> Touched:
        return take_update(session, self._new)
