"""The sheet Answers: the one place where an answer is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from techmodel.core.sheets import ANSWERS, column
from techmodel.export.xlsx.book import Formula
from techmodel.export.xlsx.facts import NOT_ANSWERED, NOT_APPLICABLE, NOT_ON_LIST
from techmodel.export.xlsx.figures import is_complete, pair_reach
from techmodel.export.xlsx.gap_formulas import KNOWN
from techmodel.export.xlsx.layout import PROVIDER_NAMES, PROVIDERS, WORD_NUMBERS, WORDS
from techmodel.export.xlsx.rules import add_rules, notice_rule
from techmodel.export.xlsx.table import write_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openpyxl.worksheet.worksheet import Worksheet

    from techmodel.export.xlsx.book import Book, Content
    from techmodel.export.xlsx.facts import AnswerPair, Facts
    from techmodel.export.xlsx.layout import Layout

    Row = Mapping[str, Content]


def write_answers(book: Book) -> None:
    """Write the sheet."""
    facts, layout = book.facts, book.layout
    formulas = answer_formulas(facts, layout)
    rows_of_gaps = {
        str(gap.id): row
        for row, gap in enumerate(facts.report.gaps.capabilities, layout.gaps.first)
    }
    rows = [
        _row(facts, formulas, pair, number, _worked_out(facts, pair, rows_of_gaps))
        for number, pair in enumerate(facts.pairs, layout.answers.first)
    ]
    _guide(write_list(book, ANSWERS, layout.answers, rows), layout)


def _row(
    facts: Facts,
    formulas: Mapping[str, str],
    pair: AnswerPair,
    number: int,
    values: Mapping[str, str | int | float],
) -> Row:
    worked = {c: Formula(formulas[c].replace("#", f"{number}"), v) for c, v in values.items()}
    return {**_told(facts, pair), **worked}


def _told(facts: Facts, pair: AnswerPair) -> dict[str, Content]:
    domain = facts.assessment.checklist.domain(pair.capability.domain)
    answer = pair.answer
    return {
        "id": pair.id,
        "domain": domain.short_name if domain else pair.capability.domain,
        "capability": pair.capability.name,
        "question": pair.capability.question,
        "organisation": facts.names[pair.organisation.id],
        "answer": pair.word,
        "reason": answer.value.reason if answer else "",
        "note": answer.note if answer else "",
        "dissent": answer.dissent if answer else "",
        "parked": "Yes" if answer and answer.parked else "",
        "decided_by": pair.changed.decided_by if pair.changed else "",
        "changed_on": facts.day(pair.changed.at) if pair.changed else None,
        "domain_id": pair.capability.domain,
        "organisation_id": pair.organisation.id,
    }


def _worked_out(
    facts: Facts, pair: AnswerPair, rows_of_gaps: Mapping[str, int]
) -> dict[str, str | int | float]:
    """The values of the formulas."""
    reached = pair_reach(pair.gap, pair.pair)
    return {
        "evidence": len(facts.grades.get(pair.id, ())),
        "best_grade": facts.best_grade(pair.id),
        "list_no": pair.list_no,
        "provider_no": pair.provider_no,
        "counted_as": pair.counted_as,
        "complete": int(is_complete(pair.pair)),
        "gaps_row": rows_of_gaps[pair.gap.id],
        "asked_for": reached.asked_for,
        "reached_low": reached.low,
        "reached_high": reached.high,
    }


def answer_formulas(facts: Facts, layout: Layout) -> dict[str, str]:
    """The formula of each column that is worked out, with "#" for the row."""
    return {**_list_formulas(layout), **_reach_formulas(layout), **_evidence(facts, layout)}


def _list_formulas(layout: Layout) -> dict[str, str]:
    """From the words of an answer to the words that count, by exact match only."""
    a = layout.answers
    said, number, provider = a.here("answer"), a.here("list_no"), a.here("provider_no")
    words = f"SUMPRODUCT(EXACT({WORDS},{said})*{WORD_NUMBERS})"
    other = f'LEFT({a.here("id")},FIND("|",{a.here("id")}))&INDEX({PROVIDERS},{number})'
    cannot = f"OR({provider}=0,{provider}={NOT_APPLICABLE},{provider}>{NOT_ANSWERED})"
    provided = (
        f"INDEX({WORDS},IF({cannot},{NOT_ANSWERED},{provider}))"
        f'&", by "&INDEX({PROVIDER_NAMES},{number})'
    )
    return {
        "list_no": (
            f'=IF({said}="",{NOT_ANSWERED},'
            f"IF(LEN({said})=1,IFERROR(FIND({said},{KNOWN}),0),{words}))"
        ),
        "provider_no": (
            f"=IF({number}<={NOT_ANSWERED},0,"
            f"IFERROR(INDEX({a.all('list_no')},MATCH({other},{a.all('id')},0)),0))"
        ),
        "counted_as": (
            f'=IF({number}=0,"{NOT_ON_LIST}",'
            f"IF({number}<={NOT_ANSWERED},INDEX({WORDS},{number}),{provided}))"
        ),
    }


def _reach_formulas(layout: Layout) -> dict[str, str]:
    a, g = layout.answers, layout.gaps
    counted, row, key = a.here("counted_as"), a.here("gaps_row"), a.here("id")
    level = f"ISNUMBER(FIND(LEFT({counted},1),{KNOWN}))"
    at = f"{row}-{g.top}"
    weight = f"INDEX({g.all('weight')},{at})"
    goal = f"INDEX({g.all('target_level')},{at})"
    not_applicable = f"{a.here('list_no')}={NOT_APPLICABLE}"
    return {
        "complete": f"=IF(OR({level},{not_applicable}),1,0)",
        "gaps_row": f'=MATCH(LEFT({key},FIND("|",{key})-1),{g.all("id")},0)+{g.top}',
        "asked_for": f"=IF({not_applicable},0,{weight}*{goal})",
        "reached_low": f"=IF({level},{weight}*MIN(VALUE(LEFT({counted},1)),{goal}),0)",
        "reached_high": f"=IF({level},{a.here('reached_low')},{a.here('asked_for')})",
    }


def _evidence(facts: Facts, layout: Layout) -> dict[str, str]:
    e, key, grades = layout.evidence, layout.answers.here("id"), layout.grades
    best = '""'
    for row in reversed(range(grades.first, grades.first + _grades(facts))):
        grade = grades.cell("grade", row)
        found = f"COUNTIFS({e.all('answer_id')},{key},{e.all('grade')},{grade})"
        best = f"IF({found}>0,{grade},{best})"
    return {"evidence": f"=COUNTIF({e.all('answer_id')},{key})", "best_grade": f"={best}"}


def _grades(facts: Facts) -> int:
    return len(facts.assessment.checklist.scoring.evidence_grades)


def _guide(sheet: Worksheet, layout: Layout) -> None:
    """The drop-down, and colours where an answer cannot be taken as it stands."""
    a = layout.answers
    letter = a.letter("answer")
    choice = DataValidation(type="list", formula1=WORDS, allow_blank=True)
    choice.errorStyle, choice.errorTitle = "warning", "Not on the list"
    choice.error = f"{column(ANSWERS, 'answer').note} Other words count as not known."
    choice.add(f"{letter}{a.first}:{letter}{a.last}")
    sheet.add_data_validation(choice)
    number, reason = (a.here(c).replace("#", f"{a.first}") for c in ("list_no", "reason"))
    add_rules(sheet, f"{letter}{a.first}:{letter}{a.last}", [notice_rule(f"{number}=0")])
    area = f"{a.letter('reason')}{a.first}:{a.letter('reason')}{a.last}"
    missing = f"AND({number}={NOT_APPLICABLE},LEN({reason})=0)"
    add_rules(sheet, area, [notice_rule(missing)])
