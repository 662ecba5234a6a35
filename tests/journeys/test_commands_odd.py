"""What people really type: odd names and paths, ids in small letters, and the help they read."""

import os
import sys
from pathlib import Path

import click
import pytest
from tests.journeys.commands import PRACTICE, TRUST, done, gaps_of, listing, refusal, run

from techmodel.cli import commands

LONG = "Ŵ" * 200


def all_commands(group=commands):
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from all_commands(command)
        else:
            yield command


@pytest.mark.parametrize("command", [*all_commands()], ids=lambda c: c.name)
def test_every_option_says_what_it_does(command):
    options = [p for p in command.params if isinstance(p, click.Option)]

    assert [o.name for o in options if not (o.help or "").endswith(".")] == []
    assert command.help.endswith((".", "?", "PLACE", "NAME"))
    assert not command.get_short_help_str(60).endswith("...")


def test_the_help_lists_the_verbs_in_the_order_of_use():
    said = done("--help")
    places = [said.index(f"\n  {name} ") for name in ("new", "answer", "gaps", "export", "check")]

    assert places == sorted(places)


@pytest.mark.parametrize(
    "name",
    ["Plan #1 ?%&.techmodel", "Tŷ 'Ŵyl' 😀.techmodel", "-x.TECHMODEL", "a b/../c.techmodel"],
)
def test_any_path_will_do(tmp_path, monkeypatch, name):
    (tmp_path / "a b").mkdir()
    monkeypatch.chdir(tmp_path)
    done("new", "--title", "T", "--organisation", "A:gp", "--care-model", "place", "--", name)
    done("answer", "--", name, "gov-01", "2")
    for ending in ("csv", "json"):
        done("export", "--", name, f"{name}.{ending}")

    assert run("gaps", "--", name)[1].startswith("T\n")
    assert (
        done("check", "--", name)
        .splitlines()[0]
        .endswith("is whole: 2 changes, seal and journal agree.")
    )
    assert [n for n in listing() if n.startswith("~")] == []


@pytest.mark.parametrize(
    "name", ["Tŷ: Môn: Un", '"The" Trust', "O'Neill & Sons", "🏥 Ysbyty", LONG]
)
def test_any_name_will_do(file, name):
    done("organisation", file, "add", f"{name}:acute:2.5")
    done("answer", file, "gov-01", "4", "--organisation", name.lower())
    done("answer", file, "gov-01", f"provided-by:{name}", "--organisation", TRUST)
    done("export", file, "out.csv")
    said = gaps_of(file)["capabilities"][0]["answers"]

    assert said[TRUST] == {"state": "level", "level": 4, "provided_by": name}
    assert done("answer", file, "--from", "out.csv") == (
        "Nothing to change: it is like that already.\n"
    )


def test_a_name_over_the_limit_is_refused(file):
    _, err = refusal(file, "organisation", "add", f"{LONG}Ŵ:gp")

    assert err == "An organisation’s name is 1 character over the limit of 200.\n"


def test_ids_may_be_typed_in_small_letters(file):
    done("answer", file, "rec-06", "2", "--organisation", TRUST)
    done("target", file, "rec-06", "4", "--reason", "So decided")
    done("set", file, "--domain-out", "med", "--care-model", "ehch", "--care-model", "place")
    found = gaps_of(file)

    assert found["assessment"]["care_models"] == ["EHCH", "PLACE"]
    assert "MED" not in {d["id"] for d in found["domains"]}
    told = done("history", file, "rec-06").splitlines()
    assert len([line for line in told if not line.startswith(" " * 7)]) == 2
    done("target", file, "rec-06", "--clear")
    assert done("history", file, "rec-07") == "Nothing has been changed there yet.\n"


def test_what_changed_is_named_once_it_is_saved(file):
    answer = ("answer", file, "GOV-01", "3", "--organisation", TRUST)
    said = [
        done(*answer, "--note", "Seen"),
        done(*answer, "--evidence", "a:Log: October"),
        done(*answer, "--evidence", "A:Log: October"),
        done(*answer[:3], "not-applicable", *answer[4:], "--reason", "Not ours"),
        done(*answer[:3], "not-applicable", *answer[4:], "--reason", "Not theirs"),
    ]

    assert said == [
        f"Saved. GOV-01 for {TRUST}: note\n",
        f"Saved. GOV-01 for {TRUST}: evidence\n",
        "Nothing to change: it is like that already.\n",
        f"Saved. GOV-01 for {TRUST}: 3 → not applicable\n",
        f"Saved. GOV-01 for {TRUST}: not applicable, another reason\n",
    ]


def test_one_who_returns_to_a_provider_that_is_gone_counts_as_not_answered(file):
    done("answer", file, "GOV-01", f"provided-by:{TRUST}", "--organisation", PRACTICE)
    assert "Change that before it leaves." in refusal(file, "organisation", "leave", TRUST)[1]
    done("organisation", file, "leave", PRACTICE)
    done("organisation", file, "leave", TRUST)
    done("organisation", file, "return", PRACTICE)

    (answer,) = gaps_of(file)["capabilities"][0]["answers"].values()
    assert answer == {"state": "not_answered", "level": None, "provided_by": TRUST}
    assert "names a provider that cannot provide it" in done("check", file)


def test_one_who_has_left_is_said_to_have_left(file):
    done("organisation", file, "leave", PRACTICE)
    left = refusal(file, "answer", "GOV-01", "2", "--organisation", PRACTICE)
    again = refusal(file, "organisation", "add", f"{PRACTICE}:gp")

    assert (left[0], f"{PRACTICE} has left this assessment." in left[1]) == (1, True)
    assert (again[0], "It has left and can return." in again[1]) == (2, True)


def test_another_built_in_checklist_can_be_named(file, monkeypatch):
    monkeypatch.setenv("TECHMODEL_CHECKLIST", "none")
    code, _, err = run("checklist", "show")

    assert (code, err) == (1, "none is not there; a checklist is a folder of TOML files.\n")
    assert gaps_of(file)["assessment"]["title"] == "Test"


def test_answers_travel_as_csv_to_an_assessment_of_the_same_partners(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done("sample", "s.techmodel")
    said = gaps_of("s.techmodel")
    partners = [
        x
        for o in said["assessment"]["organisations"]
        for x in ("--organisation", f"{o['name']}:{o['kind']}")
    ]
    done("new", "n.techmodel", "--title", "T", *partners, "--care-model", "EHCH")
    done("export", "s.techmodel", "a.csv")
    done("answer", "n.techmodel", "--from", "a.csv")
    done("export", "n.techmodel", "b.csv")

    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()
    assert [c["answers"] for c in gaps_of("n.techmodel")["capabilities"]] == [
        c["answers"] for c in said["capabilities"]
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_letters_that_no_file_can_hold_are_left_out_and_any_path_is_taken(file):
    half = os.fsdecode(b"\xff")
    other, rows = f"b{half}.techmodel", f"in{half}.csv"
    file.rename(other)
    Path(rows).write_text(f"capability,organisation,answer\nGOV-01,{TRUST},1\n")
    done("answer", other, "--from", rows, "--decided-by", f"Digital{half}\n\x01lead")
    done("set", other, "--title", f"New{half} title")

    assert gaps_of(other)["assessment"]["title"] == "New title"
    assert "1 answer from in.csv  (Digital lead)" in done("history", other)


def test_a_role_is_no_story(file):
    code, err = refusal(
        file, "answer", "GOV-01", "2", "--organisation", TRUST, "--decided-by", "x" * 201
    )

    assert (code, err) == (2, "The role that decided is 1 character over the limit of 200.\n")
