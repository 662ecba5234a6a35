"""Rounds, comparing and the history as a person types them."""

from __future__ import annotations

import json
import shutil

import pytest

from techmodel.core.onboarding import Stage
from techmodel.session.session import Session
from techmodel.store.working_file import Document

TRUST, PRACTICE = "Riverside Trust", "Hill Practice"


@pytest.fixture
def file(run, tmp_path):
    """An assessment of two partners with one answer."""
    path = tmp_path / "a.techmodel"
    options = ["--organisation", f"{TRUST}:acute", "--organisation", f"{PRACTICE}:gp"]
    run("new", path, "--title", "Test place", *options, "--care-model", "PLACE")
    answer(run, path, "GOV-01", "2", TRUST)
    return path


def answer(run, file, capability, value, name, *more):
    code, _, err = run("answer", file, capability, value, "--organisation", name, *more)
    assert (code, err) == (0, "")


def rounds(run, file):
    return json.loads(run("round", file, "--json")[1])["rounds"]


def compared(run, file, other):
    return json.loads(run("compare", file, other, "--json")[1])


def test_a_round_is_marked_listed_renamed_and_forgotten(run, file):
    none = run("round", file)
    marked = run("round", file, "Spring  2026")
    listed = run("round", file)[1].splitlines()
    renamed = run("round", file, "spring 2026", "--rename", "Lent")
    forgotten = run("round", file, "LENT", "--forget")

    assert none == (0, "No round is marked yet. `techmodel round FILE NAME` marks one.\n", "")
    assert marked == (0, "Saved. Round “Spring 2026” marked\n", "")
    assert listed[0].split() == [
        "Round",
        "Marked",
        "Answered",
        "Target",
        "reached",
        "Furthest",
        "from",
        "target",
    ]
    assert listed[1].startswith("Spring 2026  ")
    assert renamed[1] == "Saved. Round “Spring 2026” is now “Lent”\n"
    assert forgotten[1] == "Saved. Round “Lent” forgotten\n"
    assert rounds(run, file) == []


def test_undo_takes_a_round_back(run, file):
    run("round", file, "Spring")

    assert run("undo", file)[:2] == (0, "Saved. Undo: Round “Spring” marked\n")
    assert rounds(run, file) == []


def test_the_rounds_for_scripts(run, file):
    run("round", file, "Spring")
    (found,) = rounds(run, file)

    assert found.keys() == {
        *("id", "name", "at", "revision", "completeness", "attainment", "weakest"),
    }
    assert (found["name"], found["revision"]) == ("Spring", 3)
    assert found["completeness"] == pytest.approx(1 / 120, abs=0.01)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("Spring",), 1, "There is a round “Spring” already"),
        ((" ",), 2, "The name of the round is missing."),
        (("Summer", "--forget"), 2, "There is no round 'Summer'"),
        (("Summer", "--rename", "Lent"), 2, "There are: Spring ("),
        (("--forget",), 2, "Say which round"),
        (("--rename", "Lent"), 2, "Say which round"),
        (("Spring", "--rename", "Lent", "--forget"), 2, "Give one of"),
        (("Spring", "--json"), 2, "leave the name out"),
    ],
)
def test_a_wrong_round_is_one_sentence_and_changes_nothing(run, file, arguments, code, sentence):
    run("round", file, "Spring")
    before = file.read_bytes()
    found, out, err = run("round", file, *arguments)

    assert (found, out) == (code, "")
    assert sentence in err
    assert file.read_bytes() == before


def test_comparing_with_a_round_tells_the_way_and_the_answers(run, file):
    answer(run, file, "GOV-01", "2", PRACTICE)
    run("round", file, "Spring")
    answer(run, file, "GOV-01", "3", TRUST, "--decided-by", "Digital lead")
    answer(run, file, "GOV-01", "3", PRACTICE)
    run("target", file, "GOV-02", "1", "--reason", "Not this year")
    code, out, err = run("compare", file, "SPRING")

    assert (code, err) == (0, "")
    assert out.startswith("Test place\nFrom Spring (")
    assert "50% of the way to target since Spring." in out
    assert "2 answers changed: 2 raised." in out
    assert "Digital lead" in out
    assert "  GOV-02 Information sharing framework: Target set to 1 by decision" in out


def test_what_fell_is_named(run, file):
    answer(run, file, "GOV-01", "2", PRACTICE)
    run("round", file, "Spring")
    answer(run, file, "GOV-01", "1", TRUST)
    out = run("compare", file, "Spring")[1]

    assert "Further from target than at Spring, by 50% of the way; 1 level fell." in out
    assert "Fell:\n  GOV-01 Digital leadership" in out


def test_comparing_with_nothing_new_says_so(run, file):
    run("round", file, "Spring")
    out = run("compare", file, "Spring")[1]

    assert out.endswith(".\nNothing has changed since Spring.\n")


def test_only_the_set_up_may_have_changed(run, file):
    run("round", file, "Spring")
    run("set", file, "--title", "Another place")
    out = run("compare", file, "Spring")[1]

    assert "Set-up changed:\n  Title: Test place → Another place" in out
    assert out.endswith("\nNo answer is another than then.\n")


