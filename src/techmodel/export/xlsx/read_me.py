"""The sheet Read me: what this workbook is, how to read it, and how each figure comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_sheets import ACTIONS
from techmodel.core.sheets import LIST_SHEETS, SERVICES, ColumnKind
from techmodel.export.xlsx import read_me_texts as texts
from techmodel.export.xlsx.block import LISTS, READ_ME, SUMMARY, quoted
from techmodel.export.xlsx.book import Styled
from techmodel.export.xlsx.layout import MADE_ON, gaps_sheet
from techmodel.export.xlsx.plan_formulas import AS_OF
from techmodel.export.xlsx.plan_read_me import (
    HOW_PLAN,
    NOT_PLANNED,
    PLAN_MARKS,
    plan_purposes,
    plan_sheets,
)
from techmodel.export.xlsx.rules import add_rules, level_rules
from techmodel.export.xlsx.style import BODY, BODY_DATE, LABEL, SECTION, TITLE, style_for
from techmodel.export.xlsx.table import height, set_print
from techmodel.wording.labels import level_name
from techmodel.wording.rounds import round_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import Facts

    Line = tuple[Content, Content]

_WIDTHS = (26, 60)
_MADE = "Made on"


def write_read_me(book: Book) -> None:
    """Write the sheet."""
    facts = book.facts
    sheet = book.sheet(READ_ME)
    for letter, width in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    book.put(sheet, 1, 1, facts.assessment.title, TITLE)
    sheet.row_dimensions[1].height = 24
    row = 2
    for title, lines in _sections(facts):
        row = _section(book, sheet, row, title, lines)
    set_print(sheet, 2, header_row=0)


def _sections(facts: Facts) -> Iterator[tuple[str, Iterable[Line]]]:
    levels = facts.assessment.checklist.levels
    key = [(_level(facts, level.level), level.summary) for level in levels]
    yield "", texts.WHAT_IT_IS
    yield "About this workbook", _about(facts)
    yield "Sheets", _sheets(facts)
    yield "Levels and their colours", key
    planned = facts.plan is not None
    marks = (*texts.MARKS[:1], *(PLAN_MARKS if planned else ()), *texts.MARKS[1:])
    yield "Marks", [_mark(term, text) for term, text in marks]
    yield "How to read it", texts.HOW_TO_READ
    since = texts.HOW_PROGRESS if facts.report.since else ()
    how, told = (HOW_PLAN, NOT_PLANNED) if planned else ((), ())
    yield "How the figures come about", (*texts.HOW_FIGURES, *since, *how)
    yield "What does not recalculate", (*texts.NOT_WORKED_OUT, *told)
    yield "What the columns hold", _columns(facts)
    notice = facts.assessment.checklist.notice
    yield "Notice", [*texts.DISCLAIMER, ("The checklist", notice)]


def _section(book: Book, sheet: Worksheet, row: int, title: str, lines: Iterable[Line]) -> int:
    """Write a heading and its lines; gives the row after them."""
    if title:
        row += 1
        book.put(sheet, row, 1, title, SECTION)
        sheet.row_dimensions[row].height = 18
        row += 1
    for term, text in lines:
        book.put(sheet, row, 1, term, LABEL)
        book.put(sheet, row, 2, text, BODY)
        sheet.row_dimensions[row].height = height([term, text], _WIDTHS)
        _mark_cell(book, sheet, row, term)
        row += 1
    return row


def _mark_cell(book: Book, sheet: Worksheet, row: int, term: Content) -> None:
    """Colour a level, and name the cell with the date."""
    if isinstance(term, Styled):
        add_rules(sheet, f"A{row}", level_rules(f"A{row}"))
    if term == _MADE:
        cell = f"{quoted(READ_ME)}$B${row}"
        book.name(MADE_ON, cell)
        book.name(AS_OF, cell)


def _about(facts: Facts) -> list[Line]:
    report, assessment = facts.report, facts.assessment
    checklist = assessment.checklist
    models = {m.id: m.name for m in checklist.care_models}
    chosen = ", ".join(models.get(m, m) for m in assessment.care_models)
    since = report.since
    compared = (
        [("Compared with", f"{since.round.name}, {round_when(since.round)}")] if since else []
    )
    return [
        ("Assessment", assessment.title),
        ("Lead", assessment.lead or "Not named"),
        (_MADE, Styled(report.today, BODY_DATE)),
        ("Answers to", Styled(report.answers_to or "No answers yet", BODY_DATE)),
        *compared,
        ("Partners", ", ".join(facts.names[o.id] for o in facts.partners) or "None yet"),
        ("Care models", chosen or "None chosen"),
        ("Checklist", f"{checklist.title}, version {checklist.version}"),
        ("Checklist of", Styled(checklist.date, BODY_DATE)),
        ("Assessment id", assessment.id),
        ("Revision", f"{report.revision}"),
        ("Program", f"techmodel {report.version}"),
    ]


def _sheets(facts: Facts) -> Iterator[Line]:
    """The sheets in their order, each with what it is for."""
    gaps, *others = LIST_SHEETS
    *others, check = others
    yield SUMMARY, texts.SUMMARY_PURPOSE
    yield gaps.title, gaps.purpose
    *before, actions = plan_purposes(facts.plan)
    if actions[0] != ACTIONS.title:
        before.append(actions)
    yield from before
    for sheet in others:
        if sheet is SERVICES and actions[0] == ACTIONS.title:
            yield actions
        yield sheet.title, sheet.purpose
    yield LISTS, texts.LISTS_PURPOSE
    yield check.title, check.purpose


def _level(facts: Facts, level: int) -> Styled:
    return Styled(level_name(facts.assessment.checklist, level), style_for(ColumnKind.WORD))


def _mark(term: str, text: str) -> Line:
    shaded = term in {texts.MARKS[0][0], PLAN_MARKS[0][0]}
    return (Styled(term, style_for(ColumnKind.WORD, editable=True)) if shaded else term), text


def _columns(facts: Facts) -> Iterator[Line]:
    for sheet in (gaps_sheet(facts), *plan_sheets(facts.plan), *LIST_SHEETS[1:]):
        for column in sheet.columns:
            if column.note:
                yield f"{sheet.title}: {column.header}", column.note
