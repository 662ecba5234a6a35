"""What care models ask for: the page of one, or several together, and a table of levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from techmodel.core.requirements import find_requirements
from techmodel.ui.announce import announce
from techmodel.ui.look import XL, L, M, S
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.care_model_about import CareModelAbout
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.plain_model import PlainModel, PlainRow
from techmodel.ui.widgets.table import Table
from techmodel.ui.widgets.words import pane
from techmodel.ui.widgets.wrapped import WrappedRows
from techmodel.wording import requirements as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.core.checklist import CareModelId, Checklist
    from techmodel.ui.look import Look

ABOUT, WIDE_FROM = 320, 1020
"""CSS pixels: width of the page beside the table, and from which width on it stands there."""
SHARES = (0.17, 0.26, 0.13)
"""Shares of the table’s width for all columns but the last, which takes what is left."""
_LIST, _PAGE = "list", "page"
_WIDEST = 16_777_215
"""What Qt takes for no limit."""


class RequirementsPage(QWidget):
    """Shows what care models are and ask for; it needs no answers and changes nothing.

    Signals:
        save_wanted(object, object): write the list of a checklist and care models (ids).
    """

    save_wanted = Signal(object, object)

    name = wording.PAGE

    def __init__(
        self,
        look: Look,
        checklist: Checklist,
        chosen: Sequence[CareModelId],
        parent: QWidget | None = None,
    ) -> None:
        """`chosen` are shown together first; without any, the first care model."""
        super().__init__(parent)
        self.setObjectName("page")
        self._look, self._checklist, self._together = look, checklist, tuple(chosen)
        self.header, self.choice = Header(self), ChoiceBox(self)
        self.save = QPushButton(wording.SAVE, self)
        self.switch = Segmented(
            ((_LIST, wording.TABLE), (_PAGE, wording.ABOUT)), wording.PAGE, self
        )
        self.about, self.table = CareModelAbout(self), Table(look, wording.TABLE, self)
        self.model = PlainModel(wording.TABLE_HEADS, parent=self.table)
        self._build()
        self._connect()
        self.show_model(chosen[0] if len(chosen) == 1 else "")

    @property
    def models(self) -> tuple[CareModelId, ...]:
        """The care models now shown."""
        model = self.choice.currentData()
        return (model,) if model else self._together

    def show_model(self, model: str) -> None:
        """Show one care model by its id, or with "" all that are chosen together."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(model)))
        self._on_chosen()

    def focus_first(self) -> None:
        """Put the focus on the choice."""
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        return self.choice, *(p for p in (self.area, self.table) if not p.isHidden())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self._fill_choice()
        inside = pane("side")
        held = QVBoxLayout(inside)
        held.setContentsMargins(L, M, L, M)
        held.addWidget(self.about)
        held.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(wording.ABOUT)
        self.table.setModel(self.model)
        WrappedRows(self._look, self.table)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.area)
        row.addWidget(self.table, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._strip())
        column.addLayout(row, stretch=1)

    def _strip(self) -> QWidget:
        """The choice, and what is done with it."""
        strip = pane("header", self)
        row = QHBoxLayout(strip)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(M)
        for part in (self.choice, self.switch):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.save)
        return strip

    def _fill_choice(self) -> None:
        if len(self._together) > 1:
            self.choice.addItem(wording.TOGETHER, "")
        for model in self._checklist.care_models:
            self.choice.addItem(model.name, model.id)
        for part in (self.choice, self.choice.view()):
            part.setAccessibleName(wording.PAGE)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.choice.setSizeAdjustPolicy(policy)
        self.choice.setMinimumContentsLength(22)

    def _connect(self) -> None:
        self.choice.activated.connect(self._on_chosen)
        self.switch.chosen.connect(self._fit)
        self.save.clicked.connect(self._on_save)
        self.about.said.connect(self._on_said)
        self._look.changed.connect(self._fit)

    def _on_chosen(self) -> None:
        checklist, models = self._checklist, self.models
        rows = find_requirements(checklist, models)
        names = {domain.id: domain.short_name for domain in checklist.domains}
        self.model.show(
            [
                PlainRow(
                    row.capability.id,
                    (
                        *(names[row.capability.domain], row.capability.name),
                        wording.level_words(checklist, row.level),
                        wording.why_words(checklist, row, named=len(models) > 1, between="\n"),
                    ),
                )
                for row in rows
            ]
        )
        self.about.show_models([m for m in checklist.care_models if m.id in models])
        self.area.verticalScrollBar().setValue(0)
        said = wording.headline(self.choice.currentText(), len(rows))
        self.header.say(wording.QUESTION, said)
        announce(self, said)

    def _on_save(self) -> None:
        self.save_wanted.emit(self._checklist, self.models)

    def _on_said(self, said: str) -> None:
        announce(self, said)

    def _fit(self) -> None:
        """The page beside the table; where there is no room for both, the one chosen."""
        px = self._look.px
        wide = self.width() * 100 / self._look.text >= WIDE_FROM
        reading = self.switch.key == _PAGE
        self.switch.setVisible(not wide)
        self.area.setVisible(wide or reading)
        self.table.setVisible(wide or not reading)
        self.area.setMinimumWidth(px(ABOUT))
        self.area.setMaximumWidth(px(ABOUT) if wide else _WIDEST)
        room = self.width() - (px(ABOUT) if wide else 0)
        for column, share in enumerate(SHARES):
            if not self._look.widths(wording.TABLE):
                self.table.setColumnWidth(column, round(room * share))
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(len(SHARES), QHeaderView.ResizeMode.Stretch)
