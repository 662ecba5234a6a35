"""Projects proposed from gaps, and what proposing again would change (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.checklist import RoleId
from techmodel.core.plan_bundles import Bundle, BundleKeys, bundle_used
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_parts import Project, ProjectKind, Status
from techmodel.core.plan_steps import StepOf, parse_step, steps_to_target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.plan_parts import ProjectId, StepId
    from techmodel.core.plan_touched import Field

__all__ = ["Bundle", "Proposal", "needed_steps", "offers", "propose"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What proposing changes.

    Attributes:
        added: projects that are new, in their order.
        changed: projects as they are and as they would be.
        removed: projects nobody has touched and nothing is left to do in.
        kept: projects whose steps are no longer needed, kept because a person touched them.
        idle: gaps with a step that only a project has which is done or dropped, each with it.
    """

    added: tuple[Project, ...]
    changed: tuple[tuple[Project, Project], ...]
    removed: tuple[Project, ...]
    kept: tuple[Project, ...]
    idle: tuple[tuple[CapabilityId, Project], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.added or self.changed or self.removed)


def needed_steps(gaps: Gaps) -> tuple[StepId, ...]:
    """The steps that close every gap, in the order of ranks; unknown counts as level 0."""
    return tuple(id_ for gap in gaps.ranked for id_ in steps_to_target(gap))


def propose(
    assessment: Assessment,
    gaps: Gaps,
    projects: Sequence[Project],
    touched: Collection[Field] = (),
    bundle: Bundle | None = None,
) -> Proposal:
    """The projects that the gaps ask for, keeping what a person touched.

    Every needed step is in one project: in the one that has it, else in the one that has another
    step of its capability and may still grow, else in a new one. Steps no longer needed leave
    projects whose steps nobody touched and whose work has not begun.

    Args:
        assessment: names, roles and services come from its checklist.
        gaps: its gap analysis.
        projects: those there are, in order.
        touched: the fields a person has changed; these are never changed.
        bundle: what a project takes together; projects that nobody touched are bundled anew when
            it is another than before. None leaves them and bundles new ones as most of them are.
    """
    return _Proposer(assessment, gaps, projects, touched, bundle).proposal()


def offers(assessment: Assessment, gaps: Gaps, projects: Sequence[Project]) -> tuple[Project, ...]:
    """Projects for partners below a target that the partnership meets; nobody has them yet.

    One for each partner and capability, in the order of the checklist and the partners.
    """
    taken = {id_ for p in projects for id_ in p.steps}
    used = [p.id for p in projects]
    last = max((p.position for p in projects), default=0)
    found: list[Project] = []
    for gap in gaps.capabilities:
        if gap.target is None or gap.gap is None or gap.gap.high:
            continue
        for organisation, pair in gap.pairs.items():
            levels = range((pair.level or 0) + 1, gap.target.level + 1)
            steps = tuple(StepOf(gap.id, level, organisation).id for level in levels)
            if pair.level is not None and steps and taken.isdisjoint(steps):
                used.append(code_id(steps[0], used))
                last += 1
                offer = _offer(assessment, used[-1], steps, organisation)
                found.append(replace(offer, position=last))
    return tuple(found)


