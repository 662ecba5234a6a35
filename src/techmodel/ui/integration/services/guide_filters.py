"""What narrows the list of services: three scopes, a search, and four lists of choices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from techmodel.core.checklist import CapabilityId, ServiceStatus
from techmodel.core.onboarding import Stage
from techmodel.core.services_guide import Wanted
from techmodel.ui.integration.services.guide_rows import scoped
from techmodel.ui.look import L, M, S
from techmodel.ui.widgets.buttons import FilterToggle, LinkButton
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.ui.widgets.flow import FlowLayout
from techmodel.ui.widgets.words import words
from techmodel.wording import services_page as wording
from techmodel.wording.entries import SHOW_ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.integration.services.guide_rows import Choosing

ALL = "all"
_LETTERS = 14


class GuideFilters(QWidget):
    """The filters over the list.

    Signals:
        changed(): something else is to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scopes = {key: FilterToggle(said, self) for key, said in wording.SCOPES}
        self._group = QButtonGroup(self)
        self.words, self.more = QLineEdit(self), FilterToggle(wording.MORE, self)
        self.clear, self.count = LinkButton(SHOW_ALL, self, small=True), words("", "hint")
        self.gap = choice_list(wording.GAP, wording.ALL_GAPS, _LETTERS)
        self.kind = choice_list(wording.KIND, wording.ALL_KINDS, _LETTERS)
        self.status = choice_list(wording.STATUS, wording.ALL_STATUSES, _LETTERS)
        self.stage = choice_list(wording.STAGE, wording.ALL_STAGES, _LETTERS)
        self.lists = (self.gap, self.kind, self.status, self.stage)
        self._lists = QWidget(self)
        self._place()
        self._connect()

    def wanted(self, organisation: OrganisationId | None) -> Wanted:
        """What a person wants to see; with an organisation, by how far that one is."""
        gap, kind, status, stage = (str(list_.currentData() or "") for list_ in self.lists)
        base = Wanted(
            gap=CapabilityId(gap) if gap else None,
            kinds=frozenset({kind} if kind else ()),
            statuses=frozenset({ServiceStatus(status)} if status else ()),
            stages=frozenset({Stage(stage)} if stage else ()),
            searched=self.words.text().strip().casefold(),
            organisation=organisation,
        )
        return scoped(base, self.scope)

    @property
    def scope(self) -> str:
        """The key of the scope that holds."""
        return next(key for key, button in self.scopes.items() if button.isChecked())

    def choose_scope(self, key: str) -> None:
        """Let a scope hold without saying so."""
        self.scopes[key].setChecked(True)

    def show_choices(self, offered: Choosing, counts: Mapping[str, int]) -> None:
        """Show what can be chosen, and how many each choice would leave."""
        entries = (offered.gaps, offered.kinds, offered.statuses, offered.stages)
        for list_, held in zip(self.lists, entries, strict=True):
            fill_choices(list_, held)
        for key, button in self.scopes.items():
            button.show_count(counts[key])

    def show_count(self, shown: int, all_: int) -> None:
        """Say how many of all are left."""
        self.count.setText(f"{shown:,} of {all_:,}" if shown < all_ else "")
        self.clear.setVisible(shown < all_)

    def choose_gap(self, capability: str) -> bool:
        """Show only what helps with a gap; whether that can be chosen. Nothing is said."""
        self.show_all()
        place = self.gap.findData(capability)
        self._silently(lambda: self.gap.setCurrentIndex(max(0, place)))
        self.more.setChecked(place > 0)
        return place > 0

    def show_all(self) -> None:
        """Leave nothing out, without saying so."""
        self._silently(self._clear)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return (*self.scopes.values(), self.words, self.more, self.clear, *self.lists)

    def _clear(self) -> None:
        self.choose_scope(ALL)
        self.words.clear()
        for list_ in self.lists:
            list_.setCurrentIndex(0)

    def _place(self) -> None:
        head, search = FlowLayout(S), FlowLayout(S)
        title = words(wording.TITLE, "heading")
        head.addWidget(title)
        for key, button in self.scopes.items():
            self._group.addButton(button)
            head.addWidget(button)
            button.setChecked(key == ALL)
        self.scopes["check"].setToolTip(wording.CHECK_TIP)
        self.scopes["check"].setAccessibleDescription(wording.CHECK_TIP)
        self.words.setPlaceholderText(wording.SEARCH)
        self.words.setAccessibleName(wording.SEARCH)
        self.words.setClearButtonEnabled(True)
        self.words.setProperty("scale", "toolbar")
        self.words.setMinimumWidth(170)
        for part in (self.words, self.more, self.clear, self.count):
            search.addWidget(part)
        lists = FlowLayout(S, self._lists)
        for list_ in self.lists:
            list_.setProperty("scale", "toolbar")
            lists.addWidget(list_)
        self._lists.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, S)
        column.setSpacing(S)
        column.addLayout(head)
        column.addLayout(search)
        column.addWidget(self._lists)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.more.toggled.connect(self._lists.setVisible)
        self.clear.clicked.connect(self._on_clear)
        for list_ in self.lists:
            list_.currentIndexChanged.connect(self.changed)

    def _on_clear(self) -> None:
        self.show_all()
        self.changed.emit()

    def _silently(self, act: Callable[[], None]) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        act()
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
