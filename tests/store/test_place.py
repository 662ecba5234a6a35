"""What kind of place a document is in, told by each system's own facts."""

import os
import shutil
from pathlib import Path

import pytest
from tests.store.builders import image

from techmodel.store import place as module
from techmodel.store.place import (
    Facts,
    Place,
    PlaceKind,
    conflict_copies,
    place_from,
    place_of,
    these_facts,
)

MOUNTS = r"""
21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
22 21 0:5 / /proc rw - proc proc rw
30 21 8:17 / /media/anna/STICK rw,nosuid - vfat /dev/sdb1 rw
31 21 8:33 / /data\040disk rw - ext4 /dev/sdc1 rw
32 21 8:49 / /backup rw - ext4 /dev/sdd1 rw
33 21 0:44 / /mnt/share rw - cifs //server/share rw
34 21 0:45 / /home/anna/nas rw master:3 - nfs4 server:/nas rw
35 21 0:46 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
36 30 0:47 / /media/anna/STICK/inner rw - tmpfs tmpfs rw
broken line
37 21
""".replace(r"\040", "\\040")
LINUX = Facts("linux", "/home/anna", {}, MOUNTS, on_usb={"8:33"}.__contains__)
DRIVES = {"C:\\": 3, "E:\\": 2, "H:\\": 4, "D:\\": 5}
WINDOWS = Facts(
    "win32",
    "C:\\Users\\Anna",
    {"OneDrive": "C:\\Users\\Anna\\OneDrive - Trust", "OneDriveCommercial": "D:\\Work"},
    drive_type=lambda root: DRIVES.get(root, 3),
)
MAC = Facts("darwin", "/Users/anna")


@pytest.mark.parametrize(
    ("path", "kind", "words", "root"),
    [
        ("/home/anna/a.techmodel", "local", "", "/"),
        (
            "/media/anna/STICK/a.techmodel",
            "removable",
            "the USB drive 'STICK'",
            "/media/anna/STICK",
        ),
        ("/media/anna/STICK", "removable", "the USB drive 'STICK'", "/media/anna/STICK"),
        ("/media/anna/STICKY/a", "local", "", "/"),
        ("/data disk/x/a", "removable", "the USB drive 'data disk'", "/data disk"),
        ("/backup/a", "local", "", "/backup"),
        ("/mnt/share/x/a", "network", "the shared drive", "/mnt/share"),
        ("/home/anna/nas/a", "network", "the shared drive", "/home/anna/nas"),
        ("/run/user/1000/gvfs/smb-share:server=x/a", "network", "the shared drive", None),
        ("/home/anna/OneDrive/a", "synced", "OneDrive", ""),
        ("/home/anna/Dropbox (Trust)/a", "synced", "Dropbox", ""),
        ("/home/anna/Nextcloud/x/a", "synced", "Nextcloud", ""),
        ("/home/anna/Documents/OneDrive notes/a", "local", "", "/"),
        ("/home/annabel/OneDrive/a", "local", "", "/"),
    ],
)
def test_on_linux_the_mount_tells(path, kind, words, root):
    place = place_from(path, LINUX)

    assert (place.kind, place.words) == (kind, words)
    assert root is None or place.root == root


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("C:\\Users\\Anna\\Documents\\a.techmodel", "local", ""),
        ("E:\\a.techmodel", "removable", "the USB drive 'E:'"),
        ("D:\\a.techmodel", "removable", "the USB drive 'D:'"),
        ("H:\\team\\a.techmodel", "network", "the shared drive 'H:'"),
        ("\\\\server\\share\\team\\a.techmodel", "network", "the shared drive"),
        ("C:\\Users\\Anna\\OneDrive - Trust\\Documents\\a", "synced", "OneDrive"),
        ("c:\\users\\anna\\onedrive - trust\\a", "synced", "OneDrive"),
        ("D:\\Work\\a", "synced", "OneDrive"),
        ("C:\\Users\\Anna\\Dropbox\\a", "synced", "Dropbox"),
        ("G:\\My Drive\\a", "synced", "Google Drive"),
        ("C:\\Users\\Anna\\iCloudDrive\\a", "synced", "iCloud Drive"),
    ],
)
def test_on_windows_the_drive_tells(path, kind, words):
    place = place_from(path, WINDOWS)

    assert (place.kind, place.words) == (kind, words)


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/Users/anna/Documents/a.techmodel", "local", ""),
        ("/Volumes/STICK/a.techmodel", "removable", "the drive 'STICK'"),
        ("/Volumes/a.techmodel", "local", ""),
        ("/Users/anna/Library/CloudStorage/OneDrive-Trust/a", "synced", "OneDrive"),
        ("/Users/anna/Library/CloudStorage/Box-Box/a", "synced", "Box"),
        ("/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/a", "synced", "iCloud Drive"),
    ],
)
def test_on_a_mac_the_path_tells(path, kind, words):
    place = place_from(path, MAC)

    assert (place.kind, place.words) == (kind, words)


