"""Filling the plan by hand: one project of gaps that a person puts together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_parts import Project, Terms
from techmodel.core.plan_steps import parse_step
from techmodel.core.proposal import Bundle, needed_steps, propose
from techmodel.session.noun import clean_name
from techmodel.session.plan_edits import project_edits
from techmodel.wording.plan_labels import added_label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from techmodel.core.checklist import CapabilityId, Weeks
    from techmodel.core.plan_parts import StepId
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched


def open_steps(session: Session) -> dict[CapabilityId, tuple[StepId, ...]]:
    """The steps that gaps need and no project has, by capability, in the order of ranks."""
    taken = {s for p in session.plan.book().projects for s in p.steps}
    found: dict[CapabilityId, tuple[StepId, ...]] = {}
    for step in needed_steps(session.gaps()):
        if step not in taken:
            capability = parse_step(step).capability
            found[capability] = (*found.get(capability, ()), step)
    return found


def put_together(session: Session, capabilities: Collection[CapabilityId], name: str) -> Project:
    """The project that would take all open steps of some gaps, at the end of the list.

    Raises:
        WrongUse: no gap, or no name.
        Refused: a gap has its project already.
    """
    still = open_steps(session)
    if not capabilities:
        raise WrongUse("Tick at least one gap for the new project.")
    gone = [c for c in capabilities if c not in still]
    if gone:
        raise Refused(f"{gone[0]} has its project already. Look at the gaps again.")
    steps = tuple(s for c, inside in still.items() if c in capabilities for s in inside)
    named = clean_name(name, "The name of the project")
    projects = session.plan.book().projects
    proposed = propose(session.assessment(), session.gaps(), (), bundle=Bundle.GAP).added
    owner = next((p.owner for p in proposed if p.steps and p.steps[0] in steps), "")
    id_ = code_id(steps[0], [p.id for p in projects])
    last = max((p.position for p in projects), default=0)
    return replace(Project(id_, named, owner=owner, position=last + 1), steps=steps)


def fill_by_hand(session: Session, capabilities: Collection[CapabilityId], name: str) -> Touched:
    """Add the project of `put_together`; proposing again leaves it as it is."""
    project = put_together(session, capabilities, name)
    return session.apply(project_edits(None, project), added_label(project))


def weeks_of(session: Session, offers: Sequence[Project]) -> dict[str, Weeks]:
    """How long each of some projects that are not in the plan would take, by id."""
    book = session.plan.book()
    whole = replace(book, projects=(*book.projects, *offers), terms=Terms())
    ids = {p.id for p in offers}
    planned = session.plan.work_out(whole).projects
    return {p.project.id: p.weeks for p in planned if p.project.id in ids}
