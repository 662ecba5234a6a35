"""The workspace runs verbs, says problems, and copies the work into the document in time."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem, Refused
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import read_document
from techmodel.ui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from techmodel.store.working_file import Document


def answer(session: Session) -> Touched:
    gap = session.gaps().capabilities[0]
    organisation = next(iter(gap.pairs))
    level = session.revision % 6
    return session.answers.give(gap.id, organisation, Value(State.LEVEL, level))


def refuse(_: Session) -> Touched:
    raise Refused("Not so.")


def published(workspace: Workspace) -> int:
    document = workspace.session.document
    assert document is not None
    return read_document(document.path).revision


def test_a_verb_is_announced(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.touched) as heard:
        succeeded = workspace.run(answer)

    assert succeeded
    assert Touched.ANSWERS in heard.args[0]


def test_a_verb_that_changes_nothing_is_not_announced(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(workspace.touched):
        succeeded = workspace.run(lambda _: Touched.NONE)

    assert succeeded


def test_a_refusal_becomes_a_sentence(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(workspace.failed) as heard:
        succeeded = workspace.run(refuse)

    assert not succeeded
    assert heard.args == ["Not so."]


def test_work_is_published_soon_after_the_last_change(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.publisher._idle.setInterval(10)
    workspace.run(answer)
    during = workspace.saving_text
    qtbot.waitUntil(
        lambda: workspace.saving_text.startswith("Saved ") and "," not in workspace.saving_text
    )

    assert during.startswith("Saved on this laptop")
    assert published(workspace) == workspace.session.revision


def test_work_is_published_at_the_latest_after_a_while(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.publisher._idle.setInterval(60_000)
    workspace.publisher._latest.setInterval(10)
    workspace.run(answer)
    document = workspace.session.document
    assert document is not None
    qtbot.waitUntil(lambda: not document.unpublished)

    assert published(workspace) == workspace.session.revision


def test_what_changes_while_publishing_is_published_next(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.publisher._idle.setInterval(10)
    workspace.run(answer)
    workspace.publish_now()
    workspace.run(answer)
    document = workspace.session.document
    assert document is not None
    qtbot.waitUntil(lambda: not document.unpublished)

    assert published(workspace) == workspace.session.revision


def test_a_document_changed_meanwhile_is_kept(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.publish_now()
    workspace.worker.finish()
    document = workspace.session.document
    assert document is not None
    theirs = document.path.read_bytes() + b"x"
    document.path.write_bytes(theirs)
    workspace.run(answer)
    workspace.publish_now()
    workspace.worker.finish()

    assert workspace.problem
    assert document.path.read_bytes() == theirs
    assert workspace.saving_text.endswith("not yet in the file")
    document.close(publish=False)


def test_publishing_goes_on_when_the_place_is_back(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.publish_now()
    workspace.worker.finish()
    document = workspace.session.document
    assert document is not None
    workspace.run(answer)
    moved = document.path.parent / "gone"
    moved.mkdir()
    document.path.rename(moved / "a")
    workspace.publish_now()
    workspace.worker.finish()
    problem = workspace.problem
    (moved / "a").rename(document.path)
    workspace.publish_now()
    workspace.worker.finish()

    assert problem
    assert workspace.problem == ""


def test_closing_publishes_what_is_left(workspace: Workspace) -> None:
    workspace.run(answer)
    document = workspace.session.document
    assert document is not None
    revision = workspace.session.revision
    workspace.close()

    assert read_document(document.path).revision == revision


def test_closing_without_publishing_keeps_the_work_here(
    make_document: Callable[..., Document], work: Path, qtbot: QtBot
) -> None:
    document = make_document()
    workspace = Workspace(Session(document.file, document))
    workspace.close(publish=False)

    assert not document.path.exists()
    assert list(work.iterdir())


def test_the_end_of_the_systems_session_publishes_without_asking(workspace: Workspace) -> None:
    workspace.run(answer)
    workspace.publish_at_once()

    assert published(workspace) == workspace.session.revision


def test_a_failure_at_the_end_of_the_session_is_left_for_later(workspace: Workspace) -> None:
    document = workspace.session.document
    assert document is not None
    workspace.publish_at_once()
    workspace.run(answer)
    moved = document.path.rename(document.path.with_name("moved"))
    done = workspace.publish_at_once()
    moved.rename(document.path)

    assert not done
    assert document.unpublished


def test_the_end_of_the_session_waits_no_longer_than_it_may(workspace: Workspace) -> None:
    ready = threading.Event()
    workspace.worker.start(ready.wait, 10, lambda _: None)
    workspace.run(answer)
    begun = time.monotonic()
    done = workspace.publisher.at_once(0.05)
    taken = time.monotonic() - begun
    ready.set()

    assert not done
    assert taken < 2


def test_publishing_tries_again_by_itself(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("techmodel.ui.publishing.AGAIN_MS", (5, 5))
    document = workspace.session.document
    assert document is not None
    workspace.publish_now()
    workspace.worker.finish()
    workspace.run(answer)
    moved = document.path.rename(document.path.with_name("moved"))
    workspace.publish_now()
    workspace.worker.finish()
    failed = workspace.problem
    moved.rename(document.path)
    qtbot.waitUntil(lambda: not workspace.problem)

    assert failed
    assert published(workspace) == workspace.session.revision


def test_what_somebody_else_saved_is_not_tried_again_but_goes_on_when_settled(
    workspace: Workspace,
) -> None:
    document = workspace.session.document
    assert document is not None
    workspace.publish_now()
    workspace.worker.finish()
    ours = document.path.read_bytes()
    document.path.write_bytes(ours + b"x")
    workspace.run(answer)
    workspace.publish_now()
    workspace.worker.finish()
    publisher = workspace.publisher
    before = (publisher.changed_underneath, publisher.may_retry, publisher._again.isActive())
    document.path.write_bytes(ours)
    publisher.go_on()
    workspace.worker.finish()

    assert before == (True, False, False)
    assert published(workspace) == workspace.session.revision


def test_nothing_is_published_while_a_person_decides(workspace: Workspace) -> None:
    workspace.publish_now()
    workspace.worker.finish()
    workspace.publisher.hold()
    workspace.run(answer)
    workspace.publish_now()
    workspace.worker.finish()

    assert published(workspace) == workspace.session.revision - 1
    workspace.publisher.go_on()
    workspace.worker.finish()
    assert published(workspace) == workspace.session.revision


def test_the_organisation_shown_is_announced_once(workspace: Workspace, qtbot: QtBot) -> None:
    organisation = workspace.session.assessment().scope[0].id
    with qtbot.waitSignal(workspace.showing_changed):
        workspace.show_only(organisation)
    with qtbot.assertNotEmitted(workspace.showing_changed):
        workspace.show_only(organisation)

    assert workspace.showing == organisation


def test_a_card_is_asked_for(workspace: Workspace, qtbot: QtBot) -> None:
    capability = workspace.session.assessment().checklist.capabilities[0].id
    with qtbot.waitSignal(workspace.card_wanted) as heard:
        workspace.open_card(capability)

    assert heard.args == [capability, ""]


def test_what_is_opened_for_reading_says_so(sample_file: Path, qtbot: QtBot) -> None:
    workspace = Workspace(Session(read_document(sample_file)))
    workspace.publish_now()
    workspace.publish_at_once()

    assert workspace.saving_text == "Opened for reading"
    workspace.close()


def test_a_disk_that_does_not_give_the_working_file_is_said_and_tried_again(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "Your work is kept on this computer, but its disk could not be read."

    def refused(_: object) -> None:
        raise FileProblem(said)

    workspace.run(answer)
    with monkeypatch.context() as patch, qtbot.waitSignal(workspace.failed) as heard:
        patch.setattr("techmodel.store.database.Database.image", refused)
        workspace.publish_now()
    assert (heard.args, workspace.problem) == ([said], said)
    workspace.publish_now()
    workspace.worker.finish()

    assert published(workspace) == workspace.session.revision


def test_what_was_written_though_it_could_not_be_confirmed_is_shown_and_published(
    workspace: Workspace, qtbot: QtBot
) -> None:
    def unconfirmed(session: Session) -> Touched:
        answer(session)
        session._told -= 1  # as when the write failed and is in the file all the same
        raise FileProblem("We could not confirm that your last change was written.")

    with qtbot.waitSignal(workspace.touched) as heard:
        succeeded = workspace.run(unconfirmed)

    assert (succeeded, heard.args) == (False, [Touched.ALL])
    assert workspace.publisher._idle.isActive()
