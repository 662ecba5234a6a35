"""Laws of the assessment file: rows, journal and seal change together, or not at all."""

import errno
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.builders import (
    answer,
    batch,
    fill,
    image,
    new_document,
    organisation,
    setting,
    value,
)

from techmodel.core.errors import DamagedFile, FileInUse, FileProblem
from techmodel.core.journal import (
    WHOLE_ROW,
    BatchKind,
    Edit,
    apply_edits,
    inverse,
    next_redo,
    next_undo,
    replay,
)
from techmodel.store import checking, database
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.schema import TABLES
from techmodel.store.table_spec import FieldType


def _is_believed(value):
    """Whether no more lists lie in it than a row of ours may hold: denser ones are refused."""
    text = json.dumps(value)
    return text.count("[") + text.count("{") <= 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.floats(0, 1) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
).filter(_is_believed)
VALUES = {
    FieldType.TEXT: st.text(max_size=8),
    FieldType.INT: st.integers(-9, 9),
    FieldType.REAL: st.integers(0, 5) | st.floats(0, 9),
    FieldType.BOOL: st.booleans(),
    FieldType.JSON: json_values,
}


@st.composite
def edits_to(draw, tables):
    """A few edits, any table, that fit the tables given."""
    edits = []
    for _ in range(draw(st.integers(1, 4))):
        spec = TABLES[draw(st.sampled_from(list(TABLES)))]
        key = tuple(draw(st.sampled_from(["a", "b"])) for _ in spec.key)
        row = tables.get(spec.name, {}).get(key)
        edit = _edit_of(draw, spec, key, row)
        tables = apply_edits(tables, [edit])
        edits.append(edit)
    return edits


def _edit_of(draw, spec, key, row):
    if row is None:
        new = {name: draw(VALUES[kind]) for name, kind in spec.fields.items()}
        return Edit(spec.name, key, WHOLE_ROW, None, new)
    if draw(st.booleans()):
        return Edit(spec.name, key, WHOLE_ROW, row, None)
    field = draw(st.sampled_from(list(spec.fields)))
    return Edit(spec.name, key, field, row[field], draw(VALUES[spec.fields[field]]))


def grown(data, steps):
    """A file after some random batches; those that break a reference must change nothing."""
    file = AssessmentFile.create(None, "a")
    for _ in range(steps):
        before = file.tables()
        proposed = batch(*data.draw(edits_to(before)))
        try:
            file.apply(proposed)
        except ValueError:
            assert file.tables() == before
    return file


@pytest.fixture
def file():
    made = AssessmentFile.create(None, "assessment-1")
    fill(made, 2)
    return made


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(0, 8))
def test_after_any_batches_the_file_verifies_and_replays_to_its_tables(data, steps):
    file = grown(data, steps)
    file.verify()  # counts the digest afresh: it must be what the transactions added up to

    assert replay(file.batches()) == file.tables()


@settings(max_examples=30, deadline=None)
@given(st.data(), st.integers(1, 6))
def test_undoing_all_then_redoing_all_comes_back_to_the_same(data, steps):
    file = grown(data, steps)
    there = file.tables()
    while taken := next_undo(file.batches()):
        file.apply(batch(*inverse(taken), kind=BatchKind.UNDO, takes=taken.id))
    assert file.tables() == {}
    while taken := next_redo(file.batches()):
        file.apply(batch(*inverse(taken), kind=BatchKind.REDO, takes=taken.id))

    assert file.tables() == there


def test_batches_come_back_as_they_were_applied_with_revisions(file):
    more = replace(batch(setting("lead", "IM&T lead")), decided_by="SRO", workshop="w", label="x")
    applied = file.apply(more)
    again = AssessmentFile.from_bytes(file.serialize())

    assert again.batches()[-1] == applied == replace(more, revision=file.revision)
    assert again.batches() == file.batches()


def test_rows_hold_key_and_fields_with_their_types(file):
    row = file.rows("answer")[0]

    assert row == {
        "capability": "REC-00",
        "organisation": "org-0",
        "value": value(0),
        "note": "As seen on the ward round 0",
        "dissent": "",
        "parked": False,
    }


def test_organisations_come_in_their_order_by_position_then_name():
    file = AssessmentFile.create(None, "a")
    file.apply(batch(organisation("a", 2), organisation("b", 1, name="Z"), organisation("c", 1)))

    assert [row["id"] for row in file.rows("organisation")] == ["c", "b", "a"]


def test_a_whole_number_as_weight_is_journalled_as_reading_gives_it():
    file = AssessmentFile.create(None, "a")
    applied = file.apply(batch(organisation("a", weight=2)))
    changed = file.apply(batch(Edit("organisation", ("a",), "weight", 2, 3)))

    assert repr(applied.edits[0].new["weight"]) == "2.0"
    assert repr(changed.edits[0].new) == repr(file.rows("organisation")[0]["weight"]) == "3.0"


