"""What the card does to the answers of the organisations in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.session.changes import Change
from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.ui.waiting import Unsaved
from techmodel.wording.labels import value_words
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.session.changes import PairId
    from techmodel.ui.checklist.picture import Picture, Place
    from techmodel.ui.workspace import Workspace


class Answering(QObject):
    """The verbs of the card, for one organisation or for all that are chosen together.

    Signals:
        answered(): answers were written; the card says "Saved".

    Attributes:
        decided_by: the role that goes with every answer from now on, "" for none.
    """

    answered = Signal()

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        """`window` is what dialogs open over and announcements come from."""
        super().__init__(window)
        self._workspace, self._window = workspace, window
        self._picture: Picture | None = None
        self._place: Place | None = None
        self.decided_by = ""

    def show(self, picture: Picture, place: Place | None) -> None:
        """Take in hand what the card shows."""
        self._picture, self._place = picture, place

    def level(self, level: int) -> bool:
        """Answer with a level; whether it is written."""
        return self._give_all(Value(State.LEVEL, level))

    def dont_know(self) -> bool:
        """Answer "don't know"."""
        return self._give_all(Value(State.DONT_KNOW))

    def clear(self) -> bool:
        """Take the answer away; note and evidence stay."""
        return self._give_all(NOT_ANSWERED)

    def provided_by(self, provider: OrganisationId) -> bool:
        """Say that another organisation provides it."""
        return self._give_all(Value(State.PROVIDED_BY, provider=provider))

    def not_applicable(self) -> bool:
        """Ask for the reason, then answer "not applicable"; False when nobody gave one."""
        organisations = self._organisations()
        reason = self.ask_reason(organisations) if organisations else None
        if not reason:
            return False
        return self._give_all(Value(State.NOT_APPLICABLE, reason=reason))

    def ask_reason(self, organisations: Sequence[Organisation]) -> str | None:
        """The one reason why it is not applicable to these organisations."""
        assert self._place is not None
        names = join_words([o.name for o in organisations])
        answer = self._answer(organisations[0].id)
        question = ask.TextQuestion(
            "Not applicable",
            f"Why is {self._place.capability} not applicable to {names}?",
            "Answer not applicable",
            given=answer.reason,
        )
        return ask.text(self._window, question)

    def park(self) -> bool:
        """Park the pairs in hand, or take them up again when all are parked."""
        pairs = self._pairs()
        if not pairs or self._picture is None:
            return False
        parked = not all(self._picture.answer(*pair).parked for pair in pairs)
        changes = {pair: Change(parked=parked) for pair in pairs}
        done = self._workspace.run(lambda s: s.answers.record(changes))
        if done:
            announce(self._window, "Parked" if parked else "Taken up again")
        return done

    def same_as(self, source: OrganisationId) -> bool:
        """Give the organisations in hand the answer of another one."""
        value = self._answer(source)
        pairs = [pair for pair in self._pairs() if pair[1] != source]
        return self._give(dict.fromkeys(pairs, value))

    def same_for(self, organisations: Sequence[Organisation]) -> bool:
        """Give other organisations the answer of the one in hand."""
        place = self._place
        if place is None or place.organisation is None:
            return False
        value = self._answer(place.organisation)
        return self._give({(place.capability, o.id): value for o in organisations})

    def give_row(self, values: Mapping[OrganisationId, Value]) -> bool:
        """Write a typed row as one change."""
        assert self._place is not None
        return self._give({(self._place.capability, o): v for o, v in values.items()})

    def note(self, pair: PairId, text: str) -> bool:
        """Write down why this level."""
        return self._workspace.run(lambda s: s.answers.note(*pair, text))

    def other_view(self, pair: PairId, text: str) -> bool:
        """Write down a view that the answer does not share."""
        return self._workspace.run(lambda s: s.answers.dissent(*pair, text))

    def _give_all(self, value: Value) -> bool:
        return self._give(dict.fromkeys(self._pairs(), value))

    def _give(self, values: Mapping[PairId, Value]) -> bool:
        if not values:
            return False
        role = self.decided_by
        keep = Unsaved(self._named(values, "for"), values)
        done = self._workspace.run(lambda s: s.answers.give_many(values, decided_by=role), keep)
        if done or keep in self._workspace.waiting.things:  # shown as given, saved or not yet
            self.answered.emit()
        if done:
            announce(self._window, self._named(values, "saved for"))
        return done

    def _named(self, values: Mapping[PairId, Value], verb: str) -> str:
        """What is written, in words: "3 Structured saved for Riverside Trust"."""
        assert self._picture is not None
        if len(values) > 1:
            return f"{plural(len(values), 'answer')} {verb.removesuffix('for').strip()}".strip()
        ((pair, value),) = values.items()
        names = {o.id: o.name for o in self._picture.assessment.organisations}
        said = value_words(value, self._picture.assessment.checklist, names)
        return f"{said} {verb} {names[pair[1]]}"

    def _pairs(self) -> list[PairId]:
        place = self._place
        return [(place.capability, o) for o in place.organisations] if place else []

    def _organisations(self) -> list[Organisation]:
        picture, place = self._picture, self._place
        if picture is None or place is None:
            return []
        found = (picture.organisation(o) for o in place.organisations)
        return [o for o in found if o is not None]

    def _answer(self, organisation: OrganisationId) -> Value:
        assert self._picture is not None
        assert self._place is not None
        return self._picture.assessment.value(self._place.capability, organisation)
