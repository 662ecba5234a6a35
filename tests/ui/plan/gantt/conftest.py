"""Fixtures of the Gantt: a small plan by hand, and its view shown."""

from datetime import date

import pytest

from techmodel.core.checklist import Weeks
from techmodel.ui.plan.page import PlanPage
from techmodel.ui.plan.working import work

FIRST = date(2030, 1, 7)
"""A Monday on which the plan begins, so that dates do not depend on the clock."""


@pytest.fixture
def planned(workspace):
    """Four projects of 4, 2, 3 and 1 weeks; the second waits for the first."""
    from dataclasses import replace

    plan = workspace.session.plan
    plan.set_terms(replace(plan.book().terms, start=FIRST))
    for name, weeks in (("Alpha", 4), ("Beta", 2), ("Gamma", 3), ("Delta", 1)):
        plan.add_own(name, Weeks(weeks, weeks, weeks), "Architect" if name != "Delta" else "")
    ids = [p.id for p in plan.book().projects]
    plan.link(ids[1], ids[0])
    return workspace


@pytest.fixture
def worked(planned):
    return work(planned.session.plan.task())


@pytest.fixture
def show(qtbot, look):
    """Show the page of a workspace."""

    made = []

    def make(workspace, size=(1200, 640)):
        page = PlanPage(workspace, look)
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        made.append(page)
        return page

    yield make
    made.clear()


@pytest.fixture
def page(show, planned):
    return show(planned)


@pytest.fixture
def view(page):
    return page.view


@pytest.fixture
def by_name(planned):
    """A project of the stored plan by its name."""

    def find(name):
        return next(p for p in planned.session.plan.book().projects if p.name == name)

    return find


@pytest.fixture
def choose(view, by_name):
    """Make a project the current one by its name; its line."""

    def select(name):
        assert view.halves.tree.select(by_name(name).id)
        return view.halves.tree.current()

    return select