def test_several_edits_of_one_row_in_a_batch_build_on_each_other(file):
    one = Edit("setting", ("title",), "value", "Riverside, first look", "A")
    two = Edit("setting", ("title",), "value", "A", "B")
    file.apply(batch(one, two))
    file.verify()

    assert {row["name"]: row["value"] for row in file.rows("setting")}["title"] == "B"


def test_a_batch_may_delete_an_organisation_before_its_answers():
    file = AssessmentFile.create(None, "a")
    made = file.apply(batch(organisation("a"), answer("REC-01", "a", 3)))
    file.apply(batch(*(replace(e, old=e.new, new=None) for e in made.edits)))

    assert file.tables() == {}


@pytest.mark.parametrize(
    "edit",
    [
        Edit("setting", ("title",), "value", "another", "B"),
        Edit("setting", ("nothing",), "value", None, "B"),
        Edit("setting", ("title",), WHOLE_ROW, None, {"value": 1}),
        Edit("setting", ("title",), WHOLE_ROW, {"value": "Riverside, first look"}, {"value": 1}),
        Edit("setting", ("new",), WHOLE_ROW, None, None),
        Edit("setting", ("new",), WHOLE_ROW, None, {"valeu": 1}),
        Edit("setting", ("new",), WHOLE_ROW, None, "no row"),
        Edit("setting", ("new", "er"), WHOLE_ROW, None, {"value": 1}),
        Edit("setting", ("new", "er"), "value", None, 1),
        Edit("setting", ("new",), WHOLE_ROW, None, {"value": float("nan")}),
        Edit("setting", ("new",), WHOLE_ROW, None, {"value": "\ud800"}),
        Edit("organisation", ("org-0",), "position", 0, 1.5),
        Edit("organisation", ("org-0",), "position", 0, True),
        Edit("organisation", ("org-0",), "in_scope", True, 1),
        Edit("organisation", ("org-0",), "name", "Trust org-0", None),
        Edit("organisation", ("org-0",), "motto", "", "x"),
        Edit("people", ("p",), WHOLE_ROW, None, {"name": "x"}),
        answer("REC-01", "org-unknown", 3),
    ],
    ids=str,
)
def test_an_edit_that_does_not_fit_changes_nothing_and_is_our_bug(file, edit):
    before = file.serialize()
    with pytest.raises(ValueError, match=r"."):
        file.apply(batch(setting("first", 1), edit))
    file.verify()

    assert (file.serialize(), file.revision) == (before, 7)


def test_the_same_batch_twice_is_our_bug(file):
    last = file.batches()[-1]
    with pytest.raises(ValueError, match="breaks a rule"):
        file.apply(replace(last, edits=(setting("x", 1),)))


def test_after_a_refused_batch_the_next_one_goes_well(file):
    with pytest.raises(ValueError, match="does not fit"):
        file.apply(batch(Edit("setting", ("title",), "value", "another", "B")))
    file.apply(batch(setting("lead", "SRO")))
    file.verify()

    assert file.revision == len(file.batches()) == 8


def test_a_picture_from_bytes_is_read_only(file):
    picture = AssessmentFile.from_bytes(file.serialize())
    with pytest.raises(FileProblem, match="opened for reading"):
        picture.apply(batch(setting("lead", "SRO")))

    assert (picture.read_only, picture.id, picture.revision) == (True, "assessment-1", 7)


def test_a_scratch_can_be_written_on_and_becomes_bytes(file):
    scratch = AssessmentFile.scratch(file.serialize())
    scratch.apply(batch(setting("lead", "SRO")))
    copy = AssessmentFile.from_bytes(scratch.serialize())

    assert (copy.revision, file.revision) == (scratch.revision, scratch.revision - 1)
    copy.verify()


def test_a_working_file_is_opened_with_the_pragmas_of_the_design(tmp_path):
    file = AssessmentFile.create(tmp_path / "w.db", "a")
    found = {
        name: file._db.connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "journal_mode",
            "synchronous",
            "locking_mode",
            "trusted_schema",
            "cell_size_check",
            "secure_delete",
            "foreign_keys",
        )
    }

    assert found == {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "foreign_keys": 1,
    }
    file.close()


def test_nobody_else_opens_a_working_file_that_is_open(tmp_path):
    file = AssessmentFile.create(tmp_path / "w.db", "a")
    with pytest.raises(FileInUse, match="held by another program"):
        AssessmentFile.open(tmp_path / "w.db")
    file.close()


def test_a_working_file_that_is_no_database_is_damaged(tmp_path):
    (tmp_path / "w.db").write_bytes(b"x" * 5000)
    with pytest.raises(DamagedFile, match="working file is damaged"):
        AssessmentFile.open(tmp_path / "w.db")


