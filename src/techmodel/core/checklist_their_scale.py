"""The sheet of the checklist's workbook that maps the scale of a foreign framework onto ours."""

from __future__ import annotations

from techmodel.core.checklist_columns import Field, SheetOf, whole
from techmodel.core.sheets import ColumnKind

THEIR_SCALE = SheetOf(
    "their_scale",
    "Their scale",
    "Only for a framework of others: which of our levels each level of its scale is.",
    (
        Field(
            "theirs",
            "Their level",
            kind=ColumnKind.WORD,
            note="The level as it stands in the column Their level of the sheet Levels.",
        ),
        whole("level", "Level", "The level of ours that you take it for, 0 to 5.", "levels"),
    ),
    keys=("theirs",),
)
"""It is read, and is no part of the checklist: the sheet Levels then does without its levels."""
