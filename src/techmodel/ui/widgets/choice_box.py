"""A list to choose from whose words end with dots where they are too long for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter
from typing_extensions import override

from techmodel.ui.look import S

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget


class ChoiceBox(QComboBox):
    """A combo box; its tip says the words whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentTextChanged.connect(self.setToolTip)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        whole = self.currentText() or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(
            whole, Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _room(self, option: QStyleOptionComboBox) -> int:
        """Pixels for the words."""
        part, control = QStyle.SubControl.SC_ComboBoxEditField, QStyle.ComplexControl.CC_ComboBox
        field: QRect = self.style().subControlRect(control, option, part, self)
        icon = 0 if option.currentIcon.isNull() else self.iconSize().width() + S
        return field.width() - icon


def choice_list(name: str, first: str, letters: int = 22) -> ChoiceBox:
    """A list for leaving things out, said as `name`, with one entry so far that leaves all in.

    It is at least as wide as so many letters; the data of the first entry is "".
    """
    made = ChoiceBox()
    for part in (made, made.view()):
        part.setAccessibleName(name)
    made.addItem(first, "")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(letters)
    return made


def fill_choices(list_: QComboBox, entries: Iterable[tuple[str, str]]) -> None:
    """Put in other entries (id, words) after the first without a signal; the choice stays."""
    wanted = list(entries)
    held = [(list_.itemData(n), list_.itemText(n)) for n in range(1, list_.count())]
    if wanted == held:
        return
    chosen = list_.currentData()
    list_.blockSignals(True)  # noqa: FBT003 - Qt's own
    while list_.count() > 1:
        list_.removeItem(1)
    for key, words in wanted:
        list_.addItem(words, key)
    list_.setCurrentIndex(max(0, list_.findData(chosen)))
    list_.blockSignals(False)  # noqa: FBT003 - Qt's own
