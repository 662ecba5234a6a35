"""What stands in the way of opening becomes a choice."""

from __future__ import annotations

import errno
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from techmodel.core.errors import (
    FileInUse,
    FileProblem,
    NotOurFile,
    ReadOnlyPlace,
    Refused,
    WorkLeft,
)
from techmodel.session.session import Session
from techmodel.store.lock import lock_path
from techmodel.store.working_file import Document, read_document
from techmodel.ui import ask
from techmodel.ui.opening import (
    IN_USE_BANNER,
    READ_ONLY_BANNER,
    Copy,
    How,
    check_not_itself,
    open_document,
    write_copy,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def document(sample_file: Path, tmp_path: Path) -> Path:
    path = tmp_path / "sample.techmodel"
    shutil.copyfile(sample_file, path)
    return path


@pytest.fixture
def how(tmp_path: Path) -> How:
    return How(tmp_path / "work", "IM&T lead")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The answers to give, in order; sentences asked are not looked at."""
    queue: list[str | None] = []
    monkeypatch.setattr(ask, "choose", lambda *_, **__: queue.pop(0))
    return queue


def elsewhere(document: Path) -> None:
    """A lock as another machine would leave it."""
    held = {
        "machine": "LT-0423",
        "pid": 1,
        "started": "",
        "role": "",
        "time": "2026-11-24T10:05:00Z",
    }
    lock_path(document).write_text(json.dumps(held), encoding="utf-8")


def test_a_document_is_opened_for_work(parent: QWidget, document: Path, how: How) -> None:
    opened = open_document(parent, document, how)
    assert opened is not None
    opened.session.close()

    assert opened.path == document
    assert opened.reading == ""
    assert not opened.session.read_only


def test_a_read_only_place_opens_for_reading(
    parent: QWidget, document: Path, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Document:
        raise ReadOnlyPlace("no")

    monkeypatch.setattr(Document, "open", refuse)
    opened = open_document(parent, document, how)

    assert opened is not None
    assert opened.session.read_only
    assert opened.reading == READ_ONLY_BANNER.format(what="folder")


def test_a_file_that_allows_no_changes_is_called_a_file(
    parent: QWidget, document: Path, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    opened = open_document(parent, document, how)

    assert opened is not None
    assert opened.reading == "Opened for reading. This file does not allow changes."


def test_a_document_in_use_can_be_read(
    parent: QWidget, document: Path, how: How, answers: list[str | None]
) -> None:
    elsewhere(document)
    answers.append("read")
    opened = open_document(parent, document, how)

    assert opened is not None
    assert opened.session.read_only
    assert opened.reading == IN_USE_BANNER


def test_a_document_in_use_can_be_tried_again_and_taken_over(
    parent: QWidget, document: Path, how: How, answers: list[str | None]
) -> None:
    elsewhere(document)
    answers.extend(["again", "take"])
    opened = open_document(parent, document, how)
    assert opened is not None
    opened.session.close()

    assert not opened.session.read_only
    assert answers == []


def test_who_has_it_is_said(
    parent: QWidget, document: Path, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_: QWidget, sentence: str, *__: object, **___: object) -> None:
        asked.append(sentence)

    monkeypatch.setattr(ask, "choose", choose)
    elsewhere(document)
    open_document(parent, document, how)
    lock_path(document).write_bytes(b"nothing of ours")
    open_document(parent, document, how)

    assert asked[0].startswith("Nothing was changed. ‘sample.techmodel’ is open on LT-0423 since ")
    assert "does not say where" in asked[1]
    assert "--take-lock" not in "".join(asked)


def test_what_a_window_of_this_computer_has_cannot_be_taken_over(
    parent: QWidget, document: Path, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def choose(_: QWidget, __: str, choices: tuple[tuple[str, str], ...], **___: str) -> None:
        asked.append([key for key, _ in choices])

    monkeypatch.setattr(ask, "choose", choose)
    held = Document.open(document, how.work)
    open_document(parent, document, how)
    held.close()
    elsewhere(document)
    open_document(parent, document, how)

    assert asked == [["read", "copy", "again"], ["read", "copy", "take"]]


def test_a_copy_of_a_document_in_use_can_be_worked_on(
    parent: QWidget, document: Path, how: How, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere(document)
    monkeypatch.setattr(ask, "choose", lambda *_, **__: "copy")
    monkeypatch.setattr(ask, "save_path", lambda *_: None)
    nowhere = open_document(parent, document, how)
    there = document.with_name("mine.techmodel")
    monkeypatch.setattr(ask, "save_path", lambda *_: there)
    opened = open_document(parent, document, how)
    assert opened is not None
    opened.session.close()

    assert nowhere is None
    assert (opened.path, opened.session.read_only) == (there, False)


def test_a_document_in_use_can_be_left_alone(
    parent: QWidget, document: Path, how: How, answers: list[str | None]
) -> None:
    elsewhere(document)
    answers.append(None)

    assert open_document(parent, document, how) is None


def test_work_from_before_a_crash_is_not_taken_up_unasked(
    parent: QWidget, document: Path, how: How
) -> None:
    died = Document.open(document, how.work)
    session = Session(died.file, died)
    session.scope.entitle("Changed")
    died.close(publish=False)
    before = document.read_bytes()

    with pytest.raises(WorkLeft):
        open_document(parent, document, how)
    assert document.read_bytes() == before


def test_what_is_no_assessment_is_said(parent: QWidget, tmp_path: Path, how: How) -> None:
    path = tmp_path / "a.txt"
    path.write_text("hello")

    with pytest.raises(NotOurFile):
        open_document(parent, path, how)


def test_a_copy_is_whole(document: Path, tmp_path: Path) -> None:
    there = tmp_path / "copy.techmodel"
    write_copy(Copy(Session(read_document(document)).serialize(), there))

    assert read_document(there).revision == read_document(document).revision
    assert not lock_path(there).exists()


def test_a_copy_replaces_what_a_person_chose(document: Path, tmp_path: Path) -> None:
    there = tmp_path / "copy.techmodel"
    there.write_bytes(b"old")
    write_copy(Copy(Session(read_document(document)).serialize(), there))

    assert read_document(there).revision > 0


def test_a_copy_over_what_the_disk_does_not_give_is_refused_in_a_sentence(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise OSError(errno.EIO, "injected")

    there, data = tmp_path / "b.techmodel", document.read_bytes()
    there.write_bytes(b"before")
    monkeypatch.setattr("techmodel.ui.opening.sha256", refuse)
    with pytest.raises(FileProblem, match=r"^Your work is safe on this computer\."):
        write_copy(Copy(data, there))

    assert there.read_bytes() == b"before"


def test_a_copy_does_not_replace_what_somebody_has_open(document: Path, tmp_path: Path) -> None:
    there = tmp_path / "copy.techmodel"
    there.write_bytes(b"theirs")
    elsewhere(there)

    with pytest.raises(FileInUse):
        write_copy(Copy(document.read_bytes(), there))
    assert there.read_bytes() == b"theirs"


def test_a_document_is_not_copied_over_itself(
    make_document: Callable[..., Document], tmp_path: Path
) -> None:
    made = make_document()
    session = Session(made.file, made)

    with pytest.raises(Refused):
        check_not_itself(session, made.path)
    check_not_itself(session, tmp_path / "other.techmodel")
