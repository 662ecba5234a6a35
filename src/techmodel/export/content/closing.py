"""How to read the report, its method, glossary and sources, and the page to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ready import Severity
from techmodel.core.ready_plan import is_planned
from techmodel.export.content.blocks import (
    Align,
    Block,
    Cell,
    Chip,
    Column,
    Heading,
    Items,
    Lines,
    NewPage,
    Prose,
    Table,
    Tone,
)
from techmodel.export.content.duties import duty_rows
from techmodel.export.content.front import decision_table
from techmodel.export.content.services import linked_services, status_words
from techmodel.wording.phrases import Strong
from techmodel.wording.ready import GROUPS, check_detail, check_title
from techmodel.wording.report_asks import asks
from techmodel.wording.report_method import (
    GLOSSARY,
    PROGRESS_METHOD,
    PROGRESS_WORDS,
    SIGNS,
    disclaimer,
    identity,
    levels_rule,
    method_items,
    scope_items,
    source_lead,
)
from techmodel.wording.report_plan_method import PLAN_METHOD, PLAN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.ready import Check
    from techmodel.export.content.view import View

_SIGNING = ("Senior responsible owner", "Clinical lead", "Technology lead", "Chair of the board")


def reading_blocks(view: View) -> Iterator[Block]:
    """How to read levels, chips and ranges."""
    yield Heading("How to read this report", 2, "reading")
    yield Prose(levels_rule())
    columns = (Column("", 0.07, Align.CENTRE), Column("Level", 0.17), Column("In short", 0.76))
    rows = tuple(
        (Chip(str(level.level), level.level), (Strong(level.name),), level.summary)
        for level in view.assessment.checklist.levels
    )
    yield Table(columns, rows, "The six levels.", named=False, dense=True)
    yield Prose(SIGNS, Tone.SMALL)


def method_blocks(view: View) -> Iterator[Block]:
    """Scope, method and arithmetic."""
    yield Heading("Scope, method and arithmetic", 2, "method")
    yield Heading("What was looked at", 3)
    yield Items(scope_items(view.assessment))
    yield Heading("How the figures are made", 3)
    items = method_items(view.assessment)
    yield Items((*items, PROGRESS_METHOD) if view.report.since else items)
    if is_planned(view.report.book):
        yield Heading("How the plan is made", 3)
        yield Items(PLAN_METHOD)


def glossary_blocks(view: View) -> Iterator[Block]:
    """The words of the report."""
    yield Heading("Glossary", 2, "glossary")
    more = PROGRESS_WORDS if view.report.since else ()
    of_plan = PLAN_WORDS if is_planned(view.report.book) else ()
    meanings = sorted((*GLOSSARY, *more, *of_plan))
    rows = tuple(((Strong(word),), meaning) for word, meaning in meanings)
    yield Table((Column("Word", 0.25), Column("Meaning", 0.75)), rows, "Words and meanings.")


def source_blocks(view: View) -> Iterator[Block]:
    """Where the content has its facts, with the dates of statuses."""
    linked = linked_services(view)
    duties = duty_rows(view)
    if not linked and not duties:
        return
    yield Heading("Sources", 2, "sources")
    yield Prose(source_lead(view.report))
    services = [s for s in view.assessment.checklist.services if s.id in linked]
    licences = tuple(dict.fromkeys(s.licence for s in services if s.licence))
    rows: list[tuple[Cell, ...]] = [
        (
            s.name,
            s.source,
            status_words(s),
            str(licences.index(s.licence) + 1) if s.licence else "",
        )
        for s in services
    ]
    rows += [(f"Duty: {row.named}", row.source, row.date, "") for row in duties]
    columns = (
        Column("What", 0.28),
        Column("Source", 0.45),
        Column("As at", 0.18),
        Column("Licence", 0.09, Align.RIGHT),
    )
    yield Table(columns, tuple(rows), "Sources with their dates and licences.", dense=True)
    if licences:
        yield Heading("Licences", 3)
        yield Items(licences, numbered=True, small=True)


def sign_off_blocks(view: View) -> Iterator[Block]:
    """What is decided, room to sign, what to settle before that, and the small print."""
    yield NewPage()
    yield Heading("Sign-off", 2, "sign-off")
    if view.report.plan:
        yield from decision_table(asks(view.report))
    yield Heading("Agreed by", 3)
    heads = (("Role", 0.28), ("Name", 0.27), ("Date", 0.15), ("Signature", 0.30))
    yield Table(
        tuple(Column(head, wide) for head, wide in heads),
        tuple((role, "", "", "") for role in _SIGNING),
        "Room for name, date and signature of those who agree.",
        tall=True,
    )
    yield Heading("Checked before sending", 3)
    rows = tuple(
        (Lines(_check(view, c)), GROUPS[c.severity])
        for c in view.report.checks
        if c.severity is not Severity.IN_ORDER
    )
    if rows:
        columns = (Column("What was found", 0.74), Column("Before sending", 0.26))
        yield Table(columns, rows, "What the check before sending found.", dense=True)
    else:
        yield Prose("Everything is in order.")
    yield Heading("About this report", 3)
    yield Prose(identity(view.report), Tone.SMALL)
    yield from (Prose(words, Tone.SMALL) for words in disclaimer(view.assessment.checklist))


def _check(view: View, check: Check) -> tuple[str, ...]:
    """What one check found, and where or what it means."""
    detail = check_detail(check, view.assessment, view.report.book)
    return (f"{check_title(check)}.", f"{detail}.") if detail else (f"{check_title(check)}.",)
