"""The risks of the plan, with its assumptions, issues and dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from typing_extensions import override

from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import is_overdue, matrix
from techmodel.ui.plan.entries.frame import Names
from techmodel.ui.plan.entries.hooks import First
from techmodel.ui.plan.entries.view import EntriesView
from techmodel.ui.plan.risks.fields import CLOSED, FIELDS, OPEN, raid_row
from techmodel.ui.plan.risks.picture import Picture
from techmodel.ui.widgets.buttons import FilterToggle
from techmodel.ui.widgets.choice_box import choice_list, fill_choices
from techmodel.wording import raid_page as wording
from techmodel.wording.entries import NO_PROJECT, read_only
from techmodel.wording.plan_labels import project_words
from techmodel.wording.raid import IMPACT, KINDS, LIKELIHOOD, raid_headline, step_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.session.raid import RaidFields
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.plan.entries.fields import Row


class RisksView(EntriesView):
    """What could go wrong, and what is done about it."""

    FIELDS = FIELDS
    ICON = "alert"
    NAMES = Names(
        *(wording.TABLE, wording.FORM, wording.SEARCH, wording.ADD, wording.NEW),
        read_only("risks"),
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
        return raid_headline(self.session.raid.all(), self.session.plan.today())

    @override
    def filters(self) -> tuple[QWidget, ...]:
        self.kind = choice_list(wording.KIND, wording.EVERY_KIND, 12)
        fill_choices(self.kind, [(k.value, said) for k, said in KINDS.items()])
        self.overdue = FilterToggle(wording.OVERDUE)
        self.closed = FilterToggle(wording.CLOSED)
        return self.kind, self.overdue, self.closed

    @override
    def build(self) -> None:
        self.picture = Picture(self.look, self)
        self.matrix = self.picture.matrix
        self.frame.put_below(self.picture)
        self.kind.currentIndexChanged.connect(self._on_filters)
        for toggle in (self.overdue, self.closed):
            toggle.toggled.connect(self._on_filters)
        self.matrix.chosen_changed.connect(self._on_filters)

    @override
    def rows(self) -> tuple[Row, ...]:
        plan, items = self.session.plan, self.session.raid.all()
        self._items = {item.id: item for item in items}
        book, today = plan.book(), plan.today()
        return tuple(raid_row(item, book, today) for item in items)

    @override
    def choices(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        projects = [(str(p.id), project_words(p)) for p in self.session.plan.book().projects]
        unsaid = ("", wording.NOT_SAID)
        return {
            "kind": [(kind.value, said) for kind, said in KINDS.items()],
            "is_open": [(OPEN, wording.OPEN_STATE), (CLOSED, wording.CLOSED_STATE)],
            "likelihood": [unsaid, *((str(n), step_name(LIKELIHOOD, n)) for n in LIKELIHOOD)],
            "impact": [unsaid, *((str(n), step_name(IMPACT, n)) for n in IMPACT)],
            "project": [("", NO_PROJECT), *projects],
        }

    @override
    def add(self, session: Session, values: dict[str, object]) -> Touched:
        return session.raid.add(**cast("RaidFields", values))

    @override
    def change(self, session: Session, id_: str, values: dict[str, object]) -> Touched:
        return session.raid.change(id_, **cast("RaidFields", values))

    @override
    def remove(self, session: Session, id_: str) -> Touched:
        return session.raid.remove(id_)

    @override
    def blank(self) -> dict[str, str]:
        return {"kind": RaidKind.RISK.value, "is_open": OPEN}

    @override
    def example(self) -> dict[str, str]:
        return {**self.blank(), **wording.EXAMPLE}

    @override
    def keeps(self, row: Row) -> bool:
        item, cell = self._items[row.id], self.matrix.chosen
        in_cell = item.kind is RaidKind.RISK and (item.likelihood, item.impact) == cell
        return (
            self.kind.currentData() in {"", item.kind.value}
            and (item.is_open or self.closed.isChecked())
            and (not self.overdue.isChecked() or is_overdue(item, self.session.plan.today()))
            and (cell is None or (in_cell and item.is_open))
        )

    @override
    def clear_filters(self) -> None:
        self.matrix.let_go()
        self.kind.setCurrentIndex(0)
        self.overdue.setChecked(False)
        self.closed.setChecked(True)

    @override
    def show_more(self) -> None:
        items, today = self._items.values(), self.session.plan.today()
        counts = {cell: len(risks) for cell, risks in matrix(items).items()}
        self.picture.show_counts(counts)
        self.overdue.show_count(sum(is_overdue(i, today) for i in items))
        self.closed.show_count(sum(not i.is_open for i in items))

    @override
    def show_one(self, row: Row | None) -> None:
        said = wording.trace(self._items[row.id]) if row else ""
        self.form.trace.setText(said)
        self.form.trace.setVisible(bool(said))

    @override
    def more_panes(self) -> tuple[QWidget, ...]:
        return (self.matrix,)
