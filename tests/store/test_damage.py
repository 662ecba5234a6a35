"""Damage of every kind is found before anything is shown; SQLite's own check misses most."""

import random
import sqlite3
from hashlib import sha256

import pytest
from tests.store.builders import image

from techmodel.core.errors import FileProblem
from techmodel.store.safe_open import verified_bytes
from techmodel.store.schema import layout

SEED = 20261124


@pytest.fixture(scope="module")
def whole():
    return image(40)


def content_of(data):
    """A fingerprint of every row as SQLite reads it, None if it cannot."""
    connection = sqlite3.connect(":memory:")
    connection.text_factory = bytes
    try:
        connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
        rows = [connection.execute(f"SELECT * FROM {t}").fetchall() for t in sorted(layout())]
        schema = connection.execute("SELECT * FROM sqlite_schema").fetchall()
        return sha256(repr((rows, schema)).encode()).hexdigest()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        connection.close()


def sqlite_is_content(data):
    """Whether SQLite's own full check finds nothing."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(data[:18] + b"\x01\x01" + data[20:])
        return connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        connection.close()


def refused(path, data):
    """Whether we refuse a file of these bytes with a sentence, and leave it as it is."""
    path.write_bytes(data)
    try:
        verified_bytes(path)
    except FileProblem:
        return path.read_bytes() == data
    return False


def flipped(data, rng):
    changed = bytearray(data)
    changed[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def zeroed(data, rng, size):
    start = size * rng.randrange(len(data) // size)
    return data[:start] + bytes(size) + data[start + size :]


def scattered(data, rng):
    changed = bytearray(data)
    for _ in range(8):
        changed[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(changed)


def swapped(data, rng):
    a, b = sorted(rng.sample(range(len(data) // 4096), 2))
    pages = [data[n : n + 4096] for n in range(0, len(data), 4096)]
    pages[a], pages[b] = pages[b], pages[a]
    return b"".join(pages)


def test_every_flipped_bit_that_changes_content_is_found(whole, tmp_path):
    rng = random.Random(SEED)
    before, silent, missed = content_of(whole), 0, []
    for n in range(300):
        damaged = flipped(whole, rng)
        changes = content_of(damaged) != before
        silent += changes and sqlite_is_content(damaged)
        if changes and not refused(tmp_path / "x.techmodel", damaged):
            missed.append(n)

    assert missed == []
    assert silent > 100  # the control: SQLite's check alone would have shown these


@pytest.mark.parametrize(
    "damage",
    [
        scattered,
        swapped,
        lambda data, rng: zeroed(data, rng, 4096),
        lambda data, rng: zeroed(data, rng, 512),
        lambda data, rng: data[: rng.randrange(len(data))],
    ],
    ids=["eight bytes", "pages swapped", "page zeroed", "sector zeroed", "cut short"],
)
def test_every_other_damage_that_changes_content_is_found(whole, tmp_path, damage):
    rng = random.Random(SEED)
    before, changed, missed = content_of(whole), 0, []
    for n in range(40):
        damaged = damage(whole, rng)
        if content_of(damaged) != before:
            changed += 1
            if not refused(tmp_path / "x.techmodel", damaged):
                missed.append(n)

    assert missed == []
    assert changed > 20


def test_junk_behind_the_end_changes_nothing(whole, tmp_path):
    assert not refused(tmp_path / "x.techmodel", whole + b"junk" * 300)
