"""The benefits of the plan: the logic model as a drawing and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.benefits import MEASURED, find_lacks, may_lead
from techmodel.core.plan_parts import Stage
from techmodel.ui.announce import announce
from techmodel.ui.look import M, S
from techmodel.ui.plan.benefits.fields import FIELDS, benefit_row
from techmodel.ui.plan.benefits.picture import LogicPicture
from techmodel.ui.plan.entries.frame import Names
from techmodel.ui.plan.entries.hooks import First
from techmodel.ui.plan.entries.view import EntriesView
from techmodel.ui.widgets.buttons import FilterToggle, Segmented
from techmodel.ui.widgets.words import restyle, words
from techmodel.wording import benefits_page as wording
from techmodel.wording.benefits import MEANINGS, ONE, benefits_headline, lacks_words
from techmodel.wording.entries import read_only
from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.plan_parts import Benefit
    from techmodel.session.benefits import BenefitFields
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.plan.entries.fields import Row

DRAWING, TABLE = "drawing", "table"
MEASURES = ("measure", "baseline", "target", "review")
"""The fields that only outcomes and impact need."""


class BenefitsView(EntriesView):
    """What the plan is good for, and how one will see it."""

    FIELDS = FIELDS
    ICON = "target"
    NAMES = Names(
        *(wording.TABLE, wording.FORM, wording.SEARCH, wording.ADD, wording.NEW),
        read_only("benefits"),
    )
    FIRST = First(
        *(wording.EMPTY_TITLE, wording.EMPTY_TEXT),
        *(wording.EXAMPLE_TITLE, wording.EXAMPLE_TEXT, wording.EXAMPLE_VERB),
        *(wording.OWN_TITLE, wording.OWN_TEXT, wording.OWN_VERB),
    )

    def question(self) -> str:
        """The question that the view answers."""
        return wording.QUESTION

    def headline(self) -> str:
        """The answer in one or two sentences."""
        return benefits_headline(self.session.benefits.all(), self.session.plan.today())

    @override
    def filters(self) -> tuple[QWidget, ...]:
        self.views = Segmented(
            ((DRAWING, wording.DRAWING), (TABLE, wording.AS_TABLE)), wording.VIEWS
        )
        self.missing = FilterToggle(wording.MISSING)
        return self.views, self.missing

    @override
    def build(self) -> None:
        self.picture = LogicPicture(self.look, self)
        self.area = QScrollArea(self)
        self.area.setWidget(self.picture)
        self.picture.setAutoFillBackground(False)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setProperty("pane", "page")
        self.area.viewport().installEventFilter(self)
        drawn = QWidget(self)
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, stretch=1)
        self.hint = words(wording.HINT, "hint", wrap=True)
        self.hint.setContentsMargins(M, S, M, S)
        column.addWidget(self.hint)
        self.frame.put_instead(drawn)
        self.frame.show_view(1)
        self._connect_picture()

    @override
    def rows(self) -> tuple[Row, ...]:
        plan, benefits = self.session.plan, self.session.benefits.all()
        self._benefits = benefits
        lacks = find_lacks(benefits, plan.today())
        self._lacks = {id_: lacks_words(some) for id_, some in lacks.items()}
        names = {b.id: b.name for b in benefits}
        projects = {str(p.id): p.name for p in plan.book().projects}
        return tuple(benefit_row(b, names, projects, self._lacks.get(b.id, "")) for b in benefits)

    @override
    def choices(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        projects = self.session.plan.book().projects
        return {
            "stage": [(stage.value, said) for stage, said in ONE.items()],
            "projects": [(str(p.id), project_words(p)) for p in projects],
        }

    @override
    def add(self, session: Session, values: dict[str, object]) -> Touched:
        return session.benefits.add(**cast("BenefitFields", values))

    @override
    def change(self, session: Session, id_: str, values: dict[str, object]) -> Touched:
        return session.benefits.change(id_, **cast("BenefitFields", values))

    @override
    def remove(self, session: Session, id_: str) -> Touched:
        return session.benefits.remove(id_)

    @override
    def blank(self) -> dict[str, str]:
        return {"stage": Stage.OUTCOME.value}

    @override
    def example(self) -> dict[str, str]:
        return {**self.blank(), **wording.EXAMPLE}

    @override
    def keeps(self, row: Row) -> bool:
        return bool(row.lacks) or not self.missing.isChecked()

    @override
    def clear_filters(self) -> None:
        self.missing.setChecked(False)

    @override
    def show_more(self) -> None:
        self.missing.show_count(sum(bool(row.lacks) for row in self._rows))
        self.picture.may_change = not self.session.read_only
        self.hint.setVisible(self.picture.may_change)

    @override
    def show_filtered(self) -> None:
        shown = [row.id for row in self.table.entries.rows]
        self.picture.show_model(self._benefits, self._lacks, shown)

    @override
    def show_one(self, row: Row | None) -> None:
        benefit = next((b for b in self._benefits if row and b.id == row.id), None)
        self._offer(benefit)
        self._show_measures(benefit)
        said = MEANINGS[benefit.stage] if benefit else ""
        self.form.trace.setText(said)
        self.form.trace.setVisible(bool(said))
        self.picture.show_current(benefit.id if benefit else "")
        if not self.picture.joining:
            self._tell(wording.HINT, "hint")

    @override
    def more_panes(self) -> tuple[QWidget, ...]:
        return (self.picture,)

    @override
    def focus_first(self) -> None:
        if self.frame.empty is None and self.views.key == DRAWING and self.area.isVisible():
            self.picture.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.picture.give_room(self.area.viewport().width())
        return super().eventFilter(watched, event)

    @override
    def begin(self, values: Mapping[str, str] | None = None) -> None:
        super().begin(values)
        self._offer(None)

    def show_as(self, key: str) -> None:
        """Show the drawing or the table."""
        self.views.choose(key)
        self.frame.show_view(1 if key == DRAWING else 0)
        self._show_current()

    def join(self, source: str, target: str) -> None:
        """Let one element lead to another or, where it does, no longer."""
        joined = any(b.id == source and target in b.leads_to for b in self._benefits)
        verb = "part" if joined else "join"
        refused = self.attempt(lambda s: getattr(s.benefits, verb)(source, target))
        self._tell(refused or wording.HINT, "problem" if refused else "hint")
        announce(self.picture, refused or "")
        if refused is None:
            self.tell_done()
        self.picture.show_current(self.picture.current)

    def _connect_picture(self) -> None:
        picture = self.picture
        self.views.chosen.connect(self.show_as)
        self.missing.toggled.connect(self._on_filters)
        picture.came.connect(self.show_item)
        picture.opened.connect(self._on_opened)
        picture.join_wanted.connect(self.join)
        picture.add_wanted.connect(self._on_begin)
        picture.remove_wanted.connect(self._on_remove)
        picture.copy_wanted.connect(self.table.copy)
        picture.seen.connect(self._on_seen)
        picture.said.connect(self._on_picture_said)

    def _tell(self, text: str, role: str) -> None:
        """Say under the drawing what can be done, or why something could not."""
        self.hint.setText(text)
        self.hint.setProperty("role", role)
        restyle(self.hint)

    def _on_picture_said(self, text: str) -> None:
        self._tell(text if self.picture.joining else wording.HINT, "hint")
        self.said.emit(text)

    def _on_seen(self, area: QRectF) -> None:
        middle, half = area.center().toPoint(), area.toRect().size()
        across, down = half.width() // 2 + S, half.height() // 2 + S
        self.area.ensureVisible(middle.x(), middle.y(), across, down)

    def _show_measures(self, benefit: Benefit | None) -> None:
        """Ask how one will see it only of outcomes and impact, and where it is said already."""
        for key in MEASURES:
            if benefit is not None:
                said = self.form.fields[key].text
                self.form.fields[key].setVisible(benefit.stage in MEASURED or bool(said))

    def _offer(self, benefit: Benefit | None) -> None:
        """Offer what an element may lead to: everything for a new one."""
        offered = [
            (b.id, wording.target_words(b))
            for b in self._benefits
            if benefit is None or (b.id != benefit.id and may_lead(benefit.stage, b.stage))
        ]
        self.form.fields["leads_to"].offer(offered)
        self.form.fields["leads_to"].setVisible(bool(offered))