def test_a_working_file_that_cannot_be_opened_is_not_called_damaged(tmp_path):
    with pytest.raises(FileProblem, match="could not be read") as caught:
        AssessmentFile.open(tmp_path / "missing" / "w.db")

    assert caught.type is FileProblem


def test_a_working_file_that_does_not_say_which_it_is_is_damaged(tmp_path):
    file = AssessmentFile.create(tmp_path / "w.db", "a")
    file._db.connection.execute("DELETE FROM meta")
    file.close()
    with pytest.raises(DamagedFile, match="does not say which"):
        AssessmentFile.open(tmp_path / "w.db")


def test_a_file_that_cannot_be_made_says_so(tmp_path):
    with pytest.raises(FileProblem, match="Nothing was changed: a working file"):
        AssessmentFile.create(tmp_path / "missing" / "w.db", "a")


def test_a_deleted_text_does_not_stay_in_the_file(tmp_path):
    file = AssessmentFile.create(tmp_path / "w.db", "a")
    file._db.connection.execute("INSERT INTO people VALUES ('p', 'Canary Name')")
    file._db.connection.execute("DELETE FROM people")
    file.close()

    assert b"Canary" not in (tmp_path / "w.db").read_bytes()


class Failing:
    """A connection that fails at one statement as SQLite would."""

    def __init__(self, connection, at, name, times=1000):
        self.connection, self.at, self.name, self.times = connection, at, name, times
        self.also = at

    def __getattr__(self, name):
        return getattr(self.connection, name)

    def execute(self, sql, *arguments):
        if sql.startswith((self.at, self.also)) and self.times > 0:
            self.times -= 1
            error = sqlite3.OperationalError("injected")
            error.sqlite_errorname = self.name
            raise error
        return self.connection.execute(sql, *arguments)


@pytest.mark.parametrize("at", ["BEGIN", "INSERT INTO setting", "INSERT INTO batch", "COMMIT"])
@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("SQLITE_FULL", "not saved yet: this computer's disk is full. Everything before it"),
        ("SQLITE_IOERR_FSYNC", "could not confirm that your last change was written"),
        ("SQLITE_READONLY_DBMOVED", "not saved: the folder for work on this computer does not"),
        ("SQLITE_BUSY", "not saved: another program holds the working file"),
        ("SQLITE_CORRUPT", "could not confirm that your last change was written"),
    ],
)
def test_a_failed_transaction_leaves_nothing_and_says_what_is_safe(file, at, name, sentence):
    before, working = file.serialize(), file._db.connection
    file._db.connection = Failing(working, at, name)
    with pytest.raises(FileProblem, match=sentence):
        file.apply(batch(setting("lead", "SRO")))
    file._db.connection = working

    assert file.serialize() == before
    assert file.apply(batch(setting("lead", "SRO"))).revision == 8


def test_damage_is_said_only_of_a_working_file_that_is_damaged(file, monkeypatch):
    def refuse(*_):
        raise DamagedFile("it is")

    file._db.connection = Failing(file._db.connection, "INSERT", "SQLITE_CORRUPT")
    monkeypatch.setattr(checking, "check_seal", refuse)
    with pytest.raises(DamagedFile, match="not saved: the working file on this computer is dam"):
        file.apply(batch(setting("lead", "SRO")))


def unreadable(monkeypatch):
    def refuse(_):
        raise OSError(errno.EIO, "injected")

    monkeypatch.setattr(Path, "read_bytes", refuse)


@pytest.mark.parametrize("read", ["tables", "batches", "taken"])
def test_what_the_disk_refuses_once_is_read_again(file, read):
    whole, working = getattr(file, read)(), file._db.connection
    file._batches = None
    file._db.connection = Failing(working, "SELECT", "SQLITE_CORRUPT", times=1)

    assert getattr(file, read)() == whole


def test_a_disk_that_does_not_answer_is_not_called_damage(tmp_path, monkeypatch):
    file = AssessmentFile.put(tmp_path / "w.db", image())
    unreadable(monkeypatch)
    file._db.connection = Failing(file._db.connection, "SELECT", "SQLITE_CORRUPT")
    for read in (lambda: file.rows("answer"), file.tables, file.verify):
        with pytest.raises(FileProblem, match="could not be read: the disk did not") as caught:
            read()
        assert not isinstance(caught.value, DamagedFile)
    with pytest.raises(FileProblem, match="could not confirm"):
        file.apply(batch(setting("lead", "SRO")))


def test_a_file_that_cannot_even_be_read_after_a_fault_is_read_again_later(file):
    working = file._db.connection
    file._db.connection = Failing(working, "", "SQLITE_IOERR_READ")
    with pytest.raises(FileProblem, match="could not confirm"):
        file.apply(batch(setting("lead", "SRO")))
    file._db.connection = working
    file.apply(batch(setting("lead", "SRO")))
    file.verify()

    assert file.revision == 8


