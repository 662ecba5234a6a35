"""A workbook that came back as edits of the rows of the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_names import TERMS
from techmodel.core.plan_rows import (
    benefit_fields,
    cost_fields,
    project_fields,
    raid_fields,
    terms_json,
)
from techmodel.core.plan_sheets import PLAN
from techmodel.core.returning_book import Begun, book_after
from techmodel.core.sheets import ANSWERS
from techmodel.session.changes import Change, change_edits
from techmodel.session.plan_edits import link_edits, setting_edit
from techmodel.session.returning_base import pair_of
from techmodel.session.returning_integration import integration_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from techmodel.core.answers import Value
    from techmodel.core.journal import Json
    from techmodel.core.plan_parts import Benefit, Cost, PlanBook, Project, RaidItem
    from techmodel.core.returning_parts import Values
    from techmodel.session.changes import PairId
    from techmodel.session.returning_base import Base
    from techmodel.session.session import Session

    Rows = Mapping[str, Mapping[str, Values | None]]
    Thing = Project | Cost | Benefit | RaidItem


def edits_of(session: Session, base: Base, rows: Rows) -> list[Edit]:
    """The edits that bring the file to what a workbook says.

    Args:
        session: the open assessment.
        base: what the workbook was compared with.
        rows: what the rows that change hold afterwards.
    """
    book, after = session.plan.book(), final_book(session, base, rows)
    edits = [
        *_diff("project", book.projects, after.projects, project_fields),
        *link_edits(book.links, after.links),
        *_diff("cost", book.costs, after.costs, cost_fields),
        *_diff("benefit", book.benefits, after.benefits, benefit_fields),
        *_diff("raid", book.raid, after.raid, raid_fields),
    ]
    if after.terms != book.terms:
        edits.append(setting_edit(TERMS, session.stored_settings(), terms_json(after.terms)))
    assessment = session.assessment()
    for pair, change in answer_changes(base, rows).items():
        edits += change_edits(assessment, pair, change)
    return [*edits, *integration_edits(session, base.then, base.now, rows)]


def final_book(session: Session, base: Base, rows: Rows) -> PlanBook:
    """The plan book that a workbook leads to."""
    shown = {id_: r.shown["start"] for id_, r in base.then[PLAN.title].items()}
    return book_after(session.plan.book(), rows, Begun(shown, session.plan.begins()))


def answer_changes(base: Base, rows: Rows) -> dict[PairId, Change]:
    """What is new about answers, by pair."""
    changes = {}
    for id_, held in rows.get(ANSWERS.title, {}).items():
        if held is not None:
            old = base.now[ANSWERS.title][id_].held
            value, note = _value(held), held["note"]
            changes[pair_of(id_)] = Change(
                value=None if value == _value(old) else value,
                note=None if note == old["note"] else note,
            )
    return changes


def _value(held: Values) -> Value:
    """The answer of a row with its reason."""
    value: Value = held["answer"]
    return replace(value, reason=held["reason"])


def _diff(
    table: str,
    old: Sequence[Thing],
    new: Sequence[Thing],
    fields: Callable[..., dict[str, Json]],
) -> Iterator[Edit]:
    """The edits that bring rows from one state to another, field by field."""
    before, after = ({t.id: fields(t) for t in things} for things in (old, new))
    for id_, row in before.items():
        if id_ not in after:
            yield Edit(table, (id_,), WHOLE_ROW, {**row}, None)
            continue
        for name, value in after[id_].items():
            if row[name] != value:
                yield Edit(table, (id_,), name, row[name], value)
    for id_, row in after.items():
        if id_ not in before:
            yield Edit(table, (id_,), WHOLE_ROW, None, {**row})
