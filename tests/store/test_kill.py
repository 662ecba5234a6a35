"""Killed at any moment: no acknowledged answer is lost, nothing is half done."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from tests.store.builders import new_document

from techmodel.store.working_file import Document, read_document

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

SEED = 20261124
WRITER = """
import sys
from pathlib import Path
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.store.working_file import Document
path, work, early = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "early"
document = Document.open(path, work)
while True:
    number = document.file.revision + 1
    fields = {"value": {"level": number % 6}, "note": "n" * 200, "dissent": "", "parked": False}
    edits = tuple(
        Edit("answer", (f"C{number}", f"org-{n}"), WHOLE_ROW, None, fields) for n in range(3)
    )
    batch = Batch(f"b{number}", BatchKind.EDIT, "2026-11-24T14:03:22Z", "", edits)
    if early:
        print(number, flush=True)
    document.file.apply(batch)
    if not early:
        print(number, flush=True)
    if number % 7 == 0:
        document.publish()
"""


@pytest.fixture
def path(tmp_path, work):
    return new_document(tmp_path / "a.techmodel", work)


def acknowledged_before_kill(path, work, seconds, how="durable"):
    """The last revision a writer acknowledged before it was killed."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, path, work, how], stdout=subprocess.PIPE
    )
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.send_signal(signal.SIGKILL)
    said = first + writer.stdout.read()
    writer.communicate()
    return int(said.rsplit(b"\n", 2)[-2])


def test_no_acknowledged_answer_is_lost_and_the_document_stays_whole(path, work):
    rng = random.Random(SEED)
    for _ in range(30):
        acknowledged = acknowledged_before_kill(path, work, rng.random() * 0.03)
        read_document(path).verify()
        document = Document.open(path, work)
        document.file.verify()
        assert document.file.revision >= acknowledged
        document.close()


def test_the_control_that_acknowledges_too_early_is_caught(path, work):
    rng = random.Random(SEED)
    for _ in range(30):
        acknowledged = acknowledged_before_kill(path, work, rng.random() * 0.03, "early")
        document = Document.open(path, work)
        lost = document.file.revision < acknowledged
        document.close()
        if lost:
            return
    pytest.fail("acknowledging before COMMIT was never caught: this loop sees nothing")


def test_nothing_is_left_beside_the_document_after_the_next_opening(path, work):
    acknowledged_before_kill(path, work, 0.01)
    path.with_name("~$a.techmodel.new").write_bytes(b"half")
    Document.open(path, work).close()

    assert {p.name for p in path.parent.iterdir()} == {"a.techmodel", "work"}
