"""Publishing: the document is the old one or the new one, whole; work is never lost."""

import errno
import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from tests.store.builders import image, tampered

from techmodel.core.errors import ChangedMeanwhile, DamagedFile, FileProblem, PlaceGone
from techmodel.store import place as place_module
from techmodel.store import publish as publish_module
from techmodel.store.place import Place, PlaceKind
from techmodel.store.publish import publish
from techmodel.store.safe_open import verified_bytes


@pytest.fixture(scope="module")
def old():
    return image(1)


@pytest.fixture(scope="module")
def new():
    return image(2)


@pytest.fixture
def path(tmp_path, old):
    made = tmp_path / "E" / "a.techmodel"
    made.parent.mkdir()
    made.write_bytes(old)
    return made


def hash_of(data):
    return sha256(data).hexdigest()


def only_left(path):
    return [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_document_becomes_the_new_bytes_and_its_hash_comes_back(path, old, new):
    assert publish(new, path, hash_of(old)) == hash_of(new)
    assert path.read_bytes() == new
    assert only_left(path)


def test_a_first_document_is_made_where_there_was_none(tmp_path, new):
    publish(new, tmp_path / "b.techmodel", None)

    assert verified_bytes(tmp_path / "b.techmodel")[1] == hash_of(new)


CHANGED = {
    "changed by somebody": (lambda path: path.write_bytes(b"theirs"), "somebody else has saved"),
    "moved away": (lambda path: path.unlink(), "moved or deleted"),
}


@pytest.mark.parametrize(("meanwhile", "sentence"), CHANGED.values(), ids=CHANGED.keys())
def test_a_document_changed_meanwhile_is_not_overwritten(path, old, new, meanwhile, sentence):
    meanwhile(path)
    theirs = path.read_bytes() if path.exists() else None
    with pytest.raises(ChangedMeanwhile, match=f"^Your work is safe.*{sentence}"):
        publish(new, path, hash_of(old))

    assert (path.read_bytes() if path.exists() else None) == theirs
    assert not path.with_name("~$a.techmodel.new").exists()


def test_a_file_that_appeared_where_there_was_none_is_not_overwritten(path, old, new):
    with pytest.raises(ChangedMeanwhile, match="somebody else made a file"):
        publish(new, path, None)

    assert path.read_bytes() == old


def test_what_is_there_already_may_be_published_again(path, old):
    assert publish(old, path, "the hash before a try whose end we never heard of")


def test_content_that_is_not_whole_never_reaches_the_document(path, old, new):
    bad = tampered(new, "UPDATE answer SET note = 'changed behind our back'")
    with pytest.raises(DamagedFile, match="does not match its seal"):
        publish(bad, path, hash_of(old))

    assert path.read_bytes() == old
    assert only_left(path)


def test_a_temporary_file_left_by_a_crash_is_written_anew(path, old, new, monkeypatch):
    path.with_name("~$a.techmodel.new").write_bytes(b"half")
    monkeypatch.setattr(time, "sleep", lambda _: None)
    publish(new, path, hash_of(old))

    assert only_left(path)


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_the_permissions_of_the_document_stay(path, old, new):
    path.chmod(0o640)
    publish(new, path, hash_of(old))

    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_place_of_the_temporary_file_is_not_followed(
    path, old, new, tmp_path_factory, monkeypatch
):
    victim = tmp_path_factory.mktemp("elsewhere") / "victim"
    victim.write_bytes(b"precious")
    path.with_name("~$a.techmodel.new").symlink_to(victim)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    publish(new, path, hash_of(old))

    assert (victim.read_bytes(), path.read_bytes()) == (b"precious", new)


def failing(number, real, times=1, winerror=None):
    """A function that fails the first few times it is called, and what it counted."""
    calls = []

    def call(*arguments, **named):
        calls.append(arguments)
        if len(calls) > times:
            return real(*arguments, **named)
        error = OSError(number, "injected")
        if winerror:
            error.winerror = winerror
        raise error

    return call, calls


FAULTS = [
    (errno.ENOSPC, "there is no space left"),
    (errno.EIO, "may be failing"),
    (errno.EACCES, "does not allow changes"),
    (errno.EROFS, "does not allow changes"),
    (errno.ENOENT, "is not there. Put the drive back"),
    (errno.ENODEV, "may be failing"),
    (errno.ENAMETOOLONG, "too long for this computer"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f[1])
@pytest.mark.parametrize("call", ["open", "fsync", "replace", "read_bytes"])
def test_any_fault_leaves_the_old_document_and_says_that_work_is_safe(path, old, new, call, fault):
    number, sentence = fault
    owner = Path if call == "read_bytes" else os
    injected, calls = failing(number, getattr(owner, call))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, call, injected)
        with pytest.raises(FileProblem, match=f"^Your work is safe on this computer.*{sentence}"):
            publish(new, path, hash_of(old))

    assert calls
    assert path.read_bytes() == old
    assert only_left(path)
    assert publish(new, path, hash_of(old)) == hash_of(new)


def test_what_reads_back_otherwise_than_written_does_not_reach_the_document(
    path, old, new, monkeypatch
):
    monkeypatch.setattr(Path, "read_bytes", lambda _: old)
    with pytest.raises(FileProblem, match="may be failing"):
        publish(new, path, hash_of(old))
    monkeypatch.undo()

    assert path.read_bytes() == old


@pytest.fixture
def waits(monkeypatch):
    slept = []
    monkeypatch.setattr(time, "sleep", slept.append)
    return slept


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_document_held_for_a_moment_is_waited_for(path, old, new, waits, winerror):
    fault, _ = failing(errno.EACCES, os.replace, times=4, winerror=winerror)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "replace", fault)
        publish(new, path, hash_of(old))

    assert waits == [0.05, 0.1, 0.2, 0.4]
    assert path.read_bytes() == new


