"""Changes a person makes, chosen at random, each said when it is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId, Weeks
from techmodel.core.onboarding import Stage
from techmodel.session.changes import Change
from techmodel.session.evidence import Piece

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from tests.faults.harness.forks import Say

    from techmodel.session.changes import PairId
    from techmodel.session.session import Session


def edit(session: Session, rng: Random, say: Say) -> None:
    """One change of any kind; said."""
    before = session.revision
    while session.revision == before:
        rng.choice(_VERBS)(session, rng)
    durable(session, say)


def durable(session: Session, say: Say) -> None:
    """Say that the newest batch is safe."""
    say("durable", session.batches()[-1].id)


def undo_or_redo(session: Session, rng: Random, say: Say) -> None:
    """Take something back, or do it again, or change something new."""
    roll = rng.random()
    if roll < 0.5 and session.to_undo():
        session.undo()
        durable(session, say)
    elif roll < 0.85 and session.to_redo():
        session.redo()
        durable(session, say)
    else:
        edit(session, rng, say)


def publish(session: Session, say: Say) -> None:
    """Copy the work into the document, and say how many batches are in it."""
    assert session.document is not None
    session.document.publish()
    say("published", session.revision)


def _pair(session: Session, rng: Random) -> PairId:
    """A pair that is asked, whichever assessment it is."""
    found = rng.choice([c for c in session.gaps().capabilities if c.pairs])
    return CapabilityId(found.id), rng.choice([*found.pairs])


def _answer(session: Session, rng: Random) -> None:
    session.answers.give(*_pair(session, rng), Value(State.LEVEL, rng.randrange(6)))


def _do_not_know(session: Session, rng: Random) -> None:
    session.answers.give(*_pair(session, rng), Value(State.DONT_KNOW))


def _answer_many(session: Session, rng: Random) -> None:
    pairs = {_pair(session, rng) for _ in range(rng.randrange(2, 12))}
    session.answers.give_many({pair: Value(State.LEVEL, rng.randrange(6)) for pair in pairs})


def _note(session: Session, rng: Random) -> None:
    session.answers.note(*_pair(session, rng), "seen on the ward " * rng.randrange(1, 200))


def _evidence(session: Session, rng: Random) -> None:
    piece = Piece("B", f"Minutes {rng.random()}", "2026-11-24", "Shared drive")
    session.answers.record({_pair(session, rng): Change(evidence=(piece,))})


def _target(session: Session, rng: Random) -> None:
    session.targets.aim(_pair(session, rng)[0], rng.randrange(6), f"Agreed {rng.random()}")


def _rename(session: Session, rng: Random) -> None:
    organisation = rng.choice(session.assessment().organisations)
    session.organisations.rename(organisation.id, f"Partner {rng.random()}")


def _threshold(session: Session, rng: Random) -> None:
    session.scope.cover(rng.randrange(50, 100) / 100)


def _risk(session: Session, rng: Random) -> None:
    session.raid.add(text=f"Late {rng.random()}", likelihood=rng.randrange(1, 6), impact=3)


def _own_project(session: Session, rng: Random) -> None:
    session.plan.add_own(f"Move {rng.random()}", Weeks(1, 2, rng.randrange(2, 9)))


def _flow(session: Session, rng: Random) -> None:
    if flows := session.flows.all():
        session.flows.set_level(rng.choice(flows).key, rng.randrange(6))


def _stage(session: Session, rng: Random) -> None:
    entry = rng.choice([e for e in session.services.guide() if e.can_be_used and e.stages])
    stage = rng.choice([Stage.PLANNED, Stage.ONBOARDING, Stage.LIVE])
    session.services.change(entry.service.id, [rng.choice([*entry.stages])], stage=stage)


def _condition(session: Session, rng: Random) -> None:
    conditions = session.assessment().checklist.conditions
    if conditions is not None:
        session.conditions.give(rng.choice(conditions.factors).id, rng.randrange(6))


_VERBS: tuple[Callable[[Session, Random], None], ...] = (
    _answer,
    _answer,
    _answer,
    _do_not_know,
    _answer_many,
    _note,
    _evidence,
    _target,
    _rename,
    _threshold,
    _risk,
    _own_project,
    _flow,
    _stage,
    _condition,
)
