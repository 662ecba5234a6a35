"""A conflict of a merge as two cards: what each file says, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import WHOLE_ROW
from techmodel.core.tables import value_of
from techmodel.wording.condition_cards import condition_card, condition_name
from techmodel.wording.flow_cards import flow_card, flow_name
from techmodel.wording.labels import level_name, short_value, value_words
from techmodel.wording.merge_changes import EMPTY
from techmodel.wording.merge_sides import Card, Side, day_words, decided_words, paired
from techmodel.wording.merge_things import (
    NOTHING_SET,
    ORGANISATION,
    SETTINGS,
    deleted_card,
    evidence_card,
    field_list,
    organisation_card,
    setting_card,
    setting_words,
)
from techmodel.wording.numbers import short_date
from techmodel.wording.plan_cards import plan_card, plan_name
from techmodel.wording.plan_edits import WHAT
from techmodel.wording.service_cards import onboarding_card, onboarding_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from techmodel.core.journal import Json
    from techmodel.core.merge_parts import Conflict
    from techmodel.wording.merge_sides import Row, Two

TEXTS = {"note": "note", "dissent": "other view"}
"""The texts of an answer that can be settled by themselves."""
OVERRIDE = {"reason": "Why", "owner": "Owner"}
_SAYS_MORE = frozenset({"value", "level"})
"""Fields that are told before any text."""
HAS_ITS_ROW = frozenset({"answer", "override", "setting"})
"""Tables in which a row that is not there says something, too."""


def card_words(conflict: Conflict, two: Two) -> tuple[Card, Card]:
    """The cards of our file and of the other."""
    c = conflict
    ours = Side(c, c.ours, c.theirs, two.ours, c.our_batch, "Keep")
    theirs = Side(c, c.theirs, c.ours, two.theirs, c.their_batch, "Take")
    return _card(ours, two), _card(theirs, two)


def name_words(conflict: Conflict, two: Two) -> tuple[str, str]:
    """What a conflict is about: "Contribution and write-back", "REC-06, Hill Practice"."""
    table, key = conflict.row
    return _NAMES.get(table, plan_name)(conflict, key[0], two)


def line_words(conflict: Conflict, two: Two) -> str:
    """The line over a conflict: which pair, its target, and what both had before."""
    table, key = conflict.row
    parts = [name_words(conflict, two)[1]]
    if table == "answer":
        target = two.targets.get(CapabilityId(key[0]))
        parts = [key[0], two.organisation(key[1])]
        parts.append(f"target {target}" if target is not None else "no target")
    at = two.parted.get(conflict.row, "")
    when = f" on {day_words(at)}" if at and conflict.before is not None else ""
    return " · ".join([*parts, _before_words(conflict, two) + when])


def brief_words(conflict: Conflict, two: Two) -> tuple[str, str]:
    """What each file says, in a line for a table."""
    ours, theirs = card_words(conflict, two)
    return _brief(conflict, ours), _brief(conflict, theirs)


def both_texts(conflict: Conflict) -> Mapping[str, str] | None:
    """Both notes or other views, one below the other; None where that would settle nothing."""
    if conflict.row[0] != "answer" or not set(conflict.fields) <= TEXTS.keys():
        return None
    ours, theirs = _answer(conflict.ours), _answer(conflict.theirs)
    both = {f: (str(ours[f]), str(theirs[f])) for f in conflict.fields}
    if not all(mine and other for mine, other in both.values()):
        return None
    return {f: "\n\n".join(texts) for f, texts in both.items()}


def may_be_another_level(conflict: Conflict) -> bool:
    """Whether a level of neither file can settle it."""
    return conflict.row[0] == "answer" and "value" in conflict.fields


def level_of(row: Row | None) -> int | None:
    """The level an answer's row holds, None for every other answer."""
    return value_of(_answer(row)["value"]).level


def _brief(conflict: Conflict, card: Card) -> str:
    """A card in a line: its title, or the parts that differ where the title does not say them."""
    if conflict.row[0] in WHAT:
        return card.title
    labels = {**ORGANISATION, "note": "Why", "dissent": "Another view"}
    wanted = [labels[f] for f in conflict.fields if f in labels]
    said = "; ".join(p.text for p in card.parts if p.label in wanted)
    if said and _SAYS_MORE.isdisjoint(conflict.fields):
        return said
    level = card.value.level if card.value and not card.target else None
    return card.title if level is None else f"{level} {card.title}"


def _card(side: Side, two: Two) -> Card:
    """The card of one side, by what the row is."""
    table = side.conflict.row[0]
    if side.row is None and table not in HAS_ITS_ROW:
        made = deleted_card(side)
    else:
        made = _CARDS.get(table, plan_card)(side, two)
    return replace(made, decided=decided_words(side.batch))


def _answer_card(side: Side, two: Two) -> Card:
    """Chip, wording, why, another view and evidence."""
    row, other = _answer(side.row), _answer(side.other)
    value, theirs = value_of(row["value"]), value_of(other["value"])
    held = [
        ("Reason", value.reason, theirs.reason),
        ("Why", str(row["note"]), str(other["note"])),
        ("Another view", str(row["dissent"]), str(other["dissent"])),
        ("Evidence", *_evidence_of_both(side, two)),
        ("Parked", "Yes" if row["parked"] else "", "Yes" if other["parked"] else ""),
    ]
    title, wording = _value_words(side, value, two)
    verb = _value_verb(side.verb, value, theirs)
    if "value" not in side.conflict.fields:
        verb = f"{side.verb} this {field_list(side.conflict.fields, TEXTS)}"
    return Card(title, wording, verb, paired(held), value)


