"""The numbers of the last assessment, for its card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from techmodel.ui.days import parse_moment, when_words
from techmodel.ui.look import XL, M, S
from techmodel.ui.start.glance import now, where_words
from techmodel.ui.widgets.chip import RangeBar
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording.numbers import join_words, percent_range, plural

if TYPE_CHECKING:
    from techmodel.core.ranges import Range
    from techmodel.ui.look import Look
    from techmodel.ui.start.glance import Glance

DOMAIN = 148
"""Width of a domain in the card, in CSS pixels."""


def about_words(glance: Glance) -> str:
    """The line under the title: how many, what for, where, when."""
    recent = glance.recent
    changed = parse_moment(recent.changed)
    parts = (
        plural(recent.organisations, "organisation"),
        join_words(glance.care_models),
        where_words(recent.path),
        f"changed {when_words(changed, now())}" if changed else "",
    )
    return " · ".join(part for part in parts if part)


def numbers_of(glance: Glance) -> list[tuple[str, str]]:
    """What the card tells, in order: what it is, and its value."""
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


def numbers_widget(glance: Glance) -> QWidget:
    """The numbers side by side, in lines."""
    line = QWidget()
    row = FlowLayout(XL, line, between=S)
    for what, value in numbers_of(glance):
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words(what, "small"))
        column.addLayout(_value(value))
        row.addWidget(box)
    return line


def domains_widget(look: Look, glance: Glance) -> QWidget | None:
    """How much of the target each domain reaches; None where nothing counts yet."""
    known = [(name, share) for name, share in glance.domains if share is not None]
    if not known:
        return None
    box, bars = QWidget(), QWidget()
    row = FlowLayout(M, bars)
    for name, share in known:
        row.addWidget(_Domain(look, name, share))
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(S)
    column.addWidget(words("How much of the target is reached, by domain", "label"))
    column.addWidget(bars)
    return box


class _Domain(QWidget):
    """One domain: its share, a bar, its name."""

    def __init__(self, look: Look, name: str, share: Range) -> None:
        super().__init__()
        self._look = look
        said = percent_range(share, "–")
        bar = RangeBar(look, (DOMAIN, 8))
        bar.show_range(share, f"{name}: {said} of the target")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(words(said, "label"))
        column.addWidget(bar)
        column.addWidget(words(name, "small"))
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(self._look.px(DOMAIN))


def _value(value: str) -> QHBoxLayout:
    """A value with its first word or number in bold: "424 of 449"."""
    strong = value.partition(" of " if " of " in value else ", ")[0]
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(words(strong, "number"))
    row.addWidget(words(value[len(strong) :], "large"))
    row.addStretch(1)
    return row
