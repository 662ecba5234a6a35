"""Every screen of trying, filling, roadmap and effort: named, big enough to press, nothing cut."""

import pytest
from PySide6.QtWidgets import QApplication
from tests.journeys.window_checks import faults

from techmodel.ui.look import Theme
from techmodel.ui.plan.effort.view import EffortView
from techmodel.ui.plan.fill.page import FillPage
from techmodel.ui.plan.roadmap.view import RoadmapView
from techmodel.ui.plan.whatif.page import WhatIfPage
from techmodel.ui.widgets.buttons import Segmented


@pytest.fixture(params=[RoadmapView, EffortView, FillPage, WhatIfPage])
def screen(request, sample_workspace, look, qtbot):
    made = request.param(sample_workspace, look)
    qtbot.addWidget(made)
    look.choose_theme(Theme.DARK)
    return made


@pytest.mark.parametrize(("width", "text"), [(940, 100), (1024, 200)])
def test_nothing_is_wrong_at_any_size(screen, look, width, text):
    look.choose_text(text)
    screen.resize(width, 600)
    screen.show()
    screen.refresh()
    for switch in screen.findChildren(Segmented):
        for key in list(switch._keys):
            switch.button(key).click()
            for _ in range(3):
                QApplication.processEvents()  # layouts come to rest
            assert faults(screen) == []
            assert screen.width() == width
