"""The page that brings organisations of another assessment in as new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.session.merging import bring_in, newcomers_of
from techmodel.ui.finishing import FinishingPage
from techmodel.ui.look import XL, L, M, S
from techmodel.ui.merge.scroll import Scroll
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.described_box import DescribedBox
from techmodel.ui.widgets.words import pane, words
from techmodel.wording import bring_in as wording
from techmodel.wording.merge_page import READ_ONLY

if TYPE_CHECKING:
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.merging import Guest, Other
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


class BringInPage(FinishingPage):
    """Chooses organisations of another assessment; nothing is changed before the button.

    Attributes:
        other: the file they come from.
    """

    name = "Bring in"
    icon = "organisation"
    leave_words = (wording.LEAVE, wording.LEAVE_DETAIL)

    def __init__(
        self, workspace: Workspace, look: Look, other: Other, parent: QWidget | None = None
    ) -> None:
        """`other` is a file of another assessment."""
        self.other = other
        self._rows: dict[OrganisationId, DescribedBox] = {}
        super().__init__(workspace, look, parent)

    @property
    def chosen(self) -> tuple[OrganisationId, ...]:
        """Who is chosen, in the other file's order."""
        return tuple(id_ for id_, row in self._rows.items() if row.box.isChecked())

    @override
    def question(self) -> str:
        return wording.question(self.other.session.assessment().title)

    @override
    def headline(self) -> str:
        return wording.headline(len(self._rows))

    @override
    def refresh(self) -> None:
        for guest in newcomers_of(self.workspace.session, self.other):
            self._say_guest(guest)
        self._judge()

    @override
    def focus_first(self) -> None:
        boxes = [row.box for row in self._rows.values()]
        (boxes[0] if boxes else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self._list, self._foot

    @override
    def has_begun(self) -> bool:
        return bool(self.chosen)

    @override
    def _build(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_list(), stretch=1)
        column.addWidget(self._make_foot())

    @override
    def _connect(self) -> None:
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.cancel.clicked.connect(self._on_cancel)
        self.go.clicked.connect(self._on_go)
        for row in self._rows.values():
            row.box.toggled.connect(self._judge)

    def _make_list(self) -> QWidget:
        self._list = Scroll(self.body)
        inside = pane("page", self._list.viewport())
        self.all, self.none = LinkButton(wording.ALL), LinkButton(wording.NONE)
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, L, XL, L)
        column.setSpacing(M)
        column.addWidget(words(wording.WHY, wrap=True))
        choose = QHBoxLayout()
        choose.setSpacing(L)
        for link in (self.all, self.none):
            choose.addWidget(link)
        choose.addStretch(1)
        column.addLayout(choose)
        for organisation in self.other.session.assessment().organisations:
            row = DescribedBox(self.look, organisation.name, "quiet", strong=True)
            self._rows[organisation.id] = row
            column.addWidget(row)
        column.addWidget(words(wording.LEFT_BEHIND, "quiet", wrap=True))
        column.addStretch(1)
        self._list.setWidget(inside)
        return self._list

    def _make_foot(self) -> QWidget:
        self._foot = pane("foot", self.body)
        self.cancel, self.go = LinkButton(wording.CANCEL), QPushButton(wording.verb_words(0))
        self.go.setProperty("role", "primary")
        self._reason = words("", "quiet", wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(XL, M, XL, M)
        row.setSpacing(S)
        row.addWidget(self.cancel)
        row.addWidget(self._reason, stretch=1)
        row.addWidget(self.go)
        return self._foot

    def _say_guest(self, guest: Guest) -> None:
        """Say what an organisation brings, and what of it is different here."""
        held = guest.organisation
        kinds = {k.id: k.name for k in self.other.session.assessment().checklist.kinds}
        kind = kinds.get(held.kind, held.kind)
        counts = guest.answers, guest.evidence, guest.services
        about = wording.about_words(kind, held.weight, *counts)
        notes = wording.notes_words(held.name, guest.name, guest.left_out, guest.came)
        self._rows[held.id].say("\n".join(t for t in (about, notes) if t))

    def _judge(self) -> None:
        """Say what the button does, or why it does nothing."""
        self._leaving = False
        count = len(self.chosen)
        reason = "" if count or not self._rows else wording.CHOOSE_ONE
        if self.workspace.session.read_only:
            reason = READ_ONLY
        self._reason.setText(reason)
        self.go.setText(wording.verb_words(count))
        self.go.setAccessibleDescription(reason)
        self.go.setEnabled(bool(count) and not reason)

    def _on_all(self) -> None:
        self._check(checked=True)

    def _on_none(self) -> None:
        self._check(checked=False)

    def _check(self, *, checked: bool) -> None:
        for row in self._rows.values():
            row.box.setChecked(checked)

    def _on_go(self) -> None:
        self._finish(self._bring_in, wording.brought_words)

    def _bring_in(self, session: Session) -> Touched:
        return bring_in(session, self.other, self.chosen)
