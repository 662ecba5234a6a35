"""An assessment as a value at some moment, made from its tables alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.compare import Moment
from techmodel.core.errors import DamagedFile
from techmodel.core.gaps import find_gaps
from techmodel.core.tables import assessment_of
from techmodel.session.content import unpack
from techmodel.store.schema import TABLES

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Json, Tables


def moment_of(id: str, tables: Tables) -> Moment:  # noqa: A002 - the field's name
    """The moment that the tables of an assessment tell of.

    Raises:
        DamagedFile: they do not hold the checklist.
    """
    rows = {name: _rows(name, tables) for name in TABLES}
    assessment = assessment_of(id, rows, _checklist(tables))
    return Moment(assessment, find_gaps(assessment), tables)


def _rows(name: str, tables: Tables) -> list[dict[str, Json]]:
    """The rows of a table with their keys, in the table's order, as a file gives them."""
    spec = TABLES[name]
    rows: list[dict[str, Json]] = [
        {**dict(zip(spec.key, key, strict=True)), **row}
        for key, row in tables.get(name, {}).items()
    ]
    return sorted(rows, key=lambda row: [row[column] for column in spec.order])


def _checklist(tables: Tables) -> Checklist:
    """The checklist that the settings point to."""
    wanted = str(tables.get("setting", {}).get(("checklist",), {}).get("value"))
    row = tables.get("checklist", {}).get((wanted,))
    if row is None:
        raise DamagedFile("This assessment does not hold its checklist.")
    return unpack(wanted, str(row["content"]))
