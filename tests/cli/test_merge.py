"""The command that merges: what it says is missing, and that its numbers agree."""

import pytest
from tests.journeys.commands import done, run

from techmodel.core.answers import State, Value
from techmodel.core.plan_parts import Money
from techmodel.session.organisations import Newcomer, short_name
from techmodel.session.session import Session
from techmodel.store.working_file import Document


@pytest.fixture
def two(session, tmp_path, monkeypatch):
    """Our file and theirs: one thing in conflict, one name that both added, one change there."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    session.document.publish()
    ours, theirs = session.document.path, tmp_path / "b.techmodel"
    theirs.write_bytes(ours.read_bytes())
    document = Document.open(theirs, tmp_path / "other")
    there = Session(document.file, document)
    who = session.assessment().organisations[0].id
    for level, file in enumerate((session, there), 1):
        file.organisations.add([Newcomer("Hospice", "gp", 1.0, "")])
        file.answers.give("INF-01", who, Value(State.LEVEL, level))
    there.answers.give("GOV-01", who, Value(State.LEVEL, 4))
    document.close()
    session.close()
    return ours, theirs


def test_amounts_that_differ_in_the_likely_one_can_be_told_apart(session, tmp_path, monkeypatch):
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    session.costs.add(label="Training", amount=Money(12, 16, 20))
    session.document.publish()
    theirs = tmp_path / "b.techmodel"
    theirs.write_bytes(session.document.path.read_bytes())
    document = Document.open(theirs, tmp_path / "other")
    for likely, file in ((17, session), (18, Session(document.file, document))):
        (cost,) = file.costs.all()
        file.costs.change(cost.id, amount=Money(12, likely, 20))
    document.close()
    session.close()
    told = run("merge", session.document.path, theirs)[1]

    assert told.count("Amount: £12, likely £17, up to £20") == 1
    assert told.count("Amount: £12, likely £18, up to £20") == 1


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "Give --prefer ours or --prefer theirs and --same-name one or --same-name two, or"),
        (("--prefer", "ours"), "Give --same-name one or --same-name two, or settle"),
        (("--same-name", "one"), "Give --prefer ours or --prefer theirs, or settle"),
    ],
)
def test_only_what_was_not_given_is_asked_for(two, given, missing):
    code, _, err = run("merge", *two, *given)

    assert code == 1
    assert missing in err
    assert ("of the same name joined" in err) is ("--same-name" not in given)
    assert ("changed in both files" in err) is ("--prefer" not in given)


@pytest.mark.parametrize("same", ["one", "two"])
def test_the_dry_run_and_the_label_count_alike(two, same):
    rules = ("--prefer", "theirs", "--same-name", same)
    told = done("merge", *two, *rules, "--dry-run").splitlines()
    label = done("merge", *two, *rules)
    taken = next(line for line in told if line.startswith("Changed only there"))

    assert told[0].startswith("2 things were changed in both files")
    assert told[1] == f"1 organisation of the same name, settled: {same}"
    assert ", 2 settled" in label
    assert f": {taken.rpartition(' ')[2]} change" in label


def test_a_file_is_not_merged_with_itself(two):
    ours, _ = two

    assert run("merge", ours, ours)[2].startswith("That is the same file.")


def test_who_is_not_in_the_other_file_is_told_with_its_name(two):
    assert (
        "There is no organisation 'Nobody' in 'b.techmodel'."
        in (run("merge", *two, "--bring-in", "Nobody")[2])
    )


def test_an_organisation_can_be_named_by_its_short_name(two):
    ours, _ = two
    done("organisation", ours, "rename", short_name("Riverside Trust").lower(), "Renamed Trust")

    assert "Renamed Trust" in done("gaps", ours, "--json")


def test_who_came_in_from_the_same_file_before_is_told(two):
    ours, _ = two
    made = ("--title", "T", "--organisation", "North:gp", "--care-model", "PLACE")
    done("new", "c.techmodel", *made)
    bring = ("merge", ours, "c.techmodel", "--bring-in", "North")

    assert "came in already" not in done(*bring)
    assert "North came in already from this file on " in done(*bring)
    assert "North came in already from this file on " in done(*bring, "--dry-run")
