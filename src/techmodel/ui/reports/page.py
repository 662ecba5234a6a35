"""The reports place: is it ready to send, what it will say, and sending it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from techmodel import __version__
from techmodel.core.checklist import CapabilityId
from techmodel.core.organisations import OrganisationId
from techmodel.core.rounds import NEWEST
from techmodel.ui.page import Page
from techmodel.ui.reports.check_list import CheckList
from techmodel.ui.reports.export_panel import ExportPanel
from techmodel.ui.reports.places import Target, lead_of
from techmodel.ui.reports.preview import Preview
from techmodel.ui.reports.sending import Sending
from techmodel.ui.widgets.buttons import Segmented
from techmodel.ui.widgets.words import rule
from techmodel.wording.progress import round_choice
from techmodel.wording.ready import QUESTION, ready_headline

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.core.ready import Check
    from techmodel.core.report import Report
    from techmodel.core.rounds import RoundId

CHECKS, PREVIEW, EXPORT = "checks", "preview", "export"
WIDE, MIDDLE = 1060, 660
"""From this width in CSS pixels on three panes stand side by side; from that on two."""
CHECKS_WIDTH, EXPORT_WIDTH = 380, 296
"""Widths of panes in CSS pixels."""
ANY_WIDTH = 16_777_215
"""Qt's own "no limit" for a widget's width."""


class ReportsPage(Page):
    """The ready-to-send list, the preview, and the exports.

    Signals:
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
    """

    name = "Reports"
    icon = "reports"
    _report: Report | None = None
    _since: RoundId | None = NEWEST
    place_wanted = Signal(str, str)

    @override
    def question(self) -> str:
        return QUESTION

    @override
    def headline(self) -> str:
        return ready_headline(self._report.checks) if self._report else ""

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (self._shown,)

    @override
    def refresh(self) -> None:
        session = self.workspace.session
        guides = self.panel.guides.isChecked()
        report = self._report = session.report(
            version=__version__, since=self._since, with_guides=guides
        )
        self.checks.show_checks(report)
        self.preview.show_report(report)
        self.sending.show_report(report)
        self._show_rounds(report)

    @override
    def focus_first(self) -> None:
        (self.checks.first_button() or self.panel.button).setFocus()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return tuple(p for p in (self.checks, self.preview, self.panel) if p.isVisible())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def _build(self) -> None:
        look = self.look
        choices = ((CHECKS, "Checks"), (PREVIEW, "Preview"), (EXPORT, "Export"))
        self._shown = Segmented(choices, "Show", self)
        self.checks, self.preview = CheckList(look), Preview(look)
        self.panel = ExportPanel(look)
        self.sending = Sending(self.workspace, self.panel)
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for widget in (self.checks, rule("down"), self.preview, rule("down"), self.panel):
            row.addWidget(widget, stretch=1 if widget is self.preview else 0)
        self._fit()

    @override
    def _connect(self) -> None:
        self._shown.chosen.connect(self._fit)
        self.look.changed.connect(self._fit)
        self.checks.shown.connect(self._on_shown)
        self.panel.since.chosen.connect(self._on_since)
        self.panel.guides.toggled.connect(self.refresh)

    def _fit(self) -> None:
        """Show three panes, or two, or one; what is left out can be chosen in the header."""
        px, chosen = self.look.px, self._shown.key
        wide, middle = self.width() >= px(WIDE), self.width() >= px(MIDDLE)
        self._shown.setVisible(not wide)
        self._shown.button(EXPORT).setVisible(not middle)
        if middle and chosen == EXPORT:
            self._shown.choose(CHECKS)
            chosen = CHECKS
        self.checks.setVisible(wide or chosen == CHECKS)
        self.preview.setVisible(wide or chosen == PREVIEW)
        self.panel.setVisible(middle or chosen == EXPORT)
        self._size(self.checks, CHECKS_WIDTH, fixed=wide)
        self._size(self.panel, EXPORT_WIDTH, fixed=middle)

    def _size(self, pane: QWidget, width: int, *, fixed: bool) -> None:
        """Give a pane its own width, or let it fill what there is."""
        pane.setMinimumWidth(self.look.px(width) if fixed else 0)
        pane.setMaximumWidth(self.look.px(width) if fixed else ANY_WIDTH)

    def _show_rounds(self, report: Report) -> None:
        """Offer the rounds, each with the progress since."""
        rounds = self.workspace.session.rounds
        offered = [
            (r.id, round_choice(r.name, rounds.progress(r).overall)) for r in report.rounds[::-1]
        ]
        self.panel.since.show_rounds(offered, report.since.round.id if report.since else None)

    def _on_since(self, round_: RoundId | None) -> None:
        self._since = round_
        self.refresh()

    def _on_shown(self, check: Check) -> None:
        if self._report is None:
            return
        lead = lead_of(check, self._report.assessment)
        if lead.target is Target.CARD:
            organisation = OrganisationId(lead.organisation) if lead.organisation else None
            self.workspace.open_card(CapabilityId(lead.capability), organisation)
        elif lead.target is Target.SET_UP:
            self.place_wanted.emit("set-up", "")
        elif lead.target is Target.PLAN:
            self.place_wanted.emit("plan", lead.item)
        else:
            self.place_wanted.emit("gaps", lead.item)
