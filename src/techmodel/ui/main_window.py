"""The window: it puts frame, actions and keys together and knows nothing about answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from techmodel.ui.announce import announce
from techmodel.ui.frame.actions import Actions
from techmodel.ui.look import TEXT_MAX, TEXT_MIN, TEXT_STEP, Look, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent

    from techmodel.ui.frame.frame import Frame
    from techmodel.ui.frame.rail import PlaceName

FIRST_SIZE = (1280, 800)
SMALLEST = (640, 480)
TITLE_BAR = 40
"""Sizes in CSS pixels."""
TEXT_AFTER = 60
"""Milliseconds that the keys of the text size rest before it changes."""


class MainWindow(QMainWindow):
    """The one window.

    Signals:
        file_wanted(object): a document (Path) that a person dropped here or chose from the menu.
        closing(): the window is about to close; `may_close` has said yes.

    Attributes:
        actions_: what menus and keys can do.
        room: the parent of every frame.
        recent, showing: the menus that others fill before they open.
        may_close: asked before the window closes.
    """

    file_wanted = Signal(object)
    closing = Signal()

    def __init__(self, look: Look, places: Sequence[PlaceName], geometry: str = "") -> None:
        super().__init__()
        self._look = look
        self._frames: list[tuple[Frame, str]] = []
        self.room = QStackedWidget(self)
        self.setCentralWidget(self.room)
        self.may_close: Callable[[], bool] = lambda: True
        self.actions_ = Actions(self, places)
        self.recent, self.showing = QMenu("Open &recent", self), QMenu("S&howing", self)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self._connect()
        self._place(geometry)

    @property
    def frame(self) -> Frame:
        """The frame now shown."""
        return self._frames[-1][0]

    @property
    def has_frame(self) -> bool:
        """Whether a frame is shown yet."""
        return bool(self._frames)

    @property
    def menus(self) -> tuple[QMenu, QMenu]:
        """The menus of recent files and of organisations, for the frame."""
        return self.recent, self.showing

    @property
    def place_to_remember(self) -> str:
        """Where the window is, to be given to the next one."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put(self, frame: Frame, file: str) -> None:
        """Show a frame in place of all there are; `file` is the document's name, or ""."""
        old, self._frames = self._frames, []
        self.put_over(frame, file)
        for gone, _ in old:
            self.room.removeWidget(gone)
            gone.deleteLater()

    def put_over(self, frame: Frame, file: str) -> None:
        """Show a frame over the present one, which stays as it is beneath."""
        self._frames.append((frame, file))
        frame.shown.connect(self._on_shown)
        self.room.addWidget(frame)
        self.room.setCurrentWidget(frame)

    def take_off(self) -> None:
        """Take the uppermost frame away and show again the one beneath."""
        gone, _ = self._frames.pop()
        self.room.setCurrentWidget(self.frame)
        self.room.removeWidget(gone)
        gone.deleteLater()
        self.frame.show_again()

    def may_leave_all(self) -> bool:
        """Whether every page may go; asks the person where something is unsaved.

        What lies over the undermost frame is only looked at and holds nothing to lose.
        """
        return not self._frames or self._frames[0][0].may_close()

    def list_recent(self, recents: Sequence[tuple[str, str]]) -> None:
        """Fill File > Open recent with (path, title), newest first."""
        self.recent.clear()
        for path, title in recents:
            action = self.recent.addAction((title or path).replace("&", "&&"))
            action.setData(path)
            action.setToolTip(path)
        self.recent.setEnabled(bool(recents))

    def raise_window(self) -> None:
        """Come forward, also from the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._frames and self.frame.escape():
            return
        if event.text() == "?":
            self.actions_.keys.trigger()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and _press_focus():
            return
        super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path:
            event.acceptProposedAction()
            self.file_wanted.emit(path)

    def _connect(self) -> None:
        a = self.actions_
        a.quit.triggered.connect(self.close)
        a.copy.triggered.connect(_copy_from_focus)
        a.larger.triggered.connect(self._on_larger)
        a.smaller.triggered.connect(self._on_smaller)
        a.normal.triggered.connect(self._on_normal)
        a.places.triggered.connect(self._on_place)
        a.themes.triggered.connect(self._on_theme)
        self._look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self._text_timer = QTimer(self)
        self._text_timer.setSingleShot(True)
        self._text_timer.setInterval(TEXT_AFTER)
        self._text_timer.timeout.connect(self._on_text_wanted)
        self.recent.triggered.connect(self._on_recent)
        for key, slot in (("F6", self._on_next_pane), ("Shift+F6", self._on_pane_before)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _place(self, geometry: str) -> None:
        """Take the remembered place if a screen still shows it, else the middle."""
        self.resize(_first_size())
        remembered = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        if not geometry or not self.restoreGeometry(remembered):
            return
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if not any(screen.intersects(self.frameGeometry()) for screen in screens):
            self.resize(_first_size())
            self.move(screens[0].topLeft())

    def _on_shown(self, word: str) -> None:
        if self.sender() is not self.frame:
            return
        parts = (self._frames[-1][1], word, "techmodel")
        self.setWindowTitle(" — ".join(part for part in parts if part))

    def _on_place(self, action: QAction) -> None:
        self.frame.go(action.data())

    def _on_larger(self) -> None:
        self._want_text(self._wanted_text + TEXT_STEP)

    def _on_smaller(self) -> None:
        self._want_text(self._wanted_text - TEXT_STEP)

    def _on_normal(self) -> None:
        self._want_text(TEXT_MIN)

    def _want_text(self, per_cent: int) -> None:
        """Change the text when the keys rest: styling every page anew takes a quarter second."""
        self._wanted_text = max(TEXT_MIN, min(TEXT_MAX, per_cent))
        self._text_timer.start()

    def _on_text_wanted(self) -> None:
        self._look.choose_text(self._wanted_text)
        announce(self, f"Text size {self._look.text}%")

    def _on_look_changed(self) -> None:
        self._wanted_text = self._look.text
        self._show_theme()

    def _on_theme(self, action: QAction) -> None:
        self._look.choose_theme(Theme(action.data()))

    def _show_theme(self) -> None:
        for action in self.actions_.themes.actions():
            action.setChecked(action.data() == self._look.choice)

    def _on_recent(self, action: QAction) -> None:
        self.file_wanted.emit(Path(action.data()))

    def _on_next_pane(self) -> None:
        _focus_pane(self.frame.panes(), 1)

    def _on_pane_before(self) -> None:
        _focus_pane(self.frame.panes(), -1)


def _first_size() -> QSize:
    """The size of a first window: with its title bar it fits into the screen."""
    wanted = QSize(*FIRST_SIZE)
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return wanted
    return wanted.boundedTo(screen.availableGeometry().size() - QSize(0, TITLE_BAR))


def _focus_pane(panes: Sequence[QWidget], step: int) -> None:
    """Put the focus into the pane after (or before) the one that has it."""
    focus = QApplication.focusWidget()
    at = [n for n, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))]
    here = at[-1] if at else (-1 if step > 0 else 0)
    for n in range(1, len(panes) + 1):
        pane = panes[(here + step * n) % len(panes)]
        target = _first_focusable(pane)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _first_focusable(pane: QWidget) -> QWidget | None:
    inside = [pane, *pane.findChildren(QWidget)]
    able = (w for w in inside if w.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return next((w for w in able if w.isVisible() and w.isEnabled()), None)


def _press_focus() -> bool:
    """Press what has the focus, if it is a button that leaves Enter to the window."""
    button = QApplication.focusWidget()
    if not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True


def _copy_from_focus() -> None:
    """Let the control with the focus copy, if it can."""
    copy = getattr(QApplication.focusWidget(), "copy", None)
    if callable(copy):
        copy()


def _dropped(event: QDropEvent) -> Path | None:
    """The one local file that is dropped; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())
