"""Plans for tests of the session."""

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