class _Proposer:
    """Works out a proposal."""

    def __init__(
        self,
        assessment: Assessment,
        gaps: Gaps,
        projects: Sequence[Project],
        touched: Collection[Field],
        bundle: Bundle | None,
    ) -> None:
        self._assessment = assessment
        self._keys = BundleKeys(assessment, bundle or bundle_used(assessment, projects))
        self._anew = bundle is not None
        self._before = {p.id: p for p in projects}
        self._now = dict(self._before)
        self._touched = touched
        self._touched_at_all = {project for project, _ in touched}
        self._needed = dict.fromkeys(needed_steps(gaps))
        self._turns = _turns(gaps)

    def proposal(self) -> Proposal:
        """All of it."""
        if self._anew:
            self._take_apart()
        kept = self._take_away()
        self._add_missing()
        if not any(field == "position" for _, field in self._touched):
            self._put_in_order()
        removed = tuple(p for id_, p in self._before.items() if id_ not in self._now)
        added = tuple(p for id_, p in self._now.items() if id_ not in self._before)
        changed = tuple(
            (self._before[id_], p)
            for id_, p in self._now.items()
            if id_ in self._before and p != self._before[id_]
        )
        return Proposal(added, changed, removed, kept, self._idle())

    def _take_apart(self) -> None:
        """Let projects go that nobody touched and that are bundled in another way."""
        for id_, project in self._before.items():
            capabilities = {parse_step(s).capability for s in project.steps}
            ours = self._may_change(project) and id_ not in self._touched_at_all
            if ours and any(self._keys.id_of(c) != id_ for c in capabilities):
                del self._now[id_]

    def _take_away(self) -> tuple[Project, ...]:
        """Let steps go that are no longer needed, and projects that are left with none."""
        kept: list[Project] = []
        for id_, project in tuple(self._now.items()):
            needed = tuple(s for s in project.steps if s in self._needed)
            if project.kind is not ProjectKind.GAP or needed == project.steps:
                continue
            if self._may_change(project) and needed:
                self._now[id_] = replace(project, steps=needed)
            elif self._may_change(project) and id_ not in self._touched_at_all:
                del self._now[id_]
            elif not needed and project.status not in {Status.DONE, Status.DROPPED}:
                kept.append(project)
        return tuple(kept)

    def _may_change(self, project: Project) -> bool:
        """Whether the steps of a project are ours to change."""
        return (
            project.kind is ProjectKind.GAP
            and project.status is Status.NOT_STARTED
            and (project.id, "steps") not in self._touched
        )

    def _add_missing(self) -> None:
        """Give every needed step a project."""
        taken = {s for p in self._now.values() for s in p.steps}
        homes = self._homes()
        new: dict[ProjectId, None] = {}
        for step in self._needed:
            if step in taken:
                continue
            capability = parse_step(step).capability
            home = homes.get(capability) or homes.get(self._keys.of(capability))
            if home is None:
                home = homes[self._keys.of(capability)] = self._begin(step)
                new[home] = None
                continue
            steps = sorted((*self._now[home].steps, step), key=self._order)
            self._now[home] = replace(self._now[home], steps=tuple(steps))
        for id_ in new:
            owner = _owner(self._assessment, self._now[id_].steps)
            self._now[id_] = replace(self._now[id_], owner=owner)

    def _idle(self) -> tuple[tuple[CapabilityId, Project], ...]:
        """The gaps whose work is called over in a project though some of it is still needed."""
        over = [p for p in self._now.values() if p.status in {Status.DONE, Status.DROPPED}]
        live = {s for p in self._now.values() if p not in over for s in p.steps}
        found = {
            parse_step(s).capability: p
            for p in reversed(over)
            for s in p.steps
            if s in self._needed and s not in live
        }
        return tuple(found.items())

    def _homes(self) -> dict[str, ProjectId]:
        """The projects that may still grow, by capability of their steps and by bundle."""
        homes: dict[str, ProjectId] = {}
        for id_, project in self._now.items():
            if not self._may_change(project):
                continue
            for capability in {parse_step(s).capability: None for s in project.steps}:
                homes.setdefault(capability, id_)
                if self._keys.id_of(capability) == id_:
                    homes.setdefault(self._keys.of(capability), id_)
        return homes

    def _begin(self, step: StepId) -> ProjectId:
        """A new project at the end, with one step, to which others may come."""
        capability = parse_step(step).capability
        id_ = self._keys.id_of(capability)
        if id_ in self._now:
            id_ = code_id(step, (*self._before, *self._now))
        name = self._keys.name_of(capability) or _name(self._assessment, capability)
        last = max((p.position for p in self._now.values()), default=0)
        self._now[id_] = Project(id_, name, steps=(step,), position=last + 1)
        return id_

    def _order(self, step: StepId) -> tuple[int, int]:
        """Where a step stands in its project: by the turn of its capability, then by level."""
        of = parse_step(step)
        return (self._turns.get(of.capability, 0), of.level)

    def _put_in_order(self) -> None:
        """Number the projects by the first turn among their steps; others keep their order."""

        def turn(project: Project) -> float:
            turns = [self._order(s)[0] for s in project.steps if s in self._needed]
            return min(turns, default=float("inf"))

        ordered = sorted(self._now.values(), key=lambda p: (turn(p), p.position, p.id))
        self._now = {p.id: replace(p, position=n) for n, p in enumerate(ordered, 1)}


def _turns(gaps: Gaps) -> dict[CapabilityId, int]:
    """Whose turn it is first: by rank, and what others wait for right before the first of them."""
    ranks = {gap.id: gap.rank for gap in gaps.capabilities if gap.rank}

    def turn(gap: CapabilityGap) -> tuple[int, int, int]:
        own = gap.rank or 0
        first = min((ranks[c] for c in gap.blocked if c in ranks), default=own)
        return (min(first, own), -len(gap.blocked), own)

    return {gap.id: n for n, gap in enumerate(sorted(gaps.ranked, key=turn), 1)}


def _name(assessment: Assessment, capability: CapabilityId) -> str:
    found = assessment.checklist.capability(capability)
    return found.name if found else capability


def _offer(
    assessment: Assessment,
    id_: ProjectId,
    steps: tuple[StepId, ...],
    organisation: OrganisationId,
) -> Project:
    """A new project of one organisation, still without a place in the list."""
    names = {o.id: o.name for o in assessment.organisations}
    name = _name(assessment, parse_step(steps[0]).capability)
    return Project(
        id_,
        f"{name}, {names[organisation]}",
        ProjectKind.ORGANISATION,
        steps,
        organisation,
        _owner(assessment, steps),
    )


_SUPPLIER = RoleId("SUP")
"""The role that does work but does not answer for it."""


def _owner(assessment: Assessment, steps: Iterable[StepId]) -> str:
    """The first role of the first action that says more than what holds for every capability.

    Suppliers do not answer for anything; "" where the checklist names nobody.
    """
    checklist = assessment.checklist
    own: list[RoleId] = []
    generic: list[RoleId] = []
    for step in map(parse_step, steps):
        capability = checklist.capability(step.capability)
        actions = capability.actions if capability else ()
        own += [r for a in actions if a.to_level == step.level for r in a.roles]
        others = checklist.scoring.generic_actions
        generic += [r for a in others if a.to_level == step.level for r in a.roles]
    found = [role for role in (*own, *generic) if role != _SUPPLIER]
    return checklist.roles.get(found[0], "") if found else ""
