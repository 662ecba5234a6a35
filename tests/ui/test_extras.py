"""Pages opened from menus lead on: to earlier times, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.ui.office import Office, Past, answer

from techmodel.ui.extras import as_it_was
from techmodel.ui.looking import LOOKING

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("page", ["history", "rounds"])
def test_an_earlier_time_is_looked_at(office: Office, document: Path, page: str) -> None:
    office.desk.open(document)
    office.workspace.run(answer)
    getattr(office.window.actions_, page).trigger()
    past = office.window.frame.page
    assert isinstance(past, Past)
    past.look_wanted.emit(1)
    seen = office.desk.stage.seen
    assert seen is not None

    assert seen.session.revision == 1
    assert office.text(LOOKING).startswith("As it was on ")
    assert office.title.startswith("one.techmodel, as it was on ")
    assert "after" not in office.title


def test_coming_back_leads_to_the_page_one_came_from(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.window.actions_.history.trigger()
    past = office.window.frame.page
    past.look_wanted.emit(1)
    office.desk.stage.look_no_more()

    assert office.window.frame.page is past
    assert office.title == "one.techmodel — History — techmodel"


def test_the_history_of_an_earlier_time_can_be_looked_at(office: Office, document: Path) -> None:
    office.desk.open(document)
    office.desk.look(office.workspace.session.as_of(1), "As it was.")
    office.window.actions_.history.trigger()

    assert isinstance(office.window.frame.page, Past)


def test_a_time_that_cannot_be_read_is_named_by_its_number(office: Office, document: Path) -> None:
    office.desk.open(document)

    assert as_it_was(office.workspace, 10_000) == "As it was after change 10,000."
