"""Plans for tests of the session."""

from techmodel.core.answers import State, Value
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_parts import Project, ProjectId
from techmodel.core.plan_rows import project_fields


def with_projects(session, *names):
    """The session with own projects of these names, PX1 and on."""
    for n, name in enumerate(names, 1):
        project = Project(ProjectId(f"PX{n}"), name, position=n)
        edit = Edit("project", (project.id,), WHOLE_ROW, None, project_fields(project))
        session.apply([edit], f"{name} added")
    return session


def last_label(session):
    """What the newest batch is called."""
    return session.batches()[-1].label


def project(session, n=0):
    """The project with a place in the list, from 0."""
    return session.plan.book().projects[n]


def ids_of(session, *numbers):
    """The ids of projects with some places in the list."""
    return [project(session, n).id for n in numbers]


def undone(session, before):
    """Whether one undo takes everything back."""
    session.undo()
    return session.tables() == before


def give_all(session, capability, level, **others):
    """One answer for a capability to all who are asked, others to some."""
    pairs = session.gaps().of(capability).pairs
    levels = {o: others.get(o, level) for o in pairs}
    session.answers.give_many({(capability, o): Value(State.LEVEL, n) for o, n in levels.items()})


def offered(session):
    """A project offered to one partner: all others are above the target of a capability."""
    gap = next(g for g in reversed(session.gaps().ranked) if len(g.pairs) == 3)
    behind = next(iter(gap.pairs))
    session.scope.cover(0.5)
    give_all(session, gap.id, 5, **{behind: 1})
    return next(o for o in session.plan.offers() if o.organisation == behind)
