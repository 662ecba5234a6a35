"""The page of a care model in words: what it is, for whom, who takes part, what it leans on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from techmodel.ui.look import M, S
from techmodel.ui.web_address import breakable, safe_url
from techmodel.ui.widgets.web_link import WebLink
from techmodel.ui.widgets.words import words
from techmodel.wording.requirements import LEANS_ON, SOURCE_LINK, SOURCES, WHAT, model_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import CareModel


class CareModelAbout(QWidget):
    """One care model whole, or what each of several is; made anew when they are others.

    Signals:
        said(str): what was done with an address.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, brief: bool = False) -> None:
        """`brief`: without what it is and its sources, which are read elsewhere."""
        super().__init__(parent)
        self._brief = brief
        self._shown: tuple[CareModel, ...] = ()
        self._inside: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_models(self, models: Sequence[CareModel]) -> None:
        """Show others; of several only what each is."""
        if tuple(models) == self._shown:
            return
        self._shown = tuple(models)
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for model in models:
            self._add(column, model, whole=len(models) == 1)
        column.addStretch(1)
        self._column.addWidget(self._inside)

    def _add(self, column: QVBoxLayout, model: CareModel, *, whole: bool) -> None:
        column.addWidget(words(model.name, "heading", wrap=True))
        if not whole:
            column.addWidget(_selectable(model.description))
            return
        for head, said in model_page(model):
            lines = [f"• {line}" for line in model.leans_on] if head == LEANS_ON else [said]
            if head != SOURCES and not (self._brief and head == WHAT):
                column.addLayout(_part(head, [_selectable(line) for line in lines]))
        if model.sources and not self._brief:
            column.addLayout(_part(SOURCES, [self._source(url) for url in model.sources]))

    def _source(self, url: str) -> QWidget:
        if safe_url(url) is None:
            return _selectable(breakable(url), "small")
        link = WebLink(SOURCE_LINK, self)
        link.show_address(url)
        link.said.connect(self.said)
        return link


def _part(head: str, lines: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(S // 2)
    column.addWidget(words(head, "label"))
    for line in lines:
        column.addWidget(line)
    return column


def _selectable(text: str, role: str = "") -> QLabel:
    label = words(text, role, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
