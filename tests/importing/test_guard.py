"""Every rule of the guard, on the smaller of the hostile workbooks (all are in tests/faults)."""

from __future__ import annotations

import os

import pytest
from tests.faults.workbooks.cases_contents import CONTENTS
from tests.faults.workbooks.cases_declarations import DECLARATIONS
from tests.faults.workbooks.cases_zips import ZIPS
from tests.importing.books import read

from techmodel.core.errors import BadInput
from techmodel.importing import xml_stream
from techmodel.importing.workbook_child import _judge
from techmodel.importing.xml_stream import Unreadable, listen

LARGE = {"a bomb", "a part of 55 MB", "three parts of 40 MB", "one long text shown very often"}
CASES = {n: c for n, c in {**ZIPS, **DECLARATIONS, **CONTENTS}.items() if n not in LARGE}


@pytest.mark.parametrize("name", CASES)
def test_the_guard_refuses_in_a_sentence(name):
    make, says = CASES[name]
    with pytest.raises(BadInput) as caught:
        read(make())

    assert says in str(caught.value)


def test_a_part_may_not_unpack_to_more_than_its_limit(monkeypatch):
    from techmodel.importing import zip_parts

    monkeypatch.setattr(zip_parts, "MAX_PART", 100)
    with pytest.raises(BadInput, match="more than 0 MB, the limit"):
        read(ZIPS["a wrong checksum"][0]())


class _Listener:
    done = False

    def start(self, *_):
        pass

    end = text = start


def test_a_declaration_that_nobody_looked_for_is_refused_by_the_parser_too():
    with pytest.raises(Unreadable):
        list(listen(b"<!DOCTYPE a><a/>", _Listener()))


def test_a_parser_without_memory_is_no_damage(monkeypatch):
    monkeypatch.setattr(xml_stream, "_NO_MEMORY", 4)  # the code of "< a>"
    with pytest.raises(MemoryError):
        list(listen(b"< a>", _Listener()))


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("x", "w", os.O_WRONLY | os.O_CREAT)),
        ("open", ("x", None, os.O_RDWR)),
        ("os.remove", ("x", -1)),
        ("subprocess.Popen", ("x",)),
        ("socket.connect", ("x",)),
        ("ctypes.dlopen", ("x",)),
    ],
)
def test_what_reaches_outside_is_refused(event, arguments):
    with pytest.raises(PermissionError):
        _judge(event, arguments)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [("open", ("x", "r", os.O_RDONLY)), ("os.listdir", ("x",)), ("import", ("x",))],
)
def test_what_only_looks_is_allowed(event, arguments):
    assert _judge(event, arguments) is None
