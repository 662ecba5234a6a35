"""The page of people's names: which are held, where free text holds them, removing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import FileProblem
from techmodel.core.organisations import OrganisationId
from techmodel.session.touched import Touched
from techmodel.ui import ask
from techmodel.ui.names.model import card_of
from techmodel.ui.names.parts import Parts
from techmodel.ui.page import Page
from techmodel.wording import names_page as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.session.names import NameFound, Removed
    from techmodel.session.session import Session


class NamesPage(Page):
    """The names of one assessment.

    Attributes:
        parts: the widgets.
    """

    name = "Names"
    icon = "organisation"
    cares = Touched.ALL
    _after: tuple[NameFound, ...] = ()
    """Where free text still holds a name that was just removed."""

    @override
    def question(self) -> str:
        return wording.QUESTION

    @override
    def headline(self) -> str:
        names = self.workspace.session.names
        return wording.headline(len(names.all()), removed=names.were_removed)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        held = session.names.all()
        why = wording.READ_ONLY if session.read_only else "" if held else wording.NOTHING
        self.parts.show_held(list(held.values()), why)
        self._show_texts()

    @override
    def focus_first(self) -> None:
        self.parts.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.parts.panes()

    @override
    def _build(self) -> None:
        self.parts = Parts(self.look, self.body)

    @override
    def _connect(self) -> None:
        self.parts.field.textChanged.connect(self._show_texts)
        self.parts.texts.activated.connect(self._on_activated)
        self.parts.open.clicked.connect(self._on_open)
        self.parts.texts.selectionModel().currentRowChanged.connect(self._on_current)
        self.parts.remove.clicked.connect(self._on_remove)

    def _show_texts(self) -> None:
        """The texts that hold what is typed, or else any of the names held."""
        session, typed = self.workspace.session, self.parts.field.text().strip()
        wanted = [typed] if typed else list(session.names.all().values())
        found = [text for name in wanted for text in session.names.holders(name)]
        if not wanted:
            found = list(self._after)
        organisations = {str(o.id): o.name for o in session.assessment().organisations}
        none = wording.NO_TEXTS if typed else wording.NOT_LOOKED
        if wanted and not typed:
            none = wording.NO_HELD_TEXTS
        self.parts.show_texts(tuple(dict.fromkeys(found)), organisations, none)
        self._on_current()

    def _on_current(self) -> None:
        self.parts.open.setEnabled(self._card() is not None)

    def _on_activated(self, _: QModelIndex) -> None:
        self._on_open()

    def _on_open(self) -> None:
        card = self._card()
        if card is not None:
            organisation = OrganisationId(card[1]) if card[1] else None
            self.workspace.open_card(CapabilityId(card[0]), organisation)

    def _card(self) -> tuple[str, str] | None:
        text: NameFound | None = self.parts.text()
        return card_of(text, self.workspace.session.assessment()) if text else None

    def _on_remove(self) -> None:
        session = self.workspace.session
        detail = wording.sure_detail(len(session.names.all()), len(session.backups.all()))
        choices = [("keep", wording.KEEP), ("remove", wording.SURE_VERB)]
        if ask.choose(self, wording.SURE, choices, detail=detail) == "remove":
            self._remove()

    def _remove(self) -> None:
        """Remove them, with nothing else under way on the files."""
        done: list[Removed] = []

        def remove(session: Session) -> Touched:
            done.append(session.names.remove_all())
            return Touched.NONE

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.workspace.publisher.rest()
            self.workspace.run(remove)
        except FileProblem as error:
            self.workspace.failed.emit(str(error))
        finally:
            QGuiApplication.restoreOverrideCursor()
            self.workspace.publisher.note_change()
        if done:
            self._after = done[0].texts
            self.parts.show_done(done[0])
        self.look_again()
