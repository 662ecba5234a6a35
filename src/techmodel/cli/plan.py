"""The command of the plan: read it, ask what if, fill it from the gaps."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, Opening, reading, writing, writing_verb
from techmodel.core.errors import WrongUse

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.plan_parts import PlanBook
    from techmodel.session.session import Session


@click.command(
    "plan",
    help="When the projects run, in working days of England. Reads the stored plan, or the one "
    "the gaps ask for when none is stored; --start and --capacity ask what if, and write "
    "nothing.\n\n--propose stores the projects that the gaps ask for, and keeps what people have "
    "changed.",
    short_help="When the projects run; --propose fills the plan from the gaps.",
)
@FILE
@click.option("--start", metavar="DATE", help="The first day, like 2027-01-04; else tomorrow.")
@click.option("--capacity", type=int, metavar="N", help="How many steps are in work at once.")
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
@click.option("--propose", is_flag=True, help="Store what the gaps ask for.")
@click.option(
    "--by",
    type=click.Choice(["gap", "domain", "service"]),
    help="With --propose: what a project takes together; as it is now unless given.",
)
@writing_verb
def plan(
    file: Path,
    opening: Opening,
    start: str | None,
    capacity: int | None,
    by: str | None,
    *,
    as_json: bool,
    propose: bool,
) -> None:
    """Print the plan, or fill it from the gaps."""
    if propose:
        if start is not None or capacity is not None or as_json:
            raise WrongUse("--propose stores the plan; give the other options without it.")
        _propose(file, opening, by)
        return
    if by is not None:
        raise WrongUse("--by says how --propose bundles; give both.")
    with reading(file) as session:
        book = _what_if(session, start, capacity)
        text = _json_text(session, book) if as_json else _text(session, book)
    click.echo(text)


def _propose(file: Path, opening: Opening, by: str | None) -> None:
    from techmodel.core.proposal import Bundle
    from techmodel.wording.plan_changes import idle_lines

    with writing(file, opening) as session:
        verbs = session.plan
        proposal = verbs.proposal(Bundle(by) if by else None)
        verbs.accept(proposal)
        for line in idle_lines(proposal):
            click.echo(line)


def _what_if(session: Session, start: str | None, capacity: int | None) -> PlanBook:
    """The stored plan, or the proposed one, under the terms that were asked for."""
    from techmodel.session.plan_terms import checked_terms

    book = session.plan.proposed_book()
    terms = book.terms
    if start is not None:
        terms = replace(terms, start=_day(start))
    if capacity is not None:
        terms = replace(terms, capacity=capacity)
    return replace(book, terms=checked_terms(session.assessment(), book, terms))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(f"The start is a date like 2027-01-04, not {text!r}.") from error


def _text(session: Session, book: PlanBook) -> str:
    from techmodel.cli.text_plan import plan_lines

    verbs = session.plan
    lines = plan_lines(session.assessment(), verbs.work_out(book), book.terms, verbs.today())
    if not verbs.book().projects and book.projects:
        lines = (*lines, "", "This is what the gaps ask for; --propose stores it.")
    return "\n".join(lines)


def _json_text(session: Session, book: PlanBook) -> str:
    from techmodel.core.plan_json import plan_json

    stored = bool(session.plan.book().projects)
    found = plan_json(session.plan.work_out(book), book.terms, stored=stored)
    return json.dumps(found, ensure_ascii=False, indent=2)


COMMANDS = (plan,)
