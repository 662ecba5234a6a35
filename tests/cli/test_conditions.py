"""The conditions for change as a person types them."""

from __future__ import annotations

import json

import pytest

TIME = "Time and money"


@pytest.fixture
def file(run, tmp_path):
    """An assessment of one partner."""
    path = tmp_path / "a.techmodel"
    run("new", path, "--title", "T", "--organisation", "Trust:acute", "--care-model", "PLACE")
    return path


def listed(run, file):
    data = json.loads(run("condition", file, "--json")[1])
    return {row["id"]: (row["level"], row["note"]) for row in data["conditions"]}, data["weak"]


def test_a_condition_is_answered_noted_and_cleared(run, file):
    given = run("condition", file, "One message from above", "2", "--note", "Three letters.")
    noted = run("condition", file, "ONE-MESSAGE", "--note", "Four letters.")
    assert given == (
        0,
        "Saved. Condition “One message from above”: not answered → 2 and note\n",
        "",
    )
    assert noted == (0, "Saved. Condition “One message from above”: note\n", "")
    rows, weak = listed(run, file)
    assert (rows["one-message"], weak) == ((2, "Four letters."), ["one-message"])

    assert run("condition", file, "one-message", "clear")[0] == 0
    assert listed(run, file)[0]["one-message"] == (None, "")


def test_the_list_says_how_they_stand_weakest_first(run, file):
    run("condition", file, "public-demand", "4")
    run("condition", file, "one-message", "1")
    lines = run("condition", file)[1].splitlines()

    assert lines[0] == "2 of 10 answered; 1 is weak: One message from above."
    assert "not part of any level" in lines[1]
    assert [line.split()[:2] for line in lines[4:6]] == [
        ["one-message", "1"],
        ["public-demand", "4"],
    ]
    assert len(lines) == 14


def test_one_condition_shows_its_question_and_wordings(run, file):
    before = run("condition", file, "one-message")[1].splitlines()
    run("condition", file, "one-message", "3", "--note", "Seen.")
    after = run("condition", file, "one-message")[1].splitlines()

    assert before[0].startswith("One message from above: Do the bodies above you")
    assert before[-1] == "Not answered."
    assert after[6].startswith("> 3  Partners have one written summary")
    assert after[-1] == "Note: Seen."


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["weather", "3"], 2, "There are: one-message, "),
        (["weather"], 2, "There are: one-message, "),
        (["one-message", "6"], 2, "LEVEL is 0 to 5 or clear, not '6'."),
        (["one-message", "clear", "--note", "x"], 2, "leave --note out"),
        (["--note", "x"], 2, "Say which one"),
        (["one-message", "--json"], 2, "leave the factor out"),
        (["one-message", "--note", "x"], 1, "has no level yet"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_writes_nothing(run, file, arguments, code, said):
    before = file.read_bytes()
    got, out, err = run("condition", file, *arguments)

    assert (got, out) == (code, "")
    assert said in err
    assert file.read_bytes() == before


def test_a_comparison_lists_what_is_answered_otherwise(run, file):
    run("condition", file, "one-message", "2")
    run("round", file, "Spring")
    run("condition", file, "one-message", "3")
    lines = run("compare", file, "Spring")[1].splitlines()

    assert lines[lines.index("Conditions for change:") + 1] == "  One message from above: 2 → 3"


def test_a_checklist_without_conditions_says_so(run, file, tmp_path):
    folder = tmp_path / "own"
    book = tmp_path / "own.xlsx"
    run("checklist", "export", book)
    run("checklist", "import", book, "--to", folder)
    (folder / "conditions.toml").unlink()
    assert run("update-checklist", file, "--from", folder)[0] == 0

    assert "does not ask for conditions" in run("condition", file)[1]
