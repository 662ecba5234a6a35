"""The glossary: the words of the report, and the terms of the checklist that stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.glossary import terms_in
from techmodel.core.ready_plan import is_planned
from techmodel.export.content.blocks import Block, Column, Heading, Table
from techmodel.wording.phrases import Strong
from techmodel.wording.report_method import GLOSSARY, PROGRESS_WORDS
from techmodel.wording.report_plan_method import PLAN_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.export.content.view import View


def glossary_blocks(view: View, said: str) -> Iterator[Block]:
    """The words of the report, one meaning each; `said` is its text without the glossary."""
    yield Heading("Glossary", 2, "glossary")
    more = PROGRESS_WORDS if view.report.since else ()
    of_plan = PLAN_WORDS if is_planned(view.report.book) else ()
    ours = {word.casefold(): (word, meaning) for word, meaning in (*GLOSSARY, *more, *of_plan)}
    terms = terms_in(view.assessment.checklist.glossary, said)
    found = {t.term.casefold(): (t.term, t.meaning) for t in terms} | ours
    rows = tuple(((Strong(word),), meaning) for _, (word, meaning) in sorted(found.items()))
    columns = Column("Word", 0.25), Column("Meaning", 0.75)
    yield Table(columns, rows, "Words and meanings.", dense=True)
