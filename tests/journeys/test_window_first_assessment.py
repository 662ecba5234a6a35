"""A first assessment from an empty desk to a reopened file, by keyboard alone."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.session.session import Session
from techmodel.store.working_file import read_document
from techmodel.ui import ask

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.journeys.window import Person

    from techmodel.core.answers import Value

REASON = "The trust has no such service"


def test_a_first_assessment(
    person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = tmp_path / "user" / "Documents"
    file = documents / "Wendlemere.techmodel"
    person.start()
    make(person)
    answer_everything(person)
    decide_a_target(person)
    undo_and_redo(person)
    export(person, documents)
    before = person.assessment
    person.press("Ctrl+W")

    assert person.title == "Start — techmodel"
    assert Session(read_document(file)).assessment() == before
    monkeypatch.setattr(ask, "open_path", lambda *_: file)
    person.press("Ctrl+O")
    assert person.title == "Wendlemere.techmodel — Checklist — techmodel"
    assert person.assessment == before


def make(person: Person) -> None:
    """The wizard: title, two organisations, one care model, one domain left out."""
    person.press("Ctrl+N")
    person.type("Wendlemere")
    person.press("Return")
    for name, kind in (("Wendlemere Hospitals", "acute"), ("Hill Practice", "gen")):
        person.type(name)
        person.press("Tab")
        person.type(kind)
        person.press("Tab", "Tab", "Tab")
    person.press("Alt+N")
    person.tab_to("Place partnership")
    person.press("Space", "Alt+N")
    person.tab_to("Population health")
    person.press("Space", "Alt+N")

    assert person.title == "Wendlemere.techmodel — Checklist — techmodel"
    assert [o.name for o in person.assessment.scope] == ["Wendlemere Hospitals", "Hill Practice"]
    assert [o.kind for o in person.assessment.scope] == ["acute", "gp"]
    assert person.assessment.care_models == ("PLACE",)
    assert person.assessment.domains_out == {"PHI"}


def answer_everything(person: Person) -> None:
    """Show the trust alone and answer all it is asked: levels, don't know, not applicable."""
    person.press("F6")
    person.tab_to("Showing", "Shift+Tab")
    person.press("Down")
    trust = person.assessment.scope[0]
    asked = [g.id for g in person.session.gaps().capabilities if trust.id in g.pairs]
    keys = cycle(("3", "0", "D", "5", "N", "2", "4", "1"))
    for _ in asked:
        person.press("Ctrl+Return")
        key = next(keys)
        if key == "N":
            person.press_and_answer("N", REASON)
        else:
            person.press(key)
    values = [person.value(c, trust) for c in asked]

    known = len(asked) - sum(v.state is State.DONT_KNOW for v in values)

    assert person.headline.startswith(f"{known} of {len(asked)} answered.")
    assert {word(v) for v in values} == {"0", "1", "2", "3", "4", "5", "dont_know", REASON}
    assert len(person.assessment.answers) == len(asked) == 61


def word(value: Value) -> str:
    """A value in a word: its level, its reason, or its state."""
    if value.state is State.LEVEL:
        return str(value.level)
    return value.reason or value.state.value


def decide_a_target(person: Person) -> None:
    """Hold the target of the card in hand at another level, with a reason."""
    person.tab_to("Change target", "Shift+Tab")
    person.press("Return", "1")
    person.type("The board agreed")
    person.press("Return")
    (decided,) = person.assessment.overrides.values()

    assert (decided.level, decided.reason) == (1, "The board agreed")


def undo_and_redo(person: Person) -> None:
    """Take three changes back and two of them up again."""
    steps = [person.assessment]
    for _ in range(3):
        person.press("Ctrl+Z")
        steps.append(person.assessment)
    person.press("Ctrl+Y", "Ctrl+Y")

    assert not steps[1].overrides
    assert len({len(s.answers) for s in steps[1:]}) == 3
    assert person.assessment == steps[1]


def export(person: Person, documents: Path) -> None:
    """Export the report and the workbook, both ticked at first."""
    person.press("Alt+7")
    person.tab_to("PDF report", "F6")
    person.tab_to("Export 2 files")
    person.press("Return")
    person.wait(lambda: "2 files exported and read back." in person.texts)
    made = sorted(p for p in documents.iterdir() if p.suffix in {".pdf", ".xlsx"})

    assert [p.suffix for p in made] == [".pdf", ".xlsx"]
    assert made[0].read_bytes().startswith(b"%PDF-")
    person.tab_to("Open: ", "Shift+Tab")
