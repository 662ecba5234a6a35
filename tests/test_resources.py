"""Where a shipped file is."""

from __future__ import annotations

from techmodel import resources


def test_a_checkout_gives_its_live_folder():
    assert resources.resource("checklist", "levels.toml").is_file()


def test_what_is_bundled_beside_the_package_comes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_BUNDLED", tmp_path)

    assert resources.resource("icons", "app.svg") == tmp_path / "icons" / "app.svg"
