"""Several computers write one document on a share that accepts every lock and enforces none."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.faults.calls import faulty
from tests.faults.calls.places import restore
from tests.faults.harness.bench import Bench, put_published
from tests.faults.harness.verbs import edit

from techmodel.core.errors import ChangedMeanwhile, FileInUse, FileProblem
from techmodel.session.session import Session
from techmodel.store import process, publish
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SLOW = 3000
"""Microseconds that a call on the share may take."""
IN_USE = "This assessment is open on "
BOTH_KEPT = "Nothing was overwritten"


@dataclass(slots=True)
class Told:
    """What a writer was told.

    Attributes:
        durable: ids of batches that were acknowledged.
        saved: ids of batches that were in the document when it said "Saved".
        conflict: the sentence that somebody else has saved, or "".
        other: another sentence why it is not in the document, or "".
    """

    durable: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    conflict: str = ""
    other: str = ""


def races(folder: str, seed: int, count: int, broken: bool = False) -> dict[str, object]:
    """What came of some races of two or three writers, as a Tally."""
    failures, hit = [], 0
    for number in range(count):
        rng = Random(f"{seed} {number}")
        bench = _shared(folder, rng)
        told = _together(
            [_writer(bench, n, rng.random(), broken) for n in range(rng.choice((2, 3)))]
        )
        hit += any(one.conflict for one in told)
        wrong = _judged(bench, told)
        failures += [f"seed {seed}, race {number}: {wrong}"] if wrong else []
    return {"tried": count, "hit": count if broken else hit, "failures": failures}


def openings(folder: str, seed: int, count: int) -> dict[str, object]:
    """What came of several windows opening a document at once: one gets it, one by one."""
    failures = []
    for number in range(count):
        rng = Random(f"{seed} {number}")
        bench = _shared(folder, rng)
        held = _together([_opener(bench, n) for n in range(4)])
        wrong = [said for said in held if said and not said.startswith(IN_USE)]
        if wrong or held.count("") != 1:
            failures.append(f"seed {seed}, opening {number}: {held}")
    return {"tried": count, "hit": count, "failures": failures}


def direct(folder: str, seed: int, count: int) -> dict[str, object]:
    """The control: a database on such a share, written in place, as other programs do."""
    failures = []
    for number in range(count):
        rng = Random(f"{seed} {number}")
        path = _shared(folder, rng).out / "direct.db"
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE t (who INTEGER, n INTEGER, text TEXT)")
        connection.close()
        counts = _together([_in_place(path, n) for n in range(2)])
        if _damaged(path, sum(counts)):
            failures.append(f"race {number}")
    return {"tried": count, "hit": count, "failures": failures}


def killed(folder: str) -> str:
    """A holder is killed with work unpublished; what the next opening says."""
    bench = _shared(folder, Random(1))
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        session = _opened(bench, 0)
        edit(session, Random(2), lambda *_: None)
        os.write(writing, b"x")
        signal.pause()
    os.read(reading, 1)
    with suppress(FileInUse):
        _opened(bench, 0)
        return "the second window was let in"
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return _opened(bench, 0).document.notice


def _shared(folder: str, rng: Random) -> Bench:
    """A share with a published document on it."""
    bench = Bench(Path(folder) / "share")
    bench.root.mkdir(exist_ok=True)
    restore(bench.root, {})
    bench.document.parent.mkdir(exist_ok=True)
    bench.out.mkdir(exist_ok=True)
    put_published(bench, rng)
    return bench


def _opened(bench: Bench, number: int, *, take_lock: bool = False) -> Session:
    """The document on the share, as a computer with data of its own opens it."""
    work = bench.root / f"home {number}" / "work"
    document = Document.open(bench.document, work, take_lock=take_lock)
    return Session(document.file, document)


def _writer(
    bench: Bench, number: int, chance: float, broken: bool
) -> Callable[[Callable[[], None]], Told]:
    """A computer on which somebody knows better and takes the lock over."""

    def write(ready: Callable[[], None]) -> Told:
        rng, told = Random(f"{chance} {number}"), Told()
        faulty.watch(bench.root)
        faulty.ignore_locks()
        process.machine_name = lambda: f"computer {number}"
        session = _opened(bench, number, take_lock=True)
        if broken:
            publish._check_base = lambda *_: None
        ready()
        faulty.delay(SLOW, rng.randrange(1 << 30))
        for _ in range(3):
            edit(session, rng, lambda _, id_: told.durable.append(id_))
            _publish(session, told)
        with suppress(FileProblem):
            session.close()
        return told

    return write


def _publish(session: Session, told: Told) -> None:
    try:
        session.document.publish()
    except ChangedMeanwhile as error:
        told.conflict = str(error)
    except FileProblem as error:
        told.other = str(error)
    else:
        told.saved = [batch.id for batch in session.batches()]


def _judged(bench: Bench, told: Sequence[Told]) -> str:
    """What is wrong after a race; "" if nothing is."""
    document = read_document(bench.document)
    document.verify()
    there = {batch.id for batch in document.batches()}
    for number, one in enumerate(told):
        kept = there | _in_work(bench.root / f"home {number}")
        rules = (
            (set(one.durable) <= kept, "its work is gone"),
            (set(one.saved) <= there or one.conflict, "was overwritten, and nobody said so"),
            (set(one.durable) <= there or one.conflict or one.other, "is not there in silence"),
            (not one.conflict or BOTH_KEPT in one.conflict, f"said {one.conflict!r}"),
            (not one.other or one.other.startswith(publish.SAFE), f"said {one.other!r}"),
        )
        for holds, sentence in rules:
            if not holds:
                return f"writer {number} of {len(told)}: {sentence}"
    return ""


def _in_work(home: Path) -> set[str]:
    """Ids of all batches in the working files of a computer."""
    found: set[str] = set()
    for place in home.rglob("*.db"):
        file = AssessmentFile.open(place)
        file.verify()
        found |= {batch.id for batch in file.batches()}
        file.close()
    return found


def _opener(bench: Bench, number: int) -> Callable[[Callable[[], None]], str]:
    """A computer that opens the document without taking anything over."""

    def open_it(ready: Callable[[], None]) -> str:
        faulty.watch(bench.root)
        faulty.ignore_locks()
        ready()
        faulty.delay(SLOW, number)
        try:
            _opened(bench, number)
        except FileInUse as error:
            return str(error)
        time.sleep(0.2)  # it stays open until all others have tried
        return ""

    return open_it


def _in_place(path: Path, number: int) -> Callable[[Callable[[], None]], int]:
    """A program that trusts the locks; how many rows it was told are safe."""

    def write(ready: Callable[[], None]) -> int:
        faulty.watch(path.parent)
        faulty.ignore_locks()
        ready()
        safe = 0
        connection = sqlite3.connect(path, isolation_level=None)
        for n in range(30):
            with suppress(sqlite3.Error):
                connection.execute("INSERT INTO t VALUES (?, ?, ?)", (number, n, "x" * 900))
                safe += 1
        return safe

    return write


def _damaged(path: Path, rows: int) -> bool:
    """Whether a database is damaged, or rows are gone that were safe."""
    connection = sqlite3.connect(path)
    try:
        whole = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return not whole or connection.execute("SELECT count(*) FROM t").fetchone()[0] < rows
    except sqlite3.Error:
        return True
    finally:
        connection.close()


def _together(works: Sequence[Callable[[Callable[[], None]], object]]) -> list:
    """What each gives in a process of its own; all go on at once when all have said ready."""
    at_start, go = os.pipe(), os.pipe()

    def ready() -> None:
        os.write(at_start[1], b"r")
        os.read(go[0], 1)

    children = [faulty.begin(work, ready) for work in works]
    for _ in works:
        os.read(at_start[0], 1)
    os.write(go[1], b"g" * len(works))
    ended = [faulty.must(faulty.end(child)) for child in children]
    for handle in (*at_start, *go):
        os.close(handle)
    return ended
