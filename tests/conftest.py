"""Fixtures every room may use: the real checklist, a clock, and sessions on real files."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from techmodel.core.checklist import CareModelId, KindId
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from techmodel.core.checklist import Checklist
    from techmodel.store.working_file import Document

pytest_plugins = ["tests.faults.harness.plugin"]

THREE = (
    Newcomer("Riverside Trust", KindId("acute")),
    Newcomer("Hill Practice", KindId("gp")),
    Newcomer("Meadow Care Home", KindId("care-home"), 0.5),
)


@pytest.fixture(scope="session", autouse=True)
def _home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep every test away from the real application data."""
    os.environ["TECHMODEL_HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def _really_deleted() -> Iterator[None]:
    """Carry out what deleteLater asked for: no loop runs between tests that would.

    Widgets that live on are styled again for every test to come.
    """
    yield
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        if QCoreApplication.instance() is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            _let_keys_go()


def _let_keys_go() -> None:
    """Release Ctrl and Shift: one pressed on a widget that went away would count for the next."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QWidget

        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


@pytest.fixture(scope="session")
def checklist() -> Checklist:
    """The checklist that comes with the program."""
    return built_in_checklist()


class Clock:
    """A clock that moves one minute at each look."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder for working files."""
    return tmp_path / "work"


@pytest.fixture
def make_document(
    checklist: Checklist, tmp_path: Path, work: Path
) -> Iterator[Callable[..., Document]]:
    """Make documents of an assessment; all are let go at the end."""
    made = []

    def make(
        organisations: tuple[Newcomer, ...] = THREE,
        models: tuple[str, ...] = ("PLACE",),
        name: str = "a.techmodel",
    ) -> Document:
        draft = Draft(
            "Test partnership", checklist, organisations, [CareModelId(m) for m in models]
        )
        document = create_document(tmp_path / name, work, draft, force=False)
        made.append(document)
        return document

    yield make
    for document in made:
        document.close(publish=False)


@pytest.fixture
def session(make_document: Callable[..., Document]) -> Session:
    """A session on a new assessment of three organisations: acute, gp, care home."""
    document = make_document()
    return Session(document.file, document, Clock())
