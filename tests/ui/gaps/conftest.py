"""Fixtures of the gaps place: a few answers, and the page shown."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.ui.gaps.page import GapsPage


@pytest.fixture
def ids(workspace):
    """The ids of the three organisations: acute, gp, care home."""
    return [o.id for o in workspace.session.assessment().scope]


@pytest.fixture
def answer(workspace):
    """Give one answer: a level, "?" or "n/a", or a whole value."""

    def give(capability, organisation, said):
        values = {
            "?": Value(State.DONT_KNOW),
            "n/a": Value(State.NOT_APPLICABLE, reason="No such service"),
        }
        value = values.get(said, said) if isinstance(said, str) else said
        if isinstance(said, int):
            value = Value(State.LEVEL, said)
        assert workspace.run(lambda s: s.answers.give(capability, organisation, value))

    return give


@pytest.fixture
def known(workspace, ids, answer):
    """A workspace with REC-01 at 3, 1 and don't know."""
    for organisation, said in zip(ids, (3, 1, "?"), strict=True):
        answer("REC-01", organisation, said)
    return workspace


@pytest.fixture
def show(qtbot, look):
    """Show the page of a workspace at 1366 x 640."""

    def make(workspace, size=(1366, 640)):
        page = GapsPage(workspace, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make
