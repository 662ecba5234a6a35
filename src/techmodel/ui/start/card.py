"""The card of the last assessment: where it stands, and Continue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from techmodel.ui.days import parse_moment, when_words
from techmodel.ui.look import XL, M, S
from techmodel.ui.start.glance import now, where_words
from techmodel.ui.widgets.buttons import KeyButton
from techmodel.ui.widgets.chip import RangeBar
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.notices import Note
from techmodel.ui.widgets.words import words
from techmodel.wording.numbers import join_words, percent_range, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.gaps import Range
    from techmodel.settings import Recent
    from techmodel.ui.look import Look
    from techmodel.ui.start.glance import Glance

DOMAIN = 148
"""Width of a domain in the card, in CSS pixels."""


class LastCard(QFrame):
    """What is known of the last assessment at once, and its numbers as soon as they are read.

    Signals:
        wanted(): continue with it.
    """

    wanted = Signal()

    def __init__(self, look: Look, recent: Recent) -> None:
        super().__init__()
        self._look = look
        self.setProperty("pane", "card")
        self._about = words(role="quiet", wrap=True)
        self.button = KeyButton(look, "Continue", "Enter", filled=True)
        self.button.setDefault(True)
        self.button.setAccessibleName(f"Continue with {recent.title}")
        self.button.clicked.connect(self.wanted)
        self._numbers, self._domains = QWidget(), QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 16)
        self._column.setSpacing(M)
        self._column.addLayout(self._head(recent))
        self._column.addWidget(self._numbers)
        self._column.addWidget(self._domains)
        self._say_about(recent, ())
        if recent.asked:
            self._show_numbers([("Answered", f"{recent.answered} of {recent.asked}")])

    def show_glance(self, glance: Glance) -> None:
        """Fill in what was read, or say why it could not be."""
        if glance.problem:
            self._column.insertWidget(1, Note(glance.problem))
            return
        self._say_about(glance.recent, glance.care_models)
        self._show_numbers(_numbers(glance))
        self._show_domains(glance)

    def _head(self, recent: Recent) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(words(recent.title or "Untitled", "title", wrap=True))
        texts.addWidget(self._about)
        head = QHBoxLayout()
        head.addLayout(texts, stretch=1)
        head.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def _say_about(self, recent: Recent, models: tuple[str, ...]) -> None:
        changed = parse_moment(recent.changed)
        when = f"changed {when_words(changed, now())}" if changed else ""
        organisations = (
            plural(recent.organisations, "organisation") if recent.organisations else ""
        )
        parts = (organisations, join_words(models), where_words(recent.path), when)
        self._about.setText(" · ".join(part for part in parts if part))
        self._about.setToolTip(recent.path)

    def _show_numbers(self, numbers: Sequence[tuple[str, str]]) -> None:
        line = QWidget()
        row = FlowLayout(XL, line, between=S)
        for what, value in numbers:
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(words(what, "small"))
            column.addLayout(_value(value))
            row.addWidget(box)
        self._numbers = self._exchange(self._numbers, line)

    def _show_domains(self, glance: Glance) -> None:
        known = [(name, share) for name, share in glance.domains if share is not None]
        if not known:
            return
        box, bars = QWidget(), QWidget()
        row = FlowLayout(M, bars)
        for name, share in known:
            row.addWidget(self._domain(name, share))
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(words("How much of the target is reached, by domain", "label"))
        column.addWidget(bars)
        self._domains = self._exchange(self._domains, box)

    def _exchange(self, old: QWidget, new: QWidget) -> QWidget:
        self._column.replaceWidget(old, new)
        old.deleteLater()
        return new

    def _domain(self, name: str, share: Range) -> QWidget:
        box = QWidget()
        box.setFixedWidth(self._look.px(DOMAIN))
        said = percent_range(share, "–")
        bar = RangeBar(self._look, (DOMAIN, 8))
        bar.show_range(share, f"{name}: {said} of the target")
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(said, "label"))
        column.addWidget(bar)
        column.addWidget(words(name, "small"))
        return box


def _value(value: str) -> QHBoxLayout:
    """A value with its first word or number in bold: "424 of 449"."""
    strong, _, rest = value.partition(" of " if " of " in value else ", ")
    told = value[len(strong) :]
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(words(strong, "number"))
    if rest:
        row.addWidget(words(told, "large"))
    row.addStretch(1)
    return row


def _numbers(glance: Glance) -> list[tuple[str, str]]:
    """What the card tells of a document, in order."""
    recent = glance.recent
    maybe = f", perhaps {glance.below + glance.maybe}" if glance.maybe else ""
    numbers = [
        ("Answered", f"{recent.answered} of {recent.asked}"),
        ("Below target", f"{glance.below} of {glance.capabilities}{maybe}"),
    ]
    if glance.duties:
        numbers.append(("Duties open", f"{glance.duties_open} of {glance.duties}"))
    if glance.weakest:
        more = f", {plural(glance.outliers, 'outlier')}" if glance.outliers else ""
        numbers.append(("Weakest partner", f"{glance.weakest}{more}"))
    return numbers
