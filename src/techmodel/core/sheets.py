"""The columns of every sheet of the workbook, for its writer and for its reader (design.md 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class ColumnKind(StrEnum):
    """What stands in a column, which decides its type, width and format."""

    ID = "id"
    NAME = "name"
    TEXT = "text"
    LONG = "long"
    WORD = "word"
    WHOLE = "whole"
    DECIMAL = "decimal"
    NUMBER = "number"
    SHARE = "share"
    DATE = "date"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `id` is stable, `header` is shown, `note` says what it holds, in one sentence.

    `editable` marks what a person may change in the workbook; all else is told by the program
    or worked out by the sheet. `detail` marks what is not printed.
    """

    id: str
    header: str
    kind: ColumnKind
    note: str = ""
    editable: bool = False
    detail: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list sheet: its name, the name of its table, its columns in order, and what it is for.

    `partners_after` names the column after which one column per organisation stands, "" for none.
    """

    title: str
    table: str
    columns: tuple[Column, ...]
    purpose: str
    partners_after: str = ""


def column(sheet: Sheet, id: str) -> Column:  # noqa: A002 - the field's name
    """The column with this id. Raises KeyError for an unknown one."""
    for found in sheet.columns:
        if found.id == id:
            return found
    raise KeyError(id)


def pair_id(capability: str, organisation: str) -> str:
    """The id of an answer's row: capability and organisation, such as "REC-06|org-3f9a1c7e"."""
    return f"{capability}|{organisation}"


_ID, _NAME, _TEXT, _WORD = ColumnKind.ID, ColumnKind.NAME, ColumnKind.TEXT, ColumnKind.WORD
_WHOLE, _DECIMAL, _NUMBER = ColumnKind.WHOLE, ColumnKind.DECIMAL, ColumnKind.NUMBER
_SHARE, _DATE = ColumnKind.SHARE, ColumnKind.DATE


def working(key: str, header: str, kind: ColumnKind, note: str) -> Column:
    """A column of workings, which is not printed; `key` is its id."""
    return Column(key, header, kind, note, detail=True)


def entry(key: str, header: str, kind: ColumnKind, note: str = "") -> Column:
    """A column that a person may change in the workbook; `key` is its id."""
    return Column(key, header, kind, note, editable=True)


GAPS = Sheet(
    "Gaps",
    "tblGaps",
    (
        Column("id", "Id", _ID),
        Column("domain", "Domain", _NAME),
        Column("capability", "Capability", _NAME),
        Column("rank", "Rank", _WHOLE, "The order of the program: duties first, then priority."),
        Column("priority", "Priority", _DECIMAL, "Worth of closing the gap per week of work."),
        Column("target", "Target", _WORD, "The level to reach."),
        Column("low", "Level low", _WHOLE, "The level partners hold, unknown counted as 0."),
        Column("high", "Level high", _WHOLE, "The same, unknown counted as 5."),
        Column("gap_low", "Gap low", _WHOLE, "Levels missing at least: target less level high."),
        Column("gap_high", "Gap high", _WHOLE, "Levels missing at most: target less level low."),
        Column("duty_date", "Duty date", _DATE, "When the duty starts, where a date was found."),
        Column("duty", "Duty", _NAME, "The statutory or contract duty behind it.", detail=True),
        working("weight", "Weight", _NUMBER, "How much the checklist makes it count."),
        working("target_from", "Target from", _TEXT, "Who or what asks for the target."),
        working("min", "Lowest", _WHOLE, "The lowest known level."),
        working("median", "Median", _NUMBER, "The middle one of the known levels."),
        working("max", "Highest", _WHOLE, "The highest known level."),
        working("outliers", "Outliers", _WHOLE, "Below level low, or two under the median."),
        working("weeks_low", "Weeks low", _WHOLE, "Weeks of work to the target, at least."),
        working("weeks_likely", "Weeks likely", _WHOLE, "Weeks of work to the target, likely."),
        working("weeks_high", "Weeks high", _WHOLE, "Weeks of work to the target, at most."),
        working("waits_for", "Waits for", _TEXT, "What must be done first."),
        working("blocks", "Blocks", _TEXT, "What waits for it."),
        working("domain_id", "Domain id", _ID, "The domain's short code."),
        working("target_level", "Target level", _WHOLE, "The digit of the target, 0 for none."),
        working("asked", "Asked", _WHOLE, "How many partners are asked."),
        working("known", "Known", _WHOLE, "How many of them have a level."),
        working("not_applicable", "N/a", _WHOLE, "How many say it does not apply to them."),
        working("counts", "Weight asked", _NUMBER, "The weight of those it applies to."),
        *(
            working(f"at{n}", f"At {n}+", _WHOLE, f"Partners at level {n} or above.")
            for n in range(1, 6)
        ),
        *(
            working(f"share{n}", f"Share {n}+", _SHARE, f"Share of the weight at {n} or above.")
            for n in range(1, 6)
        ),
        working("share_unknown", "Unknown", _SHARE, "The share of the weight without a level."),
        working("asked_for", "To reach", _NUMBER, "Weight times target level."),
        working("reached_low", "Reached low", _NUMBER, "Weight times level low, to the target."),
        working("reached_high", "Reached high", _NUMBER, "The same with level high."),
    ),
    "One row a capability: target, level, gap, then what each partner said.",
    partners_after="duty_date",
)

