"""Files and folders that commands cannot use: a sentence that names them, nothing changed."""

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest
from tests.journeys.commands import done, gaps_of, listing, refusal, run

from techmodel.resources import resource

READING = [["gaps"], ["gaps", "--json"], ["history"], ["check"], ["export", "out.pdf"]]
WRITING = [
    ["set", "--title", "New"],
    ["organisation", "add", "New:gp"],
    ["answer", "GOV-01", "2", "--organisation", "Riverside Trust"],
    ["target", "GOV-01", "3", "--reason", "So decided"],
    ["undo"],
]
NEW = ("--title", "T", "--organisation", "A:gp", "--care-model", "PLACE")


# a file that is no whole assessment of ours


def foreign(path):
    """Another program's database."""
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    return path.read_bytes()


@pytest.fixture(scope="module")
def bad_files(whole, tmp_path_factory):
    """Bytes that are no whole assessment, and what is said of them."""
    flipped = bytearray(whole)
    flipped[whole.index(b"Hill: Practice")] ^= 1
    return {
        "empty": (b"", "is empty (0 bytes)"),
        "a text": (b"hello", "is a text file, not an assessment."),
        "a workbook": (
            b"PK\x03\x04" + b"xl/workbook.xml" + bytes(99),
            "is an Excel workbook, not",
        ),
        "a report": (b"%PDF-1.7\n" + bytes(99), "is a PDF document, not"),
        "json": (b'{"schema": 1}', "is a JSON file, not"),
        "a database": (
            foreign(tmp_path_factory.mktemp("f") / "x.db"),
            "is a database of another program",
        ),
        "newer": (whole[:60] + (99).to_bytes(4, "big") + whole[64:], "made with a newer version"),
        "cut in half": (whole[: len(whole) // 2], "is damaged and we have not changed it"),
        "cut in the head": (whole[:50], "is damaged and we have not changed it: it is cut short."),
        "one bit another": (bytes(flipped), "does not match its seal"),
    }


@pytest.mark.parametrize(
    "name",
    [
        *("empty", "a text", "a workbook", "a report", "json", "a database", "newer"),
        *("cut in half", "cut in the head", "one bit another"),
    ],
)
def test_every_verb_refuses_what_is_no_whole_assessment(file, bad_files, name):
    data, said = bad_files[name]
    file.write_bytes(data)
    for verb, *arguments in READING + WRITING:
        code, err = refusal(file, verb, *arguments)

        assert (code, err.count("\n")) == (1, 1)
        assert err.startswith("'a.techmodel' ")
        assert said in err


def test_every_verb_refuses_a_folder_a_pipe_and_nothing(file, tmp_path):
    file.unlink()
    os.mkfifo(tmp_path / "pipe.techmodel")
    (tmp_path / "folder.techmodel").mkdir()
    for verb, *arguments in READING + WRITING:
        for name, said in (
            ("folder.techmodel", "'folder.techmodel' is a folder, not an assessment."),
            ("pipe.techmodel", "'pipe.techmodel' is not a file, so it cannot be an assessment."),
            ("a.techmodel", f"There is no file 'a.techmodel' in {tmp_path}."),
            ("x" * 300, "is too long for this computer"),
        ):
            code, err = refusal(tmp_path / name[:250], verb, *arguments)
            assert code == 1
            assert said in err or len(name) == 300


# a place that does not allow it


def without_rights(*arguments):
    """A command as a person who may not do everything: root, too, is bound to permissions then."""
    command = [sys.executable, "-m", "techmodel", *map(str, arguments)]
    if os.geteuid() == 0:
        rights = "-dac_override,-dac_read_search,-fowner"
        command = ["setpriv", f"--bounding-set={rights}", *command]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    return result.returncode, result.stdout, result.stderr


needs_rights = pytest.mark.skipif(
    not hasattr(os, "geteuid") or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="root may do everything, and there is no setpriv",
)


@needs_rights
def test_a_file_that_may_not_be_read_or_changed_says_so(file, whole):
    file.chmod(0)
    for arguments in (("gaps", file), ("undo", file)):
        code, out, err = without_rights(*arguments)
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "'a.techmodel'" in err

    file.chmod(0o444)
    code, out, err = without_rights("undo", file)
    assert (code, out) == (1, "")
    assert "can only be opened for reading: the file does not allow changes" in err
    code, _, err = without_rights("sample", file, "--force")
    assert (code, "'a.techmodel' is not replaced" in err) == (1, True)
    assert (file.read_bytes(), listing()) == (whole, ["a.techmodel"])


@needs_rights
def test_a_folder_that_allows_no_changes_can_be_read_from(file, tmp_path):
    tmp_path.chmod(0o555)
    try:
        assert without_rights("gaps", "a.techmodel")[0] == 0
        said = {
            without_rights(*arguments)[2]
            for arguments in (
                ("undo", "a.techmodel"),
                ("new", "b.techmodel", *NEW),
                ("export", "a.techmodel", "out.csv"),
            )
        }
    finally:
        tmp_path.chmod(0o755)
    assert listing() == ["a.techmodel"]
    assert any("'a.techmodel' can only be opened for reading" in s for s in said)
    assert any("'b.techmodel' cannot be made: the folder" in s for s in said)
    assert any("You may not write in the folder" in s for s in said)


@needs_rights
def test_a_data_folder_that_allows_nothing_does_not_stop_work(file, tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir(0o555)
    monkeypatch.setenv("TECHMODEL_HOME", str(home))
    code, _, err = without_rights("undo", file)

    assert code == 0
    assert "does not let the program write into its own folder" in err
    assert listing() == ["a.techmodel", "home"]


# a file that is there already


def test_nothing_is_replaced_without_force(file, tmp_path):
    (tmp_path / "out.csv").write_text("mine")
    for arguments in (("new", *NEW), ("sample",), ("export", "out.csv")):
        code, err = refusal(file, *arguments)
        assert code == 1
        assert "There is already a file 'a.techmodel'" in err or "'out.csv' exists already" in err
    assert (tmp_path / "out.csv").read_text() == "mine"

    done("new", file, *NEW, "--force")
    assert gaps_of(file)["assessment"]["title"] == "T"
    assert listing() == ["a.techmodel", "out.csv"]


@pytest.mark.parametrize("name", ["plan", "plan.xlsx", "plan v1.2"])
def test_a_new_assessment_has_our_ending(file, name):
    code, _, err = run("sample", name)

    assert (code, err) == (2, f"An assessment ends in .techmodel: name it '{name}.techmodel'.\n")
    assert listing() == ["a.techmodel"]


# a checklist folder


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(str(resource("checklist")), tmp_path / "mine")
    return tmp_path / "mine"


def replaced(name, old, new):
    def change(folder):
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


BROKEN = {
    "a file missing": (lambda f: (f / "roles.toml").unlink(), "roles.toml: this file is missing."),
    "a domain missing": (
        lambda f: (f / "domains/REC.toml").unlink(),
        "checklist.toml: domains: there is no file domains/REC.toml.",
    ),
    "a stranger": (lambda f: (f / "notes.txt").write_text("x"), "notes.txt: this file does not"),
    "no toml": (
        replaced("kinds.toml", 'id = "gp"', "id = gp"),
        "kinds.toml: this cannot be read as TOML",
    ),
    "no such key": (
        replaced("domains/REC.toml", "weight = ", "wieght = "),
        "domains/REC.toml: REC-01, wieght: is not known here",
    ),
    "no such level": (
        replaced("domains/REC.toml", "to_level = 2", "to_level = 9"),
        "An action leads to a level from 1 to 5, not to 9.",
    ),
    "no such kind": (replaced("domains/REC.toml", '"gp"', '"shop"'), "REC-01, applies_to"),
    "a circle": (
        replaced("domains/GOV.toml", "prerequisites = []", 'prerequisites = ["GOV-02"]'),
        "This is a loop: GOV-01 needs GOV-02 needs GOV-01.",
    ),
    "not UTF-8": (
        lambda f: (f / "roles.toml").write_bytes(b"# \xa35\n"),
        "roles.toml: this is not UTF-8 text",
    ),
    "a link": (lambda f: (f / "x.toml").symlink_to("/etc/hostname"), "x.toml: this is a link to"),
    "a bad target": (
        replaced("domains/REC.toml", "MCP = { level = 3", "MCP = { level = 8"),
        "A level is 0 to 5, not 8.",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_checklist_names_file_and_place_and_makes_nothing(file, folder, name):
    change, said = BROKEN[name]
    change(folder)
    checked = run("checklist", "check", "mine")
    new = run(
        *("new", "b.techmodel", *NEW, "--checklist", "mine"),
    )

    assert (checked[0], checked[1], new) == (1, "", checked)
    assert said in checked[2]
    assert listing() == ["a.techmodel", "mine"]


def test_no_checklist_folder_is_named(file):
    for name, said in (
        ("none", "none is not there;"),
        ("a.techmodel", "a.techmodel is not a folder;"),
    ):
        code, _, err = run("checklist", "check", name)
        assert (code, err) == (1, f"{said} a checklist is a folder of TOML files.\n")
