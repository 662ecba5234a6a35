"""What is wrong with a workbook that came back once all of its rows are taken together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.benefits import find_loop, may_lead
from techmodel.core.errors import TechmodelError
from techmodel.core.plan_parts import Terms
from techmodel.core.plan_sheets import BENEFITS, PLAN
from techmodel.core.plan_tasks import untangled
from techmodel.core.returning_parts import Fault, Trouble
from techmodel.core.sheets import ANSWERS, FLOWS, ONBOARDING, pair_id
from techmodel.session.answers import checked_change, find_refusals
from techmodel.session.calendar import working_days
from techmodel.session.returning_edits import answer_changes, final_book
from techmodel.session.returning_integration import flows_after, may_be, stages_after
from techmodel.wording.returning_integration import FLOW_NOT_ASKED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from techmodel.core.plan_parts import PlanBook
    from techmodel.core.returning import Found
    from techmodel.core.returning_parts import Values
    from techmodel.session.returning_base import Base
    from techmodel.session.session import Session

    Rows = Mapping[str, Mapping[str, Values | None]]

Place = tuple[tuple[str, str], str]
"""The row of a workbook as it can be left out, and a cell of it."""
Places = dict[tuple[str, str, str], Place]
"""Where a column of a row was changed, by sheet, id and column."""


def find_troubles(
    session: Session, base: Base, found: Sequence[Found], rows: Rows
) -> tuple[Trouble, ...]:
    """Circles, links to the left, and what the program would refuse of answers, flows, stages.

    Args:
        session: the open assessment.
        base: what the workbook is compared with.
        found: what its sheets come to.
        rows: what the rows that change hold afterwards.
    """
    places = _places(found)
    book = final_book(session, base, rows)
    troubles = [
        *_links(session, book, places),
        *_model(book, places),
        *_answers(session, base, rows, places),
        *_stages(session, rows, places),
        *_flows(session, base, rows, places),
    ]
    return tuple(troubles)


def _places(found: Sequence[Found]) -> Places:
    places: Places = {}
    for part in found:
        title = part.listing.title
        for change in (*part.changes, *part.conflicts):
            for column, cell in change.cells.items():
                places[title, change.row[1], column] = change.row, cell
        for added in part.added:
            for column, cell in added.cells.items():
                places[title, added.row[1], column] = added.entry, cell
    return places


def _links(session: Session, book: PlanBook, places: Places) -> Iterator[Trouble]:
    """Projects that would wait for themselves, or for each other in a circle."""
    names = {str(p.id): p.name for p in book.projects}
    for link in book.links:
        place = places.get((PLAN.title, link.project, "after"))
        if link.project == link.after and place:
            yield _trouble(place, "after", Fault.ITSELF)
    apart = tuple(k for k in book.links if k.project != k.after)
    for projects in _circles(session, replace(book, links=apart)):
        changed = [p for p in projects if (PLAN.title, p, "after") in places]
        if changed:
            place = places[PLAN.title, changed[0], "after"]
            way = [f"{p} {names.get(p, '')}".strip() for p in projects]
            yield _trouble(place, "after", Fault.LOOP, *way)


def _circles(session: Session, book: PlanBook) -> list[tuple[str, ...]]:
    """The circles that links close; some of them may have been there before."""
    if book.links == session.plan.book().links:
        return []
    whole = replace(book, terms=Terms())
    days = working_days(session.plan.today())
    _, looped = untangled(session.assessment(), session.gaps(), whole, days)
    return [found.projects for found in looped]


def _model(book: PlanBook, places: Places) -> Iterator[Trouble]:
    """Links of the logic model that lead back to the left, or in a circle."""
    by_id = {b.id: b for b in book.benefits}
    for source in book.benefits:
        own = places.get((BENEFITS.title, source.id, "leads_to"))
        for target in (by_id[t] for t in source.leads_to if t in by_id):
            place = own or _staged(places, source.id) or _staged(places, target.id)
            if place and not may_lead(source.stage, target.stage):
                column = "leads_to" if own else "stage"
                yield _trouble(place, column, Fault.BACK, source.name, target.name)
        loop = find_loop(book.benefits, source.id) if own else ()
        if own and loop:
            yield _trouble(own, "leads_to", Fault.LOOP, *(by_id[i].name for i in loop))


def _staged(places: Places, id_: str) -> Place | None:
    return places.get((BENEFITS.title, id_, "stage"))


def _answers(session: Session, base: Base, rows: Rows, places: Places) -> Iterator[Trouble]:
    """Answers that cannot be given, each by itself and then together."""
    assessment, checked = session.assessment(), {}
    for pair, change in answer_changes(base, rows).items():
        try:
            checked[pair] = checked_change(assessment, pair, change)
        except TechmodelError as error:
            yield _refused(places, (ANSWERS.title, pair_id(*pair)), str(error))
    for pair, refusal in find_refusals(assessment, checked):
        yield _refused(places, (ANSWERS.title, pair_id(*pair)), str(refusal))


def _stages(session: Session, rows: Rows, places: Places) -> Iterator[Trouble]:
    """Stages that a service cannot have."""
    for stage in stages_after(rows):
        try:
            session.services.checked(stage)
        except TechmodelError as error:
            row = ONBOARDING.title, pair_id(stage.service, stage.organisation)
            yield _refused(places, row, str(error))


def _flows(session: Session, base: Base, rows: Rows, places: Places) -> Iterator[Trouble]:
    """Flows that nobody asks for, and own ones that are there already."""
    assessment, asked = session.assessment(), {f.key: f.information for f in session.flows.all()}
    after = flows_after(base.then, base.now, rows)
    said = asked | {key: f.own.information for key, f in after.items() if f and f.own}
    ways = {key: (*key[:2], said[key].casefold()) for key in said if after.get(key, True)}
    for key, flow in after.items():
        row = FLOWS.title, "|".join(key)
        if flow and not may_be(assessment, flow, asked):
            yield _refused(places, row, FLOW_NOT_ASKED)
            continue
        place = places.get((*row, "information"))
        if place and flow and [*ways.values()].count(ways[key]) > 1:
            yield _trouble(place, "information", Fault.DOUBLE, said[key])


def _refused(places: Places, row: tuple[str, str], sentence: str) -> Trouble:
    """That the first cell that was changed in a row cannot be taken."""
    title, id_, column = next(place for place in places if place[:2] == row)
    return _trouble(places[title, id_, column], column, Fault.REFUSED, sentence)


def _trouble(place: Place, column: str, fault: Fault, *about: str) -> Trouble:
    row, cell = place
    return Trouble(row, cell, column, fault, "", about)
