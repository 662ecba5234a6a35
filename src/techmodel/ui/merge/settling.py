"""What a person has settled so far of a merge; knows no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Choice, Conflict, Same, SameName

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.core.journal import Json
    from techmodel.core.merge_parts import Merge, RowKey

    Chosen = Choice | Mapping[str, Json]
    Find = Callable[[Mapping[str, Same]], Merge]

Item = SameName | Conflict
"""What a person settles; organisations of one name come first."""


class Settling:
    """The conflicts of a merge with what was chosen for each.

    A choice belongs to what it was made for: it counts as long as both files say the same, and
    counts again when they do so again.

    Attributes:
        merge: what merging comes to now, with the organisations of one name decided so far.
        names: organisations of one name, also those decided.
        items: everything to settle, in the order shown.
    """

    def __init__(self, find: Find) -> None:
        """`find` compares the files, given what was decided about organisations of one name."""
        self._find = find
        self._chosen: dict[RowKey, tuple[Conflict, Chosen]] = {}
        self._same: dict[str, Same] = {}
        self._by_rule: set[RowKey] = set()
        self.names: tuple[SameName, ...] = ()
        self.look_again()

    @property
    def same(self) -> Mapping[str, Same]:
        """What was decided about organisations of one name, by the other file's id."""
        known = {name.theirs for name in self.names}
        return {id_: same for id_, same in self._same.items() if id_ in known}

    @property
    def choices(self) -> Mapping[RowKey, Chosen]:
        """What was chosen for the conflicts there are."""
        found = {c.row: self.choice(c) for c in self.merge.conflicts}
        return {row: chosen for row, chosen in found.items() if chosen is not None}

    @property
    def left(self) -> int:
        """How many things are still to be settled."""
        return sum(not self.settled(item) for item in self.items)

    @property
    def begun(self) -> bool:
        """Whether anything was settled that would be lost."""
        return self.left < len(self.items)

    @property
    def open_conflicts(self) -> tuple[Conflict, ...]:
        """What a rule can settle: conflicts not settled yet; never one organisation or two."""
        return tuple(c for c in self.merge.conflicts if self.choice(c) is None)

    @property
    def ruled(self) -> int:
        """How many things a rule settled and nobody settled otherwise since."""
        rows = {c.row for c in self.merge.conflicts if self.settled(c)}
        return len(rows & self._by_rule)

    def settled(self, item: Item) -> bool:
        """Whether something was chosen."""
        return self.choice(item) is not None if isinstance(item, Conflict) else self._is_same(item)

    def choice(self, conflict: Conflict) -> Chosen | None:
        """What was chosen for a conflict as it is now."""
        made_for, chosen = self._chosen.get(conflict.row, (None, None))
        return chosen if made_for and _alike(made_for, conflict) else None

    def same_of(self, name: SameName) -> Same | None:
        """Whether it was decided to be one organisation or two."""
        return self._same.get(name.theirs)

    def choose(self, conflict: Conflict, chosen: Chosen) -> None:
        """Settle a conflict, or settle it otherwise."""
        self._chosen[conflict.row] = conflict, chosen
        self._by_rule.discard(conflict.row)

    def decide(self, name: SameName, same: Same) -> None:
        """Say whether it is one organisation or two; other conflicts may come of it."""
        self._same[name.theirs] = same
        self.look_again()

    def open_again(self, item: Item) -> None:
        """Take back what was chosen."""
        if isinstance(item, Conflict):
            self._chosen.pop(item.row, None)
            self._by_rule.discard(item.row)
        elif self._same.pop(item.theirs, None):
            self.look_again()

    def settle_rest(self, choice: Choice) -> None:
        """Settle everything still open alike, but organisations of one name."""
        for conflict in self.open_conflicts:
            self._chosen[conflict.row] = conflict, choice
            self._by_rule.add(conflict.row)

    def take_rule_back(self) -> None:
        """Open again what the rule settled."""
        for row in self._by_rule:
            self._chosen.pop(row, None)
        self._by_rule.clear()

    def look_again(self) -> int:
        """Compare the files again; how many choices do not count any more."""
        before = set(self.choices) if self.names or self._chosen else set()
        undecided = self._find({})
        self.names = undecided.same_names
        same = self.same
        self.merge = self._find(same) if same else undecided
        self.items: tuple[Item, ...] = (*self.names, *self.merge.conflicts)
        return len(before - set(self.choices))

    def _is_same(self, name: SameName) -> bool:
        return name.theirs in self._same


def _alike(one: Conflict, other: Conflict) -> bool:
    """Whether two conflicts of a row are about the same."""
    return (one.fields, one.ours, one.theirs) == (other.fields, other.ours, other.theirs)
