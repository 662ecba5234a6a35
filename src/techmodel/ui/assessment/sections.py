"""The parts of Set-up as widgets, and what they show together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from techmodel.core.effects import count_kept
from techmodel.ui.assessment.decisions_model import DecisionsModel
from techmodel.ui.assessment.decisions_table import DecisionsTable
from techmodel.ui.assessment.facts import ChecklistFacts
from techmodel.ui.assessment.pending import Pending
from techmodel.ui.assessment.those_who_left import ThoseWhoLeft
from techmodel.ui.look import L
from techmodel.ui.widgets.care_models import CareModels
from techmodel.ui.widgets.organisations_cells import Column
from techmodel.ui.widgets.organisations_editor import OrganisationsEditor
from techmodel.ui.widgets.organisations_rows import Facts, Row, rebased, row_of
from techmodel.ui.widgets.scope import Scope
from techmodel.ui.widgets.scrolled import scrolled
from techmodel.ui.widgets.title_fields import TitleFields
from techmodel.ui.widgets.words import words
from techmodel.wording.setup import DECIDED, NOTHING_DECIDED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import DomainId
    from techmodel.core.organisations import OrganisationId
    from techmodel.ui.look import Look

COLUMNS = (
    *(Column.ROW, Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT),
    *(Column.QUESTIONS, Column.ANSWERED, Column.LEAVE),
)
WIDEST = 640
"""CSS pixels; a longer line is hard to read."""


class Sections(QStackedWidget):
    """Every field of Set-up. What differs from the assessment is pending.

    Signals:
        edited(): a person changed something.
    """

    edited = Signal()

    def __init__(self, look: Look, assessment: Assessment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._stored = look, assessment
        self._answered: Mapping[OrganisationId, int] = {}
        checklist = assessment.checklist
        self.title = TitleFields()
        self.organisations = OrganisationsEditor(look, Facts(checklist), COLUMNS)
        self.left = ThoseWhoLeft(look)
        self.models, self.scope = CareModels(look, checklist), Scope(look, checklist)
        self.decisions = DecisionsModel(checklist)
        self.decisions_table = DecisionsTable(look, checklist, self.decisions)
        self._decided = words(DECIDED, "quiet", wrap=True)
        self._build()
        self._connect()
        self.drop()

    @property
    def pending(self) -> Pending:
        """What the fields show."""
        return Pending(
            title=self.title.title,
            lead=self.title.lead,
            models=self.models.chosen,
            out=self.scope.out,
            threshold=self.scope.threshold,
            rows=self.organisations.model.rows,
            decisions=self.decisions.pending,
        )

    def take_over(self, assessment: Assessment) -> None:
        """Show what changed in the assessment; what a person has changed and not applied stays."""
        before, mine, self._stored = self._stored, self.pending, assessment
        title = mine.title if mine.title != before.title else assessment.title
        lead = mine.lead if mine.lead != before.lead else assessment.lead
        self.title.show_texts(title, lead)
        if set(mine.models) == set(before.care_models):
            self.models.show_chosen(assessment.care_models)
        out = assessment.domains_out if set(mine.out) == before.domains_out else set(mine.out)
        kept = mine.threshold != before.threshold
        self.scope.show_choice(out, mine.threshold if kept else assessment.threshold)
        self.decisions.show(assessment)
        self._show_rows(rebased(mine.rows, before.organisations, assessment.organisations))

    def drop(self) -> None:
        """Show what the assessment says; what was not applied is gone."""
        stored = self._stored
        self.title.show_texts(stored.title, stored.lead)
        self.models.show_chosen(stored.care_models)
        self.scope.show_choice(stored.domains_out, stored.threshold)
        self.decisions.forget()
        self.decisions.show(stored)
        self._show_rows([row_of(o) for o in stored.scope])
        self.organisations.forget_note()

    def commit(self) -> None:
        """Take over what is being typed in a cell."""
        self.organisations.table.commit()
        self.decisions_table.commit()

    def focus_first(self) -> None:
        """Put the focus where work begins in the part now shown."""
        starts = (
            *(self.title, self.organisations, self.models, self.scope),
            *(self.decisions_table, self.currentWidget()),
        )
        starts[self.currentIndex()].setFocus()

    def show_numbers(
        self,
        example: str,
        questions: Mapping[DomainId, int],
        answered: Mapping[OrganisationId, int],
    ) -> None:
        """What depends on fields of more than one part."""
        self._answered = answered
        self.scope.show_counts(questions, example)
        self._show_rows(self.organisations.model.rows)

    def _show_rows(self, rows: Sequence[Row]) -> None:
        stored = self._stored
        shown = {row.id for row in rows}
        left = [o for o in stored.organisations if not o.in_scope and o.id not in shown]
        facts = Facts(
            stored.checklist,
            self.scope.out,
            tuple(o.name for o in left),
            self._answered,
        )
        self.organisations.model.show(rows, facts)
        self.left.show_left(left, count_kept(stored))
        decided = bool(stored.overrides)
        self._decided.setText(DECIDED if decided else NOTHING_DECIDED)
        self.decisions_table.setVisible(decided)

    def _build(self) -> None:
        self.addWidget(scrolled(self.title))
        self.addWidget(_stacked(self.organisations, self.left))
        self.addWidget(self.models)
        self.addWidget(self.scope)
        self.addWidget(_stacked(self._decided, self.decisions_table))
        facts = ChecklistFacts(self._look, self._stored.checklist)
        self.addWidget(scrolled(facts))

    def _connect(self) -> None:
        for part in (self.title, self.organisations, self.models, self.scope, self.decisions):
            part.edited.connect(self.edited)
        self.left.returned.connect(self._on_returned)
        self._look.changed.connect(self._fit)
        self._fit()

    def _on_returned(self, organisation: str) -> None:
        found = next(o for o in self._stored.organisations if o.id == organisation)
        row = row_of(found)
        self.organisations.model.add([Row(row.typed, row.id, returns=True)])

    def _fit(self) -> None:
        self.title.setMaximumWidth(self._look.px(WIDEST))


def _stacked(first: QWidget, second: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(L)
    column.addWidget(first)
    column.addWidget(second)
    return page
