"""The commands as a person types them: what they say, exit codes, what is in the file after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from techmodel import __main__, __version__
from techmodel.cli import commands, main

if TYPE_CHECKING:
    from pathlib import Path

PARTNERS = ("Riverside Trust:acute", "Hill Practice:gp:0.5")


@pytest.fixture
def run(capsys):
    """Run a command in this process; its exit code, output and error text."""

    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def file(run, tmp_path: Path) -> Path:
    """A new assessment of two organisations."""
    path = tmp_path / "a.techmodel"
    options = [x for p in PARTNERS for x in ("--organisation", p)]
    code, out, err = run("new", path, "--title", "Test", *options, "--care-model", "PLACE")
    assert (code, err) == (0, "")
    assert "2 organisations" in out
    return path


def value(run, file, capability="GOV-01", name="Riverside Trust"):
    found = json.loads(run("gaps", file, "--json")[1])
    by_id = {c["id"]: c for c in found["capabilities"]}
    return by_id[capability]["answers"][name]


def test_every_verb_of_the_group_is_known_to_the_start():
    assert set(commands.commands) == __main__.VERBS


def test_an_answer_is_in_the_file_when_the_command_is_done(run, file):
    code, out, err = run(
        "answer", file, "GOV-01", "3", "--organisation", "riverside trust", "--note", "Seen",
        "--evidence", "A:Usage log", "--decided-by", "Digital lead",
    )  # fmt: skip

    assert (code, out, err) == (0, "Saved. GOV-01 for Riverside Trust: not answered → 3\n", "")
    assert value(run, file) == {"state": "level", "level": 3, "provided_by": None}


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("GOV-99", "3", "--organisation", "Hill Practice"), 2, "no capability 'GOV-99'"),
        (
            ("GOV-01", "6", "--organisation", "Hill Practice"),
            2,
            "'6' is not an answer. Write 0 to 5",
        ),
        (("GOV-01", "3"), 2, "--organisation. There are: Riverside Trust, Hill Practice"),
        (("GOV-01", "3", "--organisation", "Nobody"), 2, "no organisation 'Nobody'"),
        (
            ("GOV-01", "not-applicable", "--organisation", "Hill Practice"),
            2,
            "a reason is required",
        ),
        (("GOV-01", "provided-by:X", "--organisation", "Hill Practice"), 2, "no organisation 'X'"),
        (("MED-05", "3", "--organisation", "Hill Practice", "--evidence", "A"), 2, "GRADE:TITLE"),
        ((), 2, "Give a capability and an answer"),
    ],
)
def test_a_wrong_answer_is_one_sentence_and_the_file_is_as_it_was(
    run, file, arguments, code, sentence
):
    before = file.read_bytes()
    found, out, err = run("answer", file, *arguments)

    assert (found, out) == (code, "")
    assert sentence in err
    assert "Traceback" not in err
    assert file.read_bytes() == before


def test_a_csv_of_answers_is_one_batch(run, file, tmp_path):
    rows = tmp_path / "in.csv"
    rows.write_text(
        "capability,organisation,answer,reason,evidence\n"
        "GOV-01,Riverside Trust,4,,A:Log | B:Shown\n"
        "GOV-01,Hill Practice,provided-by:Riverside Trust,,\n"
        "GOV-02,Hill Practice,not-applicable,Runs no such service,\n",
        encoding="utf-8",
    )
    code, out, _ = run("answer", file, "--from", rows)

    assert (code, out) == (0, "Saved. 3 answers from in.csv\n")
    assert value(run, file, name="Hill Practice")["level"] == 4
    assert len(run("history", file)[1].splitlines()) == 2


def test_a_csv_with_one_bad_row_changes_nothing_and_names_the_row(run, file, tmp_path):
    before = file.read_bytes()
    rows = tmp_path / "in.csv"
    rows.write_text(
        "capability,organisation,answer,reason,evidence\nGOV-01,Riverside Trust,4,,\n"
        "GOV-77,Riverside Trust,4,,\nGOV-02,Nobody,9,,\n"
    )
    code, _, err = run("answer", file, "--from", rows)

    assert code == 1
    assert "in.csv, row 3: There is no capability 'GOV-77'" in err
    assert "row 4" in err
    assert file.read_bytes() == before


def test_an_exported_csv_reads_back_as_the_same_answers(run, file, tmp_path):
    run(
        "answer",
        file,
        "GOV-01",
        "3",
        "--organisation",
        "Hill Practice",
        "--evidence",
        "C:=A paper",
    )
    run(
        "answer",
        file,
        "GOV-02",
        "not-applicable",
        "--organisation",
        "Hill Practice",
        "--reason",
        "-x",
    )
    run("answer", file, "GOV-03", "dont-know", "--organisation", "Hill Practice", "--note", "Ask")
    out = tmp_path / "answers.csv"
    assert run("export", file, out)[0] == 0

    before = file.read_bytes()
    code, said, err = run("answer", file, "--from", out)
    assert (code, said, err) == (0, "Nothing to change: it is like that already.\n", "")
    assert file.read_bytes() == before


def test_targets_settings_and_organisations_change_and_undo_takes_back(run, file):
    assert run("target", file, "REC-06", "2", "--reason", "No supplier")[0] == 0
    assert (
        run("set", file, "--title", "Better", "--domain-out", "MED", "--threshold", "0.6")[0] == 0
    )
    assert run("organisation", file, "add", "Town Council:local-authority")[0] == 0
    assert run("organisation", file, "rename", "Town Council", "City Council")[0] == 0
    assert run("organisation", file, "leave", "Hill Practice")[0] == 0

    found = json.loads(run("gaps", file, "--json")[1])
    assert found["assessment"]["title"] == "Better"
    assert found["assessment"]["coverage_threshold"] == 0.6
    assert [o["name"] for o in found["assessment"]["organisations"]] == [
        "Riverside Trust",
        "City Council",
    ]
    assert all(c["domain"] != "MED" for c in found["capabilities"])
    assert run("organisation", file, "return", "Hill Practice")[0] == 0
    assert run("undo", file)[1] == "Saved. Undo: Hill Practice returned\n"
    assert run("target", file, "REC-06", "--clear")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("target", "REC-06", "7", "--reason", "x"), "0 to 5, not '7'"),
        (("target", "REC-06", "3"), "a reason is required"),
        (("target", "REC-06"), "or --clear"),
        (("set",), "Say what to change"),
        (("set", "--care-model", "XYZ"), "no care model 'XYZ'"),
        (("set", "--domain-out", "XYZ"), "no domain 'XYZ'"),
        (("organisation", "add", "X"), "NAME:KIND"),
        (("organisation", "rename", "X"), "two names"),
        (("organisation", "leave", "X", "Y"), "leave needs one name"),
        (("undo", "--recover", "--discard"), "not both"),
    ],
)
def test_wrong_use_is_exit_2_and_changes_nothing(run, file, arguments, sentence):
    before = file.read_bytes()
    verb, *rest = arguments
    code, _, err = run(verb, file, *rest)

    assert code == 2
    assert sentence in err
    assert file.read_bytes() == before


def test_an_existing_file_is_replaced_only_with_force(run, file):
    before = file.read_bytes()
    code, _, err = run("sample", file)

    assert code == 1
    assert "a.techmodel" in err
    assert file.read_bytes() == before
    assert run("sample", file, "--force")[0] == 0
    assert file.read_bytes() != before


@pytest.mark.parametrize("verb", ["gaps", "history", "check", "undo"])
def test_files_that_are_not_ours_are_refused_and_left_alone(run, tmp_path, file, verb):
    whole = file.read_bytes()
    bad = {
        "empty.techmodel": b"",
        "text.techmodel": b"hello",
        "plan.xlsx": b"PK\x03\x04" + b"x" * 200,
        "cut.techmodel": whole[: len(whole) // 2],
        "newer.techmodel": whole[:60] + (99).to_bytes(4, "big") + whole[64:],
    }
    for name, data in bad.items():
        path = tmp_path / name
        path.write_bytes(data)
        code, out, err = run(verb, path)
        assert (code, out) == (1, ""), name
        assert name in err
        assert err.count("\n") == 1
        assert path.read_bytes() == data
    assert run(verb, tmp_path)[0] == 1
    assert run(verb, tmp_path / "missing.techmodel")[0] == 1


def test_gaps_speak_to_people_and_to_spreadsheets(run, file):
    run("answer", file, "GOV-01", "1", "--organisation", "Riverside Trust")
    text, table = run("gaps", file)[1], run("gaps", file, "--csv")[1]

    assert text.startswith("Test\n")
    assert "Governance and safety" in text or "Leadership" in text
    assert table.count("\n") >= 74
    assert run("gaps", file, "--csv", "--json")[0] == 2


def test_check_says_whole_and_what_is_open(run, file):
    code, out, _ = run("check", file)

    assert code == 0
    assert out.startswith("a.techmodel is whole")


def test_history_of_one_capability(run, file):
    run("answer", file, "GOV-01", "1", "--organisation", "Riverside Trust", "--evidence", "A:x")
    run("answer", file, "GOV-02", "1", "--organisation", "Riverside Trust", "--decided-by", "Lead")

    assert run("history", file, "GOV-01")[1].count(" for Riverside Trust: ") == 1
    assert "(Lead)" in run("history", file, "GOV-02")[1]
    assert run("history", file, "GOV-99")[0] == 2


@pytest.mark.parametrize("suffix", ["xlsx", "pdf", "csv", "json"])
def test_every_export_is_written_whole_and_not_over_another(run, file, tmp_path, suffix):
    out = tmp_path / f"out.{suffix}"

    assert run("export", file, out)[0] == 0
    before = out.read_bytes()
    code, _, err = run("export", file, out)
    assert (code, out.read_bytes()) == (1, before)
    assert f"out.{suffix}" in err
    assert run("export", file, out, "--force")[0] == 0


def test_an_unknown_kind_of_export_says_which_there_are(run, file, tmp_path):
    code, _, err = run("export", file, tmp_path / "out.docx")

    assert code == 2
    assert "xlsx" in err


def test_the_checklist_is_in_order_and_shows_itself(run):
    code, out, _ = run("checklist", "check")

    assert code == 0
    assert "10 domains, 74 capabilities, 72 services, 9 care models, 10 guides." in out
    shown = json.loads(run("checklist", "show", "--json")[1])
    assert len(shown["capabilities"]) == 74
    assert "GOV-01" in run("checklist", "show")[1]


def test_requirements_need_no_answers(run):
    code, out, _ = run("requirements", "--care-model", "ehch", "--care-model", "CARE")
    shown = json.loads(run("requirements", "--care-model", "EHCH", "--json")[1])
    rows = run("requirements", "--care-model", "EHCH", "--csv")[1].splitlines()

    assert (code, out.splitlines()[0][:44]) == (0, "Enhanced health in care homes and Care provi")
    assert len(rows) == len(shown["requirements"]) + 1


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--care-model", "ZOO"], 1, "“ZOO” is no care model"),
        (["--care-model", "EHCH", "--json", "--csv"], 2, "not several"),
        (["--care-model", "EHCH", "list.csv", "--json"], 2, "not several"),
        (["--care-model", "EHCH", "a.techmodel"], 2, "not both"),
        (["a.techmodel", "list.csv", "more.csv"], 2, "at most one"),
        (["--care-model", "EHCH", "list.pdf"], 2, ".xlsx, .csv or .html"),
        ([], 2, "Name what the list is of"),
    ],
)
def test_requirements_of_what_is_no_model_are_refused(run, arguments, code, said):
    found = run("requirements", *arguments)

    assert (found[0], said in found[2]) == (code, True)


@pytest.mark.parametrize("ending", ["xlsx", "html", "csv"])
def test_requirements_of_a_file_are_written_once_and_replaced_only_if_allowed(
    run, file, tmp_path, ending
):
    out = tmp_path / f"list.{ending}"

    assert run("requirements", file, out)[0] == 0
    written = out.read_bytes()
    assert "exists already" in run("requirements", file, out)[2]
    assert out.read_bytes() == written
    assert run("requirements", file, out, "--force")[0] == 0
    assert run("requirements", file)[1] == run("requirements", "--care-model", "PLACE")[1]


def test_a_broken_checklist_folder_names_file_and_id(run, tmp_path, checklist):
    from techmodel.importing.checklist_files import write_checklist_files

    for name, text in write_checklist_files(checklist).items():
        path = tmp_path / "c" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            text.replace('"INF-02"', '"INF-99"', 1) if "GOV" in name else text, encoding="utf-8"
        )
    code, _, err = run("checklist", "check", tmp_path / "c")

    assert code == 1
    assert "GOV.toml" in err
    assert "INF-99" in err


def with_a_guide(folder: Path, checklist, old: str, new: str) -> Path:
    """A folder with the built-in checklist and one guide, changed in one place."""
    from techmodel.importing.checklist_files import write_checklist_files
    from techmodel.resources import resource

    guide = resource("checklist", "guides", "UEC.toml").read_text(encoding="utf-8")
    own = guide[: guide.index("[[cases]]\nsee")].replace(old, new, 1)
    for name, text in {**write_checklist_files(checklist), "guides/UEC.toml": own}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"UEC-05"', '"UEC-99"'), "child-plan, capabilities: The checklist has no “UEC-99”."),
        (("https://nhsproviders", "http://nhsproviders"), "must be an address that begins https"),
    ],
)
def test_a_guide_that_is_wrong_is_named_by_its_file(run, tmp_path, checklist, change, said):
    code, out, err = run("checklist", "check", with_a_guide(tmp_path / "c", checklist, *change))

    assert (code, out) == (1, "")
    assert err.startswith("guides/UEC.toml: ")
    assert said in err


def test_guides_in_order_are_counted(run, tmp_path, checklist):
    code, out, _ = run("checklist", "check", with_a_guide(tmp_path / "c", checklist, "", ""))

    assert (code, "9 care models, 1 guide." in out) == (0, True)


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "techmodel", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)


def test_a_first_word_that_is_neither_verb_nor_file_is_wrong_use():
    done = start("gasp")

    assert done.returncode == 2
    assert "neither a command nor a file" in done.stderr


def test_the_version_is_the_packages():
    assert start("--version").stdout.strip() == f"techmodel, version {__version__}"
