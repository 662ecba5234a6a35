"""Every place, pane and sheet can be used without a mouse, read out, and read at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser
from tests.journeys.window import name_of
from tests.journeys.window_checks import Windows, faults, in_reading_order

from techmodel.ui import ask
from techmodel.ui.gaps.left import BARS, HEAT, RADAR
from techmodel.ui.gaps.lists import ListKind
from techmodel.ui.look import Theme
from techmodel.wording.plan_page import VIEW_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.journeys.window import Person

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
LOOKS = [
    pytest.param(theme, text, id=f"{theme} {text}")
    for theme in (Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST)
    for text in (100, 200)
]


@pytest.mark.parametrize(("theme", "text"), LOOKS)
def test_everything_has_a_name_and_room(person: Person, theme: Theme, text: int) -> None:
    person.start(sample=True)
    person.program.look.choose_theme(theme)
    person.program.look.choose_text(text)
    found = [f"{screen}: {fault}" for screen in every_screen(person) for fault in here(person)]

    assert found == []


@pytest.mark.parametrize(
    ("width", "height", "text"), [(1024, 768, 100), (1024, 768, 150), (800, 600, 100)]
)
def test_small_windows_are_as_good(person: Person, width: int, height: int, text: int) -> None:
    person.start(sample=True)
    person.program.window.resize(width, height)
    person.program.look.choose_text(text)
    found = [f"{screen}: {fault}" for screen in every_screen(person) for fault in here(person)]

    assert found == []


@pytest.mark.parametrize("text", [100, 200])
def test_nothing_answered_is_as_good(person: Person, text: int) -> None:
    make_new(person)
    person.program.look.choose_text(text)
    found = [f"{screen}: {fault}" for screen in every_screen(person) for fault in here(person)]

    assert found == []


@pytest.mark.parametrize(("theme", "text"), LOOKS)
def test_questions_are_as_good(person: Person, theme: Theme, text: int) -> None:
    person.start()
    person.program.look.choose_theme(theme)
    person.program.look.choose_text(text)
    window = person.program.window
    found: list[str] = []

    def check() -> None:
        found.extend(here(person))
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        sheet.close()

    question = ask.TextQuestion("Not applicable", "Why is it not applicable?", "Answer so")
    choices = [("read", "Open for reading"), ("again", "Try again"), ("take", "Take it over")]
    for asked in (
        lambda: ask.text(window, question),
        lambda: ask.choose(window, "It is open elsewhere.", choices, detail="Since Monday."),
    ):
        QTimer.singleShot(20, check)
        asked()

    assert found == []


def test_tab_goes_in_reading_order_through_the_details_of_a_project(person: Person) -> None:
    person.start(sample=True)
    person.press("Alt+5", "Return")
    stops = tab_stops(person)
    wanted = in_reading_order(person.program.window)

    assert [name_of(w) for w in wanted if w in stops] == [name_of(w) for w in stops]
    assert "Finish no later than" in [name_of(w) for w in stops]


@pytest.mark.parametrize("text", [100, 200])
def test_tab_goes_in_reading_order(person: Person, text: int) -> None:
    person.start(sample=True)
    person.program.look.choose_text(text)
    for place in ("Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5", "Alt+6", "Alt+7"):
        person.press(place)
        stops = tab_stops(person)
        wanted = in_reading_order(person.program.window)

        assert [name_of(w) for w in wanted if w in stops] == [name_of(w) for w in stops]


def test_no_place_opens_a_window_of_its_own(person: Person, qapp: QApplication) -> None:
    person.start(sample=True)
    windows = Windows()
    qapp.installEventFilter(windows)
    shown = [screen for screen in every_screen(person) if not screen.startswith("sheet")]
    qapp.removeEventFilter(windows)

    assert len(shown) > 20
    assert [n for n in windows.names if n not in {"QDialog", "Sheet"}] == []


def here(person: Person) -> list[str]:
    """The faults of what is in front, when everything has its place."""
    for _ in range(3):
        QApplication.processEvents()
    front = QApplication.activeModalWidget() or person.program.window
    return faults(front)


def tab_stops(person: Person) -> list[object]:
    """Where Tab stops on its way round, beginning with the first."""
    stops: list[object] = []
    while person.focus not in stops:
        stops.append(person.focus)
        for _ in range(40):
            person.press("Tab")
            if not (person.focus is stops[-1] and isinstance(person.focus, QTextBrowser)):
                break  # a text with links keeps Tab until the last of them
    window = in_reading_order(person.program.window)
    first = min(range(len(stops)), key=lambda n: window.index(stops[n]))
    return stops[first:] + stops[:first]


def make_new(person: Person) -> None:
    """A new assessment of one practice."""
    person.start()
    person.press("Ctrl+N")
    person.type("New")
    person.press("Return")
    person.type("Hill Practice")
    person.press("Tab")
    person.type("General")
    person.press("Tab", "Alt+N", "Space", "Alt+N", "Alt+N")


def every_screen(person: Person) -> Iterator[str]:
    """Show every place, pane, form and sheet, one after the other; the name of each."""
    yield from set_up(person)
    yield from checklist(person)
    yield from gaps(person)
    yield from plan(person)
    yield from integration(person)
    yield from pages(person)
    yield from wizard(person)
    yield from sheets(person)


def set_up(person: Person) -> Iterator[str]:
    for key, place in (("Alt+1", "start"), ("Alt+2", "set-up"), ("Alt+7", "reports")):
        person.press(key)
        yield place
    person.press("Alt+2")
    for item in ("organisations", "care-models", "scope", "decisions", "checklist"):
        person.page.show_item(item)  # type: ignore[attr-defined] # Set-up
        person.press("F6")
        yield f"set-up, {item}"


def checklist(person: Person) -> Iterator[str]:
    person.press("Alt+3")
    card = person.page.card  # type: ignore[attr-defined] # the checklist
    workspace = person.program.desk.workspace
    assert workspace is not None
    for shown in (None, person.assessment.scope[0].id):
        workspace.show_only(shown)
        yield f"checklist, {shown}"
        for key in ("E", "X", "T", "R", "?"):
            card.focus_levels()
            person.press(key)
            yield f"checklist, {shown}, {key}"
            person.press("Esc")
        for link in (card.target.change, card.head.history, card.head.context):
            if link.isVisible():
                link.click()
                yield f"checklist, {shown}, {link.text()}"
                person.press("Esc")
    workspace.show_only(None)


def gaps(person: Person) -> Iterator[str]:
    person.press("Alt+4")
    views = person.page.left  # type: ignore[attr-defined] # gaps
    for view in (BARS, RADAR, HEAT):
        views.bring(view)
        yield f"gaps, {view}"
    person.press("F1")
    yield "gaps, why"
    person.press("Esc")
    for kind in ListKind:
        person.page.show_item(kind.value)  # type: ignore[attr-defined] # gaps
        yield f"gaps, {kind}"


def plan(person: Person) -> Iterator[str]:
    person.program.window.frame.go("plan")
    place = person.page
    for key in VIEW_WORDS:
        place.show_item(key)  # type: ignore[attr-defined] # the plan
        yield f"plan, {key}"
    place.show_item("gantt")  # type: ignore[attr-defined]
    for key in ("Return", "Esc"):
        person.press(key)
        yield f"plan, {key}"
    for page in (place.fill_wanted, place.what_if_wanted):  # type: ignore[attr-defined]
        page.emit()
        yield "a page of the plan"
        person.press("Esc")


def integration(person: Person) -> Iterator[str]:
    person.program.window.frame.go("integration")
    place = person.page
    for view in ("matrix", "map"):
        place.flows.show_view(view)  # type: ignore[attr-defined] # the place
        yield f"integration, {view}"
    person.press("Return")
    yield "integration, one organisation"
    place.flows.under.add.click()  # type: ignore[attr-defined]
    yield "integration, a flow of one's own"
    person.press("Esc")


def pages(person: Person) -> Iterator[str]:
    actions = person.program.window.actions_
    for action in (actions.history, actions.settings):
        action.trigger()
        yield action.text()
    person.press("Esc", "Ctrl+F")
    person.type("record")
    yield "search"
    person.press("Esc")
    workspace = person.program.desk.workspace
    assert workspace is not None
    workspace.failed.emit("Nothing was changed: this cannot be.")
    yield "a refusal"


def wizard(person: Person) -> Iterator[str]:
    person.program.window.actions_.new.trigger()
    yield "wizard, title"
    person.type("New")
    person.press("Return")
    yield "wizard, no organisations"
    person.type("An organisation with a rather long name, such as some have")
    person.press("Tab")
    yield "wizard, organisations"
    person.type("Gen")
    person.press("Tab", "Alt+N")
    yield "wizard, care models"
    person.press("Space", "Alt+N")
    yield "wizard, scope"
    person.program.window.frame.back_at_once()


def sheets(person: Person) -> Iterator[str]:
    actions = person.program.window.actions_
    for action in (actions.keys, actions.about):
        action.trigger()
        QApplication.processEvents()
        yield f"sheet, {action.text()}"
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        sheet.close()