def _value_words(side: Side, value: Value, two: Two) -> tuple[str, str]:
    """A value's name, and what it means for this capability."""
    checklist = side.file.checklist
    if value.level is None:
        return value_words(value, checklist, two.names), ""
    found = checklist.capability(CapabilityId(side.conflict.row[1][0]))
    return checklist.levels[value.level].name, found.levels[value.level] if found else ""


def _value_verb(verb: str, value: Value, other: Value) -> str:
    if value.level is not None:
        return f"{verb} level {value.level}"
    if value.state is other.state is State.NOT_APPLICABLE:
        return f"{verb} this reason"
    if value.state is State.PROVIDED_BY:
        return f"{verb} this provider"
    return f"{verb} “{short_value(value, {})}”"


def _evidence_of_both(side: Side, two: Two) -> tuple[str, str]:
    """The evidence of a pair in this file and in the other, a piece a line."""
    other = two.theirs if side.verb == "Keep" else two.ours
    capability, organisation = side.conflict.row[1]
    here, there = (
        "\n".join(
            f"{e.grade} {e.title}" + (f", {_day(e.date)}" if e.date else "")
            for e in file.evidence
            if e.capability == capability and two.stays(e.organisation) == organisation
        )
        for file in (side.file, other)
    )
    return here, there


def _override_card(side: Side, two: Two) -> Card:
    """The target that was decided, and why; or that nothing was decided."""
    mine, other = _decision(side.row), _decision(side.other)
    held = [(w, str(mine.get(f, "")), str(other.get(f, ""))) for f, w in OVERRIDE.items()]
    if not mine:
        said = "The target is what the care models ask for."
        return Card("No decision", said, f"{side.verb} it without a decision", paired(held))
    level = cast("int", mine["level"])
    found = side.file.checklist.capability(CapabilityId(side.conflict.row[1][0]))
    verb = f"{side.verb} target {level}" if level else f"{side.verb} “not pursued”"
    if level == other.get("level"):
        verb = f"{side.verb} this reason"
    title = f"Target {level_name(side.file.checklist, level)}" if level else "Not pursued"
    wording = found.levels[level] if found and level else ""
    value = Value(State.LEVEL, level)
    return Card(title, wording, verb, paired(held), value, target=True)


def _before_words(conflict: Conflict, two: Two) -> str:
    """What both files had before they parted."""
    table, before = conflict.row[0], conflict.before
    if table == "answer":
        return _answer_before(conflict, _answer(before), two)
    if before is None:
        return "neither had a decision" if table == "override" else "new in both files"
    if table == "override":
        return f"both had target {_decision(before).get('level')}"
    if table == "setting":
        said, _ = setting_words(conflict.row[1][0], before.get("value"), two.ours)
        return f"both had {said}" if said != NOTHING_SET else "neither had any"
    return "both had it"


def _answer_before(conflict: Conflict, before: Row, two: Two) -> str:
    if "value" in conflict.fields:
        value = value_of(before["value"])
        if value.state is State.NOT_ANSWERED:
            return "neither had an answer"
        return f"both had {short_value(value, two.names)}"
    said = field_list(conflict.fields, TEXTS)
    had = any(before[f] for f in conflict.fields)
    if had:
        return f"both had the same {said}"
    return f"neither had {'another view' if said == TEXTS['dissent'] else f'a {said}'}"


def _answer_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    about = f"{key}, {two.organisation(conflict.row[1][1])}"
    if "value" not in conflict.fields:
        about += f", {field_list(conflict.fields, TEXTS)}"
    return two.capability(key), about


def _override_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    return two.capability(key), f"{key}, target"


def _organisation_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    what = _gone(conflict) or field_list(conflict.fields, ORGANISATION)
    return two.organisation(key), f"Organisation, {what}"


def _evidence_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    row = conflict.ours or conflict.theirs or {}
    said = f"{row.get('capability')}, evidence"
    gone = _gone(conflict)
    return str(row.get("title")), f"{said}, {gone}" if gone else said


def _setting_name(conflict: Conflict, key: str, two: Two) -> tuple[str, str]:
    return SETTINGS.get(key, key), "Set-up"


def _gone(conflict: Conflict) -> str:
    """In which file a thing is deleted; "" where both have it."""
    if conflict.fields != (WHOLE_ROW,):
        return ""
    return "deleted here" if conflict.ours is None else "deleted in the other file"


def _answer(row: Row | None) -> Row:
    """An answer's row; one that is not there says what an empty one says."""
    return EMPTY if row is None else row


def _decision(row: Row | None) -> Row:
    """What a target's row decides; empty where it is not there."""
    held = row.get("value") if row else None
    return cast("Mapping[str, Json]", held) if isinstance(held, dict) else {}


def _day(iso: str) -> str:
    return short_date(date.fromisoformat(iso))


_CARDS: dict[str, Callable[[Side, Two], Card]] = {
    "answer": _answer_card,
    "override": _override_card,
    "organisation": organisation_card,
    "evidence": evidence_card,
    "setting": setting_card,
    "onboarding": onboarding_card,
    "flow": flow_card,
    "condition": condition_card,
}
_NAMES: dict[str, Callable[[Conflict, str, Two], tuple[str, str]]] = {
    "answer": _answer_name,
    "override": _override_name,
    "organisation": _organisation_name,
    "evidence": _evidence_name,
    "setting": _setting_name,
    "onboarding": onboarding_name,
    "flow": flow_name,
    "condition": condition_name,
}
