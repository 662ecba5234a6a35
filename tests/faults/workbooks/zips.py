"""Zip files that are wrong in one place each: sizes, names, places, flags, directories."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

from tests.importing.books import SHEET, packed, parts, sheet

LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

LOCAL_FLAGS, LOCAL_METHOD, LOCAL_NAME = 6, 8, 30
CENTRAL_FLAGS, CENTRAL_METHOD, CENTRAL_CRC = 8, 10, 16
CENTRAL_PACKED, CENTRAL_SIZE, CENTRAL_OFFSET = 20, 24, 42
"""Where fields lie in the heads of a zip file."""


def whole() -> bytes:
    """A workbook that nothing is wrong with."""
    return packed(parts())


def places(raw: bytes, signature: bytes) -> list[int]:
    """Where heads of a kind begin."""
    found, at = [], raw.find(signature)
    while at >= 0:
        found.append(at)
        at = raw.find(signature, at + 4)
    return found


def patched(raw: bytes, at: int, kind: str, value: int) -> bytes:
    """The file with a number written over."""
    out = bytearray(raw)
    struct.pack_into(kind, out, at, value)
    return bytes(out)


def central(entry: int, field: int, kind: str, value: int) -> bytes:
    """A workbook with one field of its directory written over."""
    raw = whole()
    return patched(raw, places(raw, CENTRAL)[entry] + field, kind, value)


def local(entry: int, field: int, kind: str, value: int) -> bytes:
    """A workbook with one field of a part's own head written over."""
    raw = whole()
    return patched(raw, places(raw, LOCAL)[entry] + field, kind, value)


def end_record(field: int, kind: str, value: int) -> bytes:
    """A workbook with one field of its last record written over."""
    raw = whole()
    return patched(raw, raw.rfind(END) + field, kind, value)


def dense(size: int, seed: int = 0) -> bytes:
    """Text that packs to about a hundredth."""
    draw = random.Random(seed)
    row = "<!--" + "x" * 1_490 + "-->"
    return "".join(row + f"<!--{draw.random()}-->" for _ in range(size // 1_520)).encode()


def with_parts(more: dict[str, bytes]) -> bytes:
    """A workbook with further parts."""
    return packed(parts() | more)


def swollen_sheet(size: int) -> bytes:
    """A workbook whose sheet is `size` large, at a ratio that is allowed."""
    made = sheet(before=dense(size).decode())
    return packed(parts(sheet=made))


def bomb(size: int = 60_000_000) -> bytes:
    """A workbook whose sheet is nearly nothing but blanks: some kilobytes for megabytes."""
    return packed(parts(sheet=sheet(before=" " * size)))


def bomb_with_small_size() -> bytes:
    """A bomb whose directory says that the sheet is small."""
    raw = bomb(3_000_000)
    entry = list(parts()).index(SHEET)
    return patched(raw, places(raw, CENTRAL)[entry] + CENTRAL_SIZE, "<L", 500)


def overlapping() -> bytes:
    """A part that lies within another: its head is quoted in the other's packed bytes."""
    inner = _entry(SHEET, b"<worksheet/>")
    outer = _entry("xl/quoted.xml", inner, stored=True)
    start = len(LOCAL_HEAD.pack(*[b""] + [0] * 10)) + len("xl/quoted.xml")
    rows = [("xl/quoted.xml", inner, 0, True), (SHEET, b"<worksheet/>", start, False)]
    return outer + _directory(rows, len(outer))


def twice_in_the_directory() -> bytes:
    """Two entries of the directory that mean the same bytes under the same name but for case."""
    raw = whole()
    at = places(raw, CENTRAL)
    again = raw[at[0] : at[1]].replace(b"[Content_Types]", b"[CONTENT_TYPES]")
    out = raw[: at[0]] + again + raw[at[0] :]
    end = out.rfind(END)
    out = patched(out, end + 10, "<H", len(at) + 1)
    out = patched(out, end + 8, "<H", len(at) + 1)
    return patched(out, end + 12, "<L", end - at[0])


def same_names() -> bytes:
    """Two sheets of the same name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in [*parts().items(), (SHEET.upper(), b"<worksheet/>")]:
            archive.writestr(name, part)
    return out.getvalue()


def renamed_part() -> bytes:
    """A part that has another name in its own head."""
    raw = whole()
    at = places(raw, LOCAL)[3] + LOCAL_NAME
    return raw[:at] + b"XL" + raw[at + 2 :]


def name_with_a_zero() -> bytes:
    """A part whose name goes on after its end: some readers see the short one, some the long."""
    longer = packed({name + "?x" if name == SHEET else name: p for name, p in parts().items()})
    return longer.replace(b".xml?x", b".xml\0x")


def packed_as(method: int) -> bytes:
    """A workbook packed in another way."""
    return packed(parts(), method)


def spoilt_deflate() -> bytes:
    """A sheet whose packed bytes are noise."""
    raw = whole()
    start, following = places(raw, LOCAL)[3:5]
    begin = start + LOCAL_NAME + len(SHEET)
    noise = random.Random(1).randbytes(following - begin)
    return raw[:begin] + noise + raw[following:]


LOCAL_HEAD = struct.Struct("<4s5H3L2H")
CENTRAL_HEAD = struct.Struct("<4s6H3L5H2L")


def _deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def _entry(name: str, content: bytes, *, stored: bool = False) -> bytes:
    data = content if stored else _deflated(content)
    head = LOCAL_HEAD.pack(
        *(LOCAL, 20, 0, 0 if stored else 8, 0, 0),
        *(zlib.crc32(content), len(data), len(content), len(name), 0),
    )
    return head + name.encode() + data


def _directory(rows: list[tuple[str, bytes, int, bool]], start: int) -> bytes:
    listed = b""
    for name, content, offset, stored in rows:
        size = len(content) if stored else len(_deflated(content))
        listed += CENTRAL_HEAD.pack(
            *(CENTRAL, 20, 20, 0, 0 if stored else 8, 0, 0),
            *(zlib.crc32(content), size, len(content), len(name), 0, 0, 0, 0, 0, offset),
        )
        listed += name.encode()
    end = struct.pack("<4s4H2LH", END, 0, 0, len(rows), len(rows), len(listed), start, 0)
    return listed + end
