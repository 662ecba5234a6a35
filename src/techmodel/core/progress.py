"""How much of the way to the targets was gone since an earlier moment (design.md 4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import CapabilityId, DomainId
    from techmodel.core.gaps import CapabilityGap, Gaps


def find_progress(then: Gaps, now: Gaps) -> Progress:
    """The progress over all and in each domain, from one gap analysis to a later one.

    Everything is measured against the targets, weights and scope of `now`. Only capabilities
    with a target of 1 or more count.
    """
    before = {c.id: _level(c) for c in then.capabilities}
    parts = tuple(
        ProgressPart(c.id, c.domain, c.weight, before.get(c.id), _level(c), c.target.level)
        for c in now.capabilities
        if c.target and c.target.level > 0
    )
    return Progress(
        Advance(None, parts),
        tuple(Advance(d.id, tuple(p for p in parts if p.domain == d.id)) for d in now.domains),
    )


def _level(found: CapabilityGap) -> Range | None:
    """The level partners hold together; None where nobody is asked."""
    return found.partnership and Range(found.partnership.low, found.partnership.high)


@dataclass(frozen=True, slots=True)
class ProgressPart:
    """One capability with a target: the level partners held together then, and now.

    `then` and `now` are None where there was no partnership level; `target` is today's, above 0.
    """

    capability: CapabilityId
    domain: DomainId
    weight: float
    then: Range | None
    now: Range | None
    target: int

    @property
    def known_then(self) -> bool:
        """Whether the level was known then: both ends the same."""
        return self.then is not None and self.then.certain

    @property
    def known_now(self) -> bool:
        """Whether the level is known now."""
        return self.now is not None and self.now.certain

    @property
    def compared(self) -> bool:
        """Whether it counts: known then and now."""
        return self.known_then and self.known_now

    @property
    def gained(self) -> float:
        """Weight times the levels won up to the target, negative when it fell; 0 if apart."""
        if not self.compared:
            return 0.0
        return self.weight * (self._counted(self.now) - self._counted(self.then))

    @property
    def to_close(self) -> float:
        """Weight times the levels that were missing then; 0 if it is counted apart."""
        return self.weight * (self.target - self._counted(self.then)) if self.compared else 0.0

    @property
    def fell(self) -> bool:
        """Whether less of the target is reached than then; above the target nothing counts."""
        return self.gained < 0

    def _counted(self, level: Range | None) -> float:
        return min(level.low, self.target) if level else 0.0


@dataclass(frozen=True)
class Advance:
    """The progress of one domain, or of all where `domain` is None; also its trace.

    Gained over what was to close, over the capabilities whose level is known then and now; the
    others are counted apart (design.md 4.6).
    """

    domain: DomainId | None
    parts: tuple[ProgressPart, ...]

    @cached_property
    def compared(self) -> tuple[ProgressPart, ...]:
        """Those that count."""
        return tuple(p for p in self.parts if p.compared)

    @cached_property
    def newly_known(self) -> tuple[ProgressPart, ...]:
        """Those known now and not then."""
        return tuple(p for p in self.parts if p.known_now and not p.known_then)

    @cached_property
    def no_longer_known(self) -> tuple[ProgressPart, ...]:
        """Those known then and not now."""
        return tuple(p for p in self.parts if p.known_then and not p.known_now)

    @cached_property
    def never_known(self) -> tuple[ProgressPart, ...]:
        """Those known neither then nor now."""
        return tuple(p for p in self.parts if not p.known_then and not p.known_now)

    @cached_property
    def falls(self) -> tuple[ProgressPart, ...]:
        """Those that count and reach less of their target than then."""
        return tuple(p for p in self.compared if p.fell)

    @property
    def gained(self) -> float:
        """The sum of what was won, less what fell."""
        return sum(p.gained for p in self.compared)

    @property
    def to_close(self) -> float:
        """The sum of what was missing then."""
        return sum(p.to_close for p in self.compared)

    @property
    def share(self) -> float | None:
        """The progress: 1 is all the way to the targets, 0 no further, negative further away.

        Where nothing was to close it is 1 if nothing fell, else None; None also where nothing is
        compared.
        """
        if self.to_close:
            return self.gained / self.to_close
        return 1.0 if self.compared and not self.falls else None

    @property
    def reached_then(self) -> Range | None:
        """The share of today's targets reached then, as attainment is (design.md 4.5)."""
        return _reached([(p, p.then) for p in self.parts])

    @property
    def reached_now(self) -> Range | None:
        """The share of the targets reached now; the attainment."""
        return _reached([(p, p.now) for p in self.parts])


def _reached(levels: Sequence[tuple[ProgressPart, Range | None]]) -> Range | None:
    known = [(part, level) for part, level in levels if level is not None]
    full = sum(part.weight * part.target for part, _ in known)
    if not full:
        return None
    low = sum(part.weight * min(level.low, part.target) for part, level in known)
    high = sum(part.weight * min(level.high, part.target) for part, level in known)
    return Range(low / full, high / full)


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress since an earlier moment: over all, and of each domain in scope, in order."""

    overall: Advance
    domains: tuple[Advance, ...]

    def of(self, domain: DomainId) -> Advance | None:
        """The progress of one domain, None when it is out of scope."""
        return next((d for d in self.domains if d.domain == domain), None)
