"""The heat map with what moves it sideways and what explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from techmodel.ui.gaps.heat_model import FIRST, HeatModel
from techmodel.ui.gaps.heat_view import HeatView
from techmodel.ui.gaps.legend import heat_legend
from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.mark import Kind
from techmodel.ui.widgets.words import pane, words
from techmodel.wording.gaps_page import EMPTY_NOTE

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from techmodel.core.checklist import Checklist
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.gaps.picture import Picture
    from techmodel.ui.look import Look


class HeatMap(QWidget):
    """The heat map, its sideways scroll bar, a note while it is empty, and its legend.

    Signals:
        card_wanted(str, str): a capability's card, for an organisation or "".
    """

    card_wanted = Signal(str, str)

    def __init__(self, look: Look, checklist: Checklist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.model = HeatModel(self)
        self.view = HeatView(look, self.model)
        self._opened = False
        self._build(checklist)
        self.view.columns_moved.connect(self._on_columns_moved)
        self.view.card_wanted.connect(self._on_card_wanted)
        self._bar.valueChanged.connect(self.view.move_to)

    def _build(self, checklist: Checklist) -> None:
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName("Organisations in view")
        self._place = words(role="small")
        self._strip = pane("foot")
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(L, 0, S, 0)
        row.setSpacing(M)
        row.addWidget(self._place)
        row.addWidget(self._bar, stretch=1)
        self._note = words(EMPTY_NOTE, "quiet", wrap=True)
        self._note.setContentsMargins(L, S, L, M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, stretch=1)
        column.addWidget(self._strip)
        column.addWidget(self._note, stretch=1, alignment=Qt.AlignmentFlag.AlignTop)
        column.addWidget(heat_legend(self._look, checklist))

    def show_picture(
        self, picture: Picture, showing: OrganisationId | None, *, empty: bool
    ) -> None:
        """Show a picture; the column of `showing` stands out."""
        open_ids = self.open_domains()
        self.model.show(picture)
        self._note.setVisible(empty)
        if not self._opened and picture.furthest is not None and not empty:
            open_ids = {picture.domains[picture.furthest].id}
            self._opened = True
        for domain in picture.domains:
            self.view.setExpanded(self.model.find(domain.id), domain.id in open_ids)
        ids = [o.id for o in picture.columns]
        self.view.mark(FIRST + ids.index(showing) if showing in ids else -1)

    def open_domains(self) -> set[str]:
        """The ids of the domains whose capabilities are shown."""
        domains = self.model.picture.domains
        return {d.id for d in domains if self.view.isExpanded(self.model.find(d.id))}

    def show_item(self, item: str) -> None:
        """Bring a domain or a capability into view and make it current."""
        index = self.model.find(item)
        if index.isValid():
            self.view.expand(index.parent())
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def copy(self) -> int:
        """Copy all of it, tab-separated with heads; how many rows."""
        lines = ["\t".join(self._line_of_heads())]
        for domain in self.model.picture.domains:
            shares = (domain.together.text, *(cell.text for cell in domain.cells))
            lines.append("\t".join((domain.id, domain.name, shares[0], "", *shares[1:])))
            for c in domain.capabilities:
                together = (c.together.level_text, str(c.together.target or ""))
                lines.append("\t".join((c.id, c.name, *together, *(x.mark.text for x in c.cells))))
        QGuiApplication.clipboard().setText("\n".join(lines))
        return len(lines) - 1

    def _line_of_heads(self) -> tuple[str, ...]:
        columns = self.model.picture.columns
        return ("Id", "Domain or capability", "Together", "Target", *(o.name for o in columns))

    def _on_columns_moved(self) -> None:
        view, last = self.view, self.view.first + self.view.fitting
        self._strip.setVisible(view.fitting < view.columns)
        self._place.setText(f"Organisations {view.first + 1} to {last} of {view.columns}")
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, view.columns - view.fitting)
            self._bar.setPageStep(max(1, view.fitting))
            self._bar.setValue(view.first)

    def _on_card_wanted(self, index: QModelIndex) -> None:
        row = self.model.capability(index)
        if row is None:
            return
        place = index.column() - FIRST
        asked = place >= 0 and row.cells[place].mark.kind is not Kind.NOT_ASKED
        organisation = self.model.picture.columns[place].id if asked else ""
        self.card_wanted.emit(row.id, organisation)