GAPS_SINCE = replace(
    GAPS,
    columns=(
        *GAPS.columns,
        working("then_low", "Then low", _WHOLE, "Level low at the round compared with."),
        working("then_high", "Then high", _WHOLE, "Level high at that round."),
        working("then_asked_for", "Then to reach", _NUMBER, "To reach, where there was a level."),
        working("then_reached_low", "Then reached low", _NUMBER, "Weight times low, to target."),
        working("then_reached_high", "Then reached high", _NUMBER, "The same with then high."),
        working("compared", "Compared", _WHOLE, "1 where the level is known then and now."),
        working("won", "Won", _NUMBER, "Weight times levels won up to the target since then."),
        working("missing", "Missing then", _NUMBER, "Weight times levels missing then."),
        working("newly_known", "Newly known", _WHOLE, "1 where the level is known now only."),
        working("lost", "No longer known", _WHOLE, "1 where the level was known then only."),
        working("fell", "Fell", _WHOLE, "1 where less of the target is reached than then."),
    ),
)
"""The sheet Gaps of a workbook that compares with a round (design.md 4.6)."""

ANSWERS = Sheet(
    "Answers",
    "tblAnswers",
    (
        Column("id", "Id", _ID),
        Column("domain", "Domain", _NAME),
        Column("capability", "Capability", _NAME),
        Column("question", "Question", ColumnKind.LONG),
        Column("organisation", "Organisation", _NAME),
        entry("answer", "Answer", _WORD, "Choose from the list, or type a digit."),
        entry("reason", "Reason", _TEXT, "Needed for not applicable."),
        entry("note", "Note", _TEXT),
        Column("dissent", "Dissent", _TEXT, "What was said against the answer."),
        Column("parked", "Parked", _WORD, "Left to come back to."),
        Column("decided_by", "Decided by", _NAME, "The role that decided."),
        Column("changed_on", "Changed on", _DATE),
        Column("evidence", "Evidence", _WHOLE, "How many pieces of evidence are listed."),
        Column("best_grade", "Best grade", _WORD, "The best grade among them."),
        working("domain_id", "Domain id", _ID, "The domain's short code."),
        working("organisation_id", "Organisation id", _ID, "The organisation's stable id."),
        working("list_no", "List no.", _WHOLE, "Where the answer stands in Lists, 0 for nowhere."),
        working("provider_no", "Provider's no.", _WHOLE, "The same for the one who provides."),
        working("counted_as", "Counted as", _WORD, "The answer after following 'Provided by'."),
        working("complete", "Complete", _WHOLE, "1 for a level or not applicable, else 0."),
        working("gaps_row", "Gaps row", _WHOLE, "The row of the capability in Gaps."),
        working("asked_for", "To reach", _NUMBER, "Weight times target level; 0 if n/a."),
        working("reached_low", "Reached low", _NUMBER, "Weight times level, up to the target."),
        working("reached_high", "Reached high", _NUMBER, "The same, unknown counted as 5."),
    ),
    "One row an answer: change answers here and every figure follows.",
)

EVIDENCE = Sheet(
    "Evidence",
    "tblEvidence",
    (
        Column("id", "Id", _ID),
        Column("answer_id", "Answer id", _ID),
        Column("capability", "Capability", _NAME),
        Column("organisation", "Organisation", _NAME),
        Column("grade", "Grade", _WORD, "A is the strongest; Lists says what earns a grade."),
        Column("title", "Title", _TEXT),
        Column("date", "Date", _DATE),
        Column("where", "Where it is kept", _TEXT),
    ),
    "What supports the answers.",
)

