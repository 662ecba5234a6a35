"""Backups and names by command: a damaged file is not the end, and names go for good."""

import json
import os
from datetime import datetime
from pathlib import Path

import pytest
from tests.journeys.commands import TRUST, done, gaps_of, listing, refusal, run

from techmodel.session.session import Session
from techmodel.settings import backups_folder, work_folder
from techmodel.store import working_file
from techmodel.store.backups import Backups
from techmodel.store.lock import lock_path
from techmodel.store.working_file import Document, read_document

NEW = ("--title", "New", "--organisation", "A:gp", "--care-model", "PLACE")


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """A home of its own, in which every change is due for a backup."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("TECHMODEL_HOME", str(folder))
    monkeypatch.setattr(working_file, "_LONG", -1)
    return folder


def title(file):
    return gaps_of(file)["assessment"]["title"]


@pytest.fixture
def used(file):
    """The assessment after three changes by command, each with a backup."""
    for name in ("One", "Two", "Three"):
        done("set", file, "--title", name)
    return file


def damage(path):
    data = bytearray(path.read_bytes())
    data[data.rindex(b"Three")] ^= 1
    path.write_bytes(data)
    return bytes(data)


def test_without_backups_it_says_so(file):
    assert (
        done("backups", file) == "There are no backups of this assessment on this computer yet.\n"
    )


def test_of_a_file_that_is_not_there_it_says_so_and_lists_what_there_is(used):
    used.unlink()
    lines = done("backups", used).splitlines()

    assert lines[0].startswith("There is no file 'a.techmodel' in ")
    assert lines[1] == "3 backups of a.techmodel, newest first:"
    assert done("backups", "nothere.techmodel").splitlines()[0].startswith("There is no file 'no")


def test_backups_are_listed_newest_first_with_why(used):
    head, *rows = done("backups", used).splitlines()

    assert head == "3 backups of a.techmodel, newest first:"
    assert [row.split()[0] for row in rows] == ["1", "2", "3"]
    assert all(row.endswith("  On closing") for row in rows)
    assert "5 changes" in rows[0]


def test_going_back_to_a_backup_is_one_change_that_undo_takes_back(used):
    said = done("backups", used, "--take-back", "3")
    assert said.startswith("Saved. Went back to the backup of ")
    assert title(used) == "One"
    done("undo", used)

    assert title(used) == "Three"


def test_quick_commands_make_one_backup_not_many(file, monkeypatch):
    monkeypatch.setattr(working_file, "_LONG", 60)
    for n in range(4):
        done("set", file, "--title", str(n))

    assert len(done("backups", file).splitlines()) == 2


def test_a_damaged_file_is_told_with_a_complete_copy_and_is_not_touched(used):
    data = damage(used)
    for verb in (("gaps",), ("check",), ("set", "--title", "X"), ("undo",)):
        code, err = refusal(used, verb[0], *verb[1:])

        assert code == 1
        assert err.startswith("'a.techmodel' is damaged and we have not changed it: ")
        assert "A copy from " in err
        assert err.endswith(
            " is complete: techmodel backups a.techmodel --save 1 OUT saves it as OUT.\n"
        )
    assert used.read_bytes() == data
    assert refusal(used, "backups", "--take-back", "1")[0] == 1


def test_the_copy_that_is_offered_can_be_saved_and_gone_on_with(used):
    damage(used)
    said = done("backups", used, "--save", "1", "good.techmodel")

    assert said == "Saved backup 1 of a.techmodel as good.techmodel.\n"
    assert title("good.techmodel") == "Three"
    done("set", "good.techmodel", "--title", "Four")
    code, err = refusal(used, "backups", "--save", "1", "good.techmodel")
    assert (code, "already a file 'good.techmodel'" in err) == (1, True)


def test_a_damaged_backup_is_named_and_the_next_one_offered(used):
    (newest, *_) = Backups(backups_folder(), used, read_document(used).id).all()
    damage(newest.path)
    damage(used)

    assert done("backups", used).splitlines()[1].endswith("On closing (damaged)")
    assert "--save 2 OUT" in refusal(used, "gaps")[1]
    assert refusal(used, "backups", "--save", "1", "out.techmodel")[0] == 1
    assert listing() == ["a.techmodel"]


def test_a_damaged_file_without_a_backup_says_just_that(file, whole):
    file.write_bytes(whole[:-4096])
    code, err = refusal(file, "gaps")

    assert (code, "A copy" in err) == (1, False)


def test_backups_of_a_file_that_is_gone_or_renamed_are_still_found(used):
    used.rename("b.techmodel")
    gone = done("backups", "a.techmodel")
    renamed = done("backups", "b.techmodel")

    assert gone.count("On closing\n") == renamed.count("On closing\n") == 3
    done("set", "b.techmodel", "--title", "Four")
    assert f"On closing, of {used}" in done("backups", "b.techmodel")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--take-back", "9"), "There is no backup 9 of a.techmodel: they are 1 to 3."),
        (("--save", "0", "x.techmodel"), "There is no backup 0 of a.techmodel"),
        (("--take-back", "1", "--save", "1", "x"), "Give --take-back or --save, not both."),
    ],
)
def test_what_is_not_there_is_wrong_use(used, arguments, sentence):
    code, err = refusal(used, "backups", *arguments)

    assert code == 2
    assert sentence in err


def test_before_rows_are_read_in_a_backup_is_made(used, tmp_path):
    rows = Path("in.csv")
    rows.write_text(f"capability,organisation,answer,reason,evidence\nGOV-01,{TRUST},5,,\n")
    done("answer", used, "--from", rows)

    assert "  Before an import\n" in done("backups", used)


def test_a_backup_folder_that_cannot_be_written_blocks_no_command(file, home):
    (home / "backups").write_bytes(b"")

    assert done("set", file, "--title", "Saved") == "Saved. Title: Saved\n"
    assert title(file) == "Saved"


# names


def named(file):
    document = Document.open(file, work_folder())
    session = Session(document.file, document)
    for name in ("Canarina One", "Canarina Two"):
        session.names.add(name)
    organisation = session.assessment().organisations[0].id
    session.answers.note("GOV-01", organisation, "As Canarina One said")
    session.close()


def holding(*folders):
    paths = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path.name for path in paths if b"Canarina Two" in path.read_bytes()]


def test_names_are_removed_from_everything_and_free_text_is_told(file, home, tmp_path):
    named(file)
    assert len(holding(home, tmp_path)) == 3
    out = done("remove-names", file).splitlines()

    assert out[0] == "2 names removed from a.techmodel; 1 backup rewritten."
    assert "  the note of GOV-01" in out
    assert out[-1].startswith("The history keeps 1 earlier text with such a name.")
    assert "Canarina" not in "\n".join(out)
    assert holding(home, tmp_path) == []
    assert done("remove-names", file).startswith("No names are kept in this file; nothing")
    assert done("check", file).startswith("a.techmodel is whole")


def test_a_name_typed_as_who_decided_is_found_and_told_to_stay(file):
    done("answer", file, "GOV-02", "4", "--organisation", TRUST, "--decided-by", "Jane Smith")
    out = done("remove-names", file, "--find", "jane smith")

    assert out.startswith("The history keeps 1 change “Decided by” such a name. That cannot be")
    assert done("remove-names", file, "--find", "Nobody") == (
        "Neither free text nor history holds it.\n"
    )


def test_checking_asks_before_it_answers(file):
    lines = done("check", file).splitlines()

    assert lines[0].startswith("a.techmodel is whole")
    assert lines[1].startswith("Ready to send? ")


# places and clocks


def test_a_lock_left_behind_can_be_taken_over_when_making_a_file(file):
    said = {"machine": "LT-0423", "role": "", "time": "", "pid": 1, "started": ""}
    for verb, *arguments in (("new", *NEW), ("sample",)):
        lock_path(Path("n.techmodel")).write_text(json.dumps(said))
        code, _, err = run(verb, "n.techmodel", *arguments)
        assert (code, "open on LT-0423" in err) == (1, True)
        done(verb, "n.techmodel", *arguments, "--take-lock")
        assert listing() == ["a.techmodel", "n.techmodel"]
        Path("n.techmodel").unlink()


def test_a_lock_is_not_taken_over_where_nothing_is_made(file):
    lock_path(file).write_text("{}")
    code, err = refusal(file, "new", *NEW, "--take-lock")

    assert (code, "There is already a file" in err) == (1, True)
    assert lock_path(file).exists()


def test_a_clock_that_looks_wrong_is_told_and_blocks_nothing(file):
    document = Document.open(file, work_folder())
    later = datetime.fromisoformat("2040-01-01T00:00:00+00:00")
    session = Session(document.file, document, lambda: later)
    session.scope.entitle("From the future")
    session.close()
    code, out, err = run("set", file, "--title", "Now")

    assert (code, out) == (0, "Saved. Title: Now\n")
    assert err.startswith("This computer’s clock looks wrong (")
    assert run("set", file, "--title", "Later")[2] == ""


@pytest.mark.skipif(os.name == "nt", reason="a file in place of the folder")
def test_a_profile_that_cannot_be_written_is_told_and_blocks_nothing(
    file, home, tmp_path_factory, monkeypatch
):
    monkeypatch.setenv("TECHMODEL_HOME", str(home / "blocked"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("temp")))
    (home / "blocked").write_bytes(b"")
    code, out, err = run("set", file, "--title", "All the same")

    assert (code, out) == (0, "Saved. Title: All the same\n")
    assert err.startswith("This computer does not let the program write into its own folder.")
