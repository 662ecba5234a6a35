"""What the small panes over the card hold: changes, keys, a case, meaning and context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from techmodel.ui.announce import announce
from techmodel.ui.checklist.card_head import tests_html
from techmodel.ui.checklist.keys import KEYS_ONE, KEYS_SEVERAL, LETTERS_OFF
from techmodel.ui.checklist.trail import local_time
from techmodel.ui.look import XS, L, M, S
from techmodel.ui.widgets.web_link import WebLink
from techmodel.ui.widgets.words import pane, rule, words
from techmodel.wording.history import pair_change_words
from techmodel.wording.learning import DONE, READ_ON, RESULT, SOURCE, licence, where_and_when
from techmodel.wording.numbers import short_date
from techmodel.wording.services_page import SERVICE_PAGE as WEB_PAGE

if TYPE_CHECKING:
    from techmodel.core.checklist import Capability
    from techmodel.core.learning import Case
    from techmodel.ui.checklist.context_pane import ContextView
    from techmodel.ui.checklist.trail import Trail


def history_inside(trail: Trail) -> QWidget:
    """The changes of one answer, newest first: when, who, what."""
    inside, column = _inside()
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(S)
    grid.setColumnStretch(2, 1)
    top = Qt.AlignmentFlag.AlignTop
    for row, change in enumerate(trail.changes):
        moment = local_time(change.at)
        when = f"{short_date(moment.date())} {moment:%H:%M}"
        grid.addWidget(words(when, "small"), row, 0, top)
        grid.addWidget(words(change.decided_by, "small"), row, 1, top)
        grid.addWidget(words(pair_change_words(change), wrap=True), row, 2, top)
    column.addLayout(grid)
    column.addStretch(1)
    return inside


def keys_inside(*, several: bool, letters: bool) -> QWidget:
    """All keys of the card."""
    inside, column = _inside()
    if not letters:
        column.addWidget(words(LETTERS_OFF, "quiet", wrap=True))
    grid = QGridLayout()
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(XS)
    grid.setColumnStretch(1, 1)
    keys = [*KEYS_ONE, *(KEYS_SEVERAL if several else ())]
    for row, (key, what) in enumerate(keys):
        grid.addWidget(words(key, "heading"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(what, wrap=True), row, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return inside


def case_inside(case: Case) -> QWidget:
    """What was done somewhere, what was seen and how sure that is, and where it is written."""
    inside, column = _inside()
    column.addWidget(words(where_and_when(case), "quiet", wrap=True))
    facts = ((DONE, case.what), (RESULT, case.result), (READ_ON, case.read_on))
    for label, said in facts:
        if said:
            column.addLayout(_fact(label, said))
    source = _fact(SOURCE, f"{case.source}. {licence(case.licence)}.")
    link = WebLink(WEB_PAGE, inside)
    link.show_address(case.url)
    link.said.connect(lambda said: announce(inside, said))
    source.addWidget(link)
    column.addLayout(source)
    column.addStretch(1)
    return inside


def meaning_inside(
    capability: Capability, tests: tuple[tuple[str, str], ...], context: ContextView | None
) -> QWidget:
    """What a capability means, why it matters and how to test it, with its context."""
    inside, column = _inside()
    if capability.question:
        column.addWidget(words(capability.question, wrap=True))
        column.addWidget(words(f"Why it matters: {capability.why}", "quiet", wrap=True))
        test = pane("test")
        said = QLabel(tests_html(tests))
        said.setTextFormat(Qt.TextFormat.RichText)
        said.setWordWrap(True)
        held = QVBoxLayout(test)
        held.setContentsMargins(M, S, M, S)
        held.addWidget(said)
        column.addWidget(test)
    if context is not None:
        column.addWidget(rule())
        column.addWidget(context)
    column.addStretch(1)
    return inside


def _inside() -> tuple[QWidget, QVBoxLayout]:
    inside = pane("page")
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, S, 0)
    column.setSpacing(S)
    return inside, column


def _fact(label: str, said: str) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(0)
    pair.addWidget(words(label, "label"))
    pair.addWidget(_selectable(said))
    return pair


def _selectable(text: str) -> QLabel:
    label = words(text, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
