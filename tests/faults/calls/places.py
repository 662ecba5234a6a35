"""The folders of a case: what is in them, remembered and put back; and what a document says."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

from tests.faults.harness.bench import THREE, Bench

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CareModelId
from techmodel.core.errors import WorkLeft
from techmodel.core.journal import replay
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.session import Session
from techmodel.store.working_file import Document, Leftover, read_document

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.store.assessment_file import AssessmentFile

Files = dict[str, bytes]

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def snapshot(root: Path) -> Files:
    """Every file below a folder, by its relative path."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


def restore(root: Path, files: Files) -> None:
    """Put back exactly these files; the folders stay."""
    for path in root.rglob("*"):
        if path.is_file() or path.is_symlink():
            path.unlink()
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def wipe(root: Path) -> None:
    """Leave nothing of a case."""
    shutil.rmtree(root, ignore_errors=True)


def make(bench: Bench, path: Path) -> Session:
    """A new assessment of one domain with three answers, open and not yet published.

    One domain, so that a report is made in a moment.
    """
    checklist = built_in_checklist()
    out = [domain.id for domain in checklist.domains[1:]]
    draft = Draft("Wendlemere", checklist, THREE, [CareModelId("PLACE")], domains_out=out)
    document = create_document(path, bench.work, draft, force=False)
    session = Session(document.file, document)
    for number in range(3):
        give(session, number, 2)
    return session


def give(session: Session, number: int, level: int) -> None:
    """Answer one of the capabilities in scope for the first organisation that is asked."""
    capability = session.gaps().capabilities[number]
    organisation = next(iter(capability.pairs))
    session.answers.give(capability.id, organisation, Value(State.LEVEL, level))


def said(file: AssessmentFile) -> list[str]:
    """All an assessment says, once it is found whole, but for ids and times, made anew."""
    file.verify()
    tables = file.tables()
    assert replay(file.batches()) == tables, "the journal does not give the tables"
    named = (tables.get(table, {}) for table in ("organisation", "round"))
    names = {key[0]: str(row["name"]) for rows in named for key, row in rows.items()}
    lines = []
    for table, rows in tables.items():
        for key, row in rows.items():
            line = json.dumps([table, key, row], sort_keys=True)
            for id_, name in names.items():
                line = line.replace(id_, name)
            lines.append(_TIME.sub("TIME", line))
    return sorted(lines)


def look_at(bench: Bench, path: Path) -> tuple[list[str], list[str]]:
    """What a document says as it is, and once it was opened and closed again; nothing is left."""
    published = said(read_document(path))
    try:
        document = Document.open(path, bench.work)
    except WorkLeft:  # what was published could not be noted: asked, and nothing is lost
        document = Document.open(path, bench.work, leftover=Leftover.RECOVER)
    working = said(document.file)
    document.close()
    assert said(read_document(path)) == working, "closing did not publish everything"
    left = [other.name for other in path.parent.iterdir() if other.name.startswith("~$")]
    assert not left, f"left beside the document: {left}"
    return published, working
