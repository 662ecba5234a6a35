"""A person at a window of its own process, who says what the screen said is saved.

`python -m tests.journeys.window_to_kill FILE SEED` works until somebody kills it; with `look` in
place of a seed it says what the file holds, and closes. What it says are lines of JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from tests.journeys.window import Person

from techmodel import app as root
from techmodel.ui.frame.saved import Saved
from techmodel.wording.kept import GO_ON

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.core.assessment import Assessment

KEYS = ("0", "1", "2", "3", "4", "5", "D")


class Bot:
    """What a person needs of pytest-qt, without pytest."""

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - as pytest-qt calls it
        """Nothing: the process ends with its window."""

    def waitUntil(self, true: Callable[[], bool], timeout: int = 20_000) -> None:  # noqa: N802
        """Let the window work until something is so."""
        until = time.monotonic() + timeout / 1000
        while not true():
            assert time.monotonic() < until, "waited in vain"
            QApplication.processEvents()
            time.sleep(0.001)


def main(file: Path, what: str) -> None:
    """Start the window on a file and work, or look."""
    app = root.make_application()
    person = Person(app, Bot(), (1366, 768))  # type: ignore[arg-type] # all that it calls
    person.start(file)
    say("open", person.texts)
    if person.program.desk.workspace is None:
        person.tab_to(GO_ON)
        person.press("Space")
    if what == "look":
        say("answers", answers_of(person.assessment))
        person.close()
    else:
        work(person, Random(what))


def work(person: Person, rng: Random) -> None:
    """Answer one thing after the other, now and then undo; wait for the document sometimes."""
    while True:
        roll = rng.random()
        if roll < 0.15 and person.session.to_undo():
            person.press("Ctrl+Z")
        elif roll < 0.3 and person.session.to_redo():
            person.press("Ctrl+Y")
        else:
            person.press(*["Down"] * rng.randrange(3), rng.choice(("Right", "Left")))
            person.press(rng.choice(KEYS))
        if saved(person).startswith("Saved"):
            say("saved", answers_of(person.assessment))
        if rng.random() < 0.1:
            person.wait(
                lambda: saved(person).startswith("Saved") and "copying" not in saved(person)
            )
            say("in the file", answers_of(person.assessment))


def saved(person: Person) -> str:
    """What the top bar says about saving, as it is read out."""
    (shown,) = [w for w in person.program.window.findChildren(Saved) if w.isVisible()]
    return shown.accessibleName()


def answers_of(assessment: Assessment) -> dict[str, str]:
    """All answers, in words."""
    found = assessment.answers.items()
    return {f"{c} {o}": f"{a.value.state} {a.value.level}" for (c, o), a in found}


def say(*words: object) -> None:
    """Write a line of JSON, at once."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
