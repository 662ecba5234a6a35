"""A page looks again by itself, but not while nobody sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.organisations import OrganisationId
from techmodel.session.touched import Touched
from techmodel.ui.look import Look, Theme
from techmodel.ui.page import Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from techmodel.ui.workspace import Workspace


class Counting(Page):
    name = "Counting"
    cares = Touched.ANSWERS

    @override
    def question(self) -> str:
        return "How often?"

    @override
    def headline(self) -> str:
        return f"{self.looks} times."

    @override
    def header_actions(self) -> tuple[QWidget, ...]:
        return (QPushButton("Copy"),)

    @override
    def refresh(self) -> None:
        self.looks += 1

    @override
    def _build(self) -> None:
        self.looks = 0
        QVBoxLayout(self.body)


@pytest.fixture
def page(workspace: Workspace, look: Look, qtbot: QtBot) -> Counting:
    made = Counting(workspace, look)
    qtbot.addWidget(made)
    return made


def test_hidden_page_waits_until_shown(page: Counting, workspace: Workspace) -> None:
    workspace.touched.emit(Touched.ANSWERS)
    workspace.touched.emit(Touched.ANSWERS)
    hidden = page.looks
    page.show()

    assert (hidden, page.looks) == (0, 1)


def test_shown_page_looks_at_what_it_cares_for(page: Counting, workspace: Workspace) -> None:
    page.show()
    workspace.touched.emit(Touched.ANSWERS | Touched.HISTORY)
    workspace.touched.emit(Touched.TARGETS)

    assert page.looks == 2


def test_page_looks_again_for_another_organisation(page: Counting, workspace: Workspace) -> None:
    page.show()
    workspace.show_only(OrganisationId("x"))

    assert page.looks == 2


def test_page_looks_again_in_another_theme(page: Counting, look: Look) -> None:
    page.show()
    look.choose_theme(Theme.DARK)

    assert page.looks == 2


def test_header_says_question_and_answer(page: Counting) -> None:
    page.show()

    assert (page.header.question, page.header.headline) == ("How often?", "1 times.")


def test_header_can_be_asked_again_without_a_look(page: Counting) -> None:
    page.show()
    page.looks = 7
    page.say_headline()

    assert page.header.headline == "7 times."


def test_actions_stand_in_the_header(page: Counting) -> None:
    assert [b.text() for b in page.header.findChildren(QPushButton)] == ["Copy"]


def test_a_page_is_its_own_pane_unless_it_says_otherwise(page: Counting) -> None:
    assert page.panes() == (page,)


def test_a_page_must_say_what_it_is_about(workspace: Workspace, look: Look, qtbot: QtBot) -> None:
    bare = Page(workspace, look)
    qtbot.addWidget(bare)

    assert bare.header_actions() == ()
    for method in (bare.question, bare.headline, bare.refresh):
        with pytest.raises(NotImplementedError):
            method()
