"""Names: which are held, where free text holds them, and removing them everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from techmodel.core.errors import FileProblem
from techmodel.session.evidence import Piece
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask
from techmodel.ui.names.page import NamesPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from tests.ui.office import Office

NAME = "Wilhelmina Ashdown"


@pytest.fixture
def names(office: Office, document: Path) -> NamesPage:
    """The page of an assessment that holds a name, which a note and a piece of evidence hold."""
    office.desk.open(document)
    session = office.workspace.session
    gap = session.gaps().capabilities[0]
    pair = gap.id, next(iter(gap.pairs))
    session.names.add(NAME)
    session.answers.note(*pair, f"{NAME} said so.")
    session.evidence.add(Piece("C", "List of Ashdown").of(pair))
    session.answers.note(*pair, "Ashdown said so.")
    session.backups.make()
    office.window.actions_.names.trigger()
    return page(office)


def page(office: Office) -> NamesPage:
    shown = office.window.frame.page
    assert isinstance(shown, NamesPage)
    return shown


def texts(shown: NamesPage) -> list[str]:
    model = shown.parts.texts.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def removing(shown: NamesPage, monkeypatch: pytest.MonkeyPatch, choice: str | None) -> None:
    monkeypatch.setattr(ask, "choose", lambda *_, **__: choice)
    shown.parts.remove.click()


def test_the_names_and_the_texts_that_hold_them_are_listed(names: NamesPage) -> None:
    said = texts(names)

    assert names.headline() == "1 name of a person."
    assert names.parts._held.text() == NAME
    assert said[0].startswith("The note of ")
    assert "piece of evidence" in said[1]
    assert said[-1].endswith("in the history; they cannot be changed")


def test_a_text_leads_to_its_card(office: Office, names: NamesPage) -> None:
    wanted: list[tuple[str, str]] = []
    office.workspace.card_wanted.connect(lambda *card: wanted.append(card))
    capability = office.workspace.session.gaps().capabilities[0].id
    names.parts.texts.selectRow(0)
    names.parts.open.click()
    names.parts.texts.selectRow(1)
    QTest.keyClick(names.parts.texts, Qt.Key.Key_Return)
    names.parts.texts.selectRow(len(texts(names)) - 1)

    assert [card[0] for card in wanted] == [capability] * 2
    assert not names.parts.open.isEnabled()


def test_any_name_can_be_looked_for(names: NamesPage) -> None:
    names.parts.field.setText("Xanthippe")
    none = (texts(names), names.parts._none.text())
    names.parts.field.setText("ashdown")

    assert none == ([], "No free text holds it.")
    assert len(texts(names)) == 3


def test_removing_takes_them_out_of_file_and_backups(
    office: Office, names: NamesPage, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    removing(names, monkeypatch, "remove")
    copies = office.workspace.session.backups.all()

    assert names.parts._done.text.startswith("1 name removed from the file")
    assert names.headline() == "No names: they were removed, and merges bring none back."
    assert Session(read_document(document)).names.all() == {}
    assert all(Session(read_document(copy.path)).names.all() == {} for copy in copies)
    assert not names.parts.remove.isEnabled()
    assert len(texts(names)) == 3  # free text that still holds it


def test_nothing_is_removed_without_being_sure(
    office: Office, names: NamesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[tuple[str, str]]] = []

    def choose(_: object, __: str, choices: list[tuple[str, str]], **___: object) -> None:
        asked.append(choices)

    monkeypatch.setattr(ask, "choose", choose)
    names.parts.remove.click()

    assert asked[0][0] == ("keep", "Keep the names")
    assert list(office.workspace.session.names.all().values()) == [NAME]


def test_a_failure_is_said_and_nothing_is_claimed(
    office: Office, names: NamesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    office.workspace.failed.connect(said.append)

    def fail() -> None:
        raise FileProblem("Still saving.")

    monkeypatch.setattr(office.workspace.publisher, "rest", fail)
    removing(names, monkeypatch, "remove")

    assert said == ["Still saving."]
    assert not names.parts._done.isVisible()


def test_files_that_may_still_hold_names_are_told(names: NamesPage) -> None:
    from techmodel.session.names import Removed

    names.parts.show_done(Removed(2, 1, 1, ("'x.techmodel' is open elsewhere.",), ()))

    assert "1 damaged backup had to be deleted" in names.parts._done.text
    assert (
        names.parts._left.text == "'x.techmodel' is open elsewhere. Do it again to try once more."
    )


def test_without_names_a_text_can_still_be_looked_for(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.window.actions_.names.trigger()
    shown = page(office)

    assert shown.headline() == "No names of people are held."
    assert shown.parts._none.text() == "Type a name to see where free text holds it."
    assert not shown.parts.remove.isEnabled()
    assert shown.parts._why.text() == "No names are kept in this file; nothing to remove."


def test_its_parts_have_names(names: NamesPage, unnamed_focusables) -> None:
    assert unnamed_focusables(names) == []


def test_the_names_of_rounds_are_looked_through(office: Office, names: NamesPage) -> None:
    office.workspace.session.rounds.mark("Before Xanthippe left")
    names.parts.field.setText("xanthippe")

    assert texts(names)[0] == "The name of a round"
    assert not names.parts.open.isEnabled()


def test_what_is_found_comes_into_view_where_text_is_large(
    office: Office, names: NamesPage, qtbot: QtBot
) -> None:
    office.look.choose_text(200)
    office.window.resize(1366, 768)
    office.window.activateWindow()
    names.focus_first()
    qtbot.waitUntil(names.parts.field.hasFocus)
    QTest.keyClicks(names.parts.field, "ashdown")
    shown = names.parts._area.viewport()
    found = (names.parts.texts, names.parts.field)
    qtbot.waitUntil(lambda: all(_is_inside(shown, widget) for widget in found))
    office.look.choose_text(100)


def _is_inside(area: QWidget, widget: QWidget) -> bool:
    """Whether a widget's top half can be seen."""
    at = widget.mapTo(area, QPoint(0, widget.height() // 2))
    return widget.mapTo(area, QPoint(0, 0)).y() >= 0 and at.y() <= area.height()
