"""What the limits of the plan are called, and that one holds work up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.numbers import british_date, join_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.assessment import Assessment
    from techmodel.core.causes import Cause
    from techmodel.core.plan_parts import Terms

BITES = "Work waits because of this limit. It is set under What if."
_PROPER = ("Caldicott",)
"""First words of roles that are names."""
_NAMED = 2
"""More limits than these are counted, not named."""


def limit_sentence(limit: str, terms: Terms, assessment: Assessment) -> str:
    """A limit within a sentence: "14 at a time", "4 integration engineers"."""
    if not limit:
        return f"{terms.capacity} at a time"
    name, count = _name(limit, assessment), terms.roles[limit]
    if not _is_plain(limit, name, assessment):
        return f"{name}, {count} at a time"
    lower = name if name.split()[0] in _PROPER else name[0].lower() + name[1:]
    return plural(count, lower)


def role_limits(limits: Sequence[str], terms: Terms, assessment: Assessment) -> str:
    """The limits of roles: "Integration engineers: 4 at a time"; "" for none."""
    roles = [limit for limit in limits if limit]
    said = [_head(limit, terms, assessment) for limit in roles[:_NAMED]]
    more = [plural(len(roles) - _NAMED, "other limit")] if len(roles) > _NAMED else []
    return "; ".join([*said, *more])


def room_words(what: str, ready: date, limits: str) -> str:
    """That work waits: "PLN-08 could begin on 4 January 2027; it waits for room: 14."."""
    return f"{what} could begin on {british_date(ready)}; it waits for room: {limits}."


def limits_sentence(limits: Sequence[str], terms: Terms, assessment: Assessment) -> str:
    """Several limits within a sentence: "14 at a time and 4 integration engineers"."""
    return join_words([limit_sentence(limit, terms, assessment) for limit in limits])


def cause_words(cause: Cause, terms: Terms, assessment: Assessment) -> str:
    """Why a project does not begin earlier: "it waits for P09", "the limit is 14 at a time"."""
    if cause.limits:
        said = limits_sentence(cause.limits, terms, assessment)
        return f"the {'limits are' if len(cause.limits) > 1 else 'limit is'} {said}"
    if cause.projects:
        return f"it waits for {join_words([*cause.projects[:3]])}"
    return "the plan begins then"


def _head(limit: str, terms: Terms, assessment: Assessment) -> str:
    name, count = _name(limit, assessment), terms.roles[limit]
    many = count != 1 and _is_plain(limit, name, assessment)
    return f"{name}{'s' if many else ''}: {count} at a time"


def _name(limit: str, assessment: Assessment) -> str:
    """A role or a partner by name."""
    names = {str(o.id): o.name for o in assessment.organisations}
    return (names | {str(r): name for r, name in assessment.checklist.roles.items()})[limit]


def _is_plain(limit: str, name: str, assessment: Assessment) -> bool:
    """Whether a name is that of a role which takes an s."""
    return limit in assessment.checklist.roles and not {*name} & {*"(/,"}
