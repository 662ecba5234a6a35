"""The panels below the ranked gaps: duties, outliers, what is not known, and what is held back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from techmodel.ui.gaps.lists import ListKind, list_title
from techmodel.ui.look import XS, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording.gaps_page import (
    count_by,
    duty_words,
    held_back,
    open_duties,
    open_pairs,
    outliers,
    unknown_words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.organisations import OrganisationId

SHOWN = 3
"""How many entries a panel names."""

_NONE = {
    ListKind.DUTIES: "No duty has a gap",
    ListKind.OUTLIERS: "Nobody is far behind",
    ListKind.UNKNOWN: "Everything is known",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A name and a line below it."""

    name: str
    line: str


class Panel(QWidget):
    """One panel: its title, up to three entries, and a link to the whole list.

    Signals:
        list_wanted(str): the link was pressed; carries the `ListKind`.
    """

    list_wanted = Signal(str)

    def __init__(self, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._brief = kind, False
        self._title = words(role="heading", wrap=True)
        self._labels = [
            (words(role="label"), words(role="small", wrap=True)) for _ in range(SHOWN)
        ]
        self._link = LinkButton("", small=True)
        self._link.clicked.connect(self._on_link)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, XS, M)
        column.setSpacing(0)
        column.addWidget(self._title)
        for name, line in self._labels:
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            name.setWordWrap(True)
            name.setContentsMargins(0, XS, 0, 0)
            column.addWidget(name)
            column.addWidget(line)
        column.addSpacing(XS)
        column.addWidget(self._link, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_entries(self, count: int, entries: Sequence[Entry]) -> None:
        """Show the title with its count, and the first entries."""
        self._title.setText(list_title(self._kind, count))
        shown = entries[:SHOWN] if entries else [Entry("", _NONE[self._kind])]
        for n, (name, line) in enumerate(self._labels):
            entry = shown[n] if n < len(shown) else Entry("", "")
            name.setText(entry.name)
            line.setText(entry.line)
        self.show_brief(brief=self._brief)
        self._link.setText(f"Show all {count:,}" if count > 1 else "Show it")
        self._link.setAccessibleName(f"Show {list_title(self._kind, count)}")
        self._link.setVisible(count > 0)

    def show_brief(self, *, brief: bool) -> None:
        """Show only title and link, or the entries too."""
        self._brief = brief
        for name, line in self._labels:
            name.setVisible(not brief and bool(name.text()))
            line.setVisible(not brief and bool(line.text()))

    def _on_link(self) -> None:
        self.list_wanted.emit(self._kind.value)


class Panels(QWidget):
    """The three panels side by side, and above them one line about what is held back.

    Signals:
        list_wanted(str): a whole list was asked for; carries the `ListKind`.
    """

    list_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds = (ListKind.DUTIES, ListKind.OUTLIERS, ListKind.UNKNOWN)
        self._panels = {kind: Panel(kind) for kind in kinds}
        self._held = words(role="small", wrap=True)
        self._held_link = LinkButton("Show them", small=True)
        self._held_link.setAccessibleName("Show targets out of reach")
        self._held_link.clicked.connect(self._on_held)
        self._build()

    def _build(self) -> None:
        self._strip = pane("side")
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(M, XS, S, XS)
        strip.addWidget(self._held, stretch=1)
        strip.addWidget(self._held_link)
        self._rule = rule()
        three = pane("side")
        row = QHBoxLayout(three)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for n, panel in enumerate(self._panels.values()):
            if n:
                row.addWidget(rule("down"))
            row.addWidget(panel, stretch=1)
            panel.list_wanted.connect(self.list_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (rule("strong"), self._strip, self._rule, three):
            column.addWidget(widget)

    def show_brief(self, *, brief: bool) -> None:
        """Show only titles and links, or the entries too."""
        for panel in self._panels.values():
            panel.show_brief(brief=brief)

    def show_gaps(self, assessment: Assessment, gaps: Gaps, today: date) -> None:
        """Show what the gap analysis says of a day."""
        names = {c.id: c.name for c in assessment.checklist.capabilities}
        organisations = {o.id: o.name for o in assessment.organisations}
        duties = open_duties(gaps)
        self._panels[ListKind.DUTIES].show_entries(
            len(duties),
            [
                Entry(names[c.id], duty_words(c.duty.date if c.duty else None, today))
                for c in duties
            ],
        )
        far = outliers(gaps)
        self._panels[ListKind.OUTLIERS].show_entries(
            len(far),
            [
                Entry(organisations[o], f"{n} below the others")
                for o, n in count_by(o for _, o in far)
            ],
        )
        self._show_unknown(gaps, organisations)
        self._show_held(gaps)

    def _show_unknown(self, gaps: Gaps, names: dict[OrganisationId, str]) -> None:
        pairs = open_pairs(gaps)
        entries = []
        for settler, count in count_by(p.settler for p in pairs):
            own = [p for p in pairs if p.settler == settler]
            entries.append(Entry(f"{names[settler]}, {count}", unknown_words(own)))
        self._panels[ListKind.UNKNOWN].show_entries(len(pairs), entries)

    def _show_held(self, gaps: Gaps) -> None:
        said = held_back(gaps)
        self._held.setText(said)
        self._strip.setVisible(bool(said))
        self._rule.setVisible(bool(said))

    def _on_held(self) -> None:
        self.list_wanted.emit(ListKind.HELD.value)
