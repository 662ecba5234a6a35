"""The real reader on a sample of each kind: bounded, sentences only, the file as it was."""

from __future__ import annotations

import os
import subprocess
import time

import pytest
from tests.faults.workbooks import zips
from tests.faults.workbooks.cases_contents import CONTENTS
from tests.faults.workbooks.cases_declarations import DECLARATIONS
from tests.faults.workbooks.cases_taken import TAKEN
from tests.faults.workbooks.cases_zips import ZIPS

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MEMORY
from techmodel.importing.sandbox import read_workbook, reader_command

CASES = {**ZIPS, **DECLARATIONS, **CONTENTS, **TAKEN}
SAMPLE = (
    *("a bomb", "three parts of 40 MB", "a part within another", "a password of Excel"),
    *("a billion laughs", "a declaration in UTF-16", "one long text shown very often"),
    *("rows in disorder", "half a file", "a cell in the last corner", "thousands of merged rows"),
    *("a million rows that are said to be one", "elements 140,000 deep", "formulas"),
    *("styles that are hard to read", "macros within"),
)
SUITE = "Hostile workbooks, the real reader"
SECONDS = 15


@pytest.mark.parametrize("name", SAMPLE)
def test_the_real_reader_says_the_same_and_changes_nothing(name, tmp_path, results):
    make, says = CASES[name]
    path = tmp_path / "a.xlsx"
    path.write_bytes(make())
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir()))
    begun = time.monotonic()
    try:
        said = " ".join(read_workbook(path).left_out)
    except BadInput as error:
        said = str(error)
    took = time.monotonic() - begun
    good = says in said and took < SECONDS
    results.add(SUITE, 1, 1, 0 if good else 1)

    assert says in said
    assert took < SECONDS
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.iterdir())) == before


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="needs a system that counts memory")
@pytest.mark.parametrize("name", ["a bomb", "a million rows that are said to be one"])
def test_the_real_reader_keeps_within_its_memory(name, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(CASES[name][0]())
    command = [*reader_command(), str(tmp_path / "a.xlsx")]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, child.returncode, used = os.wait4(child.pid, 0)

    assert child.returncode == 0
    assert used.ru_maxrss * 1024 < MEMORY


def test_the_sample_has_a_workbook_that_is_whole(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(zips.whole())

    assert read_workbook(tmp_path / "a.xlsx").sheets[0].rows == (("first", 1),)
