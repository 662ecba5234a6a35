"""After a kill or a power cut: is all there that was said to be safe, and is it whole?"""

from __future__ import annotations

import csv
import json
import sqlite3
import tempfile
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.harness.warm import memory

from techmodel.core.errors import TechmodelError
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.backups import backups_beside
from techmodel.store.copies import all_folders, copies_in, is_intact
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.forks import Word

    from techmodel.core.journal import Batch

WRONG = (AssertionError, TechmodelError, OSError, sqlite3.Error)
"""What a check may raise when something is not as it must be."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was there before.

    Attributes:
        ids: the document's batches; none where there was no document.
        document, other: its content, and that of another room's copy; empty where there is none.
        exports: by name, with the hash of the content.
    """

    ids: tuple[str, ...]
    document: bytes
    other: bytes
    exports: dict[str, str]


@dataclass(frozen=True, slots=True)
class Happened:
    """What was there before, and what was said to be safe since, in order.

    Attributes:
        durable_names: whether what was published must be in the document, and an export that was
            said be there; otherwise the old ones may be, and the work is offered.
    """

    was: Before
    said: Sequence[Word]
    durable_names: bool = True

    def told(self, what: str) -> list[str]:
        """Everything that was said of one kind."""
        return [str(word[1]) for word in self.said if word[0] == what]

    @property
    def names(self) -> bool:
        """Whether there are people's names, which can be changed outside the journal."""
        return ["names"] in self.said

    @property
    def safe(self) -> tuple[str, ...]:
        """The ids of all batches that must be there, in order."""
        return tuple(dict.fromkeys((*self.was.ids, *self.told("durable"))))

    @property
    def least(self) -> int:
        """How many batches the document must hold."""
        published = [int(number) for number in self.told("published")]
        return max([len(self.was.ids), *(published if self.durable_names else [])])


def before(bench: Bench) -> Before:
    """What is there now."""
    data, other = (p.read_bytes() if p.exists() else b"" for p in (bench.document, bench.other))
    ids = batches_of(data) if data else ()
    return Before(ids, data, other, {path.name: _hash(path) for path in bench.out.iterdir()})


@lru_cache(maxsize=64)
def batches_of(data: bytes) -> tuple[str, ...]:
    """The ids of a document's batches, read by the real code and verified; many states share it.

    Raises:
        FileProblem: it is not whole.
    """
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        path = Path(folder) / "looked-at.techmodel"
        path.write_bytes(data)
        picture = read_document(path)
    picture.verify()
    ids = ids_of(picture.batches())
    picture.close()
    return ids


def expect(condition: object, sentence: str) -> None:
    """Fail with a sentence, in a process that has no pytest."""
    if not condition:
        raise AssertionError(sentence)


def check(bench: Bench, happened: Happened) -> None:
    """Open everything with the real code: all that was said to be safe must be there, whole.

    Raises:
        Exception: one of WRONG, saying what is not as it must be.
    """
    safe = happened.safe
    in_document = check_document(bench, safe, happened.least)
    if in_document is not None:
        _check_work(bench, safe, in_document, happened)
        check_leftovers(bench)
    check_backups(bench)
    check_exports(bench, happened)


def check_document(bench: Bench, safe: tuple[str, ...], least: int) -> int | None:
    """The document is whole and holds what was published; how many batches, None if it is not."""
    if not bench.document.exists():
        expect(not least, "a published document is not there")
        return None
    ids = batches_of(bench.document.read_bytes())
    expect(len(ids) >= least, f"{least} batches were published, {len(ids)} are in the document")
    _expect_same(ids, safe, "the document")
    return len(ids)


def _check_work(bench: Bench, safe: tuple[str, ...], in_document: int, happened: Happened) -> None:
    """Opening gives all that was said to be safe, says so, and publishing goes on from there."""
    document = Document.open(bench.document, bench.work)
    try:
        document.file.verify()
        ids = ids_of(document.file.batches())
        expect(len(ids) >= len(safe), f"{len(safe) - len(ids)} safe batches are lost")
        _expect_same(ids, safe, "the working file")
        told = "We kept your work" in document.notice
        more = len(ids) > in_document
        expect(told or not more, "there is unpublished work, and nobody is told")
        expect(more or happened.names or not told, "told of unpublished work that is none")
    finally:
        document.close()
    expect(batches_of(bench.document.read_bytes()) == ids, "closing did not publish everything")
    for place in {*bench.work.glob("*.db")} - {document.working_file}:
        file = AssessmentFile.open(place)
        file.verify()
        file.close()


def _expect_same(ids: tuple[str, ...], safe: tuple[str, ...], where: str) -> None:
    """Batches are those that were said, in order; the last may not have been said yet."""
    common = min(len(ids), len(safe))
    expect(ids[:common] == safe[:common], f"{where} holds other batches than were said")
    expect(len(ids) <= len(safe) + 1, f"{where} holds {len(ids) - len(safe)} unknown batches")


def check_leftovers(bench: Bench) -> None:
    """Nothing is left beside the document."""
    beside = sorted(path.name for path in bench.document.parent.iterdir())
    expect(beside == [bench.document.name], f"beside the document: {beside}")


def check_backups(bench: Bench) -> None:
    """Every spare copy that is listed is whole."""
    for folder in all_folders(backups_beside(bench.work)):
        for copy in copies_in(folder):
            expect(is_intact(copy), f"the spare copy {copy.path.name} is not what it was")
            batches_of(copy.path.read_bytes())


def check_exports(bench: Bench, happened: Happened) -> None:
    """Every export is the old one or a whole new one; one that was said is new."""
    old = happened.was.exports
    gone = old.keys() - {path.name for path in bench.out.iterdir()}
    expect(not gone - {"in.csv"}, f"gone: {sorted(gone)}")
    for path in sorted(bench.out.iterdir()):
        if path.name not in old:
            continue
        same = _hash(path) == old[path.name]
        new = happened.durable_names and path.name in happened.told("exported")
        expect(same or _is_whole(path), f"{path.name} is neither old nor whole")
        expect(not (same and new), f"{path.name} was written, but is old")


def _is_whole(path: Path) -> bool:
    """Whether an export can be read to its end."""
    data = path.read_bytes()
    try:
        if path.suffix == ".pdf":
            from pypdf import PdfReader

            return data.rstrip().endswith(b"%%EOF") and len(PdfReader(path).pages) > 1
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as parts:
                return parts.testzip() is None and "xl/workbook.xml" in parts.namelist()
        if path.suffix == ".json":
            return bool(json.loads(data))
        rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
        return data.endswith(b"\n") and {len(row) for row in rows} == {len(rows[0])}
    except (ValueError, IndexError, zipfile.BadZipFile):
        return False


def ids_of(batches: Iterable[Batch]) -> tuple[str, ...]:
    """The ids of batches, in order."""
    return tuple(batch.id for batch in batches)


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
