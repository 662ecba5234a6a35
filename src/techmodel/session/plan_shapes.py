"""Changing which projects there are: bundling, splitting, moving, linking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import Edit
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_parts import NO_PINS, Link, Pins, ProjectKind, Status
from techmodel.session.noun import clean_name
from techmodel.session.plan_edits import (
    MAX_LAG,
    Step,
    known_project,
    link_edits,
    project_edits,
    refuse_gone,
)
from techmodel.wording.numbers import join_words
from techmodel.wording.plan_labels import bundled_label, link_label, moved_label, split_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.checklist import Weeks
    from techmodel.core.plan_parts import PlanBook, Project, ProjectId, StepId


def moved(book: PlanBook, id_: ProjectId, place: int) -> Step:
    """A project at another place of the list, from 1; a place beyond the end is the last."""
    project = known_project(book, id_)
    order = [p for p in book.projects if p.id != id_]
    order.insert(max(0, place - 1), project)
    return Step(_in_order(book, order), moved_label(project, order.index(project) + 1))


def bundled(
    book: PlanBook, ids: Sequence[ProjectId], name: str, weeks: Mapping[ProjectId, Weeks]
) -> Step:
    """Several projects as one: the first takes the others in, with all that is about them.

    Args:
        book: the plan.
        ids: which, the one that stays first.
        name: how it is called.
        weeks: how long each takes, for those whose durations are set by hand.
    """
    projects = [known_project(book, id_) for id_ in dict.fromkeys(ids)]
    _check_bundle(projects)
    first, *others = projects
    gone = {p.id: first.id for p in others}
    by_hand = any(p.weeks for p in projects)
    new = replace(
        first,
        name=clean_name(name, "The name of the bundle"),
        steps=tuple(s for p in projects for s in p.steps),
        owner=next((p.owner for p in projects if p.owner), ""),
        note="\n".join(p.note for p in projects if p.note),
        pins=_both_pins(projects),
        weeks=_sum(projects, weeks) if by_hand else None,
    )
    edits = project_edits(first, new)
    for project in others:
        edits += project_edits(project, None)
    edits += link_edits(book.links, relinked(book.links, gone))
    edits += [*_owned_edits(book, gone)]
    return Step(edits, bundled_label(projects, new))


def split(
    book: PlanBook,
    id_: ProjectId,
    steps: Sequence[StepId],
    name: str,
    weeks: Mapping[StepId, Weeks],
) -> Step:
    """Some steps of a project as one of their own, right after it.

    Args:
        book: the plan.
        id_: whose steps.
        steps: which; some, not all.
        name: how the new project is called.
        weeks: how long each step takes, to part a duration that is set by hand.
    """
    old = known_project(book, id_)
    refuse_gone(old, "split")
    out = tuple(s for s in old.steps if s in steps)
    left = tuple(s for s in old.steps if s not in steps)
    strange = [s for s in steps if s not in old.steps]
    if strange:
        raise WrongUse(f"{id_} has no step {strange[0]}. It has {join_words(old.steps)}.")
    if not out or not left:
        raise Refused(f"Choose some of the {len(old.steps)} steps of {id_}, but not all of them.")
    new = replace(
        old,
        id=code_id(" ".join(out), [p.id for p in book.projects]),
        name=clean_name(name, "The name of the project"),
        steps=out,
        status=Status.NOT_STARTED,
        percent=0,
        note="",
        pins=NO_PINS,
        weeks=_of_steps(out, weeks) if old.weeks else None,
    )
    rest = replace(old, steps=left, weeks=_of_steps(left, weeks) if old.weeks else None)
    order = [p for held in book.projects for p in ((rest, new) if held is old else (held,))]
    return Step(_in_order(book, order), split_label(rest, new))


def linked(book: PlanBook, project: ProjectId, after: ProjectId, lag: int) -> Step:
    """A project that waits for another; whether that closes a loop is not looked at here."""
    one, other = known_project(book, project), known_project(book, after)
    if project == after:
        raise WrongUse(f"{project} cannot wait for itself.")
    if not isinstance(lag, int) or not 0 <= lag <= MAX_LAG:
        raise WrongUse(f"{project}: it waits a whole number of working days, 0 to {MAX_LAG}.")
    link = Link(project, after, lag)
    return Step(link_edits(book.links, with_link(book.links, link)), link_label(one, other, link))


def unlinked(book: PlanBook, project: ProjectId, after: ProjectId) -> Step:
    """A project that no longer waits for another. Refused where no link by hand says so."""
    one, other = known_project(book, project), known_project(book, after)
    left = [k for k in book.links if (k.project, k.after) != (project, after)]
    if len(left) == len(book.links):
        raise Refused(
            f"{project} {one.name} is not linked to {after} {other.name} by hand. What steps wait "
            "for by themselves comes from the checklist."
        )
    return Step(link_edits(book.links, left), link_label(one, other, None))


def with_link(links: Sequence[Link], link: Link) -> tuple[Link, ...]:
    """The links with one more, last, in place of one between the same projects."""
    others = [k for k in links if (k.project, k.after) != (link.project, link.after)]
    return (*others, link)


def relinked(links: Sequence[Link], gone: Mapping[ProjectId, ProjectId]) -> tuple[Link, ...]:
    """The links with some projects in place of others; none of a project to itself."""
    found: dict[tuple[ProjectId, ProjectId], Link] = {}
    for link in links:
        ends = (gone.get(link.project, link.project), gone.get(link.after, link.after))
        lag = max(link.lag, found[ends].lag if ends in found else 0)
        if ends[0] != ends[1]:
            found[ends] = Link(*ends, lag)
    return tuple(found.values())


def _in_order(book: PlanBook, order: Iterable[Project]) -> list[Edit]:
    """The edits that bring the projects of a book to those given, numbered in that order."""
    held = {p.id: p for p in book.projects}
    return [
        edit
        for place, project in enumerate(order, 1)
        for edit in project_edits(held.get(project.id), replace(project, position=place))
    ]


def _check_bundle(projects: Sequence[Project]) -> None:
    if len(projects) < 2:
        raise WrongUse("Choose two or more projects to bundle.")
    first = projects[0]
    for project in projects:
        if project.kind is ProjectKind.OWN:
            raise Refused(
                f"{project.id} {project.name} has no steps of the checklist, so it cannot be "
                "bundled. Link it instead."
            )
        if project.status is not Status.NOT_STARTED:
            raise Refused(
                f"{project.id} {project.name} is {project.status.value}; only projects that have "
                "not begun can be bundled."
            )
        if (project.kind, project.organisation) != (first.kind, first.organisation):
            raise Refused(
                f"{first.id} and {project.id} are not for the same partners, so they cannot be "
                "bundled."
            )


def _both_pins(projects: Sequence[Project]) -> Pins:
    """The strictest of the dates that were fixed."""
    starts = [p.pins.start for p in projects if p.pins.start]
    ends = [p.pins.finish_by for p in projects if p.pins.finish_by]
    return Pins(max(starts, default=None), min(ends, default=None))


def _sum(projects: Sequence[Project], weeks: Mapping[ProjectId, Weeks]) -> Weeks:
    parts = [weeks[p.id] for p in projects]
    return sum(parts[1:], parts[0])


def _of_steps(steps: Sequence[StepId], weeks: Mapping[StepId, Weeks]) -> Weeks | None:
    """How long some steps take; None where nothing is left to do in any of them."""
    parts = [weeks[s] for s in steps if s in weeks]
    return sum(parts[1:], parts[0]) if parts else None


def _owned_edits(book: PlanBook, gone: Mapping[ProjectId, ProjectId]) -> Iterator[Edit]:
    """Costs, benefits and risks of projects that are gone, for the one that took them in."""
    for cost in book.costs:
        if cost.project and cost.project in gone:
            yield Edit("cost", (cost.id,), "project", cost.project, gone[cost.project])
    for item in book.raid:
        if item.project and item.project in gone:
            yield Edit("raid", (item.id,), "project", item.project, gone[item.project])
    for benefit in book.benefits:
        new = [*dict.fromkeys(gone.get(p, p) for p in benefit.projects)]
        if new != [*benefit.projects]:
            yield Edit("benefit", (benefit.id,), "projects", [*benefit.projects], [*new])
