"""Settings: how should it look and work here?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from techmodel.settings import home
from techmodel.ui.frame.actions import THEME_WORDS
from techmodel.ui.look import TEXT_MAX, TEXT_MIN, TEXT_STEP, XL, L, S, Theme
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.words import pane, rule, words

if TYPE_CHECKING:
    from techmodel.settings import SettingsFile
    from techmodel.ui.look import Look

QUESTION = "How should it look and work on this computer?"


class SettingsPage(QWidget):
    """Theme, text size, keys, role and data; each holds at once."""

    def __init__(self, look: Look, settings: SettingsFile) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look, self._settings = look, settings
        self._build()
        self._connect()
        self._show()

    def focus_first(self) -> None:
        """Put the focus on the theme now shown."""
        self._theme.button(self._theme.key).setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return (self,)

    def _build(self) -> None:
        self._header = Header()
        self._problem = Note()
        self._theme = Segmented([(t.value, w) for t, w in THEME_WORDS.items()], "Theme")
        self._text = QSlider(Qt.Orientation.Horizontal)
        self._text.setRange(TEXT_MIN // TEXT_STEP, TEXT_MAX // TEXT_STEP)
        self._text.setAccessibleName("Text size")
        self._text.setTracking(False)
        self._text_said = words()
        self._keys = QCheckBox("Letters and digits answer while the card has the focus")
        self._role = QLineEdit(self._settings.now.role)
        self._role.setMaxLength(100)
        self._role.setAccessibleName("Your role")
        self._role.setPlaceholderText("for example IM&T lead")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._inside())
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addWidget(area, stretch=1)

    def _inside(self) -> QWidget:
        inside = pane("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL, XL)
        column.setSpacing(L)
        column.addWidget(self._problem)
        for widget in self._groups():
            column.addWidget(widget)
            column.addWidget(rule())
        column.addStretch(1)
        return inside

    def _groups(self) -> list[QWidget]:
        self._folder = QPushButton("Open the folder")
        self._copy = QPushButton("Copy the path")
        return [
            _group("Theme", "High contrast tells levels by digit and outline.", self._theme),
            _group("Text size", "Also Ctrl and plus, minus or 0.", self._text, self._text_said),
            _group(
                "Keys", "0 to 5, and letters such as D and N; never while you type.", self._keys
            ),
            _group(
                "Your role",
                "Others read it when they find an assessment in use. Leave it empty to say "
                "nothing. Your login name is never used.",
                self._role,
            ),
            _group(
                "Data on this computer",
                f"Working files, settings and the log are in {home()}. Your assessments are where "
                "you keep them. Nothing is sent anywhere.",
                self._folder,
                self._copy,
            ),
        ]

    def _connect(self) -> None:
        self._theme.chosen.connect(self._on_theme)
        self._text.valueChanged.connect(self._on_text)
        self._text.sliderMoved.connect(self._say_text)
        self._keys.clicked.connect(self._on_keys)
        self._role.editingFinished.connect(self._on_role)
        self._folder.clicked.connect(self._on_folder)
        self._copy.clicked.connect(self._on_copy)
        self._look.changed.connect(self._show)

    def _show(self) -> None:
        look = self._look
        self._theme.choose(look.choice.value)
        with QSignalBlocker(self._text):
            self._text.setValue(look.text // TEXT_STEP)
        self._text.setFixedWidth(look.px(240))
        self._role.setFixedWidth(look.px(320))
        self._say_text(look.text // TEXT_STEP)
        self._keys.setChecked(self._settings.now.letter_keys)
        self._header.say(QUESTION, _headline(look, letter_keys=self._keys.isChecked()))
        problem = self._settings.problem
        self._problem.setVisible(bool(problem))
        if problem:
            self._problem.say(problem)

    def _say_text(self, step: int) -> None:
        self._text_said.setText(f"{step * TEXT_STEP}%")

    def _on_theme(self, key: str) -> None:
        self._look.choose_theme(Theme(key))

    def _on_text(self, step: int) -> None:
        self._look.choose_text(step * TEXT_STEP)

    def _on_keys(self, checked: bool) -> None:
        self._settings.change(letter_keys=checked)
        self._show()

    def _on_role(self) -> None:
        self._settings.change(role=self._role.text().strip())
        self._show()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(home())))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(home()))


def _headline(look: Look, *, letter_keys: bool) -> str:
    theme = THEME_WORDS[look.choice].lower()
    says = "follows the system" if look.choice is Theme.SYSTEM else f"is {theme}"
    keys = "on" if letter_keys else "off"
    return f"The theme {says}, text is at {look.text}%, letter keys are {keys}."


def _group(title: str, text: str, *controls: QWidget) -> QWidget:
    box = QWidget()
    texts = QVBoxLayout()
    texts.setSpacing(2)
    texts.addWidget(words(title, "heading"))
    texts.addWidget(words(text, "small", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(S)
    for control in controls:
        row.addWidget(control)
    row.addStretch(1)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S)
    column.addLayout(texts)
    column.addLayout(row)
    return box
