"""The lock file: who has a document open; dead processes and races."""

import errno
import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from techmodel.core.errors import FileInUse, FileProblem, ReadOnlyPlace
from techmodel.store import lock as lock_module
from techmodel.store.lock import holder_of, lock_path, take
from techmodel.store.process import this_process


@pytest.fixture
def document(tmp_path):
    return tmp_path / "a.techmodel"


def left_lock(document, **said):
    """A lock file as another process would have left it."""
    us = this_process()
    content = {
        "machine": us.machine,
        "role": "",
        "time": datetime.now(UTC).strftime("%Y-%m-%dT10:05:00Z"),
        "pid": us.pid,
        "started": us.started,
    }
    lock_path(document).write_text(json.dumps(content | said))


def dead_pid():
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_lock_says_machine_process_role_time_and_version(document):
    take(document, "IM&T lead")
    said = json.loads(lock_path(document).read_text())

    assert (said["role"], said["pid"]) == ("IM&T lead", this_process().pid)
    assert {"machine", "time", "started", "version"} <= said.keys()


def test_a_released_lock_leaves_nothing_behind(document, tmp_path):
    take(document).release()

    assert list(tmp_path.iterdir()) == []


def test_the_sentence_names_machine_time_and_role(document):
    today = datetime.now().astimezone().replace(hour=10, minute=5, second=0)
    left_lock(document, machine="LT-0423", role="IM&T lead", time=today.isoformat())
    with pytest.raises(FileInUse) as caught:
        take(document)

    assert str(caught.value).startswith(
        "This assessment is open on LT-0423 since 10:05 (IM&T lead)."
    )


def test_a_lock_of_another_day_names_the_day(document):
    earlier = datetime.now().astimezone() - timedelta(days=40)
    left_lock(document, machine="LT-0423", time=earlier.isoformat())
    with pytest.raises(FileInUse, match=f"since {earlier.day} {earlier:%B %H:%M}"):
        take(document)


HELD = {
    "another machine": {"machine": "LT-0423"},
    "another machine, process long dead": {"machine": "LT-0423", "pid": 2**22 - 1},
    "start unknown": {"started": ""},
    "time unclear": {"machine": "LT-0423", "time": "yesterday"},
    "hostile texts": {"machine": "LT\n\x1b[31m" + "x" * 5000, "role": 7},
}


@pytest.mark.parametrize("said", HELD.values(), ids=HELD.keys())
def test_a_lock_that_may_be_held_is_respected(document, said):
    left_lock(document, **said)
    before = lock_path(document).read_bytes()
    with pytest.raises(FileInUse, match=r"^This assessment is open on [^\n\x1b]{1,250}$"):
        take(document)

    assert lock_path(document).read_bytes() == before


@pytest.mark.parametrize("said", [HELD["another machine"], {}], ids=["foreign", "local"])
def test_any_lock_can_be_taken_over_knowingly(document, said):
    left_lock(document, **said)
    take(document, "SRO", take_over=True)

    assert holder_of(lock_path(document)).role == "SRO"


def test_a_lock_of_a_dead_process_is_taken_over_in_silence(document, tmp_path):
    left_lock(document, pid=dead_pid())
    take(document)

    assert holder_of(lock_path(document)).process == this_process()
    assert [p.name for p in tmp_path.iterdir()] == ["~$a.techmodel"]


def test_a_document_that_this_very_process_has_open_is_respected(document):
    take(document)
    with pytest.raises(FileInUse, match=r"Close it there and try again\.$"):
        take(document)


def test_a_lock_that_this_process_could_not_take_away_is_nobody_s(document, monkeypatch):
    ours = take(document)
    monkeypatch.setattr(Path, "unlink", lambda *_: errno.EIO)
    ours.release()
    monkeypatch.undo()
    take(document, "SRO")

    assert holder_of(lock_path(document)).role == "SRO"


def test_a_number_given_to_another_process_since_is_not_the_holder(document):
    left_lock(document, started="another boot 12345")
    take(document)

    assert holder_of(lock_path(document)).process == this_process()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"pid": "x"}', b'{"pid": true}']
)
def test_a_damaged_lock_is_respected_and_said(document, content, monkeypatch):
    monkeypatch.setattr(lock_module, "_PAUSE", 0)
    lock_path(document).write_bytes(content)
    with pytest.raises(FileInUse, match=r"cannot be read.*--take-lock"):
        take(document)
    take(document, take_over=True).release()


def test_a_lock_that_is_being_written_is_waited_for(document, monkeypatch):
    left_lock(document, machine="LT-0423")
    whole = lock_path(document).read_bytes()
    lock_path(document).write_bytes(b"")
    monkeypatch.setattr(time, "sleep", lambda _: lock_path(document).write_bytes(whole))
    with pytest.raises(FileInUse, match="LT-0423"):
        take(document)


def test_a_lock_that_goes_away_meanwhile_is_simply_taken(document, monkeypatch):
    lock_path(document).write_bytes(b"")
    monkeypatch.setattr(time, "sleep", lambda _: lock_path(document).unlink())

    assert take(document).path.exists()


def test_releasing_leaves_a_lock_that_another_took_over(document):
    ours = take(document)
    theirs = take(document, "SRO", take_over=True)
    ours.release()

    assert lock_path(document).read_bytes() == theirs.content


