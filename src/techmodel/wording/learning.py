"""The words around guides and cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.learning import Licence

if TYPE_CHECKING:
    from techmodel.core.learning import Case, Lesson, Page

PROBLEM = "The problem"
WORKED = "What worked, or looks promising"
AVOID = "What to avoid"
LESSONS = "Lessons of the new care models programme"
CASES = "Cases from the field"
RESULT = "What was seen"
READ_ON = "Read on"
DONE = "What was done"
OTHERS = "What others did"
GUIDES = "Guides"
GUIDES_QUESTION = "What have others learnt?"
ALL_GUIDES, SECTIONS = "Guides by domain", "Go to a section"
SOURCE = "Source"

NOTICE = (
    "The cases are retold in our own words from the sources named. A case shows what happened in"
    " one place; another place may see something else. What worked and what to avoid are drawn"
    " from these cases and from judgement that practitioners have not reviewed. A page may have"
    " moved since it was read."
)
"""Stands once under every list of cases."""

_LICENCES = {
    Licence.OPEN: "Open Government Licence v3.0, as far as seen; facts retold, no text copied",
    Licence.LIKELY_OPEN: (
        "Open Government Licence v3.0 is likely, its notice was not seen; facts retold, no text"
        " copied"
    ),
    Licence.NOT_SEEN: "Licence not seen, rights taken as reserved; facts retold, no text copied",
}


def licence(kind: Licence) -> str:
    """What is known about the rights in a source."""
    return _LICENCES[kind]


def guide_link(domain_name: str) -> str:
    """The link to a guide, from the name of its domain."""
    return f"Guide to {domain_name[:1].lower()}{domain_name[1:]}"


def why_target(level: int) -> str:
    """The heading over the reasons for a target."""
    return f"Why level {level} is asked for"


def opening_words(text: str) -> str:
    """The first sentence of a text."""
    first, mark, rest = text.partition(". ")
    return f"{first}." if mark and rest else text


def guide_title(domain_name: str) -> str:
    """The heading of a guide, from the name of its domain."""
    return f"Learning from others: {domain_name}"


def no_guide(domain_name: str) -> str:
    """What is said where nobody wrote a guide."""
    return f"There is no guide for “{domain_name}” yet."


def where_and_when(case: Case) -> str:
    """Place and time of a case in one line."""
    return f"{case.place}; {case.period}"


def source_line(case: Case) -> str:
    """Source, address and rights of a case in one line."""
    return f"{case.source}, {case.url} ({licence(case.licence)})"


def lesson_line(lesson: Lesson) -> str:
    """A lesson with its source."""
    return f"{lesson.lesson} ({lesson.source})"


def page_count(page: Page) -> str:
    """How much there is to read: "6 cases, 5 lessons"."""
    cases, lessons = len(page.cases), len(page.guide.lessons)
    return f"{_counted(cases, 'case')}, {_counted(lessons, 'lesson')}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
