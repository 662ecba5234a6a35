"""Bytes of a database where a disk lets SQLite down: taken back in memory, or never read.

The format of the rollback journal: https://www.sqlite.org/fileformat2.html#rollbackjournal
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEAD = 28
_ALL = 0xFFFFFFFF
_SMALLEST = 512
"""Bytes of a page; taken where the header itself was never read."""
_STEP = 200
"""The checksum of a page adds up every two hundredth byte."""


def rolled_back(data: bytes, journal: bytes) -> bytes:
    """A database file as it was before the transaction that its journal tells of.

    Nothing is proved by this: check the seal of what comes out.

    Args:
        data: the bytes of the database file.
        journal: the bytes of the journal beside it; b"" when there is none.
    """
    if journal[:8] != _MAGIC:
        return data
    size, page = _number(journal, 16), _number(journal, 24)
    pages = bytearray(data)
    for number, content in _records(journal, page):
        start = (number - 1) * page
        pages[start : start + page] = content
    return bytes(pages[: size * page])


def has_blank_page(data: bytes) -> bool:
    """Whether a whole page of a database is nothing but zeros: free, or never read."""
    page = int.from_bytes(data[16:18], "big") or _SMALLEST
    blank = bytes(page)
    return any(data[at : at + page] == blank for at in range(0, len(data), page))


def _records(journal: bytes, page: int) -> Iterator[tuple[int, bytes]]:
    """The pages as they were before, with their numbers, as far as they are whole."""
    at = 0
    while journal[at : at + 8] == _MAGIC:
        count, nonce, sector = (_number(journal, at + n) for n in (8, 12, 20))
        at += max(sector, _HEAD)
        whole = (len(journal) - at) // (page + 8)
        for _ in range(whole if count == _ALL else min(count, whole)):
            content = journal[at + 4 : at + 4 + page]
            if _number(journal, at + 4 + page) != _checksum(content, nonce):
                return
            yield _number(journal, at), content
            at += page + 8
        at = -(-at // max(sector, 1)) * sector


def _checksum(content: bytes, nonce: int) -> int:
    return (nonce + sum(content[len(content) - _STEP : 0 : -_STEP])) & _ALL


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
