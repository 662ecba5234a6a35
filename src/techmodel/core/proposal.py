"""Projects proposed from gaps, and what proposing again would change (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from techmodel.core.plan_bundles import Bundle, BundleKeys, bundle_used
from techmodel.core.plan_ids import code_id
from techmodel.core.plan_parts import Project, ProjectKind, Status
from techmodel.core.plan_steps import StepOf, level_now, parse_step

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability
    from techmodel.core.gaps import CapabilityGap, Gaps
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.plan_parts import ProjectId, StepId
    from techmodel.core.plan_touched import Field

__all__ = ["Bundle", "Proposal", "needed_steps", "offers", "propose", "reached_steps"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What proposing changes.

    Attributes:
        added: projects that are new.
        changed: projects as they are and as they would be.
        removed: projects nobody has touched and nothing is left to do in.
        kept: projects whose steps are no longer needed, kept because a person touched them.
    """

    added: tuple[Project, ...]
    changed: tuple[tuple[Project, Project], ...]
    removed: tuple[Project, ...]
    kept: tuple[Project, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.added or self.changed or self.removed)


def needed_steps(gaps: Gaps) -> tuple[StepId, ...]:
    """The steps that close every gap, in the order of ranks; unknown counts as level 0."""
    return tuple(id_ for gap in gaps.ranked for id_ in steps_to_target(gap))


def steps_to_target(gap: CapabilityGap) -> tuple[StepId, ...]:
    """The steps of one gap, lowest first; none without a target or a level."""
    if gap.target is None or gap.partnership is None:
        return ()
    levels = range(gap.partnership.low + 1, gap.target.level + 1)
    return tuple(StepOf(gap.id, level).id for level in levels)


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
                id_ = code_id(steps[0], used)
                offer = _offer(_new(assessment, id_, steps, last + 1), assessment, organisation)
                found.append(offer)
                used.append(id_)
                last += 1
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
        self._ranks = {g.id: g.rank or 0 for g in gaps.capabilities}

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
        return Proposal(added, changed, removed, kept)

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
        for step in self._needed:
            if step in taken:
                continue
            capability = parse_step(step).capability
            home = homes.get(capability) or homes.get(self._keys.of(capability))
            if home is None:
                home = homes[self._keys.of(capability)] = self._begin(step)
                continue
            steps = sorted((*self._now[home].steps, step), key=self._order)
            self._now[home] = replace(self._now[home], steps=tuple(steps))

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
        """A new project with one step, to which others may come."""
        capability = parse_step(step).capability
        id_ = self._keys.id_of(capability)
        if id_ in self._now:
            id_ = code_id(step, (*self._before, *self._now))
        made = _new(self._assessment, id_, [step], len(self._now) + 1)
        self._now[id_] = replace(made, name=self._keys.name_of(capability) or made.name)
        return id_

    def _order(self, step: StepId) -> tuple[int, int]:
        """Where a step stands in its project: by the rank of its capability, then by level."""
        of = parse_step(step)
        return (self._ranks.get(of.capability, 0), of.level)

    def _put_in_order(self) -> None:
        """Number the projects by the best rank among their steps; others keep their order."""

        def rank(project: Project) -> float:
            ranks = [self._order(s)[0] for s in project.steps if s in self._needed]
            return min(ranks, default=float("inf"))

        ordered = sorted(self._now.values(), key=lambda p: (rank(p), p.position, p.id))
        for n, project in enumerate(ordered, 1):
            self._now[project.id] = replace(project, position=n)


def _new(
    assessment: Assessment, id_: ProjectId, steps: Sequence[StepId], position: int
) -> Project:
    """A new project of some steps: called after the first capability, owned by its first role."""
    first = parse_step(steps[0])
    capability = assessment.checklist.capability(first.capability)
    return Project(
        id_,
        capability.name if capability else first.capability,
        steps=tuple(steps),
        owner=_owner(assessment, capability, first.level),
        position=position,
    )


def _offer(project: Project, assessment: Assessment, organisation: OrganisationId) -> Project:
    """A new project as one of a single organisation."""
    names = {o.id: o.name for o in assessment.organisations}
    return replace(
        project,
        name=f"{project.name}, {names[organisation]}",
        kind=ProjectKind.ORGANISATION,
        organisation=organisation,
    )


def _owner(assessment: Assessment, capability: Capability | None, level: int) -> str:
    """The first role of the action for a step, "" where the checklist names none."""
    own = capability.actions if capability else ()
    generic = assessment.checklist.scoring.generic_actions
    roles = next((a.roles for a in (*own, *generic) if a.to_level == level and a.roles), ())
    return assessment.checklist.roles.get(roles[0], "") if roles else ""


def reached_steps(gaps: Gaps, project: Project) -> tuple[StepId, ...]:
    """The steps of a project whose level is there already."""
    found = []
    for id_ in project.steps:
        step = parse_step(id_)
        now = level_now(gaps, step)
        if now is not None and step.level <= now:
            found.append(id_)
    return tuple(found)
