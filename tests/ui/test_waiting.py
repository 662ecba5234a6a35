"""Answers that could not be made durable wait, in order, and are tried again by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.core.errors import FileProblem, Refused
from techmodel.session.touched import Touched
from techmodel.ui.waiting import Unsaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from techmodel.session.session import Session
    from techmodel.ui.workspace import Workspace

FULL = FileProblem("Your last change is not saved yet: the disk is full.")


class Disk:
    """A disk that may be full, and what was written to it."""

    def __init__(self) -> None:
        self.full = True
        self.written: list[str] = []

    def verb(self, word: str) -> Callable[[Session], Touched]:
        def write(_: Session) -> Touched:
            if self.full:
                raise FULL
            self.written.append(word)
            return Touched.ANSWERS

        return write


@pytest.fixture
def disk() -> Disk:
    return Disk()


def give(workspace: Workspace, disk: Disk, *words: str) -> None:
    for word in words:
        workspace.run(disk.verb(word), Unsaved(word))


def test_answers_wait_in_their_order(workspace: Workspace, disk: Disk) -> None:
    give(workspace, disk, "one", "two", "three")
    waited = [thing.words for thing in workspace.waiting.things]
    disk.full = False
    done = workspace.waiting.try_again()

    assert waited == ["one", "two", "three"]
    assert done
    assert disk.written == waited


def test_what_waits_comes_before_what_is_new(workspace: Workspace, disk: Disk) -> None:
    give(workspace, disk, "one")
    disk.full = False
    give(workspace, disk, "two")

    assert disk.written == ["one", "two"]


def test_they_are_tried_again_by_themselves(
    workspace: Workspace, disk: Disk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techmodel.ui.waiting.AGAIN_MS", (5,))
    give(workspace, disk, "one")
    disk.full = False
    with qtbot.waitSignal(workspace.touched):
        pass

    assert disk.written == ["one"]
    assert workspace.waiting.sentence == ""


def test_what_cannot_be_done_any_more_is_said_and_goes(workspace: Workspace, disk: Disk) -> None:
    said: list[str] = []
    workspace.failed.connect(said.append)
    give(workspace, disk, "one")

    def refuse(_: Session) -> Touched:
        if disk.full:
            raise FULL
        raise Refused("Hill Practice has left.")

    workspace.run(refuse, Unsaved("two"))
    disk.full = False
    workspace.waiting.try_again()

    assert said == ["Hill Practice has left."]
    assert workspace.waiting.things == ()


def test_a_form_that_keeps_its_words_does_not_wait(workspace: Workspace, disk: Disk) -> None:
    said: list[str] = []
    workspace.failed.connect(said.append)

    assert not workspace.run(disk.verb("note"))
    assert said == [str(FULL)]
    assert workspace.waiting.things == ()
    assert not workspace.waiting.give_up_last()


def test_of_two_answers_for_one_pair_the_newer_is_shown(workspace: Workspace, disk: Disk) -> None:
    workspace.run(disk.verb("a"), Unsaved("a", {("REC-01", "x"): 1}))  # type: ignore[dict-item]
    workspace.run(disk.verb("b"), Unsaved("b", {("REC-01", "x"): 2}))  # type: ignore[dict-item]

    assert workspace.waiting.answers == {("REC-01", "x"): 2}
    assert workspace.saving_text == "Not saved yet, trying again"
    with pytest.raises(FileProblem):
        workspace.close()
    disk.full = False
