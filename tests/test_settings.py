"""Settings are read with tolerance, kept whole, and never stand in the way."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from pathlib import Path

import pytest

from techmodel import settings
from techmodel.settings import MAX_RECENT, Recent, Settings, SettingsFile, load_settings
from techmodel.store.backups import backups_beside


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def write(home: Path, text: str) -> None:
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text(text, encoding="utf-8")


def test_without_a_file_settings_are_as_at_first() -> None:
    assert load_settings() == Settings()


def test_changes_are_read_back() -> None:
    SettingsFile().change(theme="dark", text=150, letter_keys=False, role="IM&T lead")

    found = load_settings()

    assert (found.theme, found.text, found.letter_keys, found.role) == (
        "dark",
        150,
        False,
        "IM&T lead",
    )


def test_recent_documents_and_widths_are_read_back() -> None:
    file = SettingsFile()
    file.remember(Recent("/x/a.techmodel", "Å", 3, 10, 20, "2026-11-24T09:00:00Z"))
    file.change(widths={"Recent": (10, 20)})

    assert load_settings() == file.now
    assert load_settings().widths == {"Recent": (10, 20)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"theme": 3, "text": "big", "letter_keys": "yes", "role": [], "recent": {}}',
        '{"theme": "pink", "text": 900, "recent": [1, {"path": 3}], "widths": {"a": 3}}',
        '{"text": true, "widths": [], "geometry": {}}',
        "9" * 2_000_000,
    ],
)
def test_what_cannot_be_read_is_as_at_first(home: Path, text: str) -> None:
    write(home, text)

    assert load_settings() == Settings()


def test_one_wrong_field_leaves_the_others(home: Path) -> None:
    write(home, json.dumps({"theme": "dark", "text": -5}))

    assert load_settings() == Settings(theme="dark")


def test_the_newest_document_comes_first_and_only_once() -> None:
    file = SettingsFile()
    for path in ("a", "b", "a"):
        file.remember(Recent(path, path))

    assert [r.path for r in file.now.recent] == ["a", "b"]


def test_only_the_last_ten_documents_are_kept() -> None:
    file = SettingsFile()
    for n in range(MAX_RECENT + 3):
        file.remember(Recent(str(n), ""))

    assert [r.path for r in load_settings().recent] == [str(n) for n in range(12, 2, -1)]


def test_a_document_can_be_forgotten() -> None:
    file = SettingsFile()
    file.remember(Recent("a", ""))
    file.remember(Recent("b", ""))
    file.forget("b")

    assert [r.path for r in load_settings().recent] == ["a"]


def test_a_second_window_does_not_lose_what_the_first_wrote() -> None:
    one, two = SettingsFile(), SettingsFile()
    one.change(theme="dark")
    two.change(text=120)

    assert (load_settings().theme, load_settings().text) == ("dark", 120)


def test_a_profile_that_cannot_be_written_keeps_settings_in_memory(home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    file = SettingsFile()
    file.change(theme="dark")
    file.change(text=120)

    assert (file.now.theme, file.now.text) == ("dark", 120)
    assert file.problem.endswith("Your assessments are not affected.")


def test_nothing_half_written_is_left(home: Path) -> None:
    SettingsFile().change(theme="dark")

    assert [p.name for p in home.iterdir()] == ["settings.json"]


def test_paths_lie_in_the_home_that_is_told(home: Path) -> None:
    paths = (settings.work_folder(), settings.log_file(), settings.sample_file())

    assert all(path.is_relative_to(home) for path in paths)


def test_without_being_told_the_home_is_the_systems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TECHMODEL_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert settings.home().name == "techmodel"
    assert settings.home_problem() == ""


@pytest.fixture
def blocked(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which nothing can be made; where temporary files go."""
    home.write_text("a file where the folder should be", encoding="utf-8")
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    return tmp_path / "temp"


def test_a_home_that_cannot_be_written_gives_way_to_a_temporary_one(blocked: Path) -> None:
    assert settings.work_folder().is_relative_to(blocked)
    assert settings.backups_folder().parent == settings.work_folder().parent == settings.home()
    assert settings.home().stat().st_mode & 0o077 == 0
    assert str(settings.home()) in settings.home_problem()
    assert list(settings.home().iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="owners of POSIX")
def test_a_temporary_home_that_somebody_else_laid_out_is_not_used(
    blocked: Path, home: Path
) -> None:
    (blocked / f"techmodel-{os.getuid()}").mkdir(mode=0o777)
    (blocked / f"techmodel-{os.getuid()}").chmod(0o777)

    assert settings.home() == home
    assert settings.home_problem() == ""


def test_a_full_disk_is_no_reason_to_go_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "injected")

    monkeypatch.setattr(Path, "touch", full)

    assert settings.home() == home


def test_file_dialogs_begin_in_documents_if_there_are_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    before = settings.documents_folder()
    (tmp_path / "Documents").mkdir()

    assert (before, settings.documents_folder()) == (tmp_path, tmp_path / "Documents")


def test_another_checklist_folder_can_be_told(monkeypatch: pytest.MonkeyPatch) -> None:
    before = settings.built_in_folder()
    monkeypatch.setenv("TECHMODEL_CHECKLIST", "somewhere")

    assert before is None
    assert str(settings.built_in_folder()) == "somewhere"


def test_backups_lie_where_the_store_looks_for_them() -> None:
    assert settings.backups_folder() == backups_beside(settings.work_folder())
