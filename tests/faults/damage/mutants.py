"""How files get damaged, and whether that changed what is in them."""

from __future__ import annotations

import sqlite3
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.store.schema import layout

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

PAGE, SECTOR = 4096, 512


def content_of(data: bytes) -> str | None:
    """A fingerprint of every row as SQLite reads it; None if it cannot."""
    connection = sqlite3.connect(":memory:")
    connection.text_factory = bytes
    try:
        connection.deserialize(_readable(data))
        rows = [connection.execute(f"SELECT * FROM {t}").fetchall() for t in sorted(layout())]
        schema = connection.execute("SELECT * FROM sqlite_schema").fetchall()
        return sha256(repr((rows, schema)).encode()).hexdigest()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        connection.close()


def passes_sqlite(data: bytes) -> bool:
    """Whether SQLite's own full check finds nothing."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_readable(data))
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        connection.close()


def _readable(data: bytes) -> bytes:
    """Bytes 18 and 19 say how to write, which is not content, and keep SQLite from reading."""
    return data[:18] + b"\x01\x01" + data[20:]


def _one_bit(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _eight_bytes(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(8):
        changed[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(changed)


def _zeroed(size: int) -> Callable[[bytes, Random], bytes]:
    def damage(data: bytes, rng: Random) -> bytes:
        start = size * rng.randrange(len(data) // size)
        return data[:start] + bytes(size) + data[start + size :]

    return damage


def _sector_of_another_place(data: bytes, rng: Random) -> bytes:
    """A sector was written where it does not belong."""
    here, there = (SECTOR * n for n in rng.sample(range(len(data) // SECTOR), 2))
    return data[:here] + data[there : there + SECTOR] + data[here + SECTOR :]


def _pages_swapped(data: bytes, rng: Random) -> bytes:
    pages = [data[n : n + PAGE] for n in range(0, len(data), PAGE)]
    a, b = rng.sample(range(len(pages)), 2)
    pages[a], pages[b] = pages[b], pages[a]
    return b"".join(pages)


def _cut_short(data: bytes, rng: Random) -> bytes:
    return data[: rng.choice((rng.randrange(len(data)), PAGE * rng.randrange(len(data) // PAGE)))]


def _header_only(data: bytes, rng: Random) -> bytes:
    return data[: rng.choice((0, 1, 16, 99, 100, 101, SECTOR))]


def _half_copied(data: bytes, rng: Random) -> bytes:
    """A program that copies has reserved the place and not filled it."""
    end = rng.randrange(len(data))
    return data[:end] + bytes(len(data) - end)


def _without_its_journal(data: bytes, rng: Random) -> bytes:
    """A copy from the middle of a transaction, without the journal beside it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "live.db"
        path.write_bytes(data)
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        notes = "UPDATE answer SET note = note || ? WHERE capability >= ?"
        connection.execute(notes, ("x" * 200, f"REC-{rng.randrange(30):02}"))
        torn = path.read_bytes()
        connection.execute("ROLLBACK")
        connection.close()
        return torn


def _junk_behind(data: bytes, rng: Random) -> bytes:
    return data + rng.randbytes(rng.randrange(1, 9000))


DAMAGE: dict[str, Callable[[bytes, Random], bytes]] = {
    "one bit": _one_bit,
    "eight bytes": _eight_bytes,
    "a sector zeroed": _zeroed(SECTOR),
    "a page zeroed": _zeroed(PAGE),
    "a sector of another place": _sector_of_another_place,
    "pages swapped": _pages_swapped,
    "cut short": _cut_short,
    "only its beginning": _header_only,
    "half copied": _half_copied,
    "without its journal": _without_its_journal,
    "junk behind its end": _junk_behind,
}
"""The kinds of damage, by name; none has to change anything."""
