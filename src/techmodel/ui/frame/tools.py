"""What the frame has for an open assessment: filter, search, undo, redo, saving, refusals."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from techmodel.ui.days import day_words
from techmodel.ui.frame.actions import plain
from techmodel.ui.frame.notice_area import REFUSED
from techmodel.ui.frame.saved import Saved
from techmodel.ui.frame.saving_notice import SavingNotice
from techmodel.ui.frame.search import SearchField
from techmodel.ui.frame.showing import Showing, fill_menu
from techmodel.ui.frame.told import Told
from techmodel.ui.widgets.words import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Batch
    from techmodel.session.touched import Touched
    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.frame.compact_bar import CompactBar
    from techmodel.ui.frame.frame import Frame
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class Tools(QObject):
    """Keeps the frame in step with a workspace; lives and goes with the frame.

    Attributes:
        search: the field in the top bar.
    """

    def __init__(
        self, frame: Frame, look: Look, actions: Actions, showing: QMenu, workspace: Workspace
    ) -> None:
        """`showing` is the menu View > Showing."""
        super().__init__(frame)
        self._frame, self._actions, self._workspace = frame, actions, workspace
        self._look, self._showing = look, showing
        self._told = Told(frame)
        self._build()
        self._saving = SavingNotice(frame.notices, workspace, actions)
        workspace.touched.connect(self._on_touched)
        workspace.failed.connect(self._on_failed)
        workspace.card_wanted.connect(self._on_card_wanted)
        self._holds = False
        self.take_hold()

    def take_hold(self) -> None:
        """Listen to the window's actions, and let them name what they would do here."""
        if not self._holds:
            self._holds = True
            for signal, slot in self._wires():
                signal.connect(slot)
        self._show_state()

    def let_go(self) -> None:
        """Listen to the window's actions no more; another frame takes over."""
        if self._holds:
            self._holds = False
            for signal, slot in self._wires():
                signal.disconnect(slot)

    def start_search(self) -> None:
        """Put the focus in the search field."""
        if self._frame.is_compact:
            self._frame.compact.open_search()
        else:
            self.search.begin()

    def _wires(self) -> tuple[tuple[SignalInstance, Callable[..., object]], ...]:
        actions = self._actions
        return (
            (actions.undo.triggered, self._on_undo),
            (actions.redo.triggered, self._on_redo),
            (actions.find.triggered, self.start_search),
            (self._showing.aboutToShow, self._on_showing_opens),
            (self._showing.triggered, self._on_showing),
        )

    def _on_undo(self) -> None:
        if self._workspace.waiting.give_up_last():
            return
        batch = self._workspace.session.to_undo()
        if self._workspace.run(lambda s: s.undo()):
            self._tell("Taken back", batch)

    def _on_redo(self) -> None:
        batch = self._workspace.session.to_redo()
        if self._workspace.run(lambda s: s.redo()):
            self._tell("Done again", batch)

    def _tell(self, what: str, batch: Batch | None) -> None:
        """Say for a moment what became of a change, which may be out of view."""
        if batch is None:
            return
        self._told.tell(f"{what}: {_label(batch)}")

    def _on_showing_opens(self) -> None:
        fill_menu(self._showing, self._workspace)

    def _on_showing(self, action: QAction) -> None:
        self._workspace.show_only(action.data() or None)

    def _build(self) -> None:
        look, frame, workspace = self._look, self._frame, self._workspace
        label = words("Showing", "small")
        self.search = SearchField(look, self._checklist)
        undo = ActionButton(look, self._actions.undo, "Undo", "undo")
        redo = ActionButton(look, self._actions.redo, "Redo", "redo")
        widgets = (
            label,
            Showing(look, workspace),
            self.search,
            undo,
            redo,
            Saved(look, workspace),
        )
        frame.top.put_right(widgets, (label, undo, redo), self.search)
        self.search.chosen.connect(self._on_found)
        frame.compact_made.connect(self._on_compact_made)

    def _on_compact_made(self, compact: CompactBar) -> None:
        search = SearchField(self._look, self._checklist)
        search.chosen.connect(self._on_found)
        compact.put_right(Saved(self._look, self._workspace, "rail.text"), search)

    def _checklist(self) -> Checklist:
        return self._workspace.session.assessment().checklist

    def _on_touched(self, touched: Touched) -> None:
        self._frame.notices.clear(REFUSED)
        if touched and self._holds:
            self._show_state()

    def _on_failed(self, sentence: str) -> None:
        if sentence != self._workspace.problem:  # which has a notice of its own
            self._frame.notices.put(REFUSED, sentence)

    def _on_found(self, capability: str) -> None:
        self._frame.go("checklist", capability)

    def _on_card_wanted(self, capability: str, organisation: str) -> None:
        if organisation:
            organisations = self._workspace.session.assessment().organisations
            found = next((o.id for o in organisations if o.id == organisation), None)
            self._workspace.show_only(found)
        self._frame.go("checklist", capability)

    def _show_state(self) -> None:
        """Title, answers, and what undo and redo would do."""
        session, rail = self._workspace.session, self._frame.rail
        rows = session.gaps().organisations
        rail.show_title(session.assessment().title)
        rail.show_progress(sum(r.known for r in rows), sum(r.asked for r in rows))
        now = session.now().astimezone()
        undo, redo = (None, None) if session.read_only else (session.to_undo(), session.to_redo())
        self._actions.offer_undo(_named(undo, now), _named(redo, now))


class ActionButton(QPushButton):
    """A quiet button that does what an action does, under a short word."""

    def __init__(self, look: Look, action: QAction, word: str, icon: str) -> None:
        super().__init__(word)
        self._look, self._action, self._icon = look, action, icon
        self.setProperty("role", "quiet")
        self.setProperty("scale", "toolbar")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show)
        look.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setIcon(self._look.icon(self._icon))
        told = plain(self._action.text())
        self.setToolTip(told)
        self.setAccessibleName(told)


def _named(batch: Batch | None, now: datetime) -> str:
    """What would be taken back and its day: “REC-06 for X: 2 → 3”, today."""
    if batch is None:
        return ""
    day = day_words(datetime.fromisoformat(batch.at).astimezone(), now)
    return f"“{_label(batch)}”, {day}".replace("&", "&&")


def _label(batch: Batch) -> str:
    return batch.label.removeprefix("Undo: ").removeprefix("Redo: ")