def test_releasing_after_the_drive_has_gone_does_no_harm(document):
    ours = take(document)
    lock_path(document).unlink()
    ours.release()

    assert not lock_path(document).exists()


def test_a_lock_put_in_place_of_a_dead_one_meanwhile_is_not_removed(document):
    left_lock(document, machine="LT-0423")
    alive = lock_path(document).read_bytes()
    lock_module._remove_if_still(lock_path(document), b"the dead one we read before")

    assert lock_path(document).read_bytes() == alive


def test_a_lock_put_there_at_the_last_moment_is_put_back(document, monkeypatch):
    left_lock(document, machine="LT-0423")
    alive, rename = lock_path(document).read_bytes(), Path.rename
    lock_path(document).write_bytes(b"dead")

    def late(path, target):
        monkeypatch.undo()
        path.write_bytes(alive)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", late)
    lock_module._remove_if_still(lock_path(document), b"dead")

    assert lock_path(document).read_bytes() == alive


def test_taking_gives_up_when_locks_keep_coming_and_going(document, monkeypatch):
    lock_path(document).write_bytes(b"{}")
    monkeypatch.setattr(lock_module, "_make_way", lambda *_, **__: None)
    with pytest.raises(FileInUse, match="being opened by another window"):
        take(document)


FAULTS = [
    (errno.EACCES, ReadOnlyPlace, "can only be opened for reading: its folder"),
    (errno.EROFS, ReadOnlyPlace, "can only be opened for reading: its folder"),
    (errno.ENOENT, FileProblem, "There is no folder"),
    (errno.ENOSPC, FileProblem, "connected and has space"),
    (errno.ENAMETOOLONG, FileProblem, "too long for this computer"),
]


@pytest.mark.parametrize(("number", "kind", "sentence"), FAULTS)
def test_why_there_can_be_no_lock_is_said(document, monkeypatch, number, kind, sentence):
    def fail(*_):
        raise OSError(number, "injected")

    monkeypatch.setattr(lock_module, "write_new", fail)
    with pytest.raises(kind, match=sentence):
        take(document)


def test_a_dead_lock_that_cannot_be_removed_is_said(document, monkeypatch):
    def fail(*_):
        raise PermissionError(errno.EACCES, "injected")

    left_lock(document, pid=dead_pid())
    monkeypatch.setattr(lock_module, "_remove_if_still", fail)
    with pytest.raises(ReadOnlyPlace):
        take(document)


HOLD = """
import sys, time
from pathlib import Path
from techmodel.core.errors import FileInUse
from techmodel.store.lock import take
sys.stdin.readline()
try:
    take(Path(sys.argv[1]))
except FileInUse:
    print("refused", flush=True)
else:
    print("held", flush=True)
    sys.stdin.readline()
"""


def holders(document, count):
    """Processes that try to take the lock when they are told."""
    return [
        subprocess.Popen(
            [sys.executable, "-c", HOLD, document],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(count)
    ]


def tell(process):
    process.stdin.write("\n")
    process.stdin.flush()


def test_another_process_is_refused_until_the_first_one_dies(document):
    first, second, third = holders(document, 3)
    tell(first)
    assert first.stdout.readline() == "held\n"
    tell(second)
    assert second.stdout.readline() == "refused\n"
    first.kill()
    first.wait()
    tell(third)

    assert third.stdout.readline() == "held\n"
    third.communicate("\n")
    second.communicate()
    first.communicate()


def test_a_lock_of_a_process_that_runs_here_is_not_taken_over(document):
    (other,) = holders(document, 1)
    tell(other)
    assert other.stdout.readline() == "held\n"
    with pytest.raises(FileInUse, match=r"Nothing was changed\. Close it there"):
        take(document, take_over=True)
    other.kill()
    other.communicate()

    assert take(document, take_over=True).path.exists()


def test_of_many_that_find_a_dead_lock_at_once_one_gets_it(document, tmp_path):
    left_lock(document, pid=dead_pid())
    processes = holders(document, 6)
    for process in processes:
        tell(process)
    said = [process.stdout.readline() for process in processes]
    for process in processes:
        process.communicate("\n" if process.poll() is None else None)

    assert said.count("held\n") == 1
    assert [p.name for p in tmp_path.iterdir()] == ["~$a.techmodel"]


def test_a_lock_is_made_on_drives_without_links_too(document, tmp_path, monkeypatch):
    def no_links(source, target):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(lock_module.os, "link", no_links)
    take(document)

    assert holder_of(lock_path(document)).process == this_process()
    assert [p.name for p in tmp_path.iterdir()] == ["~$a.techmodel"]
    with pytest.raises(FileInUse):
        take(document)


def test_what_a_dead_process_left_aside_goes_and_what_is_a_living_one_s_stays(document, tmp_path):
    left_lock(document, machine="LT-0423")
    lock_path(document).rename(tmp_path / "~$a.techmodel.0123abcd")
    left_lock(document, pid=dead_pid())
    lock_path(document).rename(tmp_path / "~$a.techmodel.4567cdef")
    (tmp_path / "~$a.techmodel.89ab0123").write_bytes(b"ha")
    take(document)

    names = {p.name for p in tmp_path.iterdir()}
    assert names == {"~$a.techmodel", "~$a.techmodel.0123abcd"}
