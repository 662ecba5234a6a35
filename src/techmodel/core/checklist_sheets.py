"""The sheets of the checklist's workbook, in their order (design.md 9)."""

from __future__ import annotations

from techmodel.core.checklist import Profile
from techmodel.core.checklist_asked_sheets import (
    ACTIONS,
    CAPABILITIES,
    CAPABILITY_NOTE,
    DATE_NOTE,
    DOMAINS,
    EVERYWHERE,
    EVIDENCE,
    HEAD,
    LEVELS,
    LISTS,
    TARGETS,
    YES,
)
from techmodel.core.checklist_columns import (
    Field,
    Holds,
    SheetOf,
    day,
    ids,
    lines,
    long,
    name,
    one_of,
    own_id,
    weeks,
    whole,
    word,
)
from techmodel.core.sheets import ColumnKind

__all__ = ["EVERYWHERE", "LISTS", "OPTIONAL", "SHEETS", "YES", "sheet_of"]

_SERVICES = SheetOf(
    "services",
    "Services",
    "National services, standards and interoperability projects.",
    (
        own_id("Capital letters, digits and hyphens."),
        name("name", "Name"),
        name("kind", "Kind"),
        long("what", "What it is"),
        name("operator", "Run by"),
        Field("standards", "Standards", note="May be empty."),
        word("status", "Status", "statuses"),
        long("status_note", "Status note", "May be empty."),
        day("status_date", "Status date", "The day its source gives, or nothing."),
        one_of(
            "replaced_by",
            "Replaced by",
            "services",
            "The service that took its place.",
            may_be_empty=True,
        ),
        Field("licence", "Licence", note="Under which terms the facts about it may be used."),
        Field("source", "Source", note="Where it is written."),
        word("confidence", "Confidence", "confidences", "How well it was looked up."),
        lines("connect", "How to connect", "The steps, one on each line."),
        lines("needs", "Needed first", "What must be in place, one on each line."),
        Field("ask", "Whom to ask", note="A role or a team.", needed=False),
        Field("duty.name", "Duty", note="What law or contract says of it.", needed=False),
        long("duty.source", "Duty source", "Where the duty is written.", needed=False),
        day("duty.date", "Duty date", DATE_NOTE, needed=False),
    ),
)

_CARE_MODELS = SheetOf(
    "care_models",
    "Care models",
    "Ways of joining up care, which set the targets.",
    (
        own_id("Two to ten capital letters or digits."),
        name("name", "Name"),
        word("family", "Family", "families", "Of the programme, or of today."),
        long("description", "Description"),
        long("population", "Population", "For whom it is.", needed=False),
        long("typical", "Who takes part", "Typical organisations.", needed=False),
        lines("leans_on", "Leans on", "The technology it rests on, one on each line."),
        lines("sources", "Sources", "Where it is written, one on each line."),
    ),
)

_ROLES = SheetOf(
    "roles",
    "Roles",
    "Who does what.",
    (own_id("Two to ten capital letters or digits."), name("name", "Name")),
)

_SCORING = SheetOf(
    "scoring",
    "Scoring",
    "The numbers of the arithmetic: two shares, weeks for each effort, grades of evidence.",
    (
        own_id("These ids are fixed."),
        name("name", "Name", "Of a grade of evidence."),
        long("meaning", "Meaning", "What the effort or the grade means."),
        Field(
            "value",
            "Share",
            Holds.NUMBER,
            ColumnKind.NUMBER,
            "A share from 0 to 1.",
            may_be_empty=True,
        ),
        weeks("low", "Weeks, low"),
        weeks("likely", "Weeks, likely"),
        weeks("high", "Weeks, high"),
    ),
)

_SCALE = SheetOf(
    "levels",
    "Scale",
    "The six levels in general, and their wording for each profile.",
    (
        whole("level", "Level", "0 to 5, in this order.", "levels"),
        name("name", "Name"),
        long("summary", "Summary"),
        long("test", "Test", "What decides whether the level holds."),
        *(
            long(f"wording.{p}", f"Wording: {p}", f"For capabilities of profile {p}.")
            for p in Profile
        ),
    ),
    keys=("level",),
)

_KINDS = SheetOf(
    "kinds",
    "Kinds",
    "Kinds of organisation.",
    (
        own_id("Small letters and hyphens, such as care-home."),
        name("name", "Name"),
        name("short_name", "Short name", "At most 16 characters, for the head of a column."),
    ),
)

_GLOSSARY = SheetOf(
    "glossary",
    "Glossary",
    "Words and abbreviations, and what they mean.",
    (
        name("term", "Term"),
        long("meaning", "Meaning"),
        long("source", "Source", "May be empty.", needed=False),
    ),
    keys=("term",),
)

_FACTORS = SheetOf(
    "factors",
    "Factors",
    "Conditions for change: a short optional check, no part of any level of integration.",
    (
        own_id("Small letters, digits and hyphens, such as one-message."),
        name("name", "Name"),
        long("question", "Question"),
        long("why", "Why it matters"),
        *(long(f"levels.{level}", f"Level {level}") for level in range(6)),
    ),
)

_FLOWS = SheetOf(
    "flows",
    "Flows",
    "Information that care models ask to go from one kind of organisation to another.",
    (
        own_id("Capital letters, digits and hyphens."),
        name("information", "Information", "What goes from one to the other."),
        one_of("capability", "Capability", "capabilities", CAPABILITY_NOTE),
        ids("from", "From", "kinds", "Kinds of organisation that send it."),
        ids("to", "To", "kinds", "Kinds of organisation that receive it."),
    ),
)

_FLOW_TARGETS = SheetOf(
    "flow_targets",
    "Flow targets",
    "The level that a care model asks of a flow; no row where it asks for none.",
    (
        one_of("id", "Id", "flows", "The id of a flow on the sheet Flows."),
        one_of("care_model", "Care model", "care_models", "An id of the sheet Care models."),
        whole("level", "Level", "The level asked for, 1 to 5.", "levels"),
        long("reason", "Reason", "Why this care model needs this level here.", needed=False),
    ),
    of="flows",
    keys=("id", "care_model"),
)

SHEETS = (
    *(HEAD, DOMAINS, CAPABILITIES, LEVELS, EVIDENCE, TARGETS, ACTIONS, _SERVICES),
    *(_CARE_MODELS, _FLOWS, _FLOW_TARGETS, _ROLES, _SCORING, _SCALE, _KINDS, _FACTORS, _GLOSSARY),
)
"""Every sheet that is read back; a reader takes at most 20 sheets of a workbook."""

OPTIONAL = frozenset({_GLOSSARY.table, _FLOWS.table, _FLOW_TARGETS.table, _FACTORS.table})
"""Tables of sheets that a workbook may do without."""


def sheet_of(table: str) -> SheetOf:
    """The sheet of a table. Raises KeyError for an unknown one."""
    for sheet in SHEETS:
        if sheet.table == table:
            return sheet
    raise KeyError(table)
