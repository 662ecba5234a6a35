"""What a person can do that touches the disk, as cases for faults: before, do, look after."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.faults.calls.places import give, look_at, make, said
from tests.faults.harness.bench import THREE, opened
from tests.store.builders import die

from techmodel.core.checklist import CareModelId
from techmodel.core.errors import FileProblem, WorkLeft
from techmodel.core.journal import BatchKind
from techmodel.importing.answers_csv import read_answers_csv
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.exports import ExportJob, ExportKind, export_report
from techmodel.session.imports import changes_from
from techmodel.settings import SettingsFile
from techmodel.store.working_file import Document, Leftover, read_document
from techmodel.ui.opening import Copy, write_copy

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.harness.bench import Bench

    from techmodel.session.session import Session

    Facts = tuple[object, ...]

OLD_EXPORT = b"the export of last week"
NOT_SAVED = "^Your last change is not saved|^We could not confirm that your last change was writt"
SAFE = r"^Your work is safe on this computer\."
UNTOUCHED = (
    "Nothing was changed|have not changed it|can only be opened for reading"
    "|not allowed to read|itself is whole"
)
PREVIOUS = "The previous file is unchanged|could not be read back|did not read back"
NO_ANSWER = (
    r"^The working file could not be read: .* Nothing was changed\."
    "|^Your work is kept on this computer, but its disk could not be read, so nothing was copied"
)
"""What may be said of every operation, when the disk does not give the working file."""


@dataclass(frozen=True)
class Operation:
    """One thing a person does.

    `before` makes the files; `start` opens what is needed, `act` is what faults hit, given what
    `start` gave; `look` says what is there after the process died, each fact by itself, and fails
    if anything is not whole. `sentence` is what the message of a failure must hold.
    """

    name: str
    before: Callable[[Bench], None]
    start: Callable[[Bench], Session | None]
    act: Callable[[Bench, Session], object]
    look: Callable[[Bench], Facts]
    sentence: str


def made(bench: Bench) -> None:
    """A published assessment; closed."""
    make(bench, bench.document).close()


def edited(bench: Bench) -> Session:
    """The document, open, with one answer not yet published."""
    session = opened(bench)
    give(session, 0, 4)
    return session


def unread(bench: Bench) -> Session:
    """The same, and nothing of it is kept in memory, as of a file larger than that.

    To copy it is to read it from the disk.
    """
    session = edited(bench)
    for pragma in ("cache_size = 1", "shrink_memory"):
        session.document.file._db.connection.execute(f"PRAGMA {pragma}")
    return session


def killed(bench: Bench) -> None:
    """A published document with one more answer in a working file that a crash left."""
    made(bench)
    die(edited(bench).document)


def nothing(_: Bench) -> None:
    """No more is needed."""


def look(bench: Bench) -> Facts:
    """What the document says, as it is and opened."""
    return look_at(bench, bench.document)


def _open(bench: Bench, _: object) -> None:
    opened(bench)


def _edit(_: Bench, session: Session) -> None:
    give(session, 0, 4)


def _undo(_: Bench, session: Session) -> None:
    """Undo, unless the newest batch shows that it was done after all."""
    if session.batches()[-1].kind is not BatchKind.UNDO:
        session.undo()


def _create(bench: Bench, _: object) -> None:
    draft = Draft("Oakholt", built_in_checklist(), THREE, [CareModelId("PLACE")])
    document = create_document(bench.document, bench.work, draft, force=False)
    try:
        document.publish()
    finally:
        document.close(publish=False)


def _look_at_new(bench: Bench) -> Facts:
    """What a new document says; it may not be there."""
    if not bench.document.exists():
        return (None,)
    content = said(read_document(bench.document))
    try:
        document = Document.open(bench.document, bench.work)
    except WorkLeft:  # of a first try that could not even be noted as ended
        document = Document.open(bench.document, bench.work, leftover=Leftover.DISCARD)
    assert said(document.file) == content
    document.close()
    return (content,)


def _with_copy(bench: Bench) -> None:
    made(bench)
    bench.other.parent.mkdir(exist_ok=True)
    bench.other.write_bytes(bench.document.read_bytes())


def _copy(bench: Bench, session: Session) -> None:
    write_copy(Copy(session.serialize(), bench.other))


def _look_at_copy(bench: Bench) -> Facts:
    return (*look(bench), *look_at(bench, bench.other))


def _with_rows(bench: Bench) -> None:
    """The document, and a file of answers to bring in."""
    session = make(bench, bench.document)
    names = {o.id: o.name for o in session.assessment().organisations}
    rows = [(c.id, names[o], "5", "", "") for c in session.gaps().capabilities for o in c.pairs]
    text = io.StringIO()
    header = ("capability", "organisation", "answer", "reason", "evidence")
    csv.writer(text).writerows([header, *rows])
    session.close()
    (bench.out / "in.csv").write_text(text.getvalue(), encoding="utf-8")


def _import(bench: Bench, session: Session) -> None:
    rows = read_answers_csv(bench.out / "in.csv")
    session.answers.record(changes_from(session.assessment(), rows, "in.csv"), label="In")


def _with_export(kind: str) -> Callable[[Bench], None]:
    def before(bench: Bench) -> None:
        made(bench)
        (bench.out / f"plan.{kind}").write_bytes(OLD_EXPORT)

    return before


def _export(kind: str) -> Callable[[Bench, Session], object]:
    def act(bench: Bench, session: Session) -> None:
        report, path = session.report(version="1"), bench.out / f"plan.{kind}"
        export_report(ExportJob(report, path, ExportKind(kind), force=True))

    return act


def _look_at_export(kind: str) -> Callable[[Bench], Facts]:
    """Whether an export is the one of last week, or else the whole new one."""

    def facts(bench: Bench) -> Facts:
        data = (bench.out / f"plan.{kind}").read_bytes()
        if data != OLD_EXPORT:
            _WHOLE[kind](data)
        return (*look(bench), data == OLD_EXPORT)

    return facts


def _whole_workbook(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert book.testzip() is None
        assert "xl/workbook.xml" in book.namelist()


def _whole_pdf(data: bytes) -> None:
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")


def _whole_rows(data: bytes) -> None:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert len(rows) > 3
    assert {len(row) for row in rows} == {5}


_WHOLE = {"xlsx": _whole_workbook, "pdf": _whole_pdf, "csv": _whole_rows, "json": json.loads}


def _with_settings(_: Bench) -> None:
    SettingsFile().change(text=120)


def _change_settings(_: Bench, __: object) -> None:
    settings = SettingsFile()
    settings.change(text=150)
    if settings.problem:
        raise FileProblem(settings.problem)


OPERATIONS = {
    operation.name: operation
    for operation in (
        Operation("opening", made, nothing, _open, look, UNTOUCHED),
        Operation("taking up work", killed, nothing, _open, look, UNTOUCHED),
        Operation("an answer", made, opened, _edit, look, NOT_SAVED),
        Operation("undo", made, opened, _undo, look, NOT_SAVED),
        Operation("publishing", made, unread, lambda _, s: s.document.publish(), look, SAFE),
        Operation("closing", made, unread, lambda _, s: s.close(), look, SAFE),
        Operation(
            "making one",
            nothing,
            nothing,
            _create,
            _look_at_new,
            f"{UNTOUCHED}|{NOT_SAVED}|{SAFE}",
        ),
        Operation("a copy", _with_copy, unread, _copy, _look_at_copy, f"{SAFE}|{UNTOUCHED}"),
        Operation("an import", _with_rows, opened, _import, look, f"{NOT_SAVED}|Nothing was read"),
        *(
            Operation(
                f"export {kind}",
                _with_export(kind),
                opened,
                _export(kind),
                _look_at_export(kind),
                PREVIOUS,
            )
            for kind in ("csv", "json", "xlsx", "pdf")
        ),
        Operation(
            "settings",
            _with_settings,
            nothing,
            _change_settings,
            lambda _: (SettingsFile().now.text,),
            "Your assessments are not affected",
        ),
    )
}
"""Every operation, by its name in the table."""
