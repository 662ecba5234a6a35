"""Whether what was typed into a workbook may be taken: ranges, what must be said, known ids."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.answers import State
from techmodel.core.plan_parts import CostKind, Status
from techmodel.core.returning_parts import Fault, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from techmodel.core.answers import Value
    from techmodel.core.returning_lists import Listing, Words
    from techmodel.core.returning_parts import Content, Values

MAX_TEXT, MAX_LINE = 20_000, 200
"""Characters that verbs take: of a text, and of a line."""
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)
"""The days that a plan may name."""
MOST = {
    "percent": 100,
    "weeks": 520,
    **dict.fromkeys(("low", "likely", "high"), 10_000_000_000),
}
"""The largest numbers; the smallest is 0."""
YEARS, FIRST_YEARS = (1, 30), (FIRST_DAY.year, LAST_DAY.year)
MAX_LAG = 2_600
"""Working days that a project may wait after another."""
_LONG = {"reason", "note", "text", "cause", "consequence", "response"}
_NEEDED = {
    *("Plan.project", "RAID.text", "Benefits.name", "Costs.label"),
    *("Flows.information", "Flows.capability", "Flows.from", "Flows.to"),
}
_NUMBERS, _OPEN = {"low", "likely", "high", "first_year", "years"}, {"likelihood", "impact"}
"""Columns that may not be empty, and columns of words that may."""
_REFERENCES = {"RAID.project", "Costs.project", "Benefits.projects"}
_ENDS = {"Flows.from", "Flows.to"}


def check_cell(
    listing: Listing,
    column: str,
    new: Content,
    old: Content,
    words: Words,
) -> None:
    """Look at one value that was typed.

    Args:
        listing: its sheet.
        column: its column.
        new: what it says now.
        old: what it said when it was exported; ids that were there already stay unjudged.
        words: the ids there are.

    Raises:
        Unreadable: it may not be taken.
    """
    where = f"{listing.title}.{column}"
    if new is None and (where in words.lists or column in _NUMBERS) and column not in _OPEN:
        raise Unreadable(Fault.MISSING)
    if isinstance(new, str):
        _check_text(where, column, new)
    elif isinstance(new, date):
        _check_range(new, FIRST_DAY, LAST_DAY, Fault.OUT_OF_RANGE)
    elif isinstance(new, int):
        _check_number(column, new)
    _check_ids(where, new, old, words)


def check_group(new: Values, edited: Collection[str]) -> tuple[str, Fault] | None:
    """What is wrong with values that hold together, and in which column; None for nothing.

    Args:
        new: the values by column.
        edited: the columns that a person changed.
    """
    for rule in _TOGETHER:
        if rule.of in new and rule.wrong(new, edited):
            return rule.column, rule.fault
    return None


def _check_text(where: str, column: str, text: str) -> None:
    if where in _NEEDED and not text:
        raise Unreadable(Fault.MISSING)
    most = MAX_TEXT if column in _LONG else MAX_LINE
    if len(text) > most:
        raise Unreadable(Fault.TOO_LONG, f"{most:,}")


def _check_number(column: str, number: int) -> None:
    low, high = 0, MOST.get(column, 0)
    if column in {"years", "first_year"}:
        low, high = YEARS if column == "years" else FIRST_YEARS
    if high:
        _check_range(number, low, high, Fault.OUT_OF_RANGE)


def _check_range(value: Content, low: Content, high: Content, fault: Fault) -> None:
    if not low <= value <= high:
        raise Unreadable(fault, f"{low}", f"{high}")


def _check_ids(where: str, new: Content, old: Content, words: Words) -> None:
    if where == "Plan.after":
        before = {id_ for id_, _ in old or ()}
        _check_known([i for i, _ in new if i not in before], words.projects, Fault.UNKNOWN_PROJECT)
        for _, lag in new:
            _check_range(lag, 0, MAX_LAG, Fault.NOT_A_WAIT)
    elif where in _REFERENCES:
        ids = [new] if isinstance(new, str) else [*new]
        had = [old] if isinstance(old, str) else [*(old or ())]
        _check_known([i for i in ids if i and i not in had], words.projects, Fault.UNKNOWN_PROJECT)
    elif where == "Benefits.leads_to":
        left = [i for i in new if i not in (old or ())]
        _check_known(left, words.benefits, Fault.UNKNOWN_BENEFIT)
    elif where in _ENDS:
        _check_known([new], words.organisations, Fault.UNKNOWN_ORGANISATION)
    elif where == "Flows.capability" and new != old:
        _check_known([new], words.capabilities, Fault.UNKNOWN_CAPABILITY)


def _check_known(ids: Collection[str], known: Mapping[str, str], fault: Fault) -> None:
    there = set(known.values())
    wrong = [id_ for id_ in ids if id_ not in there]
    if wrong:
        raise Unreadable(fault, *wrong)


def _amount_falls(new: Values, _: Collection[str]) -> bool:
    return not new["low"] <= new["likely"] <= new["high"]


def _dropped_in_silence(new: Values, _: Collection[str]) -> bool:
    return new["status"] is Status.DROPPED and not new["reason"]


def _reason_for_nothing(new: Values, edited: Collection[str]) -> bool:
    return "reason" in edited and bool(new["reason"]) and new["status"] is not Status.DROPPED


def _not_begun(new: Values, edited: Collection[str]) -> bool:
    return "percent" in edited and new["status"] is Status.NOT_STARTED and new["percent"] > 0


def _all_done(new: Values, edited: Collection[str]) -> bool:
    return "percent" in edited and new["status"] is Status.DONE and new["percent"] < 100


def _paid_once(new: Values, edited: Collection[str]) -> bool:
    return "years" in edited and new["kind"] is CostKind.ONE_OFF and new["years"] != 1


def _state(new: Values) -> State:
    """The state of an answer or of a flow."""
    value: Value = new["answer"] if "answer" in new else new["level"]
    return value.state


def _not_applicable_in_silence(new: Values, _: Collection[str]) -> bool:
    return _state(new) is State.NOT_APPLICABLE and not new["reason"]


def _reason_unused(new: Values, edited: Collection[str]) -> bool:
    needs = _state(new) in {State.NOT_APPLICABLE, State.PROVIDED_BY}
    return "reason" in edited and bool(new["reason"]) and not needs


def _from_and_to_one(new: Values, edited: Collection[str]) -> bool:
    return {"from", "to"}.issubset(edited) and new["from"] == new["to"]


class _Rule(NamedTuple):
    """What is wrong where a group with the column `of` is so, and in which column it is said."""

    of: str
    column: str
    wrong: Callable[[Values, Collection[str]], bool]
    fault: Fault


_TOGETHER = (
    _Rule("likely", "likely", _amount_falls, Fault.ORDER),
    _Rule("years", "years", _paid_once, Fault.ONCE),
    _Rule("status", "reason", _dropped_in_silence, Fault.REASON_MISSING),
    _Rule("status", "reason", _reason_for_nothing, Fault.REASON_UNUSED),
    _Rule("status", "percent", _not_begun, Fault.NOT_BEGUN),
    _Rule("status", "percent", _all_done, Fault.ALL_DONE),
    _Rule("answer", "reason", _not_applicable_in_silence, Fault.REASON_MISSING),
    _Rule("answer", "reason", _reason_unused, Fault.REASON_UNUSED),
    _Rule("level", "reason", _not_applicable_in_silence, Fault.REASON_MISSING),
    _Rule("level", "reason", _reason_unused, Fault.REASON_UNUSED),
    _Rule("to", "to", _from_and_to_one, Fault.SAME_ENDS),
)
