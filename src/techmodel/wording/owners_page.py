"""What the owners view of the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.owners import OwnedKind, When
from techmodel.wording.costs import pounds_alike
from techmodel.wording.numbers import plural, short_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.owners import Owned, Owner

QUESTION = "Who answers for what?"
NOBODY = "Nobody yet"
EVERYBODY = "Everybody"
OWNERS = "Owners"
OWNED = "What they answer for"
OWNER_HEADS = ("Owner", "Owns", "Late", "Next date", "Costs")
OWNED_HEADS = ("What", "Kind", "Owner", "Next date", "Event")
SEARCH = "Search what is owned"
LATE = "Late"
HINT = "Enter goes to where it is changed."
KINDS = {
    OwnedKind.PROJECT: "Project",
    OwnedKind.TARGET: "Target",
    OwnedKind.RISK: "Risk",
    OwnedKind.ASSUMPTION: "Assumption",
    OwnedKind.ISSUE: "Issue",
    OwnedKind.DEPENDENCY: "Dependency",
    OwnedKind.BENEFIT: "Benefit",
}
WHENS = {
    When.BEGINS: "begins",
    When.ENDS: "ends",
    When.DUE: "due",
    When.DUTY: "duty",
    When.REVIEW: "review",
}
EMPTY_TITLE = "Nothing to own yet"
EMPTY_TEXT = (
    "Projects, risks and benefits appear here with the role that answers for them. Fill the plan "
    "from the gaps, or write down a first risk, and give each an owner."
)
RISKS_TITLE = "Begin with a risk"
RISKS_TEXT = "What could go wrong, and who deals with it?"
RISKS_VERB = "Go to the risks"
PROJECTS_TITLE = "Begin with a project"
PROJECTS_TEXT = "Give the projects of the plan their owners, one by one or several at once."
PROJECTS_VERB = "Go to the projects"


def owners_headline(owners: Sequence[Owner]) -> str:
    """The answer to the question in one or two sentences."""
    if not owners:
        return "Nothing is planned that anybody could answer for."
    roles = [o for o in owners if o.role]
    orphans = [thing for o in owners if not o.role for thing in o.owned]
    owned = sum(len(o.owned) for o in roles)
    said = f"{plural(len(roles), 'role')} answer for {plural(owned, 'thing')}."
    if len(roles) == 1:
        said = f"{roles[0].role} answers for {plural(owned, 'thing')}."
    if not roles:
        said = f"{plural(len(orphans), 'thing has', 'things have')} no owner yet."
    elif orphans:
        said += f" {plural(len(orphans), 'thing has', 'things have')} no owner."
    late = sum(o.late for o in owners)
    return f"{said} {plural(late, 'thing is', 'things are')} late." if late else said


def role_name(role: str) -> str:
    """A role, or that there is none."""
    return role or NOBODY


def next_words(owned: Owned | None) -> str:
    """What comes next: "31 Mar 2027"; "" where nothing is dated."""
    return short_date(owned.date) if owned and owned.date else ""


def when_words(owned: Owned) -> str:
    """What happens then, and whether it is late: "due, late"; "" where nothing is dated."""
    said = [WHENS[owned.when]] if owned.when else []
    return ", ".join([*said, *(["late"] if owned.late else [])])


def money_of(owners: Sequence[Owner]) -> Mapping[str, str]:
    """What the projects of each owner cost over all years, written alike; "" for nothing."""
    write = pounds_alike([o.money.likely for o in owners])
    return {o.role: write(o.money.likely) if o.money.high else "" for o in owners}
