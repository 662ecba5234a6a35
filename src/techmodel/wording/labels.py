"""The words for states, values and changes, the same in window, files and history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.answers import Value
    from techmodel.core.checklist import Checklist
    from techmodel.core.organisations import OrganisationId

STATE_WORDS = {
    State.DONT_KNOW: "Don’t know",
    State.NOT_APPLICABLE: "Not applicable",
    State.NOT_ANSWERED: "Not answered",
}
"""The words of the states that have neither level nor provider."""

STATE_COMMANDS = {
    State.DONT_KNOW: "dont-know",
    State.NOT_APPLICABLE: "not-applicable",
    State.NOT_ANSWERED: "not-answered",
}
"""The words of the same states on the command line and in CSV (design.md 9)."""


def level_name(checklist: Checklist, level: int) -> str:
    """A level as the workbook and the cards show it: "3 Structured"."""
    return f"{level} {checklist.levels[level].name}"


def value_words(value: Value, checklist: Checklist, names: Mapping[OrganisationId, str]) -> str:
    """A value in words: "3 Structured", "Don’t know", "Provided by Wendlemere Council"."""
    if value.state is State.LEVEL and value.level is not None:
        return level_name(checklist, value.level)
    if value.state is State.PROVIDED_BY and value.provider is not None:
        return f"Provided by {names.get(value.provider, value.provider)}"
    return STATE_WORDS[value.state]


def value_command(value: Value, names: Mapping[OrganisationId, str]) -> str:
    """A value as the command line writes it: "3", "dont-know", "provided-by:Town Council"."""
    if value.state is State.LEVEL:
        return str(value.level)
    if value.state is State.PROVIDED_BY and value.provider is not None:
        return f"provided-by:{names.get(value.provider, value.provider)}"
    return STATE_COMMANDS[value.state]


def short_value(value: Value, names: Mapping[OrganisationId, str]) -> str:
    """A value for the label of a change: "2", "don’t know", "from Wendlemere Council"."""
    if value.state is State.LEVEL:
        return str(value.level)
    if value.state is State.PROVIDED_BY and value.provider is not None:
        return f"from {names.get(value.provider, value.provider)}"
    return STATE_WORDS[value.state].lower()
