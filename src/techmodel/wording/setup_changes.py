"""What a person has changed in Set-up and not applied yet, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words, percent, short_number

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED = 3
"""So many organisations are named; of more, only how many there are."""

LISTED = 4
"""So many changes are told; of more, only how many."""

LEAVE = "Close without applying the changes in Set-up?"
LEAVE_DETAIL = "They are not part of the assessment yet and would be lost."

NO_TITLE = "Give it a title to apply."
NO_MODEL = "Choose at least one care model to apply."
NO_DOMAIN = "Keep at least one domain in scope to apply."
NO_ORGANISATION = "Keep at least one organisation to apply."
READ_ONLY = "This file was opened for reading. Save a copy to change it."
NOT_PURSUED = "0 Not pursued"
NO_TARGET = "Nothing"
REASON_MISSING = "Say why; the reason stands in the report."
TO_APPLY = "to apply"


def pending_words(changes: Sequence[str]) -> str:
    """All that is not applied yet: "Not applied yet: Town Council leaves; title “Wendlemere”"."""
    if len(changes) > LISTED:
        changes = [*changes[:LISTED], f"{len(changes) - LISTED} more"]
    return f"Not applied yet: {'; '.join(changes)}"


def title_change(title: str) -> str:
    """Another title."""
    return f"title “{title}”"


def lead_change(lead: str) -> str:
    """Another lead."""
    return f"lead “{lead}”" if lead else "no lead"


def models_change(names: Sequence[str]) -> str:
    """Other care models."""
    return f"care models: {join_words(names) or 'none'}"


def domains_change(names: Sequence[str]) -> str:
    """Other domains out of scope."""
    return f"out of scope: {join_words(names)}" if names else "every domain in scope"


def threshold_change(before: float, after: float) -> str:
    """Another coverage threshold."""
    return f"coverage threshold {percent(before)} → {percent(after)}"


def join_change(names: Sequence[str]) -> str:
    """Organisations that join."""
    if len(names) > NAMED:
        return f"{len(names)} organisations join"
    return f"{join_words(names)} {'joins' if len(names) == 1 else 'join'}"


def leave_change(name: str) -> str:
    """An organisation that leaves."""
    return f"{name} leaves"


def return_change(name: str) -> str:
    """An organisation that returns."""
    return f"{name} returns"


def rename_change(before: str, after: str) -> str:
    """Another name."""
    return f"{before} is called {after}"


def short_name_change(name: str, short_name: str) -> str:
    """Another short name."""
    return f"{name}: short name {short_name}"


def kind_change(name: str, kind: str) -> str:
    """Another kind."""
    return f"{name}: kind {kind}"


def weight_change(name: str, before: float, after: float) -> str:
    """Another weight."""
    return f"{name}: weight {short_number(before)} → {short_number(after)}"


def decision_change(capability: str, before: int, after: int) -> str:
    """Another target by decision, or another reason or owner of it."""
    if before == after:
        return f"reason or owner of the target of {capability}"
    return f"target of {capability}: {before} → {after}"


def clear_change(capability: str) -> str:
    """A target by decision that goes."""
    return f"target of {capability} as asked"


def reason_needed(capability: str) -> str:
    """A decision without a reason."""
    return f"Say why the target of {capability} is set to apply."
