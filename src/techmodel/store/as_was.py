"""A picture of an assessment as it was: the tables that an earlier part of the journal gives."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from techmodel.core.journal import replay
from techmodel.store.digest import put_seal
from techmodel.store.edits import write_batch, write_taken
from techmodel.store.migrations import migrate
from techmodel.store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.journal import Batch


def picture_of(
    assessment_id: str, batches: Sequence[Batch], taken: Mapping[str, Sequence[Batch]]
) -> sqlite3.Connection:
    """A database in memory, for reading only, that holds just these batches and their tables.

    Args:
        assessment_id: the id of the assessment.
        batches: own batches from the first on, ascending revision.
        taken: what merges took over, by the merge's id; that of later merges is left out.

    Raises:
        ValueError: the batches do not fit each other: a damaged file.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    connection.execute("BEGIN")
    connection.execute("INSERT INTO meta VALUES ('assessment', ?)", (assessment_id,))
    for name, rows in replay(batches).items():
        spec = TABLES[name]
        marks = ", ".join("?" * len(spec.columns))
        connection.executemany(
            f"INSERT INTO {name} ({', '.join(spec.columns)}) VALUES ({marks})",
            [spec.encode(key, row) for key, row in rows.items()],
        )
    for batch in batches:
        write_batch(connection, batch)
        write_taken(connection, batch.id, taken.get(batch.id, ()))
    put_seal(connection)
    connection.execute("COMMIT")
    connection.execute("PRAGMA query_only = ON")
    return connection
