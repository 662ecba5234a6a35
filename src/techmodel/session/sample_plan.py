"""The plan of the sample assessment, made from its script with the verbs a person uses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import CapabilityId, Weeks
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_parts import Money, Pins, Project, ProjectId, ProjectKind, Terms
from techmodel.core.plan_steps import parse_step
from techmodel.session.plan_edits import project_edits

if TYPE_CHECKING:
    from datetime import date

    from techmodel.importing.sample_plan import SamplePlan, SampleProject, SampleTerms
    from techmodel.session.session import Session

    Ids = dict[str, ProjectId]

DECIDED_BY = "Partners’ workshop"
"""Who decided what the sample holds; nobody's name."""


def play_plan(session: Session, script: SamplePlan) -> None:
    """Make projects of the gaps, then say what they wait for, cost, bring and risk."""
    ids = _projects(session, script)
    for row in script.links:
        session.plan.link(ids[row.project], ids[row.after], row.lag)
    session.plan.close_days(script.closed_days)
    session.plan.set_terms(_terms(script, ids, script.start))
    for scenario in script.scenarios:
        session.scenarios.keep(scenario.name, _terms(scenario, ids, script.start))
    _costs(session, script, ids)
    _benefits(session, script, ids)
    _raid(session, script, ids)


def _projects(session: Session, script: SamplePlan) -> Ids:
    """The projects as a group agrees them, and then the order in which they begin."""
    offered = {
        parse_step(step).capability: project
        for project in session.plan.proposal().added
        for step in project.steps[:1]
    }
    agreed: dict[str, Project] = {}
    for row in script.projects:
        parts = [offered[CapabilityId(capability)] for capability in row.capabilities]
        id_ = parts[0].id if parts else code_id(row.key)
        agreed[row.key] = _project(row, id_, parts)
    made = [edit for project in agreed.values() for edit in project_edits(None, project)]
    session.apply(made, "Projects agreed from the gaps", decided_by=DECIDED_BY)
    places = enumerate(agreed.values(), 1)
    moved = [e for n, p in places for e in project_edits(p, replace(p, position=n))]
    session.apply(moved, "Projects put in order", decided_by=DECIDED_BY)
    return {key: project.id for key, project in agreed.items()}


def _project(row: SampleProject, id_: ProjectId, parts: list[Project]) -> Project:
    project = Project(id_, row.name, ProjectKind.GAP if parts else ProjectKind.OWN)
    return replace(
        project,
        steps=tuple(step for part in parts for step in part.steps),
        owner=row.owner,
        status=row.status,
        percent=row.percent,
        note=row.note,
        pins=Pins(row.start, row.finish_by),
        weeks=Weeks(*row.weeks) if row.weeks else None,
    )


def _terms(script: SampleTerms, ids: Ids, start: date) -> Terms:
    off = frozenset(ids[key] for key in script.later)
    return Terms(start, script.capacity, script.roles, off)


def _costs(session: Session, script: SamplePlan, ids: Ids) -> None:
    for row in script.costs:
        session.costs.add(
            label=row.label,
            project=ids.get(row.project),
            kind=row.kind,
            amount=Money(*row.amount),
            first_year=row.first_year,
            years=row.years,
            funding=row.funding,
            note=row.note,
        )


def _benefits(session: Session, script: SamplePlan, ids: Ids) -> None:
    """From right to left, since an element leads only to what is there."""
    known: dict[str, str] = {}
    for row in reversed(script.benefits):
        before = {b.id for b in session.benefits.all()}
        session.benefits.add(
            name=row.name,
            stage=row.stage,
            leads_to=tuple(known[key] for key in row.leads_to),
            projects=tuple(ids[key] for key in row.projects),
            measure=row.measure,
            baseline=row.baseline,
            target=row.target,
            owner=row.owner,
            review=row.review,
            note=row.note,
        )
        known[row.key] = next(b.id for b in session.benefits.all() if b.id not in before)


def _raid(session: Session, script: SamplePlan, ids: Ids) -> None:
    for row in script.raid:
        session.raid.add(
            kind=row.kind,
            text=row.text,
            cause=row.cause,
            consequence=row.consequence,
            likelihood=row.likelihood,
            impact=row.impact,
            response=row.response,
            owner=row.owner,
            due=row.due,
            project=ids.get(row.project),
        )
