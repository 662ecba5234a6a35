"""Planning as an operation: projects from gaps, and what people do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.harness.bench import opened
from tests.faults.harness.forks import BEGIN
from tests.faults.harness.operation import Operation, published
from tests.faults.harness.verbs import durable, publish

from techmodel.core.plan_parts import Money, Status, Terms

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.faults.harness.bench import Bench
    from tests.faults.harness.forks import Say

    from techmodel.core.plan_parts import ProjectId
    from techmodel.session.session import Session

STEPS = 6


def planning(bench: Bench, rng: Random, say: Say) -> None:
    """The plan is filled from the gaps in one batch, then changed project by project."""
    session = opened(bench)
    say(BEGIN)
    session.plan.accept(session.plan.proposal())
    durable(session, say)
    for _ in range(STEPS):
        _change(session, rng)
        durable(session, say)
    publish(session, say)


def _change(session: Session, rng: Random) -> None:
    """One change of the plan, of any kind."""
    before = session.revision
    while session.revision == before:
        projects = [p.id for p in session.plan.book().projects if p.status is not Status.DROPPED]
        rng.choice(_CHANGES)(session, rng, projects)


def _rename(session: Session, rng: Random, ids: list[ProjectId]) -> None:
    session.plan.rename(rng.choice(ids), f"Project {rng.random()}")


def _drop(session: Session, rng: Random, ids: list[ProjectId]) -> None:
    session.plan.drop(rng.choice(ids), "Not in this round")


def _bundle(session: Session, rng: Random, ids: list[ProjectId]) -> None:
    session.plan.bundle(rng.sample(ids, 3), f"Together {rng.random()}")


def _cost(session: Session, rng: Random, ids: list[ProjectId]) -> None:
    session.costs.add(label="Licences", project=rng.choice(ids), amount=Money(1, 2, 3))


def _terms(session: Session, rng: Random, ids: list[ProjectId]) -> None:
    terms = Terms(capacity=rng.randrange(1, 20), off=frozenset(rng.sample(ids, 2)))
    session.plan.set_terms(terms)


_CHANGES: tuple[Callable[[Session, Random, list[ProjectId]], None], ...] = (
    _rename,
    _drop,
    _bundle,
    _cost,
    _terms,
)

PLANNING = (Operation("planning", planning, published),)
