"""Hostile checklists inside files that are whole: bombs, nonsense, and what makes no sense."""

from __future__ import annotations

import base64
import json
import zlib
from hashlib import sha256
from typing import TYPE_CHECKING

from tests.faults.hostile.making import HUGE, ODD, by_edits, new_row, rows

from techmodel.core.journal import Edit

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.core.journal import Json

    Make = Callable[[], bytes]


def _checklist(text: bytes, id_: str | None = None, packed: bytes | None = None) -> Make:
    """Another checklist, which the settings point to."""

    def write() -> bytes:
        content = base64.b64encode(zlib.compress(text, 9) if packed is None else packed).decode()
        key = sha256(text).hexdigest() if id_ is None else id_
        old = rows()["setting"][("checklist",)]["value"]
        return by_edits(
            new_row("checklist", [key], {"content": content}),
            Edit("setting", ("checklist",), "value", old, key),
        )()

    return write


def unpacked() -> dict[str, Json]:
    """The checklist in the whole file, as JSON."""
    (row,) = rows()["checklist"].values()
    return json.loads(zlib.decompress(base64.b64decode(str(row["content"]))))


def _spoilt(spoil: Callable[[dict[str, Json]], object]) -> Make:
    """Our checklist with something else in it."""

    def write() -> bytes:
        said = unpacked()
        spoil(said)
        return _checklist(json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"))()

    return write


def _each(name: str, key: str, new: Json) -> Make:
    """Our checklist, in which every entry of a list has another value under a key."""
    return _spoilt(lambda said: [one.__setitem__(key, new) for one in said[name]])


def _in_a_circle(said: dict[str, Json]) -> None:
    ids = [one["id"] for one in said["capabilities"]]
    for one, before in zip(said["capabilities"], [*ids[1:], ids[0]], strict=True):
        one["prerequisites"] = [before]


def _many_of_one_name(said: dict[str, Json]) -> None:
    first = said["capabilities"][0]
    said["capabilities"] = [{**first, "id": f"GOV-{n:05}"} for n in range(4000)]


CHECKLISTS: dict[str, Make] = {
    "a bomb": _checklist(b"[" + b" " * 60_000_000 + b"]"),
    "not packed": _checklist(b"{}", packed=b"{}"),
    "cut short": _checklist(b"{}", packed=zlib.compress(b"{}")[:-3]),
    "more behind it": _checklist(b"{}", packed=zlib.compress(b"{}") + b"x" * 999),
    "another id": _checklist(b"{}", "f" * 64),
    "deep": _checklist(b"[" * 100_000 + b"]" * 100_000),
    "a list": _checklist(b"[]"),
    "empty": _checklist(b"{}"),
    "nothing": _checklist(b""),
    "not UTF-8": _checklist(b"\xff\xfe{}"),
    "not JSON": _checklist(b"nonsense"),
    "a number of a megabyte": _checklist(b'{"a": ' + b"9" * 1_000_000 + b"}"),
    "prerequisites in a circle": _spoilt(_in_a_circle),
    "four thousand of one name": _spoilt(_many_of_one_name),
    "no capabilities": _spoilt(lambda said: said.update(capabilities=[])),
    "no domains": _spoilt(lambda said: said.update(domains=[])),
    "no kinds": _spoilt(lambda said: said.update(kinds=[])),
    "no care models": _spoilt(lambda said: said.update(care_models=[])),
    "a key more": _spoilt(lambda said: said.update(more=HUGE)),
    **{
        f"{key} of every {name} is {words}": _each(name, key, new)
        for name, key in (
            ("capabilities", "id"),
            ("capabilities", "name"),
            ("capabilities", "weight"),
            ("capabilities", "levels"),
            ("capabilities", "prerequisites"),
            ("capabilities", "applies_to"),
            ("capabilities", "duty"),
            ("domains", "id"),
            ("domains", "name"),
            ("services", "status_date"),
        )
        for words, new in {
            "nothing": None,
            "a number": -1e308,
            "odd": ODD,
            "half a letter": "\ud800",
            "a list of lists": [[]],
        }.items()
    },
}
"""By name."""
