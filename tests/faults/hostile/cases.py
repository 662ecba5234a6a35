"""All hostile files, and what came of them: for a process that can fork cheaply."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, cast

from tests.faults.calls.faulty import forked, must
from tests.faults.calls.places import wipe
from tests.faults.hostile.checklists import CHECKLISTS
from tests.faults.hostile.conditions import CONDITIONS
from tests.faults.hostile.flows import FLOWS
from tests.faults.hostile.fuzz import mutant
from tests.faults.hostile.histories import HISTORIES
from tests.faults.hostile.making import whole
from tests.faults.hostile.plans import PLANS
from tests.faults.hostile.schemas import SCHEMAS
from tests.faults.hostile.services import SERVICES
from tests.faults.hostile.using import judge
from tests.faults.hostile.values import VALUES

from techmodel.store import checking, safe_open

if TYPE_CHECKING:
    from collections.abc import Callable

FILES: dict[str, dict[str, Callable[[], bytes]]] = {
    "schemas and pages": SCHEMAS,
    "values": VALUES,
    "checklists": CHECKLISTS,
    "histories": HISTORIES,
    "flows": FLOWS,
    "services": SERVICES,
    "conditions": CONDITIONS,
    "plans": PLANS,
}
"""Every file made by hand."""


def by_hand(folder: str, kind: str, part: int, parts: int) -> dict[str, object]:
    """What came of the files of a kind: all are opened, and those of one part used as well.

    Later parts only use what is theirs: the others were opened with the first.
    """
    tally = _nothing()
    for number, (name, make) in enumerate(sorted(FILES[kind].items())):
        if part == 0 or number % parts == part:
            _count(tally, folder, name, make(), use=number % parts == part)
    return tally


def at_random(folder: str, seed: int, count: int) -> dict[str, object]:
    """What came of some files spoilt at random."""
    tally = _nothing()
    for number in range(count):
        data = mutant(Random(f"{seed} {number}"))
        _count(tally, folder, f"seed {seed}, file {number}", data, use=number % 50 == 0)
    return tally


def believed(folder: str) -> dict[str, object]:
    """The control: a schema that is not looked at, and that SQLite is told to trust."""
    return cast("dict[str, object]", must(forked(_believed, folder)))


def _believed(folder: str) -> dict[str, object]:
    checking.found_schema = checking.expected_schema = lambda *_: ()
    safe_open._PRAGMAS = ("trusted_schema = ON",)
    tally = _nothing()
    for name in ("a view in place of a table", "an endless view", "a huge view"):
        _count(tally, folder, name, SCHEMAS[name](), use=False)
    return tally


def _nothing() -> dict[str, object]:
    return {"tried": 0, "hit": 0, "failures": []}


def _count(tally: dict[str, object], folder: str, name: str, data: bytes, *, use: bool) -> None:
    """Judge a file in a folder of its own."""
    bench = Path(folder) / "hostile"
    wipe(bench)
    bench.mkdir()
    os.environ["TECHMODEL_HOME"] = str(bench / "home")
    found = judge(bench / "a.techmodel", data, use=use)
    tally["tried"] += 1
    tally["hit"] += data != whole()
    tally["failures"] += [f"{name}: {sentence}" for sentence in found.wrong]
