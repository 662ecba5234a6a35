"""The conditions for change, short, for the front pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.conditions import TITLE
from techmodel.export.content.blocks import Block, Cell, Column, Heading, Prose, Table
from techmodel.wording.conditions import APART, headline
from techmodel.wording.phrases import Strong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.export.content.view import View


def condition_blocks(view: View) -> Iterator[Block]:
    """The answered conditions, the weakest first; nothing where none is answered.

    Their levels are words and plain digits: the colours of levels belong to integration alone.
    """
    standing = view.report.standing
    if not standing.answered:
        return
    asked = view.assessment.checklist.conditions
    yield Heading(asked.title if asked else TITLE, 3)
    yield Prose((Strong(headline(standing)), f" {APART}"))
    columns = (Column("Condition", 0.3), Column("Level", 0.08), Column("Where we are", 0.62))
    rows: list[tuple[Cell, ...]] = [
        ((Strong(factor.name),), f"{level} of 5", factor.levels[level])
        for factor, level in standing.answered
    ]
    about = "The answered conditions for change with level and wording, the weakest first."
    yield Table(columns, tuple(rows), about, dense=True)
