"""Start lists the kept work of every document, with one verb each."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from tests.ui.office import Office, crash

from techmodel.session.kept import Kept, discard, find_kept
from techmodel.settings import work_folder
from techmodel.ui.looking import LOOKING
from techmodel.ui.recovery.kept_work import TROUBLE
from techmodel.ui.start.kept import KeptList
from techmodel.ui.start.page import StartPage
from techmodel.ui.start.rest import Rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from techmodel.ui.look import Look

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def kept(name: str = "a.techmodel", **more: object) -> Kept:
    path = Path("/data") / name if name else Path()
    facts = {"title": "Place", "until": NOW, "closed": None, "continues": True, "damaged": False}
    return Kept(document=path, place=Path("/elsewhere/x.db"), **{**facts, **more})  # type: ignore[arg-type]


def rows(found: list[Kept], qtbot: QtBot) -> tuple[KeptList, list[str]]:
    shown = KeptList(found, NOW.astimezone())
    qtbot.addWidget(shown)
    return shown, [label.text() for label in shown.findChildren(QLabel)]


def test_each_has_a_line_and_a_verb(qtbot: QtBot) -> None:
    found = [
        kept(),
        kept("b.techmodel", gone=True),
        kept("", gone=True, title=""),
        kept("c.techmodel", damaged=True, title=""),
    ]
    shown, texts = rows(found, qtbot)
    when = f"{NOW.astimezone():%H:%M}"
    asked: list[Kept] = []
    shown.wanted.connect(asked.append)
    for button in shown.findChildren(QPushButton):
        button.click()

    assert texts == [
        "We kept your work on 4 assessments. It is not in their files yet.",
        f"Place, up to today {when}, not in ‘a.techmodel’ yet",
        f"Place, up to today {when}, ‘b.techmodel’ is gone",
        f"An assessment, up to today {when}, without a file",
        f"c, up to today {when}, damaged, it cannot be read",
    ]
    assert asked == found


def test_one_alone_is_said_as_one(qtbot: QtBot) -> None:
    shown, _ = rows([kept()], qtbot)
    shown.say()

    assert shown.accessibleName() == "We kept your work. It is not in its file yet."
    assert shown.findChildren(QPushButton)[0].accessibleName() == "Look at it: Place"


@pytest.fixture
def start(look: Look, qtbot: QtBot) -> Callable[[], StartPage]:
    """Show a Start page and wait until everything is there."""

    def show() -> StartPage:
        page = StartPage(look, (), lambda p: Rest(p, look, ()))
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(lambda: bool(page.findChildren(Rest)))
        page.findChildren(Rest)[0].worker.finish()
        return page

    return show


def test_they_are_found_after_the_first_paint(
    office: Office, document: Path, other: Path, start: Callable[[], StartPage]
) -> None:
    before = start().findChildren(KeptList)
    for path in (document, other):
        crash(path, work_folder())
    (shown,) = start().findChildren(KeptList)

    assert before == []
    assert len(shown.findChildren(QPushButton)) == 2


def test_the_verb_leads_to_the_choice(office: Office, document: Path) -> None:
    crash(document, work_folder())
    (found,) = find_kept(work_folder())
    office.desk.kept_work.show(found)

    assert office.text(LOOKING).startswith("We kept your work.")
    assert office.title == "one.techmodel — Kept work — techmodel"


def test_what_can_neither_be_read_nor_opened_can_be_put_away(
    office: Office, document: Path
) -> None:
    crash(document, work_folder())
    (found,) = find_kept(work_folder())
    found.place.write_bytes(b"\0" * 4096)
    document.unlink()
    (found,) = find_kept(work_folder())
    office.desk.kept_work.show(found)
    said = office.text(TROUBLE)
    office.verbs["Put it away"].click()

    assert "is damaged and cannot be read, and its file is gone" in said
    assert office.text(TROUBLE) == ""
    assert find_kept(work_folder()) == ()


def test_what_was_gone_on_with_meanwhile_is_said(office: Office, document: Path) -> None:
    crash(document, work_folder())
    (found,) = find_kept(work_folder())
    found.place.unlink()
    office.desk.kept_work.show(found)

    assert office.text(TROUBLE).startswith("That work does not wait here any more")


def test_what_was_put_aside_meanwhile_is_no_damage(office: Office, document: Path) -> None:
    crash(document, work_folder())
    (found,) = find_kept(work_folder())
    office.desk.show_start()
    discard(found)
    office.desk.kept_work.show(found)

    assert office.text(TROUBLE).startswith("That work is under File, Backups already")
    assert office.title == "Start — techmodel"
