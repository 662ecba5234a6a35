"""A checklist folder is written whole or not at all."""

from pathlib import Path

import pytest

from techmodel.core.errors import ExportFailed, Refused
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.session.checklist_folder import check_place, write_checklist_folder


def test_an_empty_folder_is_a_good_place(checklist, tmp_path):
    check_place(tmp_path, force=False)
    write_checklist_folder(checklist, tmp_path / "own")
    assert read_checklist_folder(tmp_path / "own") == checklist


def test_guides_beside_a_checklist_outlive_its_replacement(checklist, tmp_path):
    write_checklist_folder(checklist, tmp_path)
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "GOV.toml").write_text("ours", "utf-8")
    write_checklist_folder(checklist, tmp_path, force=True)
    assert (tmp_path / "guides" / "GOV.toml").read_text("utf-8") == "ours"


def test_a_folder_that_is_no_checklist_is_left_alone(checklist, tmp_path):
    (tmp_path / "own" / "more").mkdir(parents=True)
    with pytest.raises(Refused, match="other files"):
        write_checklist_folder(checklist, tmp_path / "own", force=True)
    assert (tmp_path / "own" / "more").is_dir()


def test_what_was_there_stays_when_the_system_refuses(checklist, tmp_path, monkeypatch):
    write_checklist_folder(checklist, tmp_path / "own")
    rename = Path.rename

    def refuse(self, target):
        if self.name.endswith(".new"):
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ExportFailed, match="unchanged"):
        write_checklist_folder(checklist, tmp_path / "own", force=True)
    assert [p.name for p in tmp_path.iterdir()] == ["own"]
    assert read_checklist_folder(tmp_path / "own") == checklist


def test_nothing_is_left_behind_where_there_was_nothing(checklist, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "rename", lambda *_: (_ for _ in ()).throw(OSError("no")))
    with pytest.raises(ExportFailed, match="OSError"):
        write_checklist_folder(checklist, tmp_path / "own")
    assert not list(tmp_path.iterdir())
