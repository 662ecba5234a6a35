"""Answers that could not be made durable yet: kept, shown as given, and tried again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from techmodel.core.errors import FileProblem, TechmodelError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.core.answers import Value
    from techmodel.session.changes import PairId
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched

    Verb = Callable[[Session], Touched]

AGAIN_MS = (2_000, 5_000, 15_000, 60_000)
"""How long to wait before trying again; the last holds for every further time."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What a person answered and what is not saved yet.

    Attributes:
        words: what it is: "level 3 for Riverside Trust".
        answers: the values given, for screens that show them as given.
    """

    words: str
    answers: Mapping[PairId, Value] = field(default_factory=dict)


class Waiting(QObject):
    """Verbs in the order they came, to be run again until each is durable.

    Only verbs that say what holds afterwards may wait, such as an answer: they may run twice.

    Signals:
        changed(): what waits, or why, is another.
        saved(Touched): one was made durable.
        refused(str): one cannot be done any more; the sentence says why.

    Attributes:
        sentence: why they wait, "" when none does.
    """

    changed = Signal()
    saved = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._verbs: list[tuple[Verb, Unsaved]] = []
        self._tries = 0
        self.sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.try_again)

    @property
    def things(self) -> tuple[Unsaved, ...]:
        """What waits, oldest first."""
        return tuple(thing for _, thing in self._verbs)

    @property
    def answers(self) -> dict[PairId, Value]:
        """The answers that wait, by pair; of two for one pair the newer."""
        return {pair: value for thing in self.things for pair, value in thing.answers.items()}

    def run_on(self, session: Session) -> None:
        """Run everything that waits on another session, such as one that becomes a copy."""
        for verb, _ in self._verbs:
            with suppress(TechmodelError):
                verb(session)

    def add(self, verb: Verb, thing: Unsaved, sentence: str) -> None:
        """Let a verb that could not be made durable wait."""
        self._verbs.append((verb, thing))
        self.sentence = sentence
        self._wait()
        self.changed.emit()

    def try_again(self) -> bool:
        """Run what waits, in order, until one fails; whether none is left."""
        before = len(self._verbs), self.sentence
        while self._verbs:
            verb, _ = self._verbs[0]
            try:
                touched = verb(self._session)
            except FileProblem as error:
                self.sentence = str(error)
                self._wait()
                break
            except TechmodelError as error:
                self._verbs.pop(0)
                self.refused.emit(str(error))
            else:
                self._verbs.pop(0)
                self.saved.emit(touched)
        if not self._verbs:
            self._end()
        if before != (len(self._verbs), self.sentence):
            self.changed.emit()
        return not self._verbs

    def give_up_last(self) -> bool:
        """Take the newest away, as undo does; whether there was one."""
        if not self._verbs:
            return False
        self._verbs.pop()
        if not self._verbs:
            self._end()
        self.changed.emit()
        return True

    def give_up(self) -> None:
        """Let everything go that waits: a person leaves without it."""
        self._verbs.clear()
        self._end()
        self.changed.emit()

    def _wait(self) -> None:
        self._timer.start(AGAIN_MS[min(self._tries, len(AGAIN_MS) - 1)])
        self._tries += 1

    def _end(self) -> None:
        self._timer.stop()
        self._tries, self.sentence = 0, ""
