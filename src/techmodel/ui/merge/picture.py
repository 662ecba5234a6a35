"""What the page shows of one thing to settle, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.merge_parts import Choice, Conflict, Same, SameName
from techmodel.core.tables import value_json
from techmodel.session.noun import MAX_TEXT
from techmodel.ui.merge.list_model import Row
from techmodel.wording import merge_page as wording
from techmodel.wording.merge_cards import (
    both_texts,
    card_words,
    level_of,
    line_words,
    may_be_another_level,
    name_words,
)
from techmodel.wording.merge_things import same_card

if TYPE_CHECKING:
    from techmodel.session.merge_facts import MergeFacts
    from techmodel.ui.merge.settling import Chosen, Item, Settling
    from techmodel.wording.merge_sides import Card

NEW_IN_BOTH = "Organisation · new in both files"


@dataclass(frozen=True, slots=True)
class Picture:
    """One thing to settle.

    Attributes:
        line, title: what it is about.
        ours, theirs: what each file says.
        chosen: the side that is chosen, None for neither.
        settled: how it is settled, in a word or two; "" while it is open.
        levels: the wordings to choose another level from; empty where that settles nothing.
        parks, keeps_both: whether it can be parked, and whether both texts can stay.
        same: whether it asks if an organisation is one or two.
    """

    line: str
    title: str
    ours: Card
    theirs: Card
    chosen: Choice | None
    settled: str
    levels: tuple[tuple[str, str], ...] = ()
    parks: bool = False
    keeps_both: bool = False
    same: bool = False


def rows_of(facts: MergeFacts, settling: Settling) -> tuple[Row, ...]:
    """The lines of the list."""
    return tuple(_row(item, facts, settling) for item in settling.items)


def picture_of(item: Item, facts: MergeFacts, settling: Settling) -> Picture:
    """One thing to settle, and how it is settled."""
    if isinstance(item, SameName):
        return _same_picture(item, facts, settling)
    two, chosen = facts.two, settling.choice(item)
    ours, theirs = card_words(item, two)
    levels: tuple[tuple[str, str], ...] = ()
    if may_be_another_level(item):
        levels = _levels(item, facts)
    return Picture(
        line_words(item, two),
        name_words(item, two)[0],
        ours,
        theirs,
        chosen if isinstance(chosen, Choice) else None,
        wording.choice_words(chosen),
        levels,
        parks=item.row[0] == "answer",
        keeps_both=both_choice(item) is not None,
    )


def level_choice(conflict: Conflict, level: int) -> Chosen | None:
    """What settles a conflict at a level; a side's own where it says just that."""
    if not may_be_another_level(conflict):
        return None
    if level_of(conflict.ours) == level:
        return Choice.OURS
    if level_of(conflict.theirs) == level:
        return Choice.THEIRS
    return {"value": value_json(Value(State.LEVEL, level))}


def both_choice(conflict: Conflict) -> Chosen | None:
    """What settles a conflict by keeping both texts; None where they are too long together."""
    texts = both_texts(conflict)
    if texts is None or any(len(text) > MAX_TEXT for text in texts.values()):
        return None
    return texts


def settled_of(item: Item, settling: Settling) -> str:
    """How something is settled; "" while it is open."""
    if isinstance(item, SameName):
        return wording.same_words(settling.same_of(item))
    return wording.choice_words(settling.choice(item))


def _row(item: Item, facts: MergeFacts, settling: Settling) -> Row:
    settled = settled_of(item, settling)
    if isinstance(item, SameName):
        name, about = item.name, wording.ONE_OR_TWO
    else:
        name, about = name_words(item, facts.two)
    return Row(name, about, wording.state_words(settled), bool(settled))


def _same_picture(item: SameName, facts: MergeFacts, settling: Settling) -> Picture:
    two, same = facts.two, settling.same_of(item)
    return Picture(
        NEW_IN_BOTH,
        wording.same_question(item.name),
        same_card(two.ours, item.ours, facts.added.get(item.ours), two),
        same_card(two.theirs, item.theirs, facts.added.get(item.theirs), two),
        {Same.ONE: Choice.OURS, Same.TWO: Choice.THEIRS, None: None}[same],
        wording.same_words(same),
        same=True,
    )


def _levels(conflict: Conflict, facts: MergeFacts) -> tuple[tuple[str, str], ...]:
    """Name and wording of each level."""
    checklist = facts.two.ours.checklist
    found = next((c for c in checklist.capabilities if c.id == conflict.row[1][0]), None)
    wordings = found.levels if found else ("",) * len(checklist.levels)
    return tuple((n.name, w) for n, w in zip(checklist.levels, wordings, strict=True))
