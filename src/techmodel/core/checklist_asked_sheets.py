"""The sheets of the checklist's workbook that say what is asked: head, domains, capabilities."""

from __future__ import annotations

from techmodel.core.checklist import Effort, Profile, ServiceStatus
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
    whole,
    word,
)
from techmodel.core.learning import Licence
from techmodel.core.sheets import ColumnKind

YES = "yes"
EVERYWHERE = "any"
"""What stands for the capability of an action that suits every capability."""

LISTS: dict[str, tuple[str, ...]] = {
    "profiles": tuple(Profile),
    "efforts": tuple(Effort),
    "statuses": tuple(ServiceStatus),
    "families": ("programme", "today"),
    "confidences": ("verified", "partly"),
    "levels": ("0", "1", "2", "3", "4", "5"),
    "steps": ("1", "2", "3", "4", "5"),
    "licences": tuple(Licence),
    "yes": (YES,),
}
"""The closed lists of drop-downs; all other lists are the ids of a sheet, by its table."""

CAPABILITY_NOTE = "The id of a capability on the sheet Capabilities."
DATE_NOTE = "A day such as 30 Sep 2026; leave it empty where no date is known."

HEAD = SheetOf(
    "checklist",
    "Checklist",
    "What this checklist is: one row.",
    (
        name("title", "Title", "What the checklist is called."),
        Field("version", "Version", kind=ColumnKind.WORD, note="Your own number, such as 2026.1."),
        Field("date", "Date", Holds.DATE, ColumnKind.DATE, "The day of this version."),
        long("notice", "Notice", "Where it comes from and what may be done with it."),
        Field(
            "conditions.title",
            "Conditions for change",
            kind=ColumnKind.NAME,
            note="What the sheet Factors is called where it is answered.",
            needed=False,
        ),
        long("conditions.notice", "Conditions notice", "Stands above them.", needed=False),
        Field("conditions.source", "Conditions source", note="Who found them.", needed=False),
        Field("conditions.url", "Conditions address", note="Where that is.", needed=False),
        Field(
            "conditions.licence",
            "Conditions licence",
            Holds.CHOICE,
            ColumnKind.WORD,
            "What is known of the rights in the source.",
            "licences",
            needed=False,
            may_be_empty=True,
        ),
    ),
    keys=(),
)

DOMAINS = SheetOf(
    "domains",
    "Domains",
    "The groups of capabilities, in the order in which they are asked.",
    (
        own_id("Two to eight capital letters or digits, such as GOV."),
        name("name", "Name"),
        name("short_name", "Short name", "At most 24 characters, for narrow places."),
        long("description", "Description"),
    ),
)

CAPABILITIES = SheetOf(
    "capabilities",
    "Capabilities",
    "What is asked: one row for each capability, in order within its domain.",
    (
        own_id("Domain and number, such as GOV-01; one of your own begins with X-: X-GOV-01."),
        one_of("domain", "Domain", "domains", "A domain of the sheet Domains."),
        name("name", "Name", "At most 80 characters."),
        long("question", "Question", "What is asked of a partner."),
        long("test", "Test", "What to ask to be shown; it begins with Show me."),
        long("why", "Why", "Why it matters to a resident."),
        Field(
            "weight",
            "Weight",
            Holds.NUMBER,
            ColumnKind.NUMBER,
            "How much it counts; 1 is usual, above 0.",
        ),
        word("profile", "Profile", "profiles", "Which general wording of the scale suits it."),
        ids("applies_to", "Applies to", "kinds", "Kinds of organisation, with commas, or all."),
        ids("prerequisites", "Prerequisites", "capabilities", "Capabilities it needs, or none."),
        ids("services", "Services", "services", "Services that help with it, or none."),
        name("duty.name", "Duty", "A duty of law or contract behind it, or none."),
        long("duty.source", "Duty source", "Where the duty is written."),
        day("duty.date", "Duty date", DATE_NOTE),
        ids("was", "Earlier ids", "", "Ids it had in earlier checklists.", needed=False),
        Field(
            "hidden",
            "Hidden",
            Holds.FLAG,
            ColumnKind.WORD,
            "yes: kept here, but not asked of anybody.",
            "yes",
            needed=False,
        ),
    ),
)

LEVELS = SheetOf(
    "wordings",
    "Levels",
    "How each level of a capability can be recognised: six rows for each capability.",
    (
        one_of("id", "Id", "capabilities", CAPABILITY_NOTE),
        whole(
            "level",
            "Level",
            "Our level, 0 to 5; it may stay empty where the sheet Their scale says it.",
            "levels",
        ),
        Field(
            "theirs",
            "Their level",
            kind=ColumnKind.WORD,
            note="For a foreign framework: the level as it is called there. The column Level, or "
            "the sheet Their scale, says which of ours it is. Levels it lacks take the general "
            "wording of the scale.",
            needed=False,
        ),
        long("wording", "Wording", "What one sees where this level is reached."),
        long("proof", "Proof", "What proves it, for levels 1 to 5.", needed=False),
    ),
    of="capabilities",
    keys=("id", "level"),
)

EVIDENCE = SheetOf(
    "evidence",
    "Evidence",
    "What would show it: one row for each thing, at least one for each capability.",
    (one_of("id", "Id", "capabilities", CAPABILITY_NOTE), long("evidence", "Evidence")),
    of="capabilities",
    keys=(),
)

TARGETS = SheetOf(
    "targets",
    "Targets",
    "The level that a care model asks for; no row where it asks for none.",
    (
        one_of("id", "Id", "capabilities", CAPABILITY_NOTE),
        one_of("care_model", "Care model", "care_models", "An id of the sheet Care models."),
        whole("level", "Level", "The level asked for, 1 to 5.", "levels"),
        long("reason", "Reason", "Why this care model needs this level here.", needed=False),
    ),
    of="capabilities",
    keys=("id", "care_model"),
)

ACTIONS = SheetOf(
    "actions",
    "Actions",
    "What to do for the step to a level. Rows of “any” serve capabilities without their own.",
    (
        one_of("id", "Id", "capabilities", f"{CAPABILITY_NOTE} Or: any."),
        whole("to_level", "To level", "The level it leads to, 1 to 5.", "steps"),
        long("action", "Action", "What to do, verb first."),
        word("effort", "Effort", "efforts", "S, M or L; the sheet Scoring says how many weeks."),
        ids("roles", "Roles", "roles", "Who does it: ids of the sheet Roles."),
        lines("tasks", "Tasks", "The first things to do, one on each line."),
        long("risk", "Risk", "What typically goes wrong.", needed=False),
        long("benefit", "Benefit", "How one will see that it helped.", needed=False),
    ),
    of="capabilities",
    keys=("id", "to_level"),
)
