"""How a database comes to the newest format; imported only when tables are made or added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlite_utils
from sqlite_utils.migrations import Migrations

from techmodel.store.schema import APPLICATION_ID, FORMAT, statements

if TYPE_CHECKING:
    import sqlite3

MIGRATIONS = Migrations("techmodel")


@MIGRATIONS(name="0001_first_tables")
def _first_tables(db: sqlite_utils.Database) -> None:
    """Make the tables of format 1, as they stand in `formats/1.sql`."""
    for statement in statements(1)[1:]:
        db.execute(statement)


@MIGRATIONS(name="0002_rounds_and_merges")
def _rounds_and_merges(db: sqlite_utils.Database) -> None:
    """Add the tables that format 2 has and format 1 has not."""
    for statement in statements(2):
        if statement not in statements(1):
            db.execute(statement)


@MIGRATIONS(name="0003_plans")
def _plans(db: sqlite_utils.Database) -> None:
    """Add the tables that format 3 has and format 2 has not."""
    for statement in statements(3):
        if statement not in statements(2):
            db.execute(statement)


@MIGRATIONS(name="0004_integration")
def _integration(db: sqlite_utils.Database) -> None:
    """Add the tables that format 4 has and format 3 has not."""
    for statement in statements(4):
        if statement not in statements(3):
            db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an empty database to the newest format.

    The table that records migrations is our own statement too, the first of format 1, so that
    the schema does not depend on the version of sqlite-utils.
    """
    db = sqlite_utils.Database(connection, execute_plugins=False)
    db.execute(statements(1)[0])
    upgrade(connection)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring a copy of an older database to the newest format; its seal is not renewed."""
    db = sqlite_utils.Database(connection, execute_plugins=False)
    MIGRATIONS.apply(db)
    db.execute(f"PRAGMA user_version = {FORMAT}")
