"""An earlier moment can be read in every way in which the present can be."""

import json

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import FileProblem
from techmodel.core.journal import Batch, BatchKind
from techmodel.session.exports import ExportJob, ExportKind, export_report


@pytest.fixture
def story(session):
    """A round, answers, a merge, and answers after it; the revision of the merge."""
    ids = [o.id for o in session.assessment().organisations]
    for organisation in ids:
        session.answers.give("REC-01", organisation, Value(State.LEVEL, 1))
    session.rounds.mark("Spring")
    for organisation in ids:
        session.answers.give("REC-01", organisation, Value(State.LEVEL, 2))
    theirs = Batch("x", BatchKind.EDIT, "2026-11-20T09:00:00Z", "There", (), 4, "Ward lead")
    session.take_over([], "Merged", [theirs])
    merged = session.revision
    session.rounds.mark("Summer")
    session.answers.give("REC-01", ids[0], Value(State.LEVEL, 5))
    later = Batch("y", BatchKind.EDIT, "2026-11-21T09:00:00Z", "There again", (), 5)
    session.take_over([], "Merged again", [later])
    return merged


@pytest.fixture
def then(session, story):
    return session.as_of(story)


def test_it_holds_what_it_held(session, story, then):
    assert then.revision == story
    assert then.batches() == session.batches()[:story]
    assert [r.name for r in then.rounds.all()] == ["Spring"]
    assert [[b.id for b in some] for some in then.taken().values()] == [["x"]]


def test_its_gaps_are_those_of_then(session, then):
    assert then.gaps().of("REC-01").partnership.low == 2
    assert session.gaps().of("REC-01").partnership.max == 5


def test_its_report_compares_with_the_round_of_then(then):
    report = then.report(version="1")

    assert report.since.round.name == "Spring"
    assert report.since.progress.overall.share > 0
    assert [b.id for some in report.taken.values() for b in some] == ["x"]


def test_it_can_be_looked_back_from_again(then):
    spring = then.rounds.all()[0]

    assert then.rounds.at(spring).gaps().of("REC-01").partnership.low == 1
    assert then.rounds.compare(spring).anything


@pytest.mark.parametrize("kind", list(ExportKind))
def test_every_export_is_made_of_it(then, tmp_path, kind):
    path = tmp_path / f"then.{kind.value}"
    exported = export_report(ExportJob(then.report(version="1"), path, kind))

    assert exported.size == path.stat().st_size > 0


def test_its_json_ends_with_its_last_change(then, story, tmp_path):
    path = tmp_path / "then.json"
    export_report(ExportJob(then.report(version="1"), path, ExportKind.JSON))
    found = json.loads(path.read_text("utf-8"))

    assert (found["revision"], len(found["journal"])) == (story, story)
    assert [r["name"] for r in found["rounds"]] == ["Spring"]


def test_nothing_of_it_can_be_changed(then):
    for verb in (lambda: then.rounds.mark("Now"), lambda: then.scope.entitle("New"), then.undo):
        with pytest.raises(FileProblem, match="opened for reading"):
            verb()


def test_a_copy_of_it_is_a_whole_document(then, tmp_path):
    from techmodel.session.session import Session
    from techmodel.store.working_file import read_document

    path = tmp_path / "then.techmodel"
    path.write_bytes(then.serialize())

    assert Session(read_document(path)).assessment() == then.assessment()
