"""What merging two files comes to, as plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.cli.fitting import fitted_lines
from techmodel.core.answers import NOT_ANSWERED
from techmodel.core.merge import changes_nothing
from techmodel.core.tables import value_of
from techmodel.wording.bring_in import notes_words
from techmodel.wording.labels import value_words
from techmodel.wording.merge_cards import card_words, line_words, name_words
from techmodel.wording.merge_changes import EMPTY, HEADS
from techmodel.wording.merge_page import BOTH_ALIKE, ONLY_OURS, ONLY_THEIRS, headline, rounds_words
from techmodel.wording.merge_things import same_card
from techmodel.wording.merging import taken_count
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from techmodel.core.answers import Value
    from techmodel.core.merge_parts import Choice, Conflict, Same, SameName
    from techmodel.session.merge_facts import MergeFacts
    from techmodel.session.merging import Guest
    from techmodel.wording.merge_changes import Change
    from techmodel.wording.merge_sides import Card

NAME, TEXT = 200, 48
"""Letters of a name and of another text that stand on a line where it is not a terminal's."""
WIDEST = (NAME, NAME, TEXT, TEXT, TEXT, NAME)
"""The same for the columns of `HEADS`."""


def merge_lines(
    facts: MergeFacts, prefer: Choice | None, same: Collection[Same] = ()
) -> Iterator[str]:
    """What a person settles, with both sides, then what merges by itself.

    Args:
        facts: both files.
        prefer: the rule that settles what both changed; None leaves it open.
        same: how each organisation of one name is settled; those that are open are in `facts`.
    """
    found = facts.merge
    things = len(found.conflicts) + len(found.same_names) + len(same)
    yield headline(things, taken_count(found), new=not changes_nothing(found))
    if same:
        names = plural(len(same), "organisation")
        yield f"{names} of the same name, settled: {', '.join(sorted(set(same)))}"
    for number, name in enumerate(found.same_names, 1):
        yield ""
        yield from _name_lines(number, name, facts)
    for number, conflict in enumerate(found.conflicts, len(found.same_names) + 1):
        yield ""
        yield from _conflict_lines(number, conflict, facts)
        if prefer is not None:
            yield f"   settled: {prefer.value}"
    yield from _changes(f"{ONLY_THEIRS}, taken", facts.changes_there())
    yield from _changes(f"{ONLY_OURS}, stays", facts.changes_here())
    yield from _changes(BOTH_ALIKE, facts.changes_alike())
    if found.rounds_left:
        yield ""
        yield rounds_words(found.rounds_left)


def guest_lines(guests: Sequence[Guest]) -> Iterator[str]:
    """What would come in with organisations of another assessment."""
    for guest in guests:
        answers, evidence = plural(guest.answers, "answer"), plural(guest.evidence, "piece")
        notes = notes_words(guest.organisation.name, guest.name, guest.left_out, guest.came)
        yield f"{guest.name}: {answers}, {evidence} of evidence. {notes}".rstrip()


def _name_lines(number: int, name: SameName, facts: MergeFacts) -> Iterator[str]:
    yield f"{number}. Both files added “{name.name}”: one organisation or two (--same-name)?"
    two, added = facts.two, facts.added
    ours = same_card(two.ours, name.ours, added.get(name.ours), two)
    theirs = same_card(two.theirs, name.theirs, added.get(name.theirs), two)
    yield from _side_lines("ours", ours)
    yield from _side_lines("theirs", theirs)


def _conflict_lines(number: int, conflict: Conflict, facts: MergeFacts) -> Iterator[str]:
    two = facts.two
    yield f"{number}. {name_words(conflict, two)[0]}: {line_words(conflict, two)}"
    for side, card in zip(("ours", "theirs"), card_words(conflict, two), strict=True):
        yield from _side_lines(side, card, conflict)
    value, settled = _value_beside(conflict)
    if settled:
        said = value_words(value, two.ours.checklist, two.names)
        yield f"   The answer itself merges to: {said}."


def _value_beside(conflict: Conflict) -> tuple[Value, bool]:
    """What an answer merges to by itself, and whether that needs saying beside its texts."""
    rows = [row or EMPTY for row in (conflict.merged, conflict.ours, conflict.theirs)]
    if conflict.row[0] != "answer" or "value" in conflict.fields:
        return NOT_ANSWERED, False
    merged, ours, theirs = (value_of(row["value"]) for row in rows)
    return merged, ours != theirs


def _side_lines(side: str, card: Card, conflict: Conflict | None = None) -> Iterator[str]:
    """One side of something to settle: what it says, why, and who decided it when."""
    level = card.value.level if card.value and not card.target else None
    texts = [card.title if level is None else f"{level} {card.title}"]
    parts = card.parts
    if conflict and set(conflict.fields) <= _TEXTS.keys():
        texts, wanted = [], {_TEXTS[field] for field in conflict.fields}
        parts = tuple(part for part in parts if part.label in wanted)
    told = card.title.split("; ")
    texts += [said for p in parts if (said := f"{p.label}: {p.text}") not in told]
    lines = [line for text in (*texts, card.decided) for line in text.splitlines()]
    for place, line in enumerate(filter(None, lines)):
        yield f"   {side if place == 0 else '':<8}{line}"


_TEXTS = {"note": "Why", "dissent": "Another view"}
"""The parts of a card that can be settled by themselves: the level is not at stake there."""


def _changes(title: str, changes: Sequence[Change]) -> Iterator[str]:
    """What merges without a question, a line a thing."""
    yield ""
    yield f"{title}: {len(changes)}"
    if changes:
        yield from fitted_lines(HEADS, [change.texts for change in changes], WIDEST)
