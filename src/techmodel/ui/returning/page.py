"""The page of a workbook that came back: what it changes, asks and cannot say, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.merge_parts import Choice
from techmodel.session.returning import take
from techmodel.ui.announce import announce
from techmodel.ui.finishing import FinishingPage
from techmodel.ui.returning.deciding import Deciding
from techmodel.ui.returning.parts import Foot, SectionPane, scrolling
from techmodel.ui.returning.sections import sections
from techmodel.wording import returning_page as wording
from techmodel.wording.returning import counts_words, headline

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.returning_parts import Content, Returned
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.returning.sections import Section
    from techmodel.ui.workspace import Workspace


class ReturningPage(FinishingPage):
    """Shows what a workbook changes; nothing is written before the button.

    Attributes:
        deciding: what a person has decided so far.
    """

    name = wording.MENU
    icon = "plan"
    leave_words = (wording.LEAVE, wording.LEAVE_DETAIL)

    def __init__(
        self, workspace: Workspace, look: Look, returned: Returned, parent: QWidget | None = None
    ) -> None:
        """`returned` is a workbook of this assessment; Refused for one of another."""
        self.deciding = Deciding(workspace.session, returned)
        self._wanted = ""
        self._sections: tuple[Section, ...] = ()
        super().__init__(workspace, look, parent)

    @override
    def question(self) -> str:
        return wording.question(self.deciding.returned.file)

    @override
    def headline(self) -> str:
        deciding = self.deciding
        found, troubles = deciding.comeback.found, len(deciding.comeback.troubles)
        return headline(found, deciding.settled, troubles)

    @override
    def refresh(self) -> None:
        self.deciding.look_again()
        self._show()

    @override
    def focus_first(self) -> None:
        place = self.pane.first() if self._sections else self.foot.cancel
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.pane.first(), self.foot.go if self.foot.go.isEnabled() else self.foot.cancel

    @override
    def has_begun(self) -> bool:
        return self.deciding.begun

    @override
    def _build(self) -> None:
        self.pane, self.foot = SectionPane(self.look, self.body), Foot(self.body)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(self.pane, self.body), stretch=1)
        column.addWidget(self.foot)

    @override
    def _connect(self) -> None:
        self.pane.section_wanted.connect(self._on_section)
        self.pane.verb_wanted.connect(self._on_verb)
        self.pane.activated.connect(self._on_activated)
        self.foot.cancel.clicked.connect(self._on_cancel)
        self.foot.go.clicked.connect(self._on_go)

    @property
    def section(self) -> Section | None:
        """The section that is shown: the one that was wanted, else the first."""
        found = [s for s in self._sections if s.key == self._wanted]
        return next(iter((*found, *self._sections)), None)

    def _show(self) -> None:
        self._leaving = False
        self._sections = sections(self.workspace.session, self.deciding)
        counts = [(s.key, len(s.rows)) for s in self._sections]
        self.pane.show_sections(counts, self.section)
        self.pane.allow(wording.LOOK_AGAIN, allowed=bool(self.deciding.left))
        self._judge()
        self.say_headline()

    def _judge(self) -> None:
        """Say what the button waits for."""
        comeback = self.deciding.comeback
        nothing = comeback.is_empty and not self.deciding.begun
        reason = ""
        if self.workspace.session.read_only:
            reason = wording.READ_ONLY
        elif comeback.troubles:
            reason = wording.MEND_FIRST
        elif comeback.open:
            reason = wording.open_words(len(comeback.open))
        elif not counts_words(comeback.found, self.deciding.settled):
            reason = wording.NOTHING_TO_TAKE
        self.foot.say(reason, nothing=nothing)

    def _on_section(self, key: str) -> None:
        self._wanted = key
        self._show()

    def _on_activated(self) -> None:
        """Enter turns a decision round."""
        section, chosen = self.section, self.pane.chosen
        if section is None or not chosen:
            return
        about = section.about[chosen[0]]
        deciding = self.deciding
        ours = deciding.choices.get(about) is Choice.OURS
        verbs = {
            "settle": wording.TAKE_THEIRS if ours else wording.KEEP_OURS,
            "gone": wording.KEEP_ROW if about in deciding.deleted else wording.TAKE_AWAY,
            "wrong": wording.LOOK_AGAIN if about in deciding.left else wording.LEAVE_OUT,
        }
        if section.key in verbs:
            self._on_verb(verbs[section.key])

    def _on_verb(self, verb: str) -> None:
        """Carry out a verb of the section on the rows that are chosen, or on all."""
        section = self.section
        if section is None:
            return
        chosen: list[Content] = [section.about[n] for n in self.pane.chosen]
        every: list[Content] = [*section.about]
        d = self.deciding
        ways: dict[tuple[str, str], Callable[[], None]] = {
            ("settle", wording.KEEP_OURS): lambda: d.choose(chosen, Choice.OURS),
            ("settle", wording.TAKE_THEIRS): lambda: d.choose(chosen, Choice.THEIRS),
            ("settle", wording.KEEP_ALL): lambda: d.choose(every, Choice.OURS),
            ("settle", wording.TAKE_ALL): lambda: d.choose(every, Choice.THEIRS),
            ("gone", wording.TAKE_AWAY): lambda: d.take_away(chosen, away=True),
            ("gone", wording.KEEP_ROW): lambda: d.take_away(chosen, away=False),
            ("gone", wording.TAKE_ALL_AWAY): lambda: d.take_away(every, away=True),
            ("gone", wording.KEEP_ALL_ROWS): lambda: d.take_away(every, away=False),
            ("wrong", wording.LEAVE_OUT): lambda: d.leave_out(chosen),
            ("wrong", wording.LEAVE_ALL_OUT): d.leave_all_out,
            ("wrong", wording.LOOK_AGAIN): lambda: d.bring_in_again(chosen),
        }
        self._wanted = section.key
        ways[section.key, verb]()
        self._show()
        announce(self, f"{wording.row_words(len(chosen))} {self.foot.reason.text()}")

    def _on_go(self) -> None:
        self._finish(self._take, wording.said_words)

    def _take(self, session: Session) -> Touched:
        return take(session, self.deciding.returned, self.deciding.settled)
