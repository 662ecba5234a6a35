"""What an assessment says, as plain dictionaries and two stacks: knows nothing of journals."""

from __future__ import annotations

from dataclasses import dataclass, field

Facts = dict[tuple[str, ...], object]
"""Every fact by its place: ("answer", capability, organisation), ("target", capability) ..."""


@dataclass
class Model:
    """The facts, and what undo and redo would bring.

    Attributes:
        now: the facts as they are.
        done: for each change not taken back, the facts before and after it.
        undone: the same for what redo would do again, the next one last.
        published: the facts that are in the document.
    """

    now: Facts
    published: Facts = field(default_factory=dict)
    done: list[tuple[Facts, Facts]] = field(default_factory=list)
    undone: list[tuple[Facts, Facts]] = field(default_factory=list)

    def become(self, facts: Facts, *, written: bool) -> None:
        """A change, if it was one; a new one ends redo."""
        if written:
            self.done.append((self.now, facts))
            self.undone.clear()
            self.now = facts

    def undo(self) -> None:
        """The newest change is taken back."""
        change = self.done.pop()
        self.undone.append(change)
        self.now = change[0]

    def redo(self) -> None:
        """What was taken back last is done again."""
        change = self.undone.pop()
        self.done.append(change)
        self.now = change[1]


def merged(base: Facts, ours: Facts, theirs: Facts, *, prefer_theirs: bool) -> Facts:
    """Three states made one: who changed a fact decides; if both did, as is preferred.

    An answer and its note are one decision, once the answer is to be decided on. Rounds are not
    carried over.
    """
    result = dict(ours)
    for place in {*base, *ours, *theirs}:
        before, here, there = (facts.get(place) for facts in (base, ours, theirs))
        level = ("answer", *place[1:])
        asked = place[0] == "note" and _clash(
            *(facts.get(level) for facts in (base, ours, theirs))
        )
        if place[0] == "round" or here == there or (there == before and not asked):
            continue
        if prefer_theirs or (here == before and not asked):
            result[place] = there
    return {place: fact for place, fact in result.items() if fact is not None}


def _clash(before: object, here: object, there: object) -> bool:
    return here not in (before, there) and there != before
