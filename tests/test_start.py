"""The way to the first paint: what is not done on it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from techmodel import __main__, app

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SOURCES = """
import linecache, sys
from techmodel import app
from techmodel.ui import desk
from techmodel.ui.checklist import page
print([name for name in linecache.cache if "techmodel" in name and "__init__" not in name])
"""


def test_no_source_of_ours_is_read_on_the_way_to_the_window(tmp_path: Path) -> None:
    environment = {**os.environ, "TECHMODEL_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run(
        [sys.executable, "-c", SOURCES],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert said.strip() == "[]"


def test_nothing_is_collected_before_the_first_paint(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "argv", ["techmodel"])
    on_the_way = []
    monkeypatch.setattr(app, "run", lambda *_, **__: on_the_way.append(gc.isenabled()) or 0)
    __main__.main()
    program = app.build(qapp)
    qtbot.addWidget(program.window)
    program.finish_start()
    program.look.deleteLater()

    assert on_the_way == [False]
    assert gc.isenabled()
