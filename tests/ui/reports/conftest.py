"""Fixtures of the reports place: the page on the sample, exporting into a folder of its own."""

import pytest

from techmodel.ui.reports.page import ReportsPage


@pytest.fixture
def make_page(qtbot, look, tmp_path):
    """Show the page of a workspace; its exports go to `tmp_path/out`."""

    def make(workspace, size=(1366, 640)):
        page = ReportsPage(workspace, look)
        qtbot.addWidget(page)
        page.sending.folder = tmp_path / "out"
        page.sending.folder.mkdir(exist_ok=True)
        page.resize(*size)
        page.show()
        qtbot.waitExposed(page)
        return page

    return make


@pytest.fixture
def page(make_page, sample_workspace):
    return make_page(sample_workspace)


@pytest.fixture
def report(sample_workspace):
    return sample_workspace.session.report(version="1.0")
