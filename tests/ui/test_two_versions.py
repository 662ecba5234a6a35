"""Another file, or what somebody else has saved: seen, compared, merged; both are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.office import Office, answer

from techmodel.core.answers import State, Value
from techmodel.session.backups import copies_of
from techmodel.session.session import Session
from techmodel.store.backups import Reason
from techmodel.store.working_file import Document, read_document
from techmodel.ui import ask
from techmodel.ui.differences.page import DifferencesPage
from techmodel.ui.frame.saving_notice import KEY
from techmodel.ui.looking import LOOKING
from techmodel.ui.merge.bring_in import BringInPage
from techmodel.ui.merge.page import MergePage
from techmodel.ui.two_versions import MERGED, MERGING, VERSIONS

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Theirs"


def saved_by_somebody_else(path: Path) -> bytes:
    """Another computer, whose lock nobody sees, saves the document; its bytes then."""
    lock = path.with_name(f"~${path.name}")
    held = lock.read_bytes() if lock.exists() else b""
    lock.unlink(missing_ok=True)
    other = Document.open(path, path.parent / "their work")
    session = Session(other.file, other)
    session.scope.entitle(TITLE)
    gap = session.gaps().capabilities[3]
    session.answers.give(gap.id, next(iter(gap.pairs)), Value(State.LEVEL, 5))
    other.close()
    if held:
        lock.write_bytes(held)
    return path.read_bytes()


@pytest.fixture
def changed(office: Office, document: Path) -> Office:
    """An office whose document somebody else has saved, with an answer of our own."""
    office.desk.open(document)
    office.workspace.worker.finish()
    saved_by_somebody_else(document)
    office.workspace.run(answer)
    office.workspace.publish_now()
    office.workspace.worker.finish()
    return office


def finish(office: Office) -> None:
    page = office.window.frame.page
    assert isinstance(page, MergePage)
    page.parts.foot.finish.click()


def test_a_banner_offers_both_versions(changed: Office) -> None:
    assert changed.text(KEY).startswith("Your work is safe on this computer.")
    assert list(changed.verbs)[:4] == [
        "Merge both…",
        "See theirs",
        "Save mine as a copy…",
        "Keep mine as main",
    ]


def test_theirs_is_seen_over_ours(changed: Office) -> None:
    changed.verbs["See theirs"].click()
    seen, title = changed.desk.stage.seen, changed.title
    assert seen is not None
    theirs = seen.session.assessment().title
    changed.verbs["Compare with mine"].click()
    compared = changed.window.frame.page
    changed.window.frame.back()
    changed.desk.stage.look_no_more()

    assert (theirs, title.split(" — ")[0]) == (
        TITLE,
        "one.techmodel, as somebody else has saved it",
    )
    assert isinstance(compared, DifferencesPage)
    assert changed.text(LOOKING) == ""
    assert changed.workspace.session.assessment().title != TITLE


def test_after_merging_publishing_goes_on(changed: Office, document: Path) -> None:
    theirs = document.read_bytes()
    changed.verbs["Merge both…"].click()
    finish(changed)
    changed.workspace.worker.finish()
    copies = [c.path.read_bytes() for c in copies_of(document) if c.reason == Reason.REPLACED]
    session = Session(read_document(document))

    assert session.assessment() == changed.workspace.session.assessment()
    assert session.assessment().title == TITLE
    assert copies == [theirs]
    assert changed.text(KEY) == ""
    assert changed.text(MERGED)


def test_where_theirs_is_older_mine_is_kept_as_main(office: Office, document: Path) -> None:
    office.desk.open(document)
    older = document.read_bytes()
    office.workspace.run(answer)
    office.workspace.publish_now()
    office.workspace.worker.finish()
    document.write_bytes(older)
    office.workspace.run(lambda session: session.scope.entitle("Mine"))
    office.workspace.publish_now()
    office.workspace.worker.finish()
    office.verbs["Merge both…"].click()
    said = office.text(VERSIONS)
    office.verbs["Keep mine as main"].click()
    office.workspace.worker.finish()

    assert said.startswith("Your work is safe. There is nothing to merge: ‘one.techmodel’ is an")
    assert Session(read_document(document)).assessment().title == "Mine"
    assert not isinstance(office.window.frame.page, MergePage)
    assert office.text(KEY) == ""


def test_leaving_the_merge_leaves_both(changed: Office, document: Path) -> None:
    theirs = document.read_bytes()
    changed.verbs["Merge both…"].click()
    changed.window.frame.page.cancelled.emit()

    assert document.read_bytes() == theirs
    assert changed.text(KEY)


def test_keeping_mine_keeps_theirs_too(changed: Office, document: Path) -> None:
    theirs = document.read_bytes()
    changed.verbs["Keep mine as main"].click()
    changed.workspace.worker.finish()
    copies = [c.path.read_bytes() for c in copies_of(document) if c.reason == Reason.REPLACED]

    assert read_document(document).revision == changed.workspace.session.revision
    assert copies == [theirs]
    assert "kept under File, Backups" in changed.text(VERSIONS)


def test_theirs_that_is_damaged_is_said(changed: Office, document: Path) -> None:
    document.write_bytes(document.read_bytes()[:-3000])
    for verb in ("Merge both…", "See theirs", "Keep mine as main"):
        changed.verbs[verb].click()
        assert "is damaged" in changed.text(VERSIONS)


def test_another_file_is_merged_from_the_menu(
    office: Office, document: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_by_somebody_else(other)
    monkeypatch.setattr(ask, "open_path", lambda *_: other)
    office.desk.open(document)
    office.window.actions_.merge.trigger()
    finish(office)
    merged = office.workspace.session.assessment().title
    office.verbs["Undo"].click()

    assert merged == TITLE
    assert office.workspace.session.assessment().title != TITLE
    assert office.title == "one.techmodel — Checklist — techmodel"


def test_the_undo_of_a_merge_goes_when_the_merge_is_taken_back(
    office: Office, document: Path, other: Path
) -> None:
    saved_by_somebody_else(other)
    office.desk.open(document)
    office.workspace.run(answer)
    office.desk.extras.versions.merge_file(other)
    finish(office)
    office.window.actions_.undo.trigger()

    assert office.text(MERGED) == ""
    assert "Undo" not in office.verbs


def test_what_is_no_copy_is_said(
    office: Office, document: Path, tmp_path: Path, make_document, monkeypatch
) -> None:
    made = make_document(name="another.techmodel")
    made.publish()
    (tmp_path / "notes.txt").write_text("hello")
    office.desk.open(document)
    said = []
    for path in (made.path, tmp_path / "notes.txt"):
        monkeypatch.setattr(ask, "open_path", lambda *_, path=path: path)
        office.window.actions_.merge.trigger()
        said.append(office.text(MERGING))

    assert "is another assessment" in said[0]
    assert "notes.txt" in said[1]


def test_organisations_of_another_assessment_can_be_brought_in(
    office: Office, document: Path, make_document, monkeypatch
) -> None:
    made = make_document(name="another.techmodel")
    made.publish()
    office.desk.open(document)
    before = len(office.workspace.session.assessment().organisations)
    monkeypatch.setattr(ask, "open_path", lambda *_: made.path)
    office.window.actions_.merge.trigger()
    office.verbs["Bring in as new organisation…"].click()
    page = office.window.frame.page
    assert isinstance(page, BringInPage)
    for row in page._rows.values():
        row.box.setChecked(True)
    page.go.click()

    assert len(office.workspace.session.assessment().organisations) == before + 3
    assert office.text(MERGED)
    assert office.title == "one.techmodel — Checklist — techmodel"


def test_not_choosing_a_file_changes_nothing(
    office: Office, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "open_path", lambda *_: None)
    office.desk.open(document)
    office.window.actions_.merge.trigger()

    assert office.title == "one.techmodel — Checklist — techmodel"


def test_a_file_beside_is_compared(office: Office, document: Path, other: Path) -> None:
    saved_by_somebody_else(other)
    office.desk.open(document)
    office.desk.extras.versions.compare_with(other)
    shown = office.window.frame.page
    office.window.frame.back()
    other.write_bytes(b"x")
    office.desk.extras.versions.compare_with(other)

    assert isinstance(shown, DifferencesPage)
    assert shown.header.headline == "2 differences."
    assert office.text(VERSIONS)
