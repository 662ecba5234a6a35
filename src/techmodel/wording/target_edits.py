"""One edit of a target set by decision in words, for the history."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.journal import Edit, Json

    Row = Mapping[str, Json]


def override_parts(edit: Edit) -> tuple[str, str, str, str]:
    """What happened to the target, what it was and is, and why."""
    old, new = _override(edit.old), _override(edit.new)
    if old is None and new is not None:
        sentence = f"Target set to {new['level']} by decision"
    elif new is None or old is None:
        sentence = "Target back to what is asked"
    elif old["level"] == new["level"]:
        sentence = "Reason or owner of the target changed"
    else:
        sentence = f"Target {old['level']} → {new['level']}"
    why = str(new["reason"]) if new else ""
    return sentence, _override_words(old), _override_words(new), why


def _override(json: Json) -> Row | None:
    if not isinstance(json, dict):
        return None
    inner = json.get("value", json)
    return cast("Row", inner)


def _override_words(row: Row | None) -> str:
    if row is None:
        return "As asked"
    owner = f" ({row['owner']})" if row["owner"] else ""
    return f"{row['level']}: {row['reason']}{owner}"
