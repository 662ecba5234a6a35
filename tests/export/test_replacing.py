"""An export replaces the previous file whole, or leaves it alone and says why."""

import errno
import os
import time
from pathlib import Path

import pytest

from techmodel.core.errors import ExportFailed
from techmodel.export.replacing import replacing, write_whole


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "Plan.xlsx"
    path.write_bytes(b"old")
    return path


@pytest.fixture
def waits(monkeypatch):
    """The seconds waited, without waiting."""
    seen = []
    monkeypatch.setattr(time, "sleep", seen.append)
    return seen


def refuse(monkeypatch, times):
    """Refuse the first `times` swaps as Windows does while the target is open."""
    real, tries = Path.replace, []

    def replace(self, other):
        tries.append(other)
        if len(tries) <= times:
            raise PermissionError(errno.EACCES, "in use")
        return real(self, other)

    monkeypatch.setattr(Path, "replace", replace)


def fail_halfway(target, error):
    with replacing(target) as temporary:
        temporary.write_bytes(b"half")
        raise error


def failure(target, error):
    with pytest.raises(ExportFailed) as caught:
        fail_halfway(target, error)
    return str(caught.value)


def test_the_new_file_takes_the_place_of_the_old(target):
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")

    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_the_temporary_file_stands_beside_the_target(target):
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")

        assert temporary.parent == target.parent
        assert temporary.name == "~$Plan.xlsx.new"


@pytest.mark.parametrize("error", [ValueError("bug"), KeyboardInterrupt()])
def test_any_other_error_passes_through_and_leaves_the_old_file(target, error):
    with pytest.raises(type(error)):
        fail_halfway(target, error)

    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_full_disk_is_said_and_leaves_the_old_file(target):
    said = failure(target, OSError(errno.ENOSPC, "No space left on device"))

    assert said.startswith("There is no room left for 'Plan.xlsx'.")
    assert said.endswith("The previous file is unchanged.")
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_fault_of_the_disk_is_named(target):
    said = failure(target, OSError(errno.EIO, "Input/output error"))

    assert said.startswith("'Plan.xlsx' could not be written (Input/output error).")


def test_a_target_held_for_a_moment_is_tried_again(target, waits, monkeypatch):
    refuse(monkeypatch, times=3)

    with replacing(target) as temporary:
        temporary.write_bytes(b"new")

    assert target.read_bytes() == b"new"
    assert len(waits) == 3


def test_a_target_held_for_long_is_said_to_be_open(target, waits, monkeypatch):
    refuse(monkeypatch, times=100)

    with pytest.raises(ExportFailed) as caught, replacing(target) as temporary:
        temporary.write_bytes(b"new")

    assert str(caught.value) == (
        "'Plan.xlsx' is open in another program. Close it and try again,"
        " or export under another name. The previous file is unchanged."
    )
    assert target.read_bytes() == b"old"
    assert sum(waits) < 3.5


def test_a_missing_folder_is_named(tmp_path):
    target = tmp_path / "nowhere" / "Plan.xlsx"
    with (
        pytest.raises(ExportFailed, match=r"There is no folder '.*nowhere'"),
        replacing(target) as t,
    ):
        t.write_bytes(b"new")

    assert not target.exists()


def test_a_folder_of_that_name_is_left_alone(tmp_path):
    target = tmp_path / "Plan.xlsx"
    target.mkdir()
    with pytest.raises(ExportFailed, match="is a folder"), replacing(target) as temporary:
        temporary.write_bytes(b"new")

    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    said = failure(tmp_path / "Plan.xlsx", PermissionError(errno.EACCES, "denied"))

    assert said.startswith("You may not write in the folder")
    assert said.endswith("Nothing was written.")


def test_a_system_that_cannot_sync_folders_still_exports(target, monkeypatch):
    monkeypatch.setattr("os.open", lambda *_: (_ for _ in ()).throw(PermissionError()))
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")

    assert target.read_bytes() == b"new"


# what a killed program left


def left(target, name, age):
    """A file beside the target, so many seconds old."""
    path = target.with_name(name)
    path.write_bytes(b"half")
    os.utime(path, (time.time() - age,) * 2)
    return path


def export(target):
    with replacing(target) as temporary:
        temporary.write_bytes(b"new")


@pytest.mark.parametrize("name", ["~$Plan.xlsx.new", "~$Old plan.PDF.new", "~$a.csv.new"])
def test_what_a_killed_export_left_goes_with_the_next_export_into_that_folder(target, name):
    path = left(target, name, 4000)
    export(target)

    assert not path.exists()


@pytest.mark.parametrize(
    ("name", "age"),
    [
        ("~$Other.xlsx.new", 600),
        ("~$Other.xlsx", 4000),
        ("Other.xlsx.new", 4000),
        ("~$a.techmodel.new", 4000),
        ("~$Other.docx.new", 4000),
    ],
)
def test_what_may_be_in_use_or_is_not_ours_stays(target, name, age):
    path = left(target, name, age)
    export(target)

    assert path.read_bytes() == b"half"


def test_neither_a_folder_nor_what_a_link_leads_to_goes(target, tmp_path):
    folder, real = target.with_name("~$f.xlsx.new"), left(target, "real.xlsx", 4000)
    folder.mkdir()
    link = target.with_name("~$l.xlsx.new")
    link.symlink_to(real)
    os.utime(link, (1, 1), follow_symlinks=False)
    os.utime(folder, (1, 1))
    export(target)

    assert (folder.is_dir(), link.is_symlink(), real.exists()) == (True, True, True)


def test_a_clock_that_differs_from_that_of_the_folder_does_not_matter(target, monkeypatch):
    path = left(target, "~$Other.xlsx.new", 600)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    export(target)

    assert path.exists()


def test_what_does_not_read_back_the_same_leaves_the_old_file(target, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"other")
    with pytest.raises(ExportFailed, match="did not read back as it was written"):
        write_whole(b"new", target)
    monkeypatch.undo()

    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