def test_the_comparison_for_scripts(run, file):
    run("round", file, "Spring")
    answer(run, file, "GOV-01", "provided-by:Riverside Trust", PRACTICE)
    answer(run, file, "GOV-02", "not-applicable", TRUST, "--reason", "Runs none")
    run("set", file, "--threshold", "0.75")
    found = compared(run, file, "Spring")
    first, second = found["answers"]

    assert found.keys() == {
        *("schema", "assessment", "then", "now", "progress", "capabilities", "answers", "set_up"),
        *("flows", "services", "conditions"),
    }
    assert (found["schema"], found["then"]["kind"], found["then"]["name"]) == (
        1,
        "round",
        "Spring",
    )
    assert (found["now"]["kind"], found["now"]["revision"]) == ("now", 6)
    assert first["now"] == {
        "state": "provided_by", "level": None, "provided_by": TRUST, "reason": "",
    }  # fmt: skip
    assert (first["change"], first["fields"]) == ("newly known", ["value"])
    assert second["now"]["reason"] == "Runs none"
    assert found["set_up"] == [
        {"table": "setting", "key": ["threshold"], "field": "value", "old": 0.8, "new": 0.75}
    ]
    assert "GOV-01" in found["progress"]["overall"]["newly_known"]


def test_comparing_with_a_copy_reads_both_and_changes_neither(run, file, tmp_path):
    copy = tmp_path / "march.techmodel"
    shutil.copyfile(file, copy)
    answer(run, file, "GOV-01", "4", TRUST)
    before = file.read_bytes(), copy.read_bytes()
    found = compared(run, file, copy)
    code, out, _ = run("compare", file, copy)

    assert code == 0
    assert out.splitlines()[1].startswith("From march.techmodel (")
    assert (found["then"]["kind"], found["then"]["name"]) == ("file", "march.techmodel")
    assert [c["change"] for c in found["answers"]] == ["raised"]
    assert (file.read_bytes(), copy.read_bytes()) == before


def test_another_assessment_is_refused_in_one_sentence(run, file, tmp_path):
    other = tmp_path / "b.techmodel"
    run(
        *("new", other, "--title", "Elsewhere", "--organisation", "X:gp"),
        *("--care-model", "PLACE"),
    )
    code, out, err = run("compare", file, other)

    assert (code, out) == (1, "")
    assert err.startswith("‘Elsewhere’ is another assessment")


@pytest.mark.parametrize(
    ("other", "code", "sentence"),
    [("Summer", 2, "There is no round and no file 'Summer'. Rounds: Spring."), (".", 1, "")],
)
def test_what_is_neither_round_nor_assessment_is_said(run, file, other, code, sentence):
    run("round", file, "Spring")
    found, out, err = run("compare", file, other)

    assert (found, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err


def test_a_file_that_is_damaged_is_refused(run, file, tmp_path):
    copy = tmp_path / "copy.techmodel"
    copy.write_bytes(file.read_bytes()[:-100])

    assert run("compare", file, copy)[0] == 1


def test_the_history_of_a_capability_tells_who_and_why(run, file):
    answer(
        run, file, "GOV-02", "not-applicable", TRUST,
        "--reason", "Runs none", "--decided-by", "Digital lead",
    )  # fmt: skip
    lines = run("history", file, "gov-02")[1].splitlines()

    assert lines[0].endswith(
        "GOV-02 for Riverside Trust: not answered → not applicable  (Digital lead)"
    )
    assert lines[1:] == ["         Riverside Trust: Not answered → Not applicable: Runs none"]


def test_a_capability_without_history_says_so(run, file):
    assert run("history", file, "GOV-08")[1] == "Nothing has been changed there yet.\n"


def test_what_a_merge_took_over_stands_under_it(run, file):
    from techmodel.core.journal import Batch, BatchKind
    from techmodel.session.session import Session
    from techmodel.settings import work_folder
    from techmodel.store.working_file import Document

    document = Document.open(file, work_folder())
    theirs = Batch(
        "x", BatchKind.EDIT, "2026-11-20T09:00:00Z", "GOV-03 for X: 1 → 2", (), 4, "Lead"
    )
    Session(document.file, document).take_over([], "Merged ‘b.techmodel’", [theirs])
    document.close()
    merge, taken = run("history", file)[1].splitlines()[-2:]

    assert merge.endswith("Merged ‘b.techmodel’")
    assert taken.startswith("       20 Nov 2026 ")
    assert taken.endswith("    GOV-03 for X: 1 → 2  (Lead), taken over from the other file")


@pytest.mark.parametrize(
    ("since", "name"),
    [((), "Summer"), (("--since", "spring"), "Spring"), (("--since", "none"), None)],
)
def test_an_export_tells_the_progress_since_the_round_that_is_meant(
    run, file, tmp_path, since, name
):
    run("round", file, "Spring")
    run("round", file, "Summer")
    answer(run, file, "GOV-01", "3", TRUST)
    out = tmp_path / "out.json"

    assert run("export", file, out, *since)[0] == 0
    found = json.loads(out.read_text())["progress"]
    assert (found["since"]["name"] if found else None) == name


def test_a_round_called_none_can_be_meant(run, file, tmp_path):
    run("round", file, "none")
    out = tmp_path / "out.json"
    run("export", file, out, "--since", "none")

    assert json.loads(out.read_text())["progress"]["since"]["name"] == "none"


def test_flows_and_services_that_changed_are_told(run, file, tmp_path):
    run("round", file, "Spring")
    document = Document.open(file, tmp_path / "work")
    session = Session(document.file, document)
    trust, practice = (o.id for o in session.assessment().organisations)
    session.flows.add(trust, practice, "Photographs", "REC-06", 3)
    session.services.change("PDS", [practice], stage=Stage.LIVE)
    document.close()
    lines = run("compare", file, "Spring")[1].splitlines()
    found = compared(run, file, "Spring")

    assert "1 partner newly live on 1 service." in lines
    assert lines[lines.index("Flows that changed:") + 1] == (
        f"  Photographs, {TRUST} to {PRACTICE}: new, unknown"
    )
    assert lines[lines.index("How far partners are with services:") + 1].endswith("started → live")
    assert (found["flows"][0]["from"], found["services"][0]["service"]) == (TRUST, "PDS")
