"""Documents in use elsewhere, and commands that were killed: nothing lost, nothing left behind."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.journeys.commands import TRUST, done, gaps_of, listing, refusal, run

from techmodel.core.errors import FileProblem
from techmodel.settings import backups_folder
from techmodel.store import working_file
from techmodel.store.backups import Reason, backups_of

SET = ("set", "--title", "Later")
KILLED = -9 if os.name == "posix" else 9

DYING = """
import os, signal, sys
from techmodel.cli import main
from techmodel.store import publish, working_file
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
{where} = die
main(sys.argv[1:])
"""
BEFORE_PUBLISHING, BEFORE_THE_SWAP = "working_file.publish", "publish._replace"

HOLDING = """
import sys, time
from pathlib import Path
from techmodel.session.session import Session
from techmodel.settings import work_folder
from techmodel.store.working_file import Document
document = Document.open(Path(sys.argv[1]), work_folder(), role="Digital lead")
Session(document.file, document).scope.entitle("Open elsewhere")
print("open", flush=True)
sys.stdin.read()
document.close()
"""


@pytest.fixture(autouse=True)
def _home(tmp_path_factory, monkeypatch):
    """Work of other tests on the same assessment is not ours to find."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path_factory.mktemp("home")))


def work():
    return Path(os.environ["TECHMODEL_HOME"], "work")


def killed(where, *arguments):
    """A command that is killed at a place in its work."""
    program = DYING.format(where=where)
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def title(file):
    return gaps_of(file)["assessment"]["title"]


def history(file):
    return [line.split("  ")[-1].strip() for line in done("history", file).splitlines()]


# in use elsewhere


