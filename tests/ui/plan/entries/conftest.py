"""A view of the plan that looks again by itself, as the page lets it."""

import pytest

from techmodel.ui.workspace import Workspace


@pytest.fixture
def show(qtbot, look):
    """Show a view of a workspace; it is refreshed by every change."""

    def show_(view_class, workspace, size=(1176, 620)):
        view = view_class(workspace, look, None)
        view.setObjectName("page")
        qtbot.addWidget(view)
        workspace.touched.connect(view.refresh)
        view.resize(*size)
        view.show()
        view.refresh(None)
        qtbot.waitExposed(view)
        return view

    return show_


@pytest.fixture
def looking(session, qtbot):
    """A workspace that can only be looked at, as the session is when it is called."""
    made = []

    def look_():
        made.append(Workspace(session.as_of(session.revision)))
        return made[-1]

    yield look_
    for workspace in made:
        workspace.close()
        workspace.deleteLater()
