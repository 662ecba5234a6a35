"""Everything a person can do with an assessment, in any order, with kills and full disks."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.faults.harness.bench import base
from tests.faults.harness.checks import expect
from tests.faults.machine.model import Model, merged
from tests.faults.machine.rooms import Room, facts_of, pairs_of, quick_folder

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem, Refused, TechmodelError
from techmodel.core.merge_parts import Choice
from techmodel.session import merging
from techmodel.session.session import Session
from techmodel.store.working_file import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.machine.model import Facts

LEVELS = st.integers(0, 5)
PLACES = st.integers(0, 5)
_LATEST = datetime(2040, 1, 1, tzinfo=UTC)
NOT_SAVED = ("Your last change is not saved", "We could not confirm that your last change")


class Machine(RuleBasedStateMachine):
    """An assessment on disk beside its model; `struck` counts what went wrong on purpose."""

    examples = 0
    struck = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).examples += 1
        self._folder = quick_folder()
        root = Path(self._folder.name)
        (root / "docs").mkdir()
        self.path = root / "docs" / "a.techmodel"
        self.path.write_bytes(base(0).data)
        self.time = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
        self.room = Room(self.path, root / "home" / "work", self._now)
        self.model = Model(facts_of(self.room.session))
        self.model.published = self.model.now
        self.pairs = pairs_of(self.room.session)
        self.other: tuple[Room, Facts] | None = None

    @property
    def session(self) -> Session:
        return self.room.session

    def teardown(self) -> None:
        for room in (self.room, *([self.other[0]] if self.other else [])):
            room.session.document.close(publish=False)
        self._folder.cleanup()

    # Changes

    @rule(place=PLACES, level=LEVELS)
    def answer(self, place: int, level: int) -> None:
        pair = self.pairs[place]

        def give(session: Session) -> None:
            session.answers.give(*pair, Value(State.LEVEL, level))

        if self._is_asked(place):
            self._change({**self.model.now, ("answer", *pair): level}, give)
        else:
            self._refused(lambda: give(self.session))

    @rule(place=PLACES, text=st.sampled_from(["", "Seen on the ward", "As agreed in May"]))
    def note(self, place: int, text: str) -> None:
        pair = self.pairs[place]
        facts = {**self.model.now, ("note", *pair): text}
        if not text:
            facts.pop(("note", *pair), None)
        self._change(facts, lambda s: s.answers.note(*pair, text))

    @rule(place=PLACES, level=LEVELS)
    def target(self, place: int, level: int) -> None:
        capability = self.pairs[place][0]
        facts = {**self.model.now, ("target", capability): level}
        self._change(facts, lambda s: s.targets.aim(capability, level, "Agreed"))

    @rule(place=PLACES, name=st.sampled_from(["Oakholt", "Meadow", "Wendlemere"]))
    def rename(self, place: int, name: str) -> None:
        id_ = self.pairs[place][1]
        taken = {v for k, v in self.model.now.items() if k[0] == "name" and k[1] != id_}
        if name not in taken:
            facts = {**self.model.now, ("name", id_): name}
            self._change(facts, lambda s: s.organisations.rename(id_, name))

    @rule(place=PLACES)
    def leave_or_return(self, place: int) -> None:
        id_ = self.pairs[place][1]
        here = self.model.now["here", id_]
        facts = {**self.model.now, ("here", id_): not here}
        verb = "leave" if here else "return_"
        self._change(facts, lambda s: getattr(s.organisations, verb)(id_))

    @rule(share=st.sampled_from([0.5, 0.8, 1.0]))
    def threshold(self, share: float) -> None:
        facts = {**self.model.now, ("threshold",): share}
        self._change(facts, lambda s: s.scope.cover(share))

    @rule(levels=st.dictionaries(PLACES, LEVELS, min_size=1))
    def import_rows(self, levels: dict[int, int]) -> None:
        rows = {self.pairs[p]: level for p, level in levels.items() if self._is_asked(p)}
        facts = self.model.now | {("answer", *pair): level for pair, level in rows.items()}
        if rows:
            self._change(facts, lambda _: self.room.import_levels(rows))

    @rule(name=st.sampled_from(["Spring", "Autumn"]))
    def mark_round(self, name: str) -> None:
        if ("round", name) not in self.model.now:
            facts = {**self.model.now, ("round", name): True}
            self._change(facts, lambda s: s.rounds.mark(name))

    @rule()
    def undo(self) -> None:
        if self.model.done:
            self.session.undo()
            self.model.undo()
        else:
            self._refused(self.session.undo)

    @rule()
    def redo(self) -> None:
        if self.model.undone:
            self.session.redo()
            self.model.redo()
        else:
            self._refused(self.session.redo)

    # The document

    @rule()
    def save(self) -> None:
        self.session.document.publish()
        self.model.published = self.model.now

    @rule()
    def reopen(self) -> None:
        self.room.reopen()
        self.model.published = self.model.now

    @rule()
    def kill(self) -> None:
        type(self).struck += 1
        behind = self.session.document.unpublished
        assert self.room.kill().startswith("We kept your work") == behind

    @rule(place=PLACES, letter=st.sampled_from("xyz"))
    def write_on_a_full_disk(self, place: int, letter: str) -> None:
        text, pair = letter * 9000, self.pairs[place]
        facts = {**self.model.now, ("note", *pair): text}
        with self.room.full_disk():
            try:
                self._change(facts, lambda s: s.answers.note(*pair, text))
            except FileProblem as error:
                type(self).struck += 1
                expect(str(error).startswith(NOT_SAVED), str(error))

    @rule()
    def save_on_a_full_disk(self) -> None:
        type(self).struck += 1
        if self.session.document.unpublished:
            with self.room.full_disk():
                self._refused(self.session.document.publish, FileProblem)

    @rule(days=st.sampled_from([-4000, -400, -1, 1, 400, 4000]))
    def clock_jumps(self, days: int) -> None:
        type(self).struck += 1
        self.time += timedelta(days=days)
        self.time = min(max(self.time, datetime(2001, 1, 1, tzinfo=UTC)), _LATEST)

    @rule()
    def only_read(self) -> None:
        reader = Session(read_document(self.path), now=self._now)
        assert facts_of(reader) == self.model.published
        self._refused(lambda: reader.scope.entitle("Other"), FileProblem)

    # Another room

    @precondition(lambda self: self.other is None)
    @rule(levels=st.dictionaries(PLACES, LEVELS))
    def copy_to_another_room(self, levels: dict[int, int]) -> None:
        self.save()
        root = self.path.parents[1]
        there = root / "there" / "b.techmodel"
        there.parent.mkdir(exist_ok=True)
        shutil.copyfile(self.path, there)
        self.other = Room(there, root / "other home" / "work", self._now), self.model.now
        for place, level in levels.items():
            self._answer_there(place, level)

    @precondition(lambda self: self.other is not None)
    @rule(place=PLACES, level=LEVELS)
    def answer_there(self, place: int, level: int) -> None:
        self._answer_there(place, level)

    def _answer_there(self, place: int, level: int) -> None:
        session, pair = self.other[0].session, self.pairs[place]
        if facts_of(session)["here", pair[1]]:
            session.answers.give(*pair, Value(State.LEVEL, level))

    @precondition(lambda self: self.other is not None)
    @rule(prefer_theirs=st.booleans())
    def merge(self, prefer_theirs: bool) -> None:
        room, before = self.other
        theirs = facts_of(room.session)
        facts = merged(before, self.model.now, theirs, prefer_theirs=prefer_theirs)
        choice = Choice.THEIRS if prefer_theirs else Choice.OURS
        room.session.close()
        self._change(facts, lambda s: self._merge(s, room.path, choice))
        self.other = None

    # What always holds

    @invariant()
    def it_says_what_the_model_says(self) -> None:
        assert facts_of(self.session) == self.model.now
        assert (self.session.to_undo() is not None) == bool(self.model.done)
        assert (self.session.to_redo() is not None) == bool(self.model.undone)
        self.room.check()

    @invariant()
    def the_document_says_what_was_saved(self) -> None:
        assert self.room.published() == self.model.published

    def _now(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time

    def _is_asked(self, place: int) -> bool:
        return bool(self.model.now["here", self.pairs[place][1]])

    def _change(self, facts: Facts, verb: Callable[[Session], object]) -> None:
        """Carry out a verb; it writes a batch if that changes anything."""
        before = self.session.revision
        verb(self.session)
        written = self.session.revision > before
        assert written or facts == self.model.now
        self.model.become(facts, written=written)

    def _merge(self, session: Session, path: Path, choice: Choice) -> None:
        other = merging.read_other(path)
        found = merging.find_merge(session, other)
        merging.merge(session, other, merging.choices_by_rule(found, choice))

    def _refused(self, verb: Callable[[], object], kind: type[TechmodelError] = Refused) -> None:
        """Nothing happens, and a sentence says so."""
        with pytest.raises(kind):
            verb()
