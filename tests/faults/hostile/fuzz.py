"""Whole files spoilt at random where it matters: in the schema, the pages' heads, the seal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.hostile.making import whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

PAGE = 4096
WORDS = (
    b"CREATE VIEW v AS SELECT leak(1)",
    b"CREATE TRIGGER t AFTER INSERT",
    b"VIRTUAL",
    b"GENERATED ALWAYS AS (leak(1))",
    b"sqlite_",
    b"\xff\xff\xff\xff\xff\xff\xff\xff\x7f",
)
NUMBERS = (b"\0\0", b"\xff\xff", b"\x7f\xff", b"\x00\x01", b"\x10\x00")


def mutant(rng: Random) -> bytes:
    """A whole file with some things changed."""
    data = bytearray(whole())
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        rng.choice(_CHANGES)(data, rng)
    return bytes(data)


def _put(data: bytearray, place: int, new: bytes) -> None:
    data[place : place + len(new)] = new[: len(data) - place]


def _in_the_header(data: bytearray, rng: Random) -> None:
    _put(data, rng.randrange(16, 100), rng.randbytes(rng.choice((1, 2, 4))))


def _in_the_schema(data: bytearray, rng: Random) -> None:
    """Anywhere on the first page, on which the schema begins."""
    _put(data, rng.randrange(100, PAGE), rng.choice((*WORDS, rng.randbytes(3))))


def _in_a_table_s_text(data: bytearray, rng: Random) -> None:
    """A word of a CREATE statement becomes another of the same length."""
    place = data.find(rng.choice((b"TEXT", b"INTEGER", b"NOT NULL", b"STRICT", b"CHECK")))
    _put(data, place, rng.choice((b"BLOB", b"REAL   ", b"leak(1)", b"x", b"\0")))


def _in_a_page_s_head(data: bytearray, rng: Random) -> None:
    """Kind, free bytes, count of cells, or where they are."""
    page = PAGE * rng.randrange(1, len(data) // PAGE)
    _put(data, page + rng.randrange(0, 24), rng.choice((*NUMBERS, rng.randbytes(2))))


def _a_page_for_another(data: bytearray, rng: Random) -> None:
    here, there = (PAGE * rng.randrange(1, len(data) // PAGE) for _ in range(2))
    _put(data, here, bytes(data[there : there + PAGE]))


def _in_a_cell(data: bytearray, rng: Random) -> None:
    _put(data, rng.randrange(PAGE, len(data)), rng.choice((*WORDS, rng.randbytes(4))))


_CHANGES: tuple[Callable[[bytearray, Random], None], ...] = (
    _in_the_header,
    _in_the_schema,
    _in_the_schema,
    _in_a_table_s_text,
    _in_a_page_s_head,
    _in_a_page_s_head,
    _a_page_for_another,
    _in_a_cell,
)
