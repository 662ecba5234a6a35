"""The verbs of the RAID log: risks, assumptions, issues and dependencies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import RaidItem, RaidKind
from techmodel.core.plan_rows import raid_fields, raid_of
from techmodel.core.raid import STEPS, in_order
from techmodel.session.entries import added, changed, check_projects, entry_id, removed
from techmodel.session.noun import Noun, clean_text
from techmodel.session.plan_edits import checked_day, checked_line
from techmodel.wording.raid import KINDS, item_name, raid_change

if TYPE_CHECKING:
    from datetime import date

    from typing_extensions import Unpack

    from techmodel.core.plan_parts import ProjectId
    from techmodel.session.touched import Touched


class RaidFields(TypedDict, total=False):
    """The fields of an entry that a person gives; those left out stay, or are empty."""

    kind: RaidKind
    text: str
    cause: str
    consequence: str
    likelihood: int | None
    impact: int | None
    response: str
    owner: str
    due: date | None
    is_open: bool
    project: ProjectId | None


class Raid(Noun):
    """The verbs of the RAID log, and all of its entries."""

    def all(self) -> tuple[RaidItem, ...]:
        """All entries, open ones first, the highest score first."""
        return in_order(raid_of(row) for row in self._session.rows("raid"))

    def add(self, **fields: Unpack[RaidFields]) -> Touched:
        """Add an entry: an open risk of the plan as a whole, unless said.

        Raises:
            WrongUse: no text, an unknown project, a step that is not 1 to 5, a date out of range.
        """
        id_ = entry_id("R", {i.id for i in self.all()})
        new = self._checked(RaidItem(id_, RaidKind.RISK, ""), fields)
        edit = added("raid", id_, raid_fields(new))
        return self._session.apply([edit], f"{item_name(new)} added")

    def change(self, id: str, **fields: Unpack[RaidFields]) -> Touched:  # noqa: A002 - the field
        """Change fields of an entry. Raises as `add`, and WrongUse for an unknown id."""
        old = self._known(id)
        new = self._checked(old, fields)
        edits = changed("raid", id, raid_fields(old), raid_fields(new))
        return self._session.apply(edits, raid_change(old, new))

    def remove(self, id: str) -> Touched:  # noqa: A002 - the field
        """Take an entry away; undo brings it back. WrongUse for an unknown id."""
        old = self._known(id)
        edit = removed("raid", id, raid_fields(old))
        return self._session.apply([edit], f"{item_name(old)} removed")

    def _known(self, id_: str) -> RaidItem:
        for item in self.all():
            if item.id == id_:
                return item
        raise WrongUse(f"There is no entry {id_!r} in the risk log.")

    def _checked(self, item: RaidItem, fields: RaidFields) -> RaidItem:
        project = fields.get("project")
        if project is not None:
            check_projects(self._session, [project])
        return checked_item(replace(item, **fields))


def checked_item(item: RaidItem) -> RaidItem:
    """An entry with clean texts; WrongUse says what is not right."""
    kind = KINDS[item.kind]
    text = clean_text(item.text, f"The text of the {kind.lower()}")
    if not text:
        raise WrongUse(f"{kind}: say what it is; the text is missing.")
    new = replace(item, text=text)
    where = item_name(new)
    for what, step in (("likelihood", item.likelihood), ("impact", item.impact)):
        if step is not None and (isinstance(step, bool) or step not in STEPS):
            raise WrongUse(f"{where}: {what} is a whole number from 1 to 5, not {step!r}.")
    return replace(
        new,
        cause=clean_text(item.cause, f"The cause of {where}"),
        consequence=clean_text(item.consequence, f"The consequence of {where}"),
        response=clean_text(item.response, f"The response to {where}"),
        owner=checked_line(item.owner, f"The owner of {where}"),
        due=checked_day(item.due, where),
    )
