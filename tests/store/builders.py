"""Small assessments, batches and documents for the tests of the store."""

import itertools
import sqlite3
from dataclasses import replace

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.digest import DIGEST, seal, total_of
from techmodel.store.process import Process, this_process
from techmodel.store.records import write_record
from techmodel.store.working_file import Document

AT = "2026-11-24T14:03:22Z"
_numbers = itertools.count()


def batch(*edits, kind=BatchKind.EDIT, label="", takes=""):
    return Batch(f"batch-{next(_numbers):06}", kind, AT, label, edits, takes=takes)


def organisation(key, position=1, **values):
    row = {
        "name": f"Trust {key}",
        "short_name": key,
        "kind": "acute",
        "weight": 1.0,
        "in_scope": True,
        "position": position,
    }
    return Edit("organisation", (key,), WHOLE_ROW, None, row | values)


def value(level):
    return {"state": "level", "level": level, "provider": None, "reason": ""}


def answer(capability, key, level, note=""):
    row = {"value": value(level), "note": note, "dissent": "", "parked": False}
    return Edit("answer", (capability, key), WHOLE_ROW, None, row)


def setting(name, value):
    return Edit("setting", (name,), WHOLE_ROW, None, {"value": value})


def fill(file, capabilities=20, organisations=3):
    """A realistic small assessment: a first batch and one for every answer."""
    keys = [f"org-{n}" for n in range(organisations)]
    content = "".join(chr(33 + n * 7919 % 90) for n in range(20_000))
    file.apply(
        batch(
            Edit("checklist", ("c" * 64,), WHOLE_ROW, None, {"content": content}),
            setting("title", "Riverside, first look"),
            setting("threshold", 0.8),
            *(organisation(key, n) for n, key in enumerate(keys)),
        )
    )
    for n in range(capabilities):
        for key in keys:
            note = f"As seen on the ward round {n}"
            file.apply(batch(answer(f"REC-{n:02}", key, n % 6, note), label=f"REC-{n:02}"))


def new_document(path, work, *, capabilities=2):
    """A document with something in it, published and closed; its path."""
    document = Document.create(path, work, "assessment-1")
    fill(document.file, capabilities)
    document.publish()
    document.close()
    return path


def change(document, level=4, key="org-0"):
    """One more answer in an open document."""
    return document.file.apply(batch(answer(f"NEW-{next(_numbers)}", key, level)))


def image(capabilities=2):
    """The bytes of a whole document."""
    file = AssessmentFile.create(None, "assessment-1")
    fill(file, capabilities)
    return file.serialize()


def tampered(data, *statements, reseal=False):
    """The bytes after some SQL of a stranger, sealed again if asked."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(data)
    for statement in statements:
        connection.execute(statement)
    if reseal:
        found = seal(total_of(connection))
        connection.execute("UPDATE meta SET value = ? WHERE name = ?", (found, DIGEST))
    return connection.serialize()


def die(document):
    """Leave everything of an open document as a process that was killed would."""
    document.file.close()
    gone = Process(this_process().machine, 1, "another boot")
    write_record(document._place, replace(document._record, process=gone))
    document._lock.release()
