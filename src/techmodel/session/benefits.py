"""The verbs of the logic model: elements and what they lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from techmodel.core.benefits import find_loop, in_order, may_lead
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.plan_parts import Benefit, Stage
from techmodel.core.plan_rows import benefit_fields, benefit_of
from techmodel.session.entries import added, changed, check_projects, entry_id, removed
from techmodel.session.noun import Noun, clean_name, clean_text
from techmodel.session.plan_edits import checked_day, checked_line
from techmodel.wording.benefits import STAGES, benefit_change, element_name

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from typing_extensions import Unpack

    from techmodel.core.plan_parts import ProjectId
    from techmodel.session.touched import Touched


class BenefitFields(TypedDict, total=False):
    """The fields of an element that a person gives; those left out stay, or are empty."""

    name: str
    stage: Stage
    leads_to: tuple[str, ...]
    projects: tuple[ProjectId, ...]
    measure: str
    baseline: str
    target: str
    owner: str
    review: date | None
    note: str


class Benefits(Noun):
    """The verbs of the logic model, and all of its elements."""

    def all(self) -> tuple[Benefit, ...]:
        """All elements, by column, then by name."""
        return in_order(benefit_of(row) for row in self._session.rows("benefit"))

    def add(self, **fields: Unpack[BenefitFields]) -> Touched:
        """Add an element: an outcome, unless said.

        Raises:
            WrongUse: no name, an unknown project or element, a date out of its range.
            Refused: a link that leads back to the left.
        """
        others = self.all()
        id_ = entry_id("B", {b.id for b in others})
        new = self._checked(Benefit(id_, "", Stage.OUTCOME), fields, others)
        edit = added("benefit", id_, benefit_fields(new))
        return self._session.apply([edit], f"{element_name(new)} added")

    def change(self, id: str, **fields: Unpack[BenefitFields]) -> Touched:  # noqa: A002 - the field
        """Change fields of an element.

        Raises:
            WrongUse: as `add`, and for an unknown id.
            Refused: a link, or the move to another column, would lead back to the left or in a
                circle.
        """
        all_ = self.all()
        old = _known(all_, id)
        others = [b for b in all_ if b.id != id]
        new = self._checked(old, fields, others)
        edits = changed("benefit", id, benefit_fields(old), benefit_fields(new))
        names = {b.id: b.name for b in all_}
        return self._session.apply(edits, benefit_change(old, new, names))

    def join(self, source: str, target: str) -> Touched:
        """Let one element lead to another. Raises as `change`."""
        leads_to = _known(self.all(), source).leads_to
        new = leads_to if target in leads_to else (*leads_to, target)
        return self.change(source, leads_to=new)

    def part(self, source: str, target: str) -> Touched:
        """Let one element no longer lead to another. WrongUse for unknown ones."""
        leads_to = _known(self.all(), source).leads_to
        return self.change(source, leads_to=tuple(t for t in leads_to if t != target))

    def remove(self, id: str) -> Touched:  # noqa: A002 - the field
        """Take an element away with the links to it; undo brings all back.

        Raises:
            WrongUse: for an unknown id.
        """
        all_ = self.all()
        old = _known(all_, id)
        edits = [removed("benefit", id, benefit_fields(old))]
        for other in all_:
            if id in other.leads_to:
                new = replace(other, leads_to=tuple(t for t in other.leads_to if t != id))
                edits += changed("benefit", other.id, benefit_fields(other), benefit_fields(new))
        return self._session.apply(edits, f"{element_name(old)} removed")

    def _checked(
        self, benefit: Benefit, fields: BenefitFields, others: Sequence[Benefit]
    ) -> Benefit:
        check_projects(self._session, fields.get("projects", ()))
        new = checked_benefit(replace(benefit, **fields))
        if "leads_to" not in fields and "stage" not in fields:
            return new
        known = {b.id for b in others} | {benefit.id}
        gone = set(benefit.leads_to) - known  # such links come from merging, and go now
        new = replace(new, leads_to=tuple(t for t in new.leads_to if t not in gone))
        check_links([*others, new], new.id)
        return new


def checked_benefit(benefit: Benefit) -> Benefit:
    """An element with clean texts, its links apart; WrongUse says what is not right."""
    name = clean_name(benefit.name, "The name of the benefit")
    new = replace(benefit, name=name)
    where = element_name(new)
    return replace(
        new,
        leads_to=tuple(dict.fromkeys(benefit.leads_to)),
        projects=tuple(dict.fromkeys(benefit.projects)),
        measure=checked_line(benefit.measure, f"The measure of {where}"),
        baseline=checked_line(benefit.baseline, f"The baseline of {where}"),
        target=checked_line(benefit.target, f"The target of {where}"),
        owner=checked_line(benefit.owner, f"The owner of {where}"),
        review=checked_day(benefit.review, where),
        note=clean_text(benefit.note, f"The note of {where}"),
    )


def check_links(benefits: Sequence[Benefit], id: str) -> None:  # noqa: A002 - the field's name
    """Look at every link from and to one element of a logic model.

    Raises:
        WrongUse: a link to an element that is not there.
        Refused: a link back to the left, or a circle; it is named.
    """
    by_id = {b.id: b for b in benefits}
    for source in benefits:
        for target in source.leads_to:
            if id in {source.id, target}:
                _check_link(source, by_id.get(target), target)
    loop = find_loop(benefits, id)
    if loop:
        way = " → ".join(by_id[id_].name for id_ in loop)
        raise Refused(f"That would lead in a circle: {way}. Take one of these links away first.")


def _check_link(source: Benefit, target: Benefit | None, id_: str) -> None:
    if target is None:
        raise WrongUse(f"There is no benefit {id_!r} for “{source.name}” to lead to.")
    if not may_lead(source.stage, target.stage):
        raise Refused(
            f"“{source.name}” ({STAGES[source.stage]}) cannot lead back to "
            f"“{target.name}” ({STAGES[target.stage]}). Links lead to the right."
        )


def _known(benefits: Sequence[Benefit], id_: str) -> Benefit:
    for benefit in benefits:
        if benefit.id == id_:
            return benefit
    raise WrongUse(f"There is no benefit {id_!r} in this plan.")