SERVICES = Sheet(
    "Services",
    "tblServices",
    (
        Column("id", "Id", _ID),
        Column("name", "Name", _NAME),
        Column("kind", "Kind", _NAME),
        Column("what", "What it is", ColumnKind.LONG),
        Column("operator", "Run by", _NAME),
        Column("status", "Status", _WORD),
        Column("status_date", "Status date", _DATE, "Empty where no date was found."),
        Column("status_note", "Status note", ColumnKind.LONG),
        Column("duty_date", "Duty date", _DATE, "Empty where there is none or none was found."),
        Column("with_gap", "Closes gaps in", _TEXT, "Where the partners are below target."),
        Column("onboarding", "How far we are", _TEXT, "As on Onboarding, where it is changed."),
        Column("replaced_by", "Replaced by", _NAME, detail=True),
        Column("duty", "Duty", _NAME, "What law or contract asks, where known.", detail=True),
        Column("supports", "Supports", _TEXT, "The capabilities it belongs to.", detail=True),
        Column("needs", "Needed first", _TEXT, "What must be in place.", detail=True),
        Column("connect", "How to connect", _TEXT, "The steps.", detail=True),
        Column("ask", "Whom to ask", _TEXT, detail=True),
        Column("standards", "Standards", _TEXT, detail=True),
        Column("licence", "Licence", _TEXT, detail=True),
        Column("source", "Source", _TEXT, detail=True),
        Column("confidence", "Confidence", _WORD, detail=True),
    ),
    "National services, standards and interoperability projects, and our gaps they help close.",
)

ONBOARDING = Sheet(
    "Onboarding",
    "tblOnboarding",
    (
        Column("id", "Id", _ID),
        Column("service", "Service", _NAME),
        Column("organisation", "Organisation", _NAME),
        entry("stage", "Stage", _WORD, "Choose from the list."),
        entry("owner", "Owner", _NAME, "The role that sees to it."),
        entry("date", "Date", _DATE, "Live since, or to be live by."),
        entry("note", "Note", _TEXT),
    ),
    "How far each organisation is with each service: change stages, owners and dates here.",
)

FLOWS = Sheet(
    "Flows",
    "tblFlows",
    (
        Column("id", "Id", _ID),
        entry("from", "From", _NAME, "Typed in new rows only."),
        entry("to", "To", _NAME, "Typed in new rows only."),
        entry("information", "Information", _NAME, "A new row without an id is your own flow."),
        entry("capability", "Capability", _NAME, "Its name or id; yours to change in own flows."),
        entry("level", "Level", _WORD, "Choose from the list, or type a digit."),
        entry("target", "Target", _WORD, "Of care models; yours to change in own flows."),
        Column("gap_low", "Gap low", _WHOLE, "Levels missing at least."),
        Column("gap_high", "Gap high", _WHOLE, "Levels missing at most: not known counts as 0."),
        entry("note", "Note", _TEXT),
        replace(entry("reason", "Reason", _TEXT, "Needed for not applicable."), detail=True),
        Column("why", "Why this target", _TEXT, detail=True),
        working("capability_id", "Capability id", _ID, "The capability it belongs to."),
    ),
    "Which information goes from whom to whom, at what level against target.",
)

DECISIONS = Sheet(
    "Decisions",
    "tblDecisions",
    (
        Column("id", "Id", _ID),
        Column("kind", "Kind", _WORD),
        Column("capability_id", "Capability id", _ID),
        Column("capability", "Capability", _NAME),
        Column("organisation", "Organisation", _NAME),
        Column("decision", "Decision", _NAME),
        Column("text", "Reason or dissent", _TEXT),
        Column("owner", "Owner", _NAME),
        Column("decided_by", "Decided by", _NAME),
        Column("date", "Date", _DATE),
    ),
    "Targets set by decision, what does not apply or is provided, and dissent.",
)

CHECK = Sheet(
    "Check",
    "tblCheck",
    (
        Column("id", "Id", _ID),
        Column("what", "What", _TEXT),
        Column("program", "In the program", _NUMBER, "The figure when the workbook was made."),
        Column("workbook", "In this workbook", _NUMBER, "The same figure worked out here."),
        Column("result", "Result", _WORD, "Differs after an answer or a weight is changed here."),
    ),
    "Every total of the program beside the same total of this workbook.",
)

LIST_SHEETS = (GAPS, ANSWERS, EVIDENCE, SERVICES, ONBOARDING, FLOWS, DECISIONS, CHECK)
"""The sheets that are one list each, with headers in row 1 and the id first."""
