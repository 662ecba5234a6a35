"""A small whole assessment for the commands, and a person at the window."""

import pytest
from tests.journeys.commands import PRACTICE, TRUST, done
from tests.journeys.window import Person, home

from techmodel.session.sample import make_sample


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """The bytes of a whole assessment of two organisations, made by commands."""
    path = tmp_path_factory.mktemp("whole") / "a.techmodel"
    partners = ("--organisation", f"{TRUST}:acute", "--organisation", f"{PRACTICE}:GP:0.5")
    done("new", path, "--title", "Test", *partners, "--care-model", "place")
    done("answer", path, "GOV-01", "3", "--organisation", TRUST)
    return path.read_bytes()


@pytest.fixture
def file(tmp_path, whole, monkeypatch):
    """That assessment as a.techmodel in a folder of its own, which is where we are."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.techmodel"
    path.write_bytes(whole)
    return path


@pytest.fixture
def person(qapp, qtbot, tmp_path, monkeypatch):
    """Somebody at a window of 1366 x 768 that is not started yet, with documents of their own."""
    home(tmp_path, monkeypatch)
    made = Person(qapp, qtbot, (1366, 768))
    yield made
    made.end()


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory):
    """The bytes of the sample."""
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder / "s.techmodel", folder / "work", force=False).close()
    return (folder / "s.techmodel").read_bytes()