def test_a_commit_that_failed_after_all_was_done_is_noticed(file):
    class Late(Failing):
        def execute(self, sql, *arguments):
            done = self.connection.execute(sql, *arguments)
            return super().execute(sql, *arguments) if sql.startswith(self.at) else done

    file._db.connection = Late(file._db.connection, "COMMIT", "SQLITE_IOERR_FSYNC")
    with pytest.raises(FileProblem, match="could not confirm"):
        file.apply(batch(setting("lead", "SRO")))

    assert file.revision == 8


def test_a_really_full_file_is_left_as_it_was(tmp_path):
    file = AssessmentFile.create(tmp_path / "w.db", "a")
    file._db.connection.execute("PRAGMA max_page_count = 30")
    with pytest.raises(FileProblem, match="disk is full"):
        file.apply(batch(setting("long", "x" * 500_000)))
    file.verify()

    assert (file.revision, file.tables()) == (0, {})
    file.close()


def test_serialised_bytes_are_a_whole_file_in_rollback_mode(tmp_path, work):
    path = new_document(tmp_path / "a.techmodel", work)

    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["a.techmodel"]


def test_closing_twice_does_no_harm(file):
    file.close()
    file.close()


# a disk that lets us down (trust.md F27)


@pytest.fixture
def on_disk(tmp_path):
    file = AssessmentFile.put(tmp_path / "w.db", image())
    yield file
    file.close()


def let_down(file, at="COMMIT"):
    """The next change meets a disk that does not confirm it."""
    file._db.connection = Failing(file._db.connection, at, "SQLITE_IOERR_FSYNC")
    with pytest.raises(FileProblem, match="could not confirm that your last change was written"):
        file.apply(batch(setting("lead", "SRO")))


def refuse_writing(monkeypatch):
    def fail(*_):
        raise OSError(errno.EIO, "injected")

    monkeypatch.setattr(database, "put_whole", fail)


def test_after_a_failed_sync_work_goes_on_in_a_new_file(on_disk, tmp_path):
    before, inode = on_disk.tables(), (tmp_path / "w.db").stat().st_ino
    let_down(on_disk)

    assert (tmp_path / "w.db").stat().st_ino != inode
    assert on_disk.tables() == before
    on_disk.apply(batch(setting("lead", "SRO")))
    on_disk.verify()
    on_disk.close()
    again = AssessmentFile.open(tmp_path / "w.db")
    assert again.tables()["setting"]["lead",] == {"value": "SRO"}
    again.close()


def test_where_no_new_file_can_be_made_all_that_holds_can_still_be_read(on_disk, monkeypatch):
    before = on_disk.tables()
    with monkeypatch.context() as patch:
        refuse_writing(patch)
        let_down(on_disk)
        assert on_disk.tables() == before
        with pytest.raises(FileProblem, match="could not confirm"):
            on_disk.apply(batch(setting("lead", "SRO")))
        assert AssessmentFile.from_bytes(on_disk.serialize()).tables() == before
    on_disk.apply(batch(setting("lead", "SRO")))

    on_disk.verify()
    assert on_disk.revision == 8


def test_a_transaction_that_cannot_even_be_ended_is_taken_back_in_memory(on_disk, monkeypatch):
    before = on_disk.tables()
    on_disk._db.connection.execute("PRAGMA cache_size = 1")
    refuse_writing(monkeypatch)
    broken = Failing(on_disk._db.connection, "COMMIT", "SQLITE_IOERR_FSYNC")
    broken.also = "ROLLBACK"
    on_disk._db.connection = broken
    with pytest.raises(FileProblem, match="could not confirm"):
        on_disk.apply(batch(*(setting(f"long {n}", "x" * 9000) for n in range(40))))

    assert on_disk.tables() == before
    on_disk.verify()
    assert AssessmentFile.from_bytes(on_disk.serialize()).revision == 7


def test_what_is_not_whole_never_takes_the_place_of_the_working_file(on_disk, monkeypatch):
    def refuse(*_):
        raise DamagedFile("it is")

    data = on_disk.serialize()
    monkeypatch.setattr(database, "check_content", refuse)
    let_down(on_disk)

    assert on_disk._db.path.read_bytes() == data


def test_a_file_that_cannot_be_rewritten_after_deleting_says_so(on_disk):
    on_disk._db.connection = Failing(on_disk._db.connection, "VACUUM", "SQLITE_IOERR_WRITE")
    with pytest.raises(FileProblem, match="could not confirm"):
        on_disk.forget_people()

    assert on_disk.names_removed
    on_disk.forget_people()
    on_disk.verify()
