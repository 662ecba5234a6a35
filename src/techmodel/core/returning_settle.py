"""What values that hold together come to when some of them were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State
from techmodel.core.plan_parts import CostKind, Status
from techmodel.core.typed_weeks import scaled

if TYPE_CHECKING:
    from collections.abc import Collection

    from techmodel.core.checklist import Weeks
    from techmodel.core.returning_parts import Values

_WHOLE = {Status.NOT_STARTED: 0, Status.DONE: 100}
_REASONED = {State.NOT_APPLICABLE, State.PROVIDED_BY}


def settled_values(base: Values, typed: Values, span: Weeks) -> Values:
    """The values of a group with those that were typed, as the verbs of the program leave them.

    What was not typed follows what was: of a project that is done, 100 per cent are done; a reason
    that is no longer asked for goes; a cost that is paid once is paid in one year.

    Args:
        base: what is held, by column.
        typed: what was typed, by column.
        span: the weeks that the row shows.
    """
    new = {**base, **typed}
    if "weeks" in typed:
        new["weeks"] = scaled(span, typed["weeks"])
    if "status" in new:
        _follow_status(new, typed)
    if "years" in new and new["kind"] is CostKind.ONE_OFF and "years" not in typed:
        new["years"] = 1
    for column in ("answer", "level"):
        if column in new and new[column].state not in _REASONED and "reason" not in typed:
            new["reason"] = ""
    return new


def _follow_status(new: Values, typed: Collection[str]) -> None:
    if "percent" not in typed:
        new["percent"] = _WHOLE.get(new["status"], new["percent"])
    if "reason" not in typed and new["status"] is not Status.DROPPED:
        new["reason"] = ""
