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
from techmodel.store.working_file import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.forks import Word

    from techmodel.core.journal import Batch

WRONG = (AssertionError, TechmodelError, OSError, sqlite3.Error)
"""What a check may raise when something is not as it must be."""


@dataclass(frozen=True, slots=True)
class Before:
    """What was there before: the document's batches, and the exports by name and content."""

    ids: tuple[str, ...]
    exports: dict[str, str]


def before(bench: Bench) -> Before:
    """What is there now."""
    ids = batches_of(bench.document.read_bytes()) if bench.document.exists() else ()
    return Before(ids, {path.name: _hash(path) for path in bench.out.iterdir()})


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
    ids = _ids(picture.batches())
    picture.close()
    return ids


def expect(condition: object, sentence: str) -> None:
    """Fail with a sentence, in a process that has no pytest."""
    if not condition:
        raise AssertionError(sentence)


def check(bench: Bench, was: Before, said: Iterable[Word], *, durable_names: bool = True) -> None:
    """Open everything with the real code.

    Args:
        bench: where it happened.
        was: what was there before.
        said: what was said to be safe, in order.
        durable_names: whether what was published must be in the document, and an export that was
            said be there; otherwise the old ones may be, and the work is offered.

    Raises:
        Exception: one of WRONG, saying what is not as it must be.
    """
    words = list(said)
    durable = (str(word[1]) for word in words if word[0] == "durable")
    safe = tuple(dict.fromkeys((*was.ids, *durable)))
    least = max((int(str(w[1])) for w in words if w[0] == "published"), default=len(was.ids))
    in_document = _check_document(bench, safe, least if durable_names else len(was.ids))
    if in_document is not None:
        _check_work(bench, safe, in_document)
        _check_leftovers(bench)
    exported = [str(word[1]) for word in words if word[0] == "exported"]
    _check_exports(bench, was, exported if durable_names else [])


def _check_document(bench: Bench, safe: tuple[str, ...], least: int) -> int | None:
    """The document is whole and holds what was published; how many batches, None if it is not."""
    if not bench.document.exists():
        expect(not least, "a published document is not there")
        return None
    ids = batches_of(bench.document.read_bytes())
    expect(len(ids) >= least, f"{least} batches were published, {len(ids)} are in the document")
    _expect_same(ids, safe, "the document")
    return len(ids)


def _check_work(bench: Bench, safe: tuple[str, ...], in_document: int) -> None:
    """Opening gives all that was said to be safe, says so, and publishing goes on from there."""
    document = Document.open(bench.document, bench.work)
    try:
        document.file.verify()
        ids = _ids(document.file.batches())
        expect(len(ids) >= len(safe), f"{len(safe) - len(ids)} safe batches are lost")
        _expect_same(ids, safe, "the working file")
        told = "We kept your work" in document.notice
        expect(told == (len(ids) > in_document), f"unpublished work, but said {document.notice!r}")
    finally:
        document.close()
    expect(batches_of(bench.document.read_bytes()) == ids, "closing did not publish everything")
    for place in bench.work.glob("*.db"):
        file = AssessmentFile.open(place)
        file.verify()
        file.close()


def _expect_same(ids: tuple[str, ...], safe: tuple[str, ...], where: str) -> None:
    """Batches are those that were said, in order; the last may not have been said yet."""
    common = min(len(ids), len(safe))
    expect(ids[:common] == safe[:common], f"{where} holds other batches than were said")
    expect(len(ids) <= len(safe) + 1, f"{where} holds {len(ids) - len(safe)} unknown batches")


def _check_leftovers(bench: Bench) -> None:
    """Nothing is left beside the document."""
    beside = sorted(path.name for path in bench.document.parent.iterdir())
    expect(beside == [bench.document.name], f"beside the document: {beside}")


def _check_exports(bench: Bench, was: Before, exported: list[str]) -> None:
    """Every export is the old one or a whole new one; one that was said is new."""
    for path in sorted(bench.out.iterdir()):
        if path.name.startswith("~$") or path.name not in was.exports:
            continue
        old = _hash(path) == was.exports[path.name]
        expect(old or _is_whole(path), f"{path.name} is neither old nor whole")
        expect(not old or path.name not in exported, f"{path.name} was written, but is old")
    gone = was.exports.keys() - {path.name for path in bench.out.iterdir()}
    expect(not gone - {"in.csv"}, f"gone: {sorted(gone)}")


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


def _ids(batches: Iterable[Batch]) -> tuple[str, ...]:
    return tuple(batch.id for batch in batches)


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()
