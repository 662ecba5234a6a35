"""Rooms and plans for tests of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.session.two_rooms import Rooms

from techmodel.core.answers import State, Value

if TYPE_CHECKING:
    from techmodel.session.session import Session


@pytest.fixture
def small(session: Session) -> Session:
    """Three partners and two domains, everything at level 2: a few gaps, known for certain."""
    domains = [d.id for d in session.assessment().checklist.domains]
    session.scope.leave_out([d for d in domains if d not in {"GOV", "INF"}])
    session.answers.give_many(
        {(g.id, o): Value(State.LEVEL, 2) for g in session.gaps().capabilities for o in g.pairs}
    )
    return session


@pytest.fixture
def filled(small: Session) -> Session:
    """The same with the plan filled from its gaps."""
    small.plan.accept(small.plan.proposal())
    return small


@pytest.fixture
def rooms(session, tmp_path):
    made = Rooms(session, tmp_path)
    yield made
    made.theirs.document.close(publish=False)