def test_a_document_held_for_long_is_given_up_after_three_seconds(
    path, old, new, monkeypatch, waits
):
    fault, _ = failing(errno.EACCES, os.replace, times=99, winerror=32)
    monkeypatch.setattr(os, "replace", fault)
    with pytest.raises(FileProblem, match=r"safe.*another program holds 'a.techmodel'"):
        publish(new, path, hash_of(old))

    assert 3 <= sum(waits) <= 3.5
    assert path.read_bytes() == old
    assert only_left(path)


def test_a_folder_that_cannot_be_synced_is_no_fault(path, old, new, monkeypatch):
    real = os.open

    def without_folders(name, flags, *mode):
        if Path(name).is_dir():
            raise PermissionError(errno.EACCES, "as Windows says")
        return real(name, flags, *mode)

    monkeypatch.setattr(os, "open", without_folders)

    assert publish(new, path, hash_of(old)) == hash_of(new)


def test_the_checks_of_the_temporary_file_come_before_the_document_is_touched(
    path, old, new, monkeypatch
):
    order = []
    for name in ("_check_written", "_check_base", "_replace", "_check_replaced"):
        monkeypatch.setattr(publish_module, name, lambda *_, name=name: order.append(name))
    publish(new, path, hash_of(old))

    assert order == ["_check_written", "_check_base", "_replace", "_check_replaced"]


def test_another_writer_s_temporary_file_is_waited_for(path, old, new, monkeypatch):
    theirs = path.with_name("~$a.techmodel.new")
    theirs.write_bytes(b"theirs")
    monkeypatch.setattr(time, "sleep", lambda _: theirs.replace(path))
    with pytest.raises(ChangedMeanwhile, match="somebody else has saved"):
        publish(new, path, hash_of(old))

    assert path.read_bytes() == b"theirs"


def test_a_document_that_cannot_be_read_again_is_taken_for_ours(path, old, new, monkeypatch):
    real = os.replace

    def replaced(source, target):
        real(source, target)
        monkeypatch.setattr(
            Path, "read_bytes", lambda _: (_ for _ in ()).throw(OSError(errno.EIO))
        )

    monkeypatch.setattr(os, "replace", replaced)
    found = publish(new, path, hash_of(old))
    monkeypatch.undo()

    assert found == hash_of(new) == hash_of(path.read_bytes())


def test_a_document_replaced_at_the_same_moment_is_noticed(path, old, new, monkeypatch):
    replace = os.replace

    def late(source, target):
        replace(source, target)
        target.write_bytes(b"theirs")

    monkeypatch.setattr(os, "replace", late)
    with pytest.raises(ChangedMeanwhile, match=r"^Your work is safe.*somebody else has saved"):
        publish(new, path, hash_of(old))

    assert path.read_bytes() == b"theirs"


# a drive that goes and comes back (trust.md F05)


@pytest.fixture
def stick(path, monkeypatch):
    """The document's folder as a drive that can be taken out."""
    place = Place(PlaceKind.REMOVABLE, "USB drive 'E:'", str(path.parent))
    monkeypatch.setattr(place_module, "place_of", lambda _: place)
    return place


def test_a_stick_that_was_taken_out_is_named_and_publishing_goes_on_when_it_is_back(
    path, old, new, stick
):
    away = path.parent.rename(path.parent.with_name("taken out"))
    with pytest.raises(
        PlaceGone,
        match=r"^Your work is safe on this computer. The USB drive 'E:' has gone. Put it",
    ):
        publish(new, path, hash_of(old), stick)
    away.rename(path.parent)

    assert publish(new, path, hash_of(old), stick) == hash_of(path.read_bytes())


def test_another_stick_under_the_same_letter_is_not_written_to(path, old, new, stick):
    path.write_bytes(b"another stick's")
    with pytest.raises(ChangedMeanwhile, match="Nothing was overwritten"):
        publish(new, path, hash_of(old), stick)
    path.unlink()
    with pytest.raises(ChangedMeanwhile, match="it was moved or deleted"):
        publish(new, path, hash_of(old), stick)

    assert list(path.parent.iterdir()) == []


def test_an_empty_mount_point_is_not_taken_for_the_stick(path, old, new, stick, monkeypatch):
    path.unlink()
    monkeypatch.setattr(place_module, "place_of", lambda _: Place(root="/"))
    with pytest.raises(PlaceGone, match="has gone"):
        publish(new, path, hash_of(old), stick)

    assert list(path.parent.iterdir()) == []
