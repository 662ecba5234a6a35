"""The parts of a zip file from outside: the directory is judged first, then each is unpacked."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MAX_PART, MAX_PARTS, MAX_RATIO, MAX_TOTAL, MB, RATIO_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAX_ENTRIES = 5_000
"""A directory longer than this is not even read."""

_STORED, _DEFLATED = 0, 8
_LOCKED = 0x1 | 0x40 | 0x2000
"""Flags of entries behind a password."""
_UTF_8 = 0x800
_LOCAL = struct.Struct("<4s2B4HL2L2H")
_DAMAGE = (
    *(zipfile.BadZipFile, NotImplementedError, ValueError, struct.error),
    *(OverflowError, EOFError, OSError, IndexError),
)
"""What reading the directory of a zip file that is not whole raises."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as the directory has it: its name, and from where to where its bytes lie."""

    name: str
    start: int
    begin: int
    end: int
    info: zipfile.ZipInfo


def unpacked(raw: bytes, file: str) -> dict[str, bytes]:
    """Every part by its name in lower case, unpacked and counted while that is done.

    Raises:
        BadInput: too many or too large, behind a password, twice the same, one over another, or
            not what the directory says; the text names the limit.
    """
    parts: dict[str, bytes] = {}
    left = MAX_TOTAL
    for entry in _entries(raw, file):
        content = _unpack(raw, entry, left, file)
        left -= len(content)
        parts[entry.name.lower()] = content
    return parts


def damaged(file: str, what: str) -> BadInput:
    """The refusal of a file that contradicts itself."""
    return BadInput(
        f"'{file}' is damaged: {what}. Open it in Excel, save it again and try again. "
        "Nothing was changed."
    )


def _entries(raw: bytes, file: str) -> list[Entry]:
    """The parts that hold something, in the order of their bytes."""
    infos, directory = _directory(raw, file)
    if len(infos) > MAX_PARTS:
        raise _too_many(file)
    if any(info.flag_bits & _LOCKED for info in infos):
        raise protected(file)
    names = [info.filename.lower() for info in infos]
    if len(set(names)) < len(names):
        raise damaged(file, "it holds two parts of the same name")
    entries = [_located(raw, info, file) for info in infos if not info.is_dir()]
    entries.sort(key=lambda entry: entry.start)
    _refuse_overlaps(entries, directory, file)
    return entries


def protected(file: str) -> BadInput:
    """The refusal of a file behind a password."""
    return BadInput(
        f"'{file}' is protected with a password. Open it in Excel, take the password off, save it "
        "and try again. Nothing was changed."
    )


def _directory(raw: bytes, file: str) -> tuple[list[zipfile.ZipInfo], int]:
    """The entries of the directory, and where it begins."""
    if raw.count(b"PK\x01\x02") > _MAX_ENTRIES:
        raise _too_many(file)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return archive.infolist(), archive.start_dir
    except _DAMAGE as error:
        raise damaged(file, "it is not whole") from error


def _too_many(file: str) -> BadInput:
    return BadInput(
        f"'{file}' consists of more parts than a workbook does (limit {MAX_PARTS}). "
        "Nothing was changed."
    )


def _located(raw: bytes, info: zipfile.ZipInfo, file: str) -> Entry:
    """Where a part lies, by its own head, which must agree with the directory."""
    start = info.header_offset
    head = raw[start : start + _LOCAL.size] if start >= 0 else b""
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        raise damaged(file, f"the part '{info.filename[:100]}' is not where it should be")
    fields = _LOCAL.unpack(head)
    name_length, extra_length = fields[-2:]
    named = raw[start + _LOCAL.size : start + _LOCAL.size + name_length]
    encoding = "utf-8" if info.flag_bits & _UTF_8 else "cp437"
    if named.decode(encoding, "replace") != info.orig_filename or "\0" in info.orig_filename:
        raise damaged(file, f"the part '{info.filename[:100]}' has two names")
    if fields[3] & _LOCKED:
        raise protected(file)
    if info.compress_type not in {_STORED, _DEFLATED} or fields[4] != info.compress_type:
        raise damaged(file, f"the part '{info.filename[:100]}' is packed as no workbook is")
    begin = start + _LOCAL.size + name_length + extra_length
    return Entry(info.filename, start, begin, begin + info.compress_size, info)


def _refuse_overlaps(entries: Sequence[Entry], directory: int, file: str) -> None:
    starts = [entry.start for entry in entries] + [directory]
    for number, entry in enumerate(entries, 1):
        if entry.end > starts[number]:
            raise damaged(file, f"the part '{entry.name[:100]}' overlaps with another")


def _unpack(raw: bytes, entry: Entry, left: int, file: str) -> bytes:
    packed = raw[entry.begin : entry.end]
    limit, sentence = min(_limits(len(packed), left, file))
    content, whole = _inflated(packed, entry, limit)
    if len(content) > limit:
        raise BadInput(f"{sentence} Nothing was changed.")
    if not whole or len(content) != entry.info.file_size:
        raise damaged(file, f"the part '{entry.name[:100]}' does not unpack to what it says")
    if zlib.crc32(content) != entry.info.CRC:
        raise damaged(file, f"the part '{entry.name[:100]}' does not fit its checksum")
    return content


def _inflated(packed: bytes, entry: Entry, limit: int) -> tuple[bytes, bool]:
    """At most one byte more than the limit of a part, and whether it came to its end."""
    if entry.info.compress_type == _STORED:
        return packed[: limit + 1], True
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = inflater.decompress(packed, limit + 1)
    except zlib.error:
        return b"", False
    return content, inflater.eof and not inflater.unused_data


def _limits(packed: int, left: int, file: str) -> Iterator[tuple[int, str]]:
    """What a part may unpack to for every reason, with the sentence when it is more."""
    yield (
        left,
        f"'{file}' unpacks to more than {MAX_TOTAL // MB} MB, the limit for a workbook.",
    )
    yield (
        MAX_PART,
        f"'{file}' has a part that unpacks to more than {MAX_PART // MB} MB, the limit.",
    )
    yield (
        max(RATIO_FROM, MAX_RATIO * packed),
        f"'{file}' has a part that unpacks to more than {MAX_RATIO} times its size, the limit.",
    )
