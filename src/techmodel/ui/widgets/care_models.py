"""Choosing care models, with what each asks for and what they ask for together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.asks import find_asks, find_domain_asks, find_levels
from techmodel.ui.look import XL, XS, L, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.care_model_about import CareModelAbout
from techmodel.ui.widgets.chip import LevelBar
from techmodel.ui.widgets.described_box import DescribedBox
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording.requirements import MORE, SAVE, levels_words, model_words
from techmodel.wording.setup import (
    FAMILIES,
    SEVERAL_MODELS,
    asks_words,
    domain_asks_words,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QCheckBox, QLabel

    from techmodel.core.checklist import CareModel, CareModelId, Checklist
    from techmodel.ui.look import Look

TWO_FROM, THREE_FROM = 600, 840
"""Widths in CSS pixels from which on there are two columns, and the domains make a third."""


class CareModels(QScrollArea):
    """A check list in two families, and the levels that the chosen ones ask for by domain.

    Signals:
        edited(): a person chose others.
        models_wanted(object, object), list_wanted(object, object): show, or save as a list, what
            care models (ids) of a checklist ask for.
    """

    edited = Signal()
    models_wanted = Signal(object, object)
    list_wanted = Signal(object, object)

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._checklist = look, checklist
        self._boxes: dict[CareModelId, QCheckBox] = {}
        self._families = [self._family(family) for family in FAMILIES]
        self._bars = _DomainBars(look, checklist)
        self._bars.show_chosen(())
        self._side, self.about = QWidget(), CareModelAbout(brief=True)
        self.more, self.save = LinkButton(MORE), LinkButton(SAVE)
        self._columns = 0
        self._build()
        self._lay_out(3)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(next(iter(self._boxes.values())))

    @property
    def chosen(self) -> tuple[CareModelId, ...]:
        """The care models chosen, in the checklist's order."""
        return tuple(m.id for m in self._checklist.care_models if self._boxes[m.id].isChecked())

    def box(self, model: CareModelId) -> QCheckBox:
        """The check box of a care model."""
        return self._boxes[model]

    def show_chosen(self, models: Collection[CareModelId]) -> None:
        """Let others be chosen, without saying so."""
        for model, box in self._boxes.items():
            box.setChecked(model in models)
        self._bars.show_chosen(self.chosen)
        self._show_about(self.chosen[-1:])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        css = self.width() * 100 / self._look.text
        self._lay_out(3 if css >= THREE_FROM else 2 if css >= TWO_FROM else 1)

    def _build(self) -> None:
        inside = pane("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, S)
        column.setSpacing(M)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(XL)
        self._grid.setVerticalSpacing(L)
        self._fill_side()
        column.addWidget(words(SEVERAL_MODELS, "quiet", wrap=True))
        column.addLayout(self._links())
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fill_side(self) -> None:
        """The page of the one ticked last, and what all chosen ask for by domain."""
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.about)
        column.addWidget(self._bars)

    def _links(self) -> QHBoxLayout:
        """What leads on, before the choice: nobody has to scroll for it."""
        row = QHBoxLayout()
        row.setSpacing(L)
        for link, act in ((self.more, self._on_more), (self.save, self._on_save)):
            link.clicked.connect(act)
            row.addWidget(link)
        row.addStretch(1)
        return row

    def _lay_out(self, columns: int) -> None:
        """Families side by side or one below the other; the domains beside or below them."""
        if columns == self._columns:
            return
        self._columns = columns
        top = Qt.AlignmentFlag.AlignTop
        for n, family in enumerate(self._families):
            row, at = (0, n) if columns > 1 else (n, 0)
            self._grid.addWidget(family, row, at, top)
        row, at, across = (0, 2, 1) if columns == 3 else (2, 0, columns)
        self._grid.addWidget(self._side, row, at, 1, across, top)
        for n, stretch in enumerate((1, int(columns > 1), 0)):
            self._grid.setColumnStretch(n, stretch)

    def _family(self, family: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        column.addWidget(words(FAMILIES[family], "label"))
        column.addWidget(rule("strong"))
        for model in self._checklist.care_models:
            if model.family == family:
                column.addWidget(self._choice(model))
        return box

    def _choice(self, model: CareModel) -> DescribedBox:
        said = asks_words(find_asks(self._checklist, [model.id]))
        choice = DescribedBox(self._look, model.name, "quiet", "hint", strong=True)
        choice.say(model.description, said[0].upper() + said[1:])
        choice.box.setToolTip(model_words(model))
        choice.box.clicked.connect(self._on_clicked)
        self._boxes[model.id] = choice.box
        return choice

    def _on_clicked(self) -> None:
        self._bars.show_chosen(self.chosen)
        ticked = [model for model, box in self._boxes.items() if box is self.sender()]
        self._show_about([model for model in ticked if model in self.chosen] or self.chosen[-1:])
        self.edited.emit()

    def _show_about(self, models: Collection[CareModelId]) -> None:
        """Show the page of the care model ticked last."""
        shown = [model for model in self._checklist.care_models if model.id in models]
        self.about.show_models(shown)
        self.about.setVisible(bool(shown))

    def _on_more(self) -> None:
        self.models_wanted.emit(self._checklist, self.chosen)

    def _on_save(self) -> None:
        self.list_wanted.emit(self._checklist, self.chosen)


class _DomainBars(QFrame):
    """The highest level asked for in each domain as an outline, and the average in figures."""

    def __init__(self, look: Look, checklist: Checklist) -> None:
        super().__init__()
        self.setProperty("pane", "side")
        self._checklist = checklist
        self._rows: list[tuple[QLabel, LevelBar, QLabel]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(M, S, M, M)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(0)
        grid.addWidget(words("What they ask for, by domain", "label"), 0, 0, 1, 2)
        grid.setRowMinimumHeight(1, S)
        for n, domain in enumerate(checklist.domains):
            self._add(grid, 2 + 3 * n, words(domain.short_name), LevelBar(look))
        grid.setColumnStretch(0, 1)

    def show_chosen(self, models: Collection[CareModelId]) -> None:
        asked = find_domain_asks(self._checklist, models)
        for (name, bar, figure), of_domain in zip(self._rows, asked, strict=True):
            said = domain_asks_words(of_domain)
            bar.show_levels(0, 0, of_domain.highest)
            bar.setAccessibleName(said)
            figure.setText(said)
            levels = levels_words(find_levels(self._checklist, of_domain.domain, models))
            bar.setAccessibleDescription(levels)
            for part in (name, bar, figure):
                part.setToolTip(levels)

    def _add(self, grid: QGridLayout, at: int, name: QLabel, bar: LevelBar) -> None:
        figure = words("", "hint")
        self._rows.append((name, bar, figure))
        grid.addWidget(name, at, 0)
        grid.addWidget(bar, at, 1, 2, 1)
        grid.addWidget(figure, at + 1, 0)
        grid.setRowMinimumHeight(at + 2, XS)
