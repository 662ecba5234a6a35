"""Projects proposed from gaps, and what proposing again would change (design.md 4.7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from techmodel.core.plan_parts import Project, ProjectId, ProjectKind, Status, StepId
from techmodel.core.plan_steps import StepOf, level_now, parse_step

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId
    from techmodel.core.gaps import CapabilityGap, Gaps


class Bundle(StrEnum):
    """What a new project takes together."""

    GAP = "gap"
    DOMAIN = "domain"
    SERVICE = "service"


Field = tuple[ProjectId, str]
"""A project and the name of one of its fields."""


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
    bundle: Bundle = Bundle.GAP,
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
        bundle: what a new project takes together.
    """
    return _Proposer(assessment, gaps, projects, touched, bundle).proposal()


def offers(assessment: Assessment, gaps: Gaps, projects: Sequence[Project]) -> tuple[Project, ...]:
    """Projects for partners below a target that the partnership meets; nobody has them yet.

    One for each partner and capability, in the order of the checklist and the partners; the ids
    are free ones.
    """
    taken = {id_ for p in projects for id_ in p.steps}
    names = {o.id: o.name for o in assessment.organisations}
    used = [p.id for p in projects]
    found: list[Project] = []
    for gap in gaps.capabilities:
        if gap.target is None or gap.gap is None or gap.gap.high:
            continue
        for organisation, pair in gap.pairs.items():
            if pair.level is None or pair.level >= gap.target.level:
                continue
            steps = tuple(
                StepOf(gap.id, level, organisation).id
                for level in range(pair.level + 1, gap.target.level + 1)
            )
            if taken.isdisjoint(steps):
                project = _new(assessment, steps, used, len(used))
                used.append(project.id)
                name = f"{project.name}, {names[organisation]}"
                found.append(
                    replace(
                        project,
                        name=name,
                        kind=ProjectKind.ORGANISATION,
                        organisation=organisation,
                    )
                )
    return tuple(found)


def next_id(used: Iterable[str]) -> ProjectId:
    """The next free id: "P08" after P01 to P07."""
    numbers = [int(u[1:]) for u in used if u[:1] == "P" and u[1:].isdigit()]
    return ProjectId(f"P{max(numbers, default=0) + 1:02}")


class _Proposer:
    """Works out a proposal."""

    def __init__(
        self,
        assessment: Assessment,
        gaps: Gaps,
        projects: Sequence[Project],
        touched: Collection[Field],
        bundle: Bundle,
    ) -> None:
        self._assessment, self._gaps, self._bundle = assessment, gaps, bundle
        self._before = {p.id: p for p in projects}
        self._now = dict(self._before)
        self._touched = touched
        self._needed = needed_steps(gaps)

    def proposal(self) -> Proposal:
        """All of it."""
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

    def _take_away(self) -> tuple[Project, ...]:
        """Let steps go that are no longer needed, and projects that are left with none."""
        kept: list[Project] = []
        for id_, project in self._before.items():
            needed = tuple(s for s in project.steps if s in self._needed)
            if project.kind is not ProjectKind.GAP or needed == project.steps:
                continue
            if self._may_change(project):
                if needed:
                    self._now[id_] = replace(project, steps=needed)
                    continue
                if not any(touched == id_ for touched, _ in self._touched):
                    del self._now[id_]
                    continue
            if not needed and project.status not in {Status.DONE, Status.DROPPED}:
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
        new: dict[object, list[StepId]] = {}
        for step in self._needed:
            if step in taken:
                continue
            capability = parse_step(step).capability
            home = self._home_of(capability)
            if home is None:
                new.setdefault(self._bundle_of(capability), []).append(step)
            else:
                steps = sorted((*home.steps, step), key=self._order)
                self._now[home.id] = replace(home, steps=tuple(steps))
        for key, steps in new.items():
            used = [*self._before, *self._now]
            project = _new(self._assessment, steps, used, len(self._now))
            self._now[project.id] = replace(project, name=self._name(key, project.name))

    def _home_of(self, capability: CapabilityId) -> Project | None:
        """The project that has other steps of a capability and may still grow."""
        return next(
            (
                p
                for p in self._now.values()
                if self._may_change(p)
                and any(parse_step(s).capability == capability for s in p.steps)
            ),
            None,
        )

    def _bundle_of(self, capability: CapabilityId) -> object:
        """What new steps of a capability are bundled by."""
        found = self._assessment.checklist.capability(capability)
        if found is None or self._bundle is Bundle.GAP:
            return capability
        if self._bundle is Bundle.DOMAIN:
            return found.domain
        return found.services[0] if found.services else capability

    def _name(self, key: object, otherwise: str) -> str:
        """What a bundle is called."""
        checklist = self._assessment.checklist
        names: Mapping[object, str] = {
            **({d.id: d.name for d in checklist.domains} if self._bundle is Bundle.DOMAIN else {}),
            **(
                {s.id: s.name for s in checklist.services}
                if self._bundle is Bundle.SERVICE
                else {}
            ),
        }
        return names.get(key, otherwise)

    def _order(self, step: StepId) -> tuple[int, int]:
        """Where a step stands in its project: by the rank of its capability, then by level."""
        of = parse_step(step)
        gap = self._gaps.of(of.capability)
        return (gap.rank if gap and gap.rank else 0, of.level)

    def _put_in_order(self) -> None:
        """Number the projects by the best rank among their steps; others keep their place."""

        def rank(project: Project) -> float:
            ranks = [self._order(s)[0] for s in project.steps if s in self._needed]
            return min(ranks, default=float("inf"))

        ordered = sorted(self._now.values(), key=lambda p: (rank(p), p.position, p.id))
        for n, project in enumerate(ordered, 1):
            self._now[project.id] = replace(project, position=n)


def _new(
    assessment: Assessment, steps: Sequence[StepId], used: Iterable[str], position: int
) -> Project:
    """A new project of some steps: called after the first capability, owned by its first role."""
    first = parse_step(steps[0])
    capability = assessment.checklist.capability(first.capability)
    return Project(
        next_id(used),
        capability.name if capability else first.capability,
        steps=tuple(steps),
        owner=_owner(assessment, capability, first.level),
        position=position + 1,
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