def test_a_system_that_says_nothing_has_only_local_places():
    assert place_from("/x/a", Facts("linux")).kind is PlaceKind.LOCAL


@pytest.mark.parametrize(
    ("path", "advice", "gone"),
    [
        (
            "/media/anna/STICK/a",
            "Your work is kept on this computer, too",
            "has gone. Put it back",
        ),
        ("/mnt/share/a", "too, if that is away", "The shared drive cannot be reached."),
        (
            "/home/anna/OneDrive/a",
            "This assessment is in OneDrive.",
            "OneDrive cannot be reached.",
        ),
    ],
)
def test_every_other_place_has_its_words(path, advice, gone):
    place = place_from(path, LINUX)

    assert advice in place.advice
    assert gone in place.gone


def test_this_computers_disk_needs_no_words():
    assert (Place().advice, Place().gone, Place().words) == ("", "", "")


def test_a_place_here_is_told_by_this_systems_facts(tmp_path):
    assert place_of(tmp_path / "a.techmodel").kind is PlaceKind.LOCAL
    assert these_facts().home


@pytest.mark.skipif(not Path("/sys/dev/block").is_dir(), reason="only Linux says")
def test_every_device_of_this_computer_can_be_asked():
    devices = [path.name for path in Path("/sys/dev/block").iterdir()]

    assert {module._on_usb(device) for device in devices} <= {True, False}
    assert not module._on_usb("999:999")


def test_a_device_that_says_it_can_be_taken_out_can(tmp_path, monkeypatch):
    (tmp_path / "8:17").mkdir()
    flag = tmp_path / "8:17" / "removable"
    monkeypatch.setattr(module, "Path", lambda *parts: tmp_path.joinpath(parts[-1]))
    seen = []
    for said in ("0\n", "1\n"):
        flag.write_text(said)
        seen.append(module._on_usb("8:17"))

    assert seen == [False, True]


def test_a_device_on_usb_can_be_taken_out(tmp_path, monkeypatch):
    (tmp_path / "usb1" / "8:17").mkdir(parents=True)
    monkeypatch.setattr(module, "Path", lambda *parts: tmp_path / "usb1" / parts[-1])

    assert module._on_usb("8:17")


def test_a_drive_has_gone_when_its_folder_or_its_mount_has(tmp_path, monkeypatch):
    stick = tmp_path / "STICK"
    stick.mkdir()
    place = Place(PlaceKind.REMOVABLE, "USB drive 'STICK'", str(stick))
    monkeypatch.setattr(module, "place_of", lambda _: place)
    assert not place.has_gone(stick / "a")
    monkeypatch.setattr(module, "place_of", lambda _: Place(root="/"))
    assert place.has_gone(stick / "a")
    monkeypatch.setattr(module, "place_of", lambda _: place)
    stick.rmdir()

    assert place.has_gone(stick / "a")
    assert not Place(name="the shared drive").has_gone(stick)


# copies of a sync client


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "a.techmodel"
    made.write_bytes(image())
    return made


def test_copies_beside_a_document_are_found_by_what_they_hold(path):
    for name in ("a-LT0423.techmodel", "A (conflicted copy).techmodel", "b.techmodel"):
        shutil.copyfile(path, path.with_name(name))
    path.with_name("a other.techmodel").write_bytes(b"junk")
    path.with_name("a.txt").write_bytes(path.read_bytes())
    path.with_name("a folder.techmodel").mkdir()

    assert [p.name for p in conflict_copies(path)] == [
        "A (conflicted copy).techmodel",
        "a-LT0423.techmodel",
    ]


def test_a_document_that_is_not_there_has_no_copies(path):
    assert conflict_copies(path.with_name("none.techmodel")) == ()


@pytest.mark.skipif(os.name == "nt", reason="named pipes of POSIX")
def test_a_pipe_beside_a_document_does_not_stop_us(path):
    os.mkfifo(path.with_name("a pipe.techmodel"))

    assert conflict_copies(path) == ()
