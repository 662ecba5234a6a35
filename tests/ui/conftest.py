"""Fixtures of the window's tests: a look, workspaces on real files, and checks for every page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QWidget,
)
from tests.ui.office import Office

from techmodel.session.sample import make_sample
from techmodel.session.session import Session
from techmodel.store.working_file import Document
from techmodel.ui.look import Look, Theme
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at 100 %.

    The stylesheet is not taken off afterwards: Qt then forgets to watch the widgets that live on
    and crashes with the next one.
    """
    made = Look(Theme.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def workspace(session: Session, qtbot: QtBot) -> Iterator[Workspace]:
    """A workspace on a new assessment of three organisations: acute, gp, care home."""
    made = Workspace(session)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def make_workspace(
    make_document: Callable[..., Document], qtbot: QtBot
) -> Iterator[Callable[..., Workspace]]:
    """Make workspaces on new assessments; the arguments are those of `make_document`."""
    made: list[Workspace] = []

    def make(**arguments: object) -> Workspace:
        document = make_document(**arguments)
        made.append(Workspace(Session(document.file, document)))
        return made[-1]

    yield make
    for workspace in made:
        workspace.close()
        workspace.deleteLater()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a published document; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("sample")
    document = make_sample(folder / "sample.techmodel", folder / "work", force=False)
    document.close()
    return folder / "sample.techmodel"


@pytest.fixture
def sample_workspace(sample_file: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Workspace]:
    """A workspace on a copy of the sample."""
    path = tmp_path / "sample.techmodel"
    shutil.copyfile(sample_file, path)
    document = Document.open(path, tmp_path / "work")
    made = Workspace(Session(document.file, document))
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def document(sample_file: Path, tmp_path: Path) -> Path:
    """A document of one's own: a copy of the sample."""
    path = tmp_path / "one.techmodel"
    shutil.copyfile(sample_file, path)
    return path


@pytest.fixture
def other(document: Path) -> Path:
    """A second one beside it, with the same content."""
    return shutil.copyfile(document, document.with_name("two.techmodel"))


@pytest.fixture
def office(
    look: Look, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Office]:
    """A window at Start, with a home of its own."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    made = Office(look)
    made.desk.show_start()
    made.window.show()
    yield made
    if made.desk.workspace is not None:
        made.desk.workspace.close(publish=False)
    made.desk.stage.let_go()
    made.window.may_close = lambda: True
    made.window.close()
    made.window.deleteLater()


@pytest.fixture(autouse=True)
def _no_window_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test that leaves a window on the screen is at fault."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        app.processEvents()
        left = [w for w in app.topLevelWidgets() if w.isVisible() and _is_a_window(w)]
        names = [type(w).__name__ for w in left]
        for widget in left:
            widget.close()

        assert not names, f"{request.node.name} left windows: {names}"


def _is_a_window(widget: QWidget) -> bool:
    return widget.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}


@pytest.fixture
def unnamed_focusables() -> Callable[[QWidget], list[str]]:
    """The function that lists widgets that can have the focus but say nothing."""
    return _unnamed_focusables


def _unnamed_focusables(widget: QWidget) -> list[str]:
    inside = [widget, *widget.findChildren(QWidget)]
    return [_place(w) for w in inside if _can_have_focus(w) and not _spoken_name(w)]


def _can_have_focus(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def _spoken_name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton):
        return widget.text()
    if isinstance(widget.parentWidget(), QAbstractItemView):
        return widget.parentWidget().accessibleName()
    if _list_of(widget) is not None:
        return _list_of(widget).accessibleName()
    parts = [label for label in _labels(widget) if label.buddy() is widget]
    return parts[0].text() if parts else ""


def _list_of(widget: QWidget) -> QComboBox | None:
    """The combo box whose list this is."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QComboBox):
        at = at.parentWidget()
    return at


def _labels(widget: QWidget) -> list[QLabel]:
    return widget.window().findChildren(QLabel)


def _place(widget: QWidget) -> str:
    names = []
    at: QWidget | None = widget
    while at is not None:
        names.append(at.objectName() or type(at).__name__)
        at = at.parentWidget()
    return " < ".join(names[:4])
