"""The card of one capability: head, target, levels or matrix, details, and the buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.outline import next_open
from techmodel.ui.checklist.answering import Answering
from techmodel.ui.checklist.board import find_board
from techmodel.ui.checklist.card_head import CardHead
from techmodel.ui.checklist.card_scroll import CardScroll
from techmodel.ui.checklist.details import Details
from techmodel.ui.checklist.foot import Foot
from techmodel.ui.checklist.head_words import find_head
from techmodel.ui.checklist.keys import Do, command_of
from techmodel.ui.checklist.level_rows import LevelRows
from techmodel.ui.checklist.lines import find_detail, find_lines
from techmodel.ui.checklist.matrix import Matrix
from techmodel.ui.checklist.more_menu import MoreMenu
from techmodel.ui.checklist.row_entry import RowEntry
from techmodel.ui.checklist.target_line import TargetLine
from techmodel.ui.checklist.trail import find_trail, roles_used
from techmodel.ui.look import XL, XS, S
from techmodel.ui.widgets.notices import Note
from techmodel.wording.checklist_page import nothing_to_answer
from techmodel.wording.setup_changes import READ_ONLY

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from techmodel.core.answers import Answer
    from techmodel.core.checklist import Capability
    from techmodel.ui.checklist.keys import Command
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.checklist.trail import Trail
    from techmodel.ui.look import Look
    from techmodel.ui.workspace import Workspace


MOST_READABLE = 1120
"""For one organisation the card is no wider than so many CSS pixels, so that lines can be read."""
FORMS = frozenset({Do.NOT_APPLICABLE, Do.EVIDENCE, Do.OTHER_VIEW, Do.ROW})
"""What asks for words before it writes: not begun where nothing can be written."""
WIDEST = 16_777_215
"""What Qt takes for no limit."""


class Card(QFrame):
    """Everything about one capability, for one organisation or for several.

    Signals:
        moved(str): a `Do` (BEFORE, AFTER): go to the neighbouring capability.
        next_wanted(): go to the next that is not answered.
        chosen(): other organisations are chosen; see `matrix`.
        help_wanted(): show all keys.
    """

    moved = Signal(str)
    next_wanted = Signal()
    chosen = Signal()
    help_wanted = Signal()

    def __init__(
        self, look: Look, workspace: Workspace, letters: Callable[[], bool], parent: QWidget
    ) -> None:
        """`letters` says whether letters and digits answer (Settings)."""
        super().__init__(parent)
        self._look, self._workspace, self._letters = look, workspace, letters
        self._picture: Picture | None = None
        self._place: Place | None = None
        self._saved: Answer | None = None
        self.trail: Trail | None = None
        self.brief = self.with_context_link = False
        self.setProperty("pane", "page")
        self._make()
        self._build()
        self._connect()

    def show_place(self, picture: Picture, place: Place) -> None:
        """Show a capability as it is now."""
        turned = self._picture is not None and (self._picture.single is None) != (
            picture.single is None
        )
        other = self._place is None or self._place.capability != place.capability
        if turned or other:
            self.area.to_top()
        held = turned and self.isAncestorOf(QApplication.focusWidget() or self)
        self._picture, self._place = picture, place
        self.answering.show(picture, place)
        self._show_head(picture, place)
        self._show_answers(picture, place)
        self._show_foot(picture, place)
        if other:
            self.rows.follow()
            self.matrix.begin()
        if other and picture.single is None:
            self.area.to_top()  # what it is about and whose columns these are come first
        if held:
            self.focus_levels()

    def be_brief(self, *, brief: bool) -> None:
        """Leave why and tests to the context, or show them."""
        if brief != self.brief:
            self.brief = brief
            self.area.to_top()

    def flush(self) -> None:
        """Save notes typed but not yet saved."""
        self.details.flush()

    def focus_target(self) -> QWidget:
        """The widget with the focus when keys answer."""
        if not self.matrix.isHidden():
            return self.matrix.table
        return self.foot.next if self.rows.isHidden() else self.rows.current()

    def focus_levels(self) -> None:
        """Put the focus where keys answer."""
        self.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(event, letters=self._letters())
        if command is None or self._place is None:
            super().keyPressEvent(event)
            return
        self._do(command)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.fit()

    def do(self, what: str) -> None:
        """Do what a button or a menu stands for."""
        actions: dict[str, Callable[[], object]] = {
            Do.DONT_KNOW: self.answering.dont_know,
            Do.NOT_APPLICABLE: self.answering.not_applicable,
            Do.PARK: self.answering.park,
            Do.NOTE: self.details.go_to_note,
            Do.OTHER_VIEW: self.details.go_to_other_view,
            Do.EVIDENCE: self.details.evidence.start,
            Do.ROW: self._type_row,
            Do.HELP: self.help_wanted.emit,
        }
        if what in {Do.BEFORE, Do.AFTER}:
            self.moved.emit(what)
        elif what in FORMS and self._picture is not None and self._picture.read_only:
            self._workspace.failed.emit(READ_ONLY)
        elif what in {Do.HELP, Do.ROW} or (self._place and self._place.organisations):
            actions[what]()

    def _do(self, command: Command) -> None:
        if command.do is Do.LEVEL:
            self.answering.level(command.level)
        else:
            self.do(command.do)

    def _show_head(self, picture: Picture, place: Place) -> None:
        self.trail = None
        if place.organisation is not None:
            batches = self._workspace.session.batches()
            self.trail = find_trail(
                self._workspace.session, (place.capability, place.organisation)
            )
            self.details.offer_roles(roles_used(picture.assessment, batches))
        link = self.with_context_link
        self.head.show_head(find_head(picture, place, self.trail, brief=self.brief, link=link))
        gap = picture.gap(place.capability)
        self.target.show_target(
            place.capability, gap.target if gap else None, picture.assessment.checklist
        )

    def _show_answers(self, picture: Picture, place: Place) -> None:
        capability, organisation = picture.capability(place.capability), place.organisation
        asked = capability is not None and organisation is not None
        several = picture.single is None
        self._inside.setMaximumWidth(WIDEST if several else self._look.px(MOST_READABLE))
        self.nobody.setVisible(not asked)
        self.rows.setVisible(asked and not several)
        self.matrix.setVisible(asked and several)
        self.row_entry.setVisible(self.row_entry.isVisibleTo(self) and asked and several)
        if capability is None or organisation is None or self.trail is None:
            self.nobody.say(_not_asked(picture, capability), "done")
            self.details.show_detail(None)
            return
        if several:
            self.matrix.show_board(find_board(picture, capability), place.organisations)
            self.row_entry.show_partners(picture.partners(capability.id))
        else:
            saved = self._saved == self._answer
            self.rows.show_lines(find_lines(picture, capability, organisation, saved=saved))
        self.details.show_detail(find_detail(picture, place, organisation, self.trail))

    def _show_foot(self, picture: Picture, place: Place) -> None:
        pairs = [(place.capability, o) for o in place.organisations]
        parked = bool(pairs) and all(picture.answer(*pair).parked for pair in pairs)
        may = bool(pairs) and not picture.read_only
        several = picture.single is None
        self.foot.show_state(answerable=may, parked=parked, several=several)
        self.foot.show_keys(shown=self._letters())
        shown = (picture.single,) if picture.single else picture.assessment.scope
        here = (place.capability, place.organisation) if place.organisation else None
        left = here is None or next_open(picture.gaps, here, [o.id for o in shown]) is not None
        self.foot.show_next("" if left else nothing_to_answer(picture.outline))
        self.menu.show_place(picture, place)

    def _make(self) -> None:
        look, workspace = self._look, self._workspace
        self.area = CardScroll(self)
        self._inside = inside = self.area.inside
        grades = workspace.session.assessment().checklist.scoring.evidence_grades
        self.answering = Answering(workspace, self)
        self.head, self.target = CardHead(look, inside), TargetLine(workspace, inside)
        self.nobody = Note("", "done", inside)
        self.rows, self.matrix = LevelRows(look, inside), Matrix(look, inside)
        self.row_entry = RowEntry(self.answering, inside)
        self.row_entry.hide()
        self.details = Details(look, workspace, self.answering, grades, inside)
        self.foot = Foot(look, self)
        self.menu = MoreMenu(self.foot, self.answering, self.do)

    def _build(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(XL, S, XL, 0)
        column.setSpacing(XS)
        for widget in (self.head, self.target, self.nobody, self.rows, self.matrix):
            column.addWidget(widget)
        column.addWidget(self.row_entry)
        column.addWidget(self.details)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, stretch=1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.rows.chosen.connect(self._on_row_chosen)
        self.rows.stood_on.connect(self.area.bring)
        self.matrix.table.stood_on.connect(self.area.bring)
        self.matrix.answered.connect(self._on_row_chosen)
        self.matrix.chosen.connect(self.chosen)
        self.answering.answered.connect(self._on_answered)
        self.details.opened.connect(self.area.bring)
        self.foot.wanted.connect(self.do)
        self.foot.next_wanted.connect(self.next_wanted)
        for part in (self.details, self.target, self.row_entry):
            part.left.connect(self.focus_levels)

    def _type_row(self) -> None:
        if self._picture is not None and self._picture.single is None:
            self.row_entry.start()
            self.area.bring(self.row_entry)

    def _on_row_chosen(self, key: str) -> None:
        if key.isdecimal():
            self.answering.level(int(key))
        elif key in {"d", "n"}:
            self.do(Do.DONT_KNOW if key == "d" else Do.NOT_APPLICABLE)

    def _on_answered(self) -> None:
        self._saved = self._answer
        if self._picture is not None and self._place is not None:
            self._show_answers(self._picture, self._place)
            self.rows.follow()
            self.matrix.follow()

    @property
    def _answer(self) -> Answer | None:
        """The answer of the organisation in hand."""
        picture, place = self._picture, self._place
        if picture is None or place is None or place.organisation is None:
            return None
        return picture.answer(place.capability, place.organisation)


def _not_asked(picture: Picture, capability: Capability | None) -> str:
    """Why there is nothing to answer."""
    if capability is not None and capability.domain in picture.assessment.domains_out:
        return "This domain is out of scope; Set-up can bring it back."
    if picture.single is not None:
        return f"{picture.single.name} is not asked about this."
    return "No organisation here is asked about this."
