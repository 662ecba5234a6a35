"""An unfinished transaction is taken back in memory just as SQLite would on disk."""

import sqlite3

import pytest

from techmodel.store.rolling_back import rolled_back


@pytest.fixture(scope="module", params=[1, 200], ids=["spilled in parts", "spilled once"])
def torn(request, tmp_path_factory):
    """A database's bytes before a transaction, and file and journal in the midst of it."""
    path = tmp_path_factory.mktemp("torn") / "a.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO t VALUES (?, ?)", [(n, "x" * 500) for n in range(300)])
    connection.execute("COMMIT")
    before = path.read_bytes()
    connection.execute(f"PRAGMA cache_size = {request.param}")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE t SET x = replace(x, 'x', 'y')")
    connection.executemany(
        "INSERT INTO t VALUES (?, ?)", [(n, "z" * 900) for n in range(300, 900)]
    )
    yield before, path.read_bytes(), path.with_name("a.db-journal").read_bytes()
    connection.close()


def test_what_was_before_comes_back(torn):
    before, data, journal = torn
    assert data != before

    assert rolled_back(data, journal) == before


def test_taking_back_twice_is_taking_back_once(torn):
    before, _, journal = torn

    assert rolled_back(before, journal) == before


@pytest.mark.parametrize("journal", [b"", b"\0" * 512, b"junk"])
def test_without_a_journal_nothing_is_taken_back(torn, journal):
    assert rolled_back(torn[1], journal) == torn[1]


def test_a_page_that_is_not_whole_in_the_journal_is_not_believed(torn):
    before, data, journal = torn
    spoilt = bytearray(journal)
    spoilt[512 + 4 + 4096 - 200] ^= 1

    assert rolled_back(data, bytes(spoilt)) != before
    assert rolled_back(data, journal[: 512 + 100]) == data[: len(before)]
