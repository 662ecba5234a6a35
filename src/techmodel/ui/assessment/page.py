"""Set-up: what the assessment is about, and what changing it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.effects import count_answered, count_questions, find_effect
from techmodel.ui import ask
from techmodel.ui.assessment.pending import Section, find_changes, with_pending
from techmodel.ui.assessment.sections import Sections
from techmodel.ui.assessment.strip import Strip
from techmodel.ui.look import XL, L, M
from techmodel.ui.page import Page
from techmodel.ui.widgets.steps import Mark, Part, StepList
from techmodel.wording import setup as wording
from techmodel.wording import setup_changes
from techmodel.wording.organisations import settle_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.assessment import Assessment
    from techmodel.ui.assessment.pending import Change, Pending

WIDE_FROM, LIST_FROM = 1060, 760
"""Widths in CSS pixels from which on the list has second lines, and is a list at all."""
KEYS = ("title", "organisations", "care-models", "scope", "decisions", "checklist")
"""What `show_item` knows, besides capabilities whose target is decided."""


class SetUpPage(Page):
    """Everything the wizard asked, changed only after it was shown what that does.

    Signals:
        models_wanted(object, object), list_wanted(object, object): as of `CareModels`.
    """

    models_wanted = Signal(object, object)
    list_wanted = Signal(object, object)

    name = "Set-up"
    icon = "set-up"

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        assessment = self.workspace.session.assessment()
        checklist, out = assessment.checklist, assessment.domains_out
        asked = sum(count_questions(checklist, o.kind, out) for o in assessment.scope)
        return wording.headline(assessment, asked)

    @override
    def refresh(self) -> None:
        self.sections.commit()
        self.sections.take_over(self.workspace.session.assessment())
        self._judge()

    @override
    def show_item(self, item: str) -> None:
        if item in KEYS:
            self._go(KEYS.index(item))
        elif any(row.held.capability == item for row in self.sections.decisions.rows):
            self._go(Section.DECISIONS)

    @override
    def focus_first(self) -> None:
        self.sections.focus_first()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        first = self._choice if self._list.isHidden() else self._list
        return (first, self.sections, *((self.strip,) if self.strip.isVisible() else ()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def _build(self) -> None:
        look = self.look
        self.sections = Sections(look, self.workspace.session.assessment())
        self.strip = Strip()
        self._list = StepList(look, len(wording.SECTIONS), "Parts of Set-up")
        self._choice = QComboBox()
        self._choice.addItems(list(wording.SECTIONS))
        self._choice.setAccessibleName("Part of Set-up")
        middle = QFrame()
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(XL, L, XL, L)
        inside.setSpacing(M)
        inside.addWidget(self._choice)
        inside.addWidget(self.sections, stretch=1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(middle, stretch=1)
        right.addWidget(self.strip)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addLayout(right, stretch=1)

    @override
    def _connect(self) -> None:
        self.sections.edited.connect(self._judge)
        self.sections.models.models_wanted.connect(self.models_wanted)
        self.sections.models.list_wanted.connect(self.list_wanted)
        self._list.chosen.connect(self._on_chosen)
        self._choice.activated.connect(self._on_chosen)
        self.strip.applied.connect(self._on_applied)
        self.strip.dropped.connect(self._on_dropped)
        self.look.changed.connect(self._fit)

    def may_leave(self) -> bool:
        """Whether nothing waits to be applied, or a person agrees that it goes."""
        if self._stale:
            self._catch_up()  # what was changed elsewhere meanwhile is no change made here
        waits = find_changes(self.workspace.session.assessment(), self.sections.pending)
        return not waits or ask.confirm(
            self, setup_changes.LEAVE, "Close", detail=setup_changes.LEAVE_DETAIL
        )

    def _judge(self) -> None:
        """Work out what is pending, what it would do, and whether it can be applied."""
        assessment, pending = self.workspace.session.assessment(), self.sections.pending
        changes = find_changes(assessment, pending)
        after = with_pending(assessment, pending)
        said = effect = ""
        if changes:
            said = setup_changes.pending_words([c.words for c in changes])
            names = {o.id: o.name for o in after.organisations}
            effect = wording.effect_words(find_effect(assessment, after), names)
        self._show_numbers(after)
        self.strip.show_pending(said, effect, self._reason(pending, changed=bool(changes)))
        self._show_list(assessment, changes)

    def _reason(self, pending: Pending, *, changed: bool) -> str:
        """Why what is pending cannot be applied, or ""."""
        checklist = self.workspace.session.assessment().checklist
        undecided = self.sections.decisions.without_reason
        waiting = {
            setup_changes.NO_TITLE: not pending.title,
            setup_changes.NO_ORGANISATION: not any(r.stays for r in pending.rows),
            setup_changes.NO_MODEL: not pending.models,
            setup_changes.NO_DOMAIN: len(pending.out) == len(checklist.domains),
            setup_changes.reason_needed(undecided or ""): undecided is not None,
            setup_changes.READ_ONLY: changed and self.workspace.session.read_only,
        }
        faults = self.sections.organisations.model.faults
        settle = settle_words(faults, setup_changes.TO_APPLY)
        return next((words for words, so in waiting.items() if so), settle)

    def _show_numbers(self, after: Assessment) -> None:
        checklist = after.checklist
        kinds = [o.kind for o in after.scope]
        counts = {
            d.id: sum(kinds.count(k) for c in checklist.of_domain(d.id) for k in c.applies_to)
            for d in checklist.domains
        }
        weights = [(o.name, o.weight) for o in after.scope]
        example = wording.threshold_example(after.threshold, weights)
        self.sections.show_numbers(example, counts, count_answered(after))

    def _show_list(self, assessment: Assessment, changes: tuple[Change, ...]) -> None:
        left = len(assessment.organisations) - len(assessment.scope)
        changed = {c.section for c in changes}
        about = wording.section_words(assessment, left)
        parts = [
            Part(name, said, Mark.CHANGED if n in changed else Mark.NONE)
            for n, (name, said) in enumerate(zip(wording.SECTIONS, about, strict=True))
        ]
        self._list.show_parts(parts, self.sections.currentIndex())

    def _go(self, section: int) -> None:
        self.sections.commit()
        self.sections.setCurrentIndex(section)
        self._choice.setCurrentIndex(section)
        self._judge()

    def _on_chosen(self, section: int) -> None:
        self._go(section)

    def _on_applied(self) -> None:
        self.sections.commit()
        assessment = self.workspace.session.assessment()
        for change in find_changes(assessment, self.sections.pending):
            if not self.workspace.run(change.verb):
                break
        self.sections.organisations.forget_note()
        self.sections.focus_first()

    def _on_dropped(self) -> None:
        self.sections.drop()
        self._judge()
        self.sections.focus_first()

    def _fit(self) -> None:
        wide = self.width() * 100 / self.look.text
        self._list.show_narrow(narrow=wide < WIDE_FROM)
        self._list.setVisible(wide >= LIST_FROM)
        self._choice.setVisible(wide < LIST_FROM)
        self.strip.show_compact(compact=wide < LIST_FROM)
