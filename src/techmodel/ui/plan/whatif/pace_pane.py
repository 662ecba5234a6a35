"""The start of the plan, how much runs at once, and how much keeps a role busy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from techmodel.core.plan_parts import Terms
from techmodel.session.plan_edits import FIRST_DAY, LAST_DAY
from techmodel.session.plan_terms import MAX_CAPACITY
from techmodel.ui.checklist.typed_day import parse_day
from techmodel.ui.look import XL, M, S
from techmodel.ui.tab_order import let_tab_follow
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.field import Field
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording import plan_whatif as wording
from techmodel.wording.numbers import short_date

if TYPE_CHECKING:
    from collections.abc import Mapping

BEGIN = 2
"""What a role that is newly limited may do at once, at first."""


class PacePane(QWidget):
    """Fields of the terms, without the projects.

    Signals:
        changed(Terms): a person has set other terms.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms = Terms()
        self._names: Mapping[str, str] = {}
        self.start, self.capacity = QLineEdit(self), QSpinBox(self)
        self.more = choice_list(wording.ADD_ROLE, wording.ADD_ROLE)
        self.limits: dict[str, QSpinBox] = {}
        self._wrong = words("", "problem", wrap=True)
        self._grid = QGridLayout()
        self._build()

    def show_terms(self, terms: Terms, names: Mapping[str, str]) -> None:
        """Show other terms; `names` are those of all roles and partners, by id."""
        self._terms, self._names = terms, names
        self.start.setText(short_date(terms.start) if terms.start else "")
        self._say_wrong("")
        self.capacity.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.capacity.setValue(terms.capacity or 0)
        self.capacity.blockSignals(False)  # noqa: FBT003 - Qt's own
        if list(self.limits) != sorted(terms.roles):
            self._make_limits()
        for role, spin in self.limits.items():
            spin.blockSignals(True)  # noqa: FBT003 - Qt's own
            spin.setValue(terms.roles[role])
            spin.blockSignals(False)  # noqa: FBT003 - Qt's own
        fill_choices(self.more, [(r, n) for r, n in names.items() if r not in terms.roles])

    def _build(self) -> None:
        self.capacity.setRange(0, MAX_CAPACITY)
        self.capacity.lineEdit().setAccessibleName(wording.CAPACITY)
        self.capacity.setSpecialValueText(wording.NO_LIMIT)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, M, M, M)
        column.setSpacing(M)
        column.addWidget(Field(wording.CAPACITY, self.capacity, wording.CAPACITY_HINT))
        column.addWidget(Field(wording.START, self.start, wording.START_HINT))
        column.addWidget(self._wrong)
        column.addWidget(words(wording.ROLES, "heading"))
        column.addWidget(words(wording.ROLES_HINT, "small", wrap=True))
        column.addLayout(self._grid)
        column.addWidget(self.more)
        column.addStretch(1)
        self.capacity.valueChanged.connect(self._on_capacity)
        self.start.editingFinished.connect(self._on_start)
        self.more.activated.connect(self._on_more)
        self._say_wrong("")

    def _make_limits(self) -> None:
        """A row for each role that has a limit."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.limits = {}
        order: list[QWidget] = []
        for n, role in enumerate(sorted(self._terms.roles)):
            name = self._names.get(role, role)
            label, spin = QLabel(name, self), QSpinBox(self)
            label.setWordWrap(True)
            spin.setRange(1, MAX_CAPACITY)
            for part in (spin, spin.lineEdit()):
                part.setAccessibleName(f"{name}: {wording.CAPACITY}")
            remove = QPushButton(wording.REMOVE, self)
            remove.setProperty("role", "quiet")
            remove.setAccessibleName(f"{wording.REMOVE} {name}")
            for place, widget in enumerate((label, spin, remove)):
                self._grid.addWidget(widget, n, place)
            self.limits[role] = spin
            order += [spin, remove]
            _connect_role(self, role, spin, remove)
        let_tab_follow(self.start, [*order, self.more])

    def set_limit(self, role: str, number: int | None) -> None:
        """Limit a role, or let it go with None."""
        roles = {**self._terms.roles}
        if number is None:
            roles.pop(role, None)
        else:
            roles[role] = number
        self._emit(replace(self._terms, roles=roles))

    def _on_capacity(self, value: int) -> None:
        self._emit(replace(self._terms, capacity=value or None))

    def _on_start(self) -> None:
        typed = self.start.text().strip()
        day = parse_day(typed) if typed else None
        fits = day is None or FIRST_DAY <= day <= LAST_DAY
        if typed and (day is None or not fits):
            self._say_wrong(wording.WRONG_DATE)
            return
        self._say_wrong("")
        if day != self._terms.start:
            self._emit(replace(self._terms, start=day))

    def _on_more(self) -> None:
        role = self.more.currentData()
        self.more.setCurrentIndex(0)
        if role:
            self.set_limit(role, BEGIN)
            if role in self.limits:
                self.limits[role].setFocus()

    def _say_wrong(self, sentence: str) -> None:
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.start.setProperty("state", "wrong" if sentence else "")
        restyle(self.start)

    def _emit(self, terms: Terms) -> None:
        if terms != self._terms:
            self.changed.emit(terms)


def _connect_role(pane: PacePane, role: str, spin: QSpinBox, remove: QPushButton) -> None:
    def limit(number: int) -> None:
        pane.set_limit(role, number)

    def let_go() -> None:
        pane.set_limit(role, None)
        pane.more.setFocus()

    spin.valueChanged.connect(limit)
    remove.clicked.connect(let_go)
