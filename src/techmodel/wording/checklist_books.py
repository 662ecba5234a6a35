"""What the window says about workbooks of checklists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from techmodel.wording.checklist_update import clash_lines
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_catch_up import Clash

SAVE, BRING = "Save the checklist as a workbook", "Bring in a checklist workbook"
PAGE = "Checklist workbook"
BOOKS = "Excel workbooks (*.xlsx)"
SUGGESTED = "checklist.xlsx"
READING, WRITING = "Reading the workbook…", "Writing the workbook…"
AGAIN, NEW, UPDATE, CLOSE = (
    "Read it again",
    "New assessment with it…",
    "Update this assessment…",
    "Close",
)
RENEW = "Bring it up to date…"
RENEW_TOLD = (
    "Takes over what is new in the program's checklist and keeps what you changed, in a workbook "
    "of its own. It asks for the version yours was made from."
)
BASE, RENEWED = "Which version was yours made from?", "Save your version, brought up to date"
CHECKLISTS = "Checklists (*.xlsx checklist.toml)"
WRONG_HEADS, GOOD_HEADS = (
    ("Where", "What is wrong, and what is allowed"),
    ("Part", "What it holds"),
)
WRONG_TABLE, GOOD_TABLE = "What is wrong", "What it holds"
MEND = "Nothing was changed. Mend the workbook, save it, then read it again."
NOTHING_YET = "Nothing is changed yet."
RENEWED_STEM = "up to date"
_PLACE = re.compile(r"(.*?\([A-Z]{1,3}\d+\)|[^:]{1,80}): (.*)", re.DOTALL)
"""The place that a sentence begins with, and the sentence itself."""


def saved(name: str) -> str:
    """What a notice says once it is written."""
    return (
        f"Saved as {name}. Its sheet Read me says how to make a version of your own; Tools, "
        "Checklist, Bring in a workbook takes it back."
    )


def do_not_fit(problems: Sequence[str]) -> str:
    """Why an own version cannot be brought up to date, with all that is in the way."""
    return f"The two versions do not fit together; nothing was written. {' '.join(problems)}"


def clash_notes(clashes: Iterable[Clash]) -> Iterator[str]:
    """What both an own version and the newer one changed, a sentence for each."""
    for line in clash_lines(clashes):
        yield f"Changed in both: {line.partition(' ')[2].strip()}"


def question(name: str, *, good: bool) -> str:
    """The question of the page."""
    return f"What does {name} hold?" if good else f"What is wrong with {name}?"


def wrong_headline(problems: Sequence[str]) -> str:
    """How much is wrong."""
    verb = "needs" if len(problems) == 1 else "need"
    return f"{plural(len(problems), 'problem')} {verb} mending before it can be used."


def good_headline(checklist: Checklist) -> str:
    """What it is: "Our checklist, version 9: 8 domains, 200 capabilities."."""
    domains = plural(len(checklist.domains), "domain")
    asked = plural(len(checklist.capabilities), "capability", "capabilities")
    return f"{checklist.title}, version {checklist.version}: {domains}, {asked}."


def wrong_rows(problems: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Where each problem is, and what it is."""
    for problem in problems:
        found = _PLACE.fullmatch(problem)
        yield (found[1], found[2]) if found else ("", problem)


def good_rows(
    checklist: Checklist, notes: Sequence[str], guided: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """What should be known first, then every domain, then the rest."""
    yield from (("Note", note) for note in notes)
    for domain in checklist.domains:
        rows = checklist.of_domain(domain.id)
        hidden = sum(row.hidden for row in rows)
        told = plural(len(rows), "capability", "capabilities")
        yield f"{domain.id} {domain.name}", f"{told}, {hidden} hidden" if hidden else told
    models = join_words([row.name for row in checklist.care_models])
    yield "Care models", models
    yield "Services", f"{len(checklist.services):,}"
    of = f"The program's own are shown for {join_words(guided)}." if guided else _NO_GUIDES
    yield "Guides", of


_NO_GUIDES = "None: no domain has the id of one of the program's."
