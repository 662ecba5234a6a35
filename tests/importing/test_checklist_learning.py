"""Guides as TOML files: every fault is told with file, case and key."""

from __future__ import annotations

import subprocess
import sys

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_folder import read_folder, read_learning_files
from techmodel.importing.checklist_learning import (
    read_learning_folder,
    read_learning_texts,
    write_learning_files,
)
from techmodel.resources import resource

FOLDER = resource("checklist")
FILES = read_learning_files(FOLDER)
ASC = "guides/ASC.toml"
GOV = "guides/GOV.toml"


def problems_of(files):
    with pytest.raises(BadInput) as caught:
        read_learning_texts(files)
    return caught.value.problems


def changed(file, old, new):
    assert old in FILES[file]
    return FILES | {file: FILES[file].replace(old, new, 1)}


FAULTS = {
    "no TOML": (ASC, "[guide]", "[guide", "guides/ASC.toml: this cannot be read as TOML"),
    "unknown key": (ASC, "avoid = [", "avoids = [", "guides/ASC.toml: guide.avoids: is not known"),
    "no text": (ASC, 'domain = "ASC"', "domain = 3", "guide.domain: must be text"),
    "other name": (ASC, 'domain = "ASC"', 'domain = "TOC"', "it must be the name of the file"),
    "no place": (ASC, 'place = "Sutton', '#ace = "Sutton', "ASC.toml: case red-bag, place: is m"),
    "no id": (ASC, 'id = "red-bag"\n', "", "guides/ASC.toml: case 1, id: is missing."),
    "no licence": (ASC, 'licence = "not-seen"', "", "case red-bag, licence: is missing."),
    "odd licence": (ASC, '"not-seen"', '"free"', "red-bag, licence: must be 'not-seen', "),
    "not https": (ASC, 'url = "https', 'url = "http', "ASC.toml: ASC:red-bag, url: It must be an"),
    "no such case": (ASC, "MED:proxy-ordering", "MED:bag", "ASC.toml: ASC, see: There is no case"),
    "half a reference": (ASC, "MED:proxy-ordering", "MED", "case 6, see: must be a domain and a"),
    "more than see": (ASC, "see = ", 'place = "X"\nsee = ', "case 6, see: a case from another"),
    "a person": (ASC, "what = \"When", "what = \"Mrs Smith. When", "It may name a person"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_file_and_key(name):
    file, old, new, words = FAULTS[name]

    assert any(words in line for line in problems_of(changed(file, old, new)))


def test_all_faults_of_all_files_are_told_at_once():
    files = changed(ASC, "avoid = [", "avoids = [") | {GOV: "nothing"}

    assert {line.partition(":")[0] for line in problems_of(files)} == {ASC, GOV}


def test_the_first_problem_counts_the_others():
    with pytest.raises(BadInput, match=r"^guides/ASC.toml: .* \(1 more\)$"):
        read_learning_texts(changed(ASC, "avoid = [", "avoids = ["))


def test_a_file_nested_too_deep_is_refused():
    assert "nested too deep" in problems_of(FILES | {ASC: f"a = {'[' * 5000}"})[0]


def test_writing_and_reading_gives_the_same():
    learning = read_learning_folder(FOLDER)

    assert read_learning_texts(write_learning_files(learning)) == learning


def test_opening_the_checklist_does_not_read_what_there_is_to_learn():
    assert {name for name in read_folder(FOLDER) if name in FILES} == set()


def test_a_link_among_the_guides_is_refused(tmp_path):
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "GOV.toml").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(BadInput, match=r"GOV\.toml: this is a link"):
        read_learning_folder(tmp_path)


def test_the_room_that_shows_learning_loads_no_reader_before_it_is_asked():
    code = (
        "import sys, techmodel.session.learning;"
        "sys.exit(any(name.startswith('techmodel.importing') or name == 'pydantic'"
        " for name in sys.modules))"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
