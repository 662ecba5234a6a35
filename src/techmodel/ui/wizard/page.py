"""New assessment: four short pages, and what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.asks import find_asks
from techmodel.session.organisations import MAX_ORGANISATIONS
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.look import XL, L
from techmodel.ui.widgets.care_models import CareModels
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.organisations_cells import Column
from techmodel.ui.widgets.organisations_editor import OrganisationsEditor
from techmodel.ui.widgets.organisations_rows import Facts
from techmodel.ui.widgets.scope import Scope
from techmodel.ui.widgets.scrolled import scrolled
from techmodel.ui.widgets.steps import Mark, Part, StepList
from techmodel.ui.wizard import drafting
from techmodel.ui.wizard.foot import Foot
from techmodel.ui.wizard.help_pane import HelpPane
from techmodel.ui.wizard.summary import Summary
from techmodel.ui.wizard.title_page import TitlePage
from techmodel.wording import wizard as wording
from techmodel.wording.organisations import settle_words, too_many_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from techmodel.core.checklist import Checklist
    from techmodel.ui.look import Look

TITLE, ORGANISATIONS, MODELS, SCOPE = range(4)
HELP_FROM, STEPS_FROM = 1060, 760
"""Widths in CSS pixels from which on the help and the steps are shown."""
COLUMNS = (
    *(Column.ROW, Column.NAME, Column.KIND, Column.SHORT_NAME, Column.WEIGHT),
    *(Column.QUESTIONS, Column.REMOVE),
)


class NewAssessmentWizard(QWidget):
    """Asks what an assessment needs; whoever shows it makes the document.

    Signals:
        made(object, str): the draft (`session.create.Draft`) and the path to save it at.
        cancelled(): a person leaves without making one.
        models_wanted(object, object), list_wanted(object, object): as of `CareModels`.
    """

    made = Signal(object, str)
    cancelled = Signal()
    models_wanted = Signal(object, object)
    list_wanted = Signal(object, object)

    def __init__(
        self,
        look: Look,
        checklist_source: Callable[[], Checklist],
        suggest_path: Callable[[str], Path],
        parent: QWidget | None = None,
    ) -> None:
        """`suggest_path` gives a file that is not there yet for a title, which may be ""."""
        super().__init__(parent)
        self.setObjectName("page")
        self._look, self._checklist = look, checklist_source()
        self._step, self._typed = TITLE, False
        self._build(suggest_path)
        self._connect()
        self._go(TITLE)

    @property
    def step(self) -> int:
        """The page now shown, from 0."""
        return self._step

    def focus_first(self) -> None:
        """Put the focus where work goes on."""
        self._stack.currentWidget().setFocus()

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between, in reading order."""
        return (self._steps, self._stack, self._foot)

    def may_leave(self) -> bool:
        """Whether nothing was typed, or a person agrees that it goes."""
        return not self._typed or ask.confirm(
            self, wording.LEAVE, "Leave", detail=wording.LEAVE_DETAIL
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
            return
        super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self, suggest_path: Callable[[str], Path]) -> None:
        look, checklist = self._look, self._checklist
        self._header, self._help, self._foot = Header(), HelpPane(look), Foot(look)
        self._steps = StepList(look, len(wording.STEPS), "Steps")
        self._title = TitlePage(look, suggest_path)
        self._organisations = OrganisationsEditor(look, Facts(checklist), COLUMNS)
        self._models = CareModels(look, checklist)
        self._scope, self._summary = Scope(look, checklist), Summary()
        self._scope.add(self._summary)
        self._stack = QStackedWidget()
        for page in (scrolled(self._title), self._organisations, self._models, self._scope):
            self._stack.addWidget(page)
        self._middle = QFrame()
        inside = QVBoxLayout(self._middle)
        inside.setContentsMargins(XL, L, XL, L)
        inside.addWidget(self._stack)
        centre = _column(self._middle, self._foot)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._steps)
        row.addLayout(centre, stretch=1)
        row.addWidget(self._help)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        whole.addLayout(row, stretch=1)

    def _connect(self) -> None:
        for page in (self._title, self._organisations, self._models, self._scope):
            page.edited.connect(self._on_edited)
        self._models.models_wanted.connect(self.models_wanted)
        self._models.list_wanted.connect(self.list_wanted)
        self._title.entered.connect(self._on_next)
        self._steps.chosen.connect(self._on_step_chosen)
        self._foot.cancelled.connect(self._on_cancel)
        self._foot.back_wanted.connect(self._on_back)
        self._foot.next_wanted.connect(self._on_next)
        for key, slot in (("Alt+N", self._on_next), ("Alt+B", self._on_back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._look.changed.connect(self._fit)

    def _problem(self, step: int) -> str:
        """Why one cannot go on from a page, or ""."""
        if step == TITLE:
            return self._title.problem
        if step == ORGANISATIONS:
            return self._organisations_problem()
        if step == MODELS:
            return "" if self._models.chosen else wording.NO_MODEL
        every = len(self._scope.out) == len(self._checklist.domains)
        return wording.NO_DOMAIN if every else ""

    def _organisations_problem(self) -> str:
        model = self._organisations.model
        if not model.rows:
            return wording.NO_ORGANISATION
        over = len(model.rows) - MAX_ORGANISATIONS
        if over > 0:
            return too_many_words(MAX_ORGANISATIONS, over)
        return settle_words(model.faults, wording.TO_GO_ON)

    def _go(self, step: int) -> None:
        self._step = step
        self._stack.setCurrentIndex(step)
        self._help.show_help(wording.help_words(step, self._checklist))
        self._fit()
        self._show()
        announce(self, f"{self._header.question} {self._header.headline}")

    def _show(self) -> None:
        """Every word that depends on what was typed."""
        problems = [self._problem(n) for n in range(4)]
        first = next((n for n, p in enumerate(problems) if p), len(problems))
        self._steps.show_parts([self._part(n, opened=n <= first) for n in range(4)], self._step)
        self._header.say(wording.question(self._step), self._headline())
        waiting = problems[self._step] if self._step < SCOPE else next(filter(None, problems), "")
        self._foot.show_step(wording.next_words(self._step), waiting, first=self._step == TITLE)
        if self._step == SCOPE:
            self._show_scope()

    def _part(self, step: int, *, opened: bool) -> Part:
        """One step of the list: those behind us say what was typed there."""
        done = step < self._step
        about = self._about(step) if done else wording.STEPS[step].about
        mark = Mark.DONE if done else Mark.NUMBER
        return Part(wording.STEPS[step].name, about, mark, opened)

    def _headline(self) -> str:
        if self._step == TITLE:
            return wording.title_headline(self._title.fields.title)
        if self._step == ORGANISATIONS:
            model = self._organisations.model
            return wording.organisations_headline(len(model.rows), model.questions)
        if self._step == MODELS:
            asks = find_asks(self._checklist, self._models.chosen)
            return wording.models_headline(self._model_names(), asks)
        scope, domains = self._scope, len(self._checklist.domains)
        return wording.scope_headline(domains - len(scope.out), domains, scope.threshold)

    def _about(self, step: int) -> str:
        """What was said on a page, in a few words."""
        if step == TITLE:
            return self._title.fields.title
        if step == ORGANISATIONS:
            return wording.take_part(len(self._organisations.model.rows))
        return wording.chosen_models(self._model_names())

    def _show_scope(self) -> None:
        scope, rows = self._scope, self._organisations.model.rows
        counts = drafting.questions_by_domain(self._checklist, rows)
        scope.show_counts(counts, drafting.example(rows, scope.threshold))
        asked = sum(n for d, n in counts.items() if d not in scope.out)
        inside = len(self._checklist.domains) - len(scope.out)
        said = wording.summary(len(rows), asked, self._model_names(), inside)
        self._summary.say(self._title.fields.title, said, str(self._title.path))

    def _model_names(self) -> list[str]:
        chosen = self._models.chosen
        return [m.name for m in self._checklist.care_models if m.id in chosen]

    def _on_edited(self) -> None:
        self._typed = True
        model = self._organisations.model
        model.show(model.rows, Facts(self._checklist, self._scope.out))
        self._show()

    def _on_step_chosen(self, step: int) -> None:
        self._organisations.table.commit()
        if step != self._step:
            self._go(step)
            self.focus_first()

    def _on_back(self) -> None:
        if self._step > TITLE:
            self._on_step_chosen(self._step - 1)

    def _on_next(self) -> None:
        self._organisations.table.commit()
        if not self._foot.next.isEnabled():
            announce(self, self._foot.reason)
            self.focus_first()
        elif self._step < SCOPE:
            self._on_step_chosen(self._step + 1)
        else:
            self._typed = False  # what is being made is not lost when its maker leaves here
            self.made.emit(self._draft(), str(self._title.path))
            self._typed = True

    def _on_cancel(self) -> None:
        if self.may_leave():
            self.cancelled.emit()

    def _draft(self) -> drafting.Draft:
        fields, scope = self._title.fields, self._scope
        return drafting.Draft(
            title=fields.title,
            lead=fields.lead,
            checklist=self._checklist,
            organisations=drafting.newcomers(self._organisations.model.rows),
            care_models=self._models.chosen,
            threshold=scope.threshold,
            domains_out=scope.out,
        )

    def _fit(self) -> None:
        wide = self.width() * 100 / self._look.text
        self._help.setVisible(wide >= HELP_FROM and self._help.has_words)
        self._steps.show_narrow(narrow=wide < HELP_FROM)
        self._steps.setVisible(wide >= STEPS_FROM)


def _column(middle: QWidget, foot: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(middle, stretch=1)
    column.addWidget(foot)
    return column
