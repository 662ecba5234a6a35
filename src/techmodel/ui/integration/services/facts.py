"""What the guide knows about a service in the words of the checklist, from top to source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from techmodel.core.services_guide import DutyState
from techmodel.ui.look import XL, XS, M, S
from techmodel.ui.widgets.buttons import LinkButton
from techmodel.ui.widgets.notices import Banner, Note
from techmodel.ui.widgets.web_link import WebLink
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording import services_page as wording
from techmodel.wording.services_guide import duty_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.services_guide import Entry


class Lines(QWidget):
    """A head and lines with a mark each, such as steps with their numbers; hidden without lines.

    Attributes:
        said: the lines, for those who read them otherwise.
    """

    def __init__(self, head: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.said: tuple[str, ...] = ()
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, S, 0, 0)
        self._column.setSpacing(XS)
        self._column.addWidget(words(head, "label", wrap=True))
        self._column.addWidget(self._inside)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show other lines: (mark, words)."""
        self.said = tuple(" ".join(line).strip() for line in lines)
        self.setVisible(bool(lines))
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        for row, (mark, text) in enumerate(lines):
            if mark:
                grid.addWidget(words(mark, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(text, wrap=True), row, 1)
        self._column.replaceWidget(self._inside, inside)
        self._inside.deleteLater()
        self._inside = inside


class Top(QWidget):
    """Name, what it is, who runs it, status and duty.

    Signals:
        service_wanted(str): a person wants to see what came after it, by id.
        said(str): something was done with an address.
    """

    service_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._after = ""
        self.name, self.what = words("", "title", wrap=True), words("", wrap=True)
        self.lead, self.note = words("", "quiet", wrap=True), words("", "small", wrap=True)
        self.banner = Banner("", parent=self, closes=False)
        self.banner.setContentsMargins(M - XL, 0, 0, 0)
        self.successor = LinkButton(wording.SUCCESSOR, self)
        self.passed, self.duty = Note(parent=self), words("", wrap=True)
        self.law = WebLink(wording.DUTY_PAGE, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        above: tuple[QWidget, ...] = (self.name, self.what, self.lead, self.banner)
        below: tuple[QWidget, ...] = (self.note, self.passed, self.duty, self.law)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.successor, alignment=Qt.AlignmentFlag.AlignLeft)
        for part in below:
            column.addWidget(part)
        self.successor.clicked.connect(self._on_successor)
        self.law.said.connect(self.said)

    def show_entry(self, entry: Entry, today: date) -> None:
        """Show another service."""
        service = entry.service
        self.name.setText(service.name)
        self.what.setText(service.what)
        self.lead.setText(wording.lead_words(service))
        self.banner.say(wording.banner_words(entry, today))
        self.banner.setProperty("notice", "done" if wording.is_plain(entry) else "warn")
        restyle(self.banner)
        self.note.setText(service.status_note)
        self.note.setVisible(bool(service.status_note))
        self._after = entry.successor.id if entry.successor else ""
        self.successor.setVisible(entry.successor is not None)
        if entry.successor is not None:
            self.successor.setText(wording.successor_words(entry.successor))
        self._show_duty(entry)

    def _show_duty(self, entry: Entry) -> None:
        passed, said = entry.duty is DutyState.PASSED, duty_words(entry)
        self.passed.say(said)
        self.passed.setVisible(passed)
        self.duty.setText(said)
        self.duty.setVisible(bool(said) and not passed)
        duty = entry.service.duty
        self.law.show_address(duty.source if duty else "")
        self.law.setVisible(bool(duty and duty.source))

    def _on_successor(self) -> None:
        self.service_wanted.emit(self._after)


class Bottom(QWidget):
    """How to connect, what must be there first, who to ask, source and licence.

    Signals:
        said(str): something was done with an address.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.steps, self.needs = Lines(wording.STEPS, self), Lines(wording.NEEDS, self)
        self.ask, self.source = Lines(wording.ASK, self), Lines(wording.SOURCE, self)
        self.page = WebLink(wording.SERVICE_PAGE, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        for part in (self.steps, self.needs, self.ask, self.source, self.page):
            column.addWidget(part)
        self.page.said.connect(self.said)

    def show_entry(self, entry: Entry) -> None:
        """Show another service."""
        service = entry.service
        self.steps.show_lines([(f"{n}.", s) for n, s in enumerate(service.connect, 1)])
        self.needs.show_lines([("•", need) for need in service.needs])
        self.ask.show_lines([("", service.ask)] if service.ask else [])
        self.source.show_lines([("", wording.licence_words(service))])
        self.page.show_address(service.source)
