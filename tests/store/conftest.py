"""The application's folders, apart from the folder where documents are."""

import pytest


@pytest.fixture
def work(tmp_path):
    """A folder for working files; the backups are beside it."""
    return tmp_path / "home" / "work"


@pytest.fixture
def backups(work):
    """The folder for backups that belongs to `work`."""
    return work.with_name("backups")
