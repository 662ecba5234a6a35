"""Which of the answers that changed are shown: words, an organisation, which way they went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from techmodel.ui.look import XL, S
from techmodel.ui.widgets.buttons import FilterToggle, LinkButton
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.wording.comparing import TURN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.ui.rounds.answer_model import Row

EVERYBODY, EVERYWHERE = "All organisations", "All domains"


class AnswerFilters(QWidget):
    """A field, two lists, and a toggle for each way an answer can go.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit()
        self.words.setPlaceholderText("Search")
        self.words.setAccessibleName("Search the answers that changed")
        self.words.setClearButtonEnabled(True)
        self.words.setMinimumWidth(200)
        self.organisation = choice_list("Organisation", EVERYBODY, 18)
        self.domain = choice_list("Domain", EVERYWHERE, 18)
        self.turns = {turn: FilterToggle(said) for turn, said in TURN_WORDS.items()}
        self.clear = LinkButton("Show all", small=True)
        row = FlowLayout(S, self)
        row.setContentsMargins(XL, S, XL, S)
        for widget in (
            *(self.words, self.organisation, self.domain),
            *(*self.turns.values(), self.clear),
        ):
            row.addWidget(widget)
        self._connect()

    def offer(
        self,
        rows: Sequence[Row],
        organisations: Iterable[tuple[str, str]],
        domains: Iterable[tuple[str, str]],
    ) -> None:
        """Offer what occurs in these rows; what is chosen stays. Ids come with their names."""
        there = {str(r.change.organisation) for r in rows}
        inside = {r.domain for r in rows}
        fill_choices(
            self.organisation, [(id_, name) for id_, name in organisations if id_ in there]
        )
        fill_choices(self.domain, [(id_, name) for id_, name in domains if id_ in inside])
        for turn, toggle in self.turns.items():
            toggle.show_count(sum(r.change.turn is turn for r in rows))

    def passing(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """Those to be shown, in the order given."""
        wanted = {turn for turn, toggle in self.turns.items() if toggle.isChecked()}
        typed = self.words.text().strip().casefold()
        who, where = self.organisation.currentData(), self.domain.currentData()
        return tuple(
            row
            for row in rows
            if (not wanted or row.change.turn in wanted)
            and who in {"", row.change.organisation}
            and where in {"", row.domain}
            and typed in row.searched
        )

    def show_all(self) -> None:
        """Leave nothing out."""
        self.words.clear()
        for one in (self.organisation, self.domain):
            one.setCurrentIndex(0)
        for toggle in self.turns.values():
            toggle.setChecked(False)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_changed)
        for one in (self.organisation, self.domain):
            one.currentIndexChanged.connect(self._on_changed)
        for toggle in self.turns.values():
            toggle.toggled.connect(self._on_changed)
        self.clear.clicked.connect(self.show_all)
        self._on_changed()

    def _on_changed(self) -> None:
        chosen = self.organisation.currentIndex() > 0 or self.domain.currentIndex() > 0
        toggled = any(toggle.isChecked() for toggle in self.turns.values())
        self.clear.setVisible(chosen or toggled or bool(self.words.text().strip()))
        self.changed.emit()
