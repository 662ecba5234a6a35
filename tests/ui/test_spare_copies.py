"""Spare copies are made while one works, and never stand in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.office import answer

from techmodel.core.errors import FileProblem

if TYPE_CHECKING:
    from techmodel.ui.workspace import Workspace


@pytest.fixture
def due(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in which a copy is due after every change."""
    monkeypatch.setattr("techmodel.session.backups.MINUTES", 0)
    monkeypatch.setattr("techmodel.session.backups._AGAIN", 0.0)
    workspace.session.backups._next = 0.0
    return workspace


def work(workspace: Workspace) -> None:
    workspace.run(answer)
    workspace.run(lambda s: s.scope.entitle(f"Change {s.revision}"))
    workspace.publish_now()
    workspace.worker.finish()
    workspace.worker.finish()


def test_one_is_made_after_some_minutes_of_change(due: Workspace) -> None:
    work(due)
    copies = due.session.backups.all()

    assert [copy.revision for copy in copies] == [due.session.revision]


def test_none_is_made_before_that(workspace: Workspace) -> None:
    work(workspace)

    assert workspace.session.backups.all() == ()


def test_none_is_made_without_change(due: Workspace) -> None:
    work(due)
    due.publisher.published.emit()
    due.worker.finish()

    assert len(due.session.backups.all()) == 1


def test_failures_are_told_after_three_and_block_nothing(
    due: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: object) -> None:
        raise FileProblem(
            "We could not make a spare copy (the disk of the backup folder is full)."
        )

    told: list[str] = []
    due.spare.changed.connect(lambda: told.append(due.spare.problem))
    with monkeypatch.context() as patch:
        patch.setattr("techmodel.session.backups.backup_snapshot", full)
        for _ in range(3):
            work(due)
    failed = list(told)
    due.session.backups._next = 0.0
    work(due)

    assert failed == [
        "Saved. We could not make a spare copy (the disk of the backup folder is full)."
    ]
    assert told[-1] == ""
    assert due.saving_text.startswith("Saved ")


def test_a_disk_that_does_not_give_the_working_file_stands_in_nobodys_way(
    due: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: object) -> None:
        raise FileProblem("Your work is kept on this computer, but its disk could not be read.")

    with monkeypatch.context() as patch:
        patch.setattr("techmodel.store.database.Database.image", refused)
        due.spare.look()
        assert due.session.backups.all() == ()
    work(due)

    assert len(due.session.backups.all()) == 1
