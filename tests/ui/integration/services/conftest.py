"""A panel of the services guide on a new assessment of three organisations."""

import pytest

from techmodel.ui.integration.services.panel import ServicesPanel


@pytest.fixture
def panel(workspace, look, qtbot):
    """The panel, looked at once, in a window of its own."""
    made = ServicesPanel(workspace, look)
    qtbot.addWidget(made)
    made.resize(566, 640)
    made.show()
    made.refresh()
    workspace.touched.connect(made.refresh)
    return made
