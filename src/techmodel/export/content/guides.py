"""The appendix: what others have learnt in the domains of this report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.learning import Licence
from techmodel.export.content.blocks import (
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    Items,
    Lines,
    NewPage,
    Prose,
    Table,
    Tone,
)
from techmodel.export.content.view import guide_key
from techmodel.wording import learning as wording
from techmodel.wording.phrases import Strong
from techmodel.wording.report_sources import GUIDES, told_there

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from techmodel.core.learning import Case, Lesson, Page
    from techmodel.export.content.view import View

_LICENCES = tuple(Licence)
"""In the order in which the appendix numbers them."""


def guide_blocks(view: View) -> Iterator[Block]:
    """The guides of the domains in scope; nothing where none is wanted."""
    pages = [page for page in view.report.guides if page.guide.domain in view.titles]
    if not pages:
        return
    yield NewPage()
    yield Heading(GUIDES, 2, "guides")
    yield Prose(wording.NOTICE)
    yield Heading("Licences of the sources", 3)
    yield Items(tuple(map(wording.licence, _LICENCES)), numbered=True, small=True)
    told: dict[tuple[str, str], str] = {}
    for page in pages:
        yield NewPage(soft=True)
        yield from _guide(view, page, told)
        told |= {(c.title, c.url): view.titles[page.guide.domain] for c in page.cases} | told


def _guide(view: View, page: Page, told: Mapping[tuple[str, str], str]) -> Iterator[Block]:
    """One guide; a case that an earlier one has told is only named."""
    guide = page.guide
    yield Heading(wording.guide_title(view.titles[guide.domain]), 2, guide_key(guide.domain))
    yield Prose(guide.problem)
    yield Beside(
        (Heading(wording.WORKED, 3), Items(guide.worked, small=True)),
        (Heading(wording.AVOID, 3), Items(guide.avoid, small=True)),
    )
    yield Heading(wording.LESSONS, 3)
    yield from _lessons(guide.lessons)
    yield Heading(wording.CASES, 3)
    columns = (
        Column("Case", 0.24),
        Column("What was done, and what was seen", 0.51),
        Column("Source and licence", 0.25),
    )
    rows = tuple(_case(case, told.get((case.title, case.url), "")) for case in page.cases)
    yield Table(columns, rows, "Cases from the field with their sources and licences.", dense=True)


def _lessons(lessons: tuple[Lesson, ...]) -> Iterator[Block]:
    """The lessons; a source that they share stands once below them."""
    sources = {lesson.source for lesson in lessons}
    if len(sources) > 1:
        yield Items(tuple(map(wording.lesson_line, lessons)), small=True)
        return
    yield Items(tuple(lesson.lesson for lesson in lessons), small=True)
    yield from (Prose(f"{wording.SOURCE}: {source}.", Tone.SMALL) for source in sources)


def _case(case: Case, told: str) -> tuple[Cell, ...]:
    if told:
        return (Strong(case.title),), told_there(told), ""
    seen = (Strong(f"{wording.RESULT}: "), case.result)
    return (
        Lines(((Strong(case.title),), wording.where_and_when(case))),
        Lines((case.what, seen, *((case.read_on,) if case.read_on else ()))),
        Lines((case.source, case.url, f"Licence {_LICENCES.index(case.licence) + 1}")),
    )
