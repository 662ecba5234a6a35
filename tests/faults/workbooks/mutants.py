"""Workbooks that were whole and were then spoilt at random, in their bytes or in their parts."""

from __future__ import annotations

import io
import random
import re
import struct
from datetime import date
from functools import cache

from openpyxl import Workbook
from openpyxl.comments import Comment
from tests.faults.workbooks.zips import CENTRAL, LOCAL, places
from tests.importing.books import packed, parts

ODD_VALUES = (
    *("", "-1", "0", "1048577", "99999999999999999999", "1E999", "NaN", "A1", "XFD1048576"),
    *(
        "ZZZZZZ1",
        "&lt;",
        "../../x",
        "/xl/workbook.xml",
        "true",
        "s",
        "inlineStr",
        "rId1",
        "\u0661",
    ),
    *("x" * 5_000, "_xD800_", "_x0000_", "http://127.0.0.1:9/x"),
)
ODD_PIECES = (
    b"<!DOCTYPE x>",
    b"<!ENTITY a 'b'>",
    *(b"<row>", b"</row>", b"<c>", b"</c>", b"<v>1</v>", b"<f>1</f>", b"&a;", b"]]>", b"<"),
    *(b"\x00", b"\xff", b"<is><t>x</t></is>", b"<sheetData/>", b"<?x?>", b"<!---->"),
)


@cache
def bases() -> tuple[bytes, ...]:
    """Workbooks that nothing is wrong with: one by hand, one by openpyxl."""
    workbook = Workbook()
    first = workbook.active
    first.append(["Id", "Answer", "Date", "Share"])
    for n in range(30):
        first.append([f"REC-{n:02}", n % 6, date(2026, 11, 1 + n % 28), n / 7])
    first["E2"] = "=SUM(B2:B9)"
    first["A2"].comment = Comment("a remark", "")
    workbook.create_sheet("Hidden").sheet_state = "hidden"
    workbook["Hidden"]["C9"] = "there"
    out = io.BytesIO()
    workbook.save(out)
    return packed(parts()), out.getvalue()


@cache
def opened() -> tuple[dict[str, bytes], ...]:
    """The parts of the bases."""
    from techmodel.importing.zip_parts import unpacked

    return tuple(unpacked(base, "a.xlsx") for base in bases())


def mutant(seed: int, number: int) -> tuple[int, str, bytes]:
    """The number of the base, what was done to it, and what it is now."""
    draw = random.Random(f"{seed}:{number}")
    base = draw.randrange(len(bases()))
    if draw.random() < 0.3:
        spoil = draw.choice((_flip, _cut, _blank, _copy_piece, _head_field))
        return base, spoil.__name__, spoil(draw, bases()[base])
    changed = {
        name.replace("[content_types]", "[Content_Types]"): part
        for name, part in opened()[base].items()
    }
    done = []
    for _ in range(draw.choice((1, 1, 2, 4))):
        change = draw.choice(_CHANGES)
        change(draw, changed)
        done.append(change.__name__)
    return base, "+".join(done), packed(changed)


def _flip(draw: random.Random, raw: bytes) -> bytes:
    out = bytearray(raw)
    for _ in range(draw.choice((1, 2, 8))):
        out[draw.randrange(len(out))] ^= 1 << draw.randrange(8)
    return bytes(out)


def _cut(draw: random.Random, raw: bytes) -> bytes:
    return raw[: draw.randrange(len(raw))]


def _blank(draw: random.Random, raw: bytes) -> bytes:
    at = draw.randrange(len(raw))
    return raw[:at] + bytes(min(512, len(raw) - at)) + raw[at + 512 :]


def _copy_piece(draw: random.Random, raw: bytes) -> bytes:
    start, at = draw.randrange(len(raw)), draw.randrange(len(raw))
    return raw[:at] + raw[start : start + draw.randrange(1, 400)] + raw[at:]


def _head_field(draw: random.Random, raw: bytes) -> bytes:
    """Write over a number in a head of the zip file."""
    out = bytearray(raw)
    at = draw.choice(places(raw, LOCAL) + places(raw, CENTRAL)) + 4 + 2 * draw.randrange(20)
    struct.pack_into("<H", out, min(at, len(out) - 2), draw.choice((0, 1, 8, 99, 0xFFFF)))
    return bytes(out)


def _swap_parts(draw: random.Random, made: dict[str, bytes]) -> None:
    one, other = draw.sample(sorted(made), 2)
    made[one], made[other] = made[other], made[one]


def _drop_part(draw: random.Random, made: dict[str, bytes]) -> None:
    if len(made) > 2:
        del made[draw.choice(sorted(made))]


def _rename_part(draw: random.Random, made: dict[str, bytes]) -> None:
    name = draw.choice(sorted(made))
    made[name[:-1] + draw.choice("x/\\0")] = made.pop(name)


def _cut_part(draw: random.Random, made: dict[str, bytes]) -> None:
    name = draw.choice(sorted(made))
    made[name] = made[name][: draw.randrange(len(made[name]) + 1)]


def _flip_part(draw: random.Random, made: dict[str, bytes]) -> None:
    name = draw.choice(sorted(made))
    if made[name]:
        made[name] = _flip(draw, made[name])


def _blow_up(draw: random.Random, made: dict[str, bytes]) -> None:
    """Give an attribute a value that is odd or far too long."""
    _replace(draw, made, rb'(?<==")[^"]*(?=")', draw.choice(ODD_VALUES).encode())


def _odd_text(draw: random.Random, made: dict[str, bytes]) -> None:
    """Give an element another text."""
    _replace(draw, made, rb"(?<=>)[^<>]+(?=</)", draw.choice(ODD_VALUES).encode())


def _lose_tag(draw: random.Random, made: dict[str, bytes]) -> None:
    _replace(draw, made, rb"<[^<>]*>", b"")


def _put_in(draw: random.Random, made: dict[str, bytes]) -> None:
    """Put a piece of XML between two elements."""
    _replace(draw, made, rb"(?<=>)(?=<)", draw.choice(ODD_PIECES))


def _repeat(draw: random.Random, made: dict[str, bytes]) -> None:
    """Repeat an element, some times or very often."""
    name = draw.choice(sorted(made))
    found = list(re.finditer(rb"<(\w+)[^<>]*>[^<>]*</\1>|<\w[^<>]*/>", made[name]))
    if found:
        one = draw.choice(found)
        times = draw.choice((2, 3, 300))
        made[name] = made[name][: one.start()] + one[0] * times + made[name][one.end() :]


def _replace(draw: random.Random, made: dict[str, bytes], what: bytes, new: bytes) -> None:
    """Replace one of the places in one of the parts where a pattern is found."""
    name = draw.choice(sorted(made))
    found = list(re.finditer(what, made[name]))
    if found:
        one = draw.choice(found)
        made[name] = made[name][: one.start()] + new + made[name][one.end() :]


_CHANGES = (
    *(_swap_parts, _drop_part, _rename_part, _cut_part, _flip_part),
    *(_blow_up, _blow_up, _odd_text, _odd_text, _lose_tag, _put_in, _put_in, _repeat),
)