@pytest.fixture
def held(file):
    """A process that has the document open and something unpublished in it."""
    command = [sys.executable, "-c", HOLDING, str(file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline().strip() == b"open"
        yield process
        process.stdin.close()
        process.wait(20)


def test_a_document_open_on_this_machine_is_read_but_not_changed(file, held):
    since = datetime.now(UTC).astimezone()
    assert title(file) == "Test"
    code, err = refusal(file, *SET)

    assert code == 1
    assert f"This assessment is open on {os.uname().nodename} since {since:%H}:" in err
    assert "(Digital lead). Nothing was changed. Close it there and try again." in err
    assert "--take-lock" not in err
    held.stdin.close()
    held.wait(20)
    assert listing() == ["a.techmodel"]
    assert title(file) == "Open elsewhere"


def test_a_holder_that_was_killed_is_taken_over_in_silence_with_its_work(file, held):
    held.kill()
    held.wait(20)
    assert listing() == ["a.techmodel", "~$a.techmodel"]
    code, out, err = run("set", file, "--lead", "SRO")

    assert (code, out) == (0, "Saved. Lead: SRO\n")
    assert err.startswith("We kept your work: changes to 'a.techmodel' up to ")
    assert err.count("\n") == 1
    assert (title(file), listing()) == ("Open elsewhere", ["a.techmodel"])


def test_reading_tells_that_newer_work_is_kept(file, held):
    held.kill()
    held.wait(20)
    code, out, err = run("gaps", file)

    assert (code, "Open elsewhere" in out) == (0, False)
    assert err.startswith("Newer work on 'a.techmodel' is kept on this computer and not shown")


@pytest.fixture
def foreign_lock(file):
    """A lock that another machine left."""
    said = {
        "machine": "LT-0423",
        "role": "IM&T lead",
        "time": "2026-01-05T09:00:00Z",
        "pid": 1,
        "started": "",
    }
    lock = file.with_name(f"~${file.name}")
    lock.write_text(json.dumps(said))
    return lock


def test_a_lock_of_another_machine_is_named_and_taken_over_only_knowingly(file, foreign_lock):
    assert title(file) == "Test"
    code, err = refusal(file, *SET)

    assert code == 1
    assert err.startswith("This assessment is open on LT-0423 since 5 January 09:00 (IM&T lead).")
    assert "a lock left behind can be taken over (--take-lock)." in err
    assert done(SET[0], file, *SET[1:], "--take-lock") == "Saved. Title: Later\n"
    assert (title(file), listing()) == ("Later", ["a.techmodel"])


def test_a_lock_nobody_can_read_is_no_reason_to_overwrite(file, foreign_lock):
    foreign_lock.write_bytes(b"\0junk")
    code, err = refusal(file, *SET)

    assert code == 1
    assert "the lock file beside it cannot be read" in err
    assert foreign_lock.read_bytes() == b"\0junk"


# killed


@pytest.mark.parametrize("where", [BEFORE_PUBLISHING, BEFORE_THE_SWAP])
def test_work_of_a_killed_command_is_taken_up_by_the_next(file, whole, where):
    result = killed(where, "answer", file, "GOV-01", "5", "--organisation", TRUST)
    assert (result.returncode, result.stdout) == (KILLED, "")
    assert file.read_bytes() == whole
    assert ("~$a.techmodel.new" in listing()) == (where == BEFORE_THE_SWAP)
    code, out, err = run(SET[0], file, *SET[1:])

    assert (code, out) == (0, "Saved. Title: Later\n")
    assert err.startswith("We kept your work: changes to 'a.techmodel' up to ")
    assert history(file)[-2:] == [f"GOV-01 for {TRUST}: 3 → 5", "Title: Later"]
    assert listing() == ["a.techmodel"]


def test_work_is_kept_when_the_next_command_is_refused(file):
    killed(BEFORE_PUBLISHING, "set", file, "--title", "Kept")
    for _ in range(2):
        code, out, err = run("answer", file, "GOV-99", "1", "--organisation", TRUST)
        assert (code, out, err.count("\n")) == (2, "", 2)
        assert "We kept your work" in err
    run("set", file, "--lead", "SRO")

    assert title(file) == "Kept"


@pytest.fixture
def split(file, whole):
    """Work of a killed command on a document that somebody has changed since."""
    killed(BEFORE_PUBLISHING, "set", file, "--title", "Mine")
    elsewhere = file.with_name("b.techmodel")
    elsewhere.write_bytes(whole)
    done("set", elsewhere, "--title", "Theirs")
    elsewhere.replace(file)
    file.with_name("~$a.techmodel").unlink()
    return file


def test_work_on_a_document_changed_since_waits_for_a_choice(split):
    for _ in range(2):
        code, err = refusal(split, "set", "--lead", "SRO")

        assert code == 1
        assert err.startswith("Your work on 'a.techmodel' up to ")
        assert "is safe on this computer, but the document has been changed since." in err
        assert "(--recover; the version in the document is kept too)" in err
    assert refusal(split, "set", "--lead", "SRO", "--recover", "--discard")[0] == 2
    assert title(split) == "Theirs"


def test_recovered_work_replaces_the_document_whose_version_is_kept(split):
    theirs = split.read_bytes()
    code, out, err = run("set", split, "--lead", "SRO", "--recover")

    assert (code, out, err.count("\n")) == (0, "Saved. Lead: SRO\n", 1)
    assert "was recovered; the other version is kept with the backups." in err
    (kept,) = (b for b in backups_of(backups_folder(), split) if b.reason == Reason.REPLACED)
    assert kept.path.read_bytes() == theirs
    assert (title(split), listing()) == ("Mine", ["a.techmodel"])
    assert done("undo", split) == "Saved. Undo: Lead: SRO\n"


def test_discarded_work_is_kept_with_the_backups_and_said_so(split):
    code, out, err = run("set", split, "--lead", "SRO", "--discard")

    assert (code, out) == (0, "Saved. Lead: SRO\n")
    assert err == (
        "Work on 'a.techmodel' that was not in it was not taken up; it is kept with the backups.\n"
    )
    assert (title(split), listing()) == ("Theirs", ["a.techmodel"])
    assert done("undo", split) == "Saved. Undo: Lead: SRO\n"


def test_damaged_work_can_only_be_discarded(file):
    killed(BEFORE_PUBLISHING, "set", file, "--title", "Lost")
    (place,) = work().glob("*.db")
    data = bytearray(place.read_bytes())
    data[data.rindex(b"Lost")] ^= 1
    place.write_bytes(data)
    for choice in ((), ("--recover",)):
        code, _, err = run("set", file, "--lead", "SRO", *choice)
        assert code == 1
        assert err.startswith("'a.techmodel' itself is whole, but work on it that a crash left")
        assert err.endswith("It can be opened without that work (--discard).\n")

    assert run("set", file, "--lead", "SRO", "--discard")[0] == 0
    assert (title(file), listing()) == ("Test", ["a.techmodel"])


def test_a_new_assessment_that_was_killed_can_be_made_again(file):
    new = ("--title", "Again", "--organisation", "A:gp", "--care-model", "PLACE")
    killed(BEFORE_PUBLISHING, "new", file.with_name("n.techmodel"), *new)
    assert listing() == ["a.techmodel", "~$n.techmodel"]
    done("new", "n.techmodel", *new)

    assert (title("n.techmodel"), listing()) == ("Again", ["a.techmodel", "n.techmodel"])
    assert len(history("n.techmodel")) == 1


# not published


def test_saved_is_not_said_of_what_is_not_in_the_document(file, monkeypatch):
    def full(*_):
        raise FileProblem("Your work is safe on this computer. But there is no space left.")

    with monkeypatch.context() as patch:
        patch.setattr(working_file, "publish", full)
        code, err = refusal(file, *SET)
    assert (code, err.startswith("Your work is safe on this computer.")) == (1, True)
    code, _, err = run("set", file, "--lead", "SRO")

    assert (code, "We kept your work" in err) == (0, True)
    assert title(file) == "Later"


def test_a_document_that_changes_under_the_command_is_not_overwritten(file, whole, monkeypatch):
    other = whole.replace(b"Hill: Practice", b"Mill: Practice")
    publish = working_file.publish

    def late(data, path, *rest):
        file.write_bytes(other)
        return publish(data, path, *rest)

    monkeypatch.setattr(working_file, "publish", late)
    code, out, err = run(SET[0], file, *SET[1:])

    assert (code, out, file.read_bytes()) == (1, "", other)
    assert err.startswith("Your work is safe on this computer. But somebody else has saved")
    assert listing() == ["a.techmodel"]
