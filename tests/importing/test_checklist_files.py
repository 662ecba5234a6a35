"""The checklist as TOML files: every fault is told with file, id and key; writing is exact."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import (
    read_checklist_files,
    read_checklist_folder,
    write_checklist_files,
)
from techmodel.importing.checklist_folder import read_folder
from techmodel.resources import resource

FILES = read_folder(resource("checklist"))
CHECKLIST = read_checklist_files(FILES)
REC = "domains/REC.toml"
HEAD = "conditions.toml"


def problems_of(files):
    with pytest.raises(BadInput) as caught:
        read_checklist_files(files)
    return caught.value.problems


def changed(file, old, new):
    assert old in FILES[file]
    return FILES | {file: FILES[file].replace(old, new, 1)}


def reworded(pattern, new):
    """The shipped files with the first line of REC that fits `pattern` changed."""
    text, found = re.subn(pattern, new, FILES[REC], count=1, flags=re.MULTILINE)
    assert found
    return FILES | {REC: text}


FAULTS = [
    (REC, 'id = "REC-06"', 'id = "rec-06"', "REC.toml: rec-06, id: "),
    (REC, 'id = "REC-06"', 'id = "REC-05"', "REC.toml: REC-05, id: "),
    (REC, 'id = "REC-06"', 'id = "GOV-20"', "REC.toml: GOV-20, id: "),
    (REC, '"INF-04", "GOV-04"', '"INF-99", "GOV-04"', "REC.toml: REC-06, prerequisites: "),
    (REC, '"INF-04", "GOV-04"', '"REC-06", "GOV-04"', "REC-06 needs itself."),
    (REC, '"INF-04", "GOV-04"', '"GOV-04", "GOV-04"', "“GOV-04” is named twice."),
    ("domains/GOV.toml", "prerequisites = []", 'prerequisites = ["REC-06"]', "This is a loop"),
    (REC, '"GPC-SND", ', '"NOPE", ', "REC.toml: REC-06, services: "),
    (REC, '"INT", "SUP", "GP", "CSO"', '"KING"', "REC.toml: REC-06, actions.roles: "),
    (REC, 'applies_to = ["gp", ', 'applies_to = ["zoo", ', "REC.toml: REC-01, applies_to: "),
    (REC, "MCP = { level = 3", "MCP = { level = 6", "REC.toml: REC-01, targets.MCP: "),
    (REC, "MCP = { level = 3", "ZOO = { level = 3", "REC.toml: REC-01, targets: "),
    (
        REC,
        "MCP = { level = 3",
        "MCP = { level = 3.0",
        "REC-01, targets.MCP.level: must be a whole",
    ),
    (HEAD, '0 = "Nobody', '6 = "Nobody', "one-message, levels.0: is missing"),
    (HEAD, "title = ", "titel = ", "conditions.toml: conditions.title: is missing"),
    (HEAD, 'why = "Sites faced', 'why = " Sites faced', "conditions.toml: one-message, why: "),
    (HEAD, 'url = "https', 'url = "http', "conditions.toml: url: It must be an address"),
    (HEAD, 'licence = "not-seen"', 'licence = "free"', "licence: must be 'not-seen', "),
    (REC, "MCP = { level = 3", "MCP = { grade = 3", "REC-01, targets.MCP.grade: is not known"),
    (REC, "weight = 1.0", "weight = 0.0", "REC.toml: REC-01, weight: "),
    (REC, "weight = 1.0", "weight = nan", "REC-01, weight: must be a number"),
    (REC, "weight = 1.0", 'weight = "one"', "REC-01, weight: must be a number"),
    (REC, 'profile = "exchange"', 'profile = "other"', "REC-01, profile: must be 'exchange', "),
    (REC, "to_level = 2", "to_level = 6", "REC.toml: REC-01, actions.to_level: "),
    (REC, "evidence = [", "evidences = [", "REC.toml: REC-01, evidences: is not known"),
    (REC, 'question = "', 'question = 5 # "', "REC-01, question: must be text"),
    (REC, "[domain]", "[domains]", "REC.toml: domain: is missing"),
    (REC, 'id = "REC"', 'id = "RECO"', "REC.toml: RECO, id: it must be the name of the file"),
    (REC, 'short_name = "Rec', 'short_name = " Rec', "REC.toml: REC, short_name: "),
    (REC, "date = 2026-09-30", 'date = "2026-09-30"', "REC-08, duty.date: must be a date such as"),
    (REC, "= [", "[ =", "REC.toml: this cannot be read as TOML: "),
    (REC, "date = 2026-09-30", "date = 2026-09-31", "REC.toml: this cannot be read as TOML: "),
    ("services.toml", 'status = "live"', 'status = "new"', "services.toml: PDS, status: must be "),
    (
        "services.toml",
        "replaced_by = ",
        "replaced_with = ",
        "services.toml: SCRA, replaced_with: ",
    ),
    ("services.toml", '"verified"', '"sure"', "services.toml: PDS, confidence: must be "),
    ("services.toml", 'id = "PDS"', "id = 5", "services.toml: services.number 1.id: must be text"),
    ("kinds.toml", 'id = "gp"', 'id = "GP"', "kinds.toml: GP, id: "),
    ("kinds.toml", 'short_name = "GP"', "", "kinds.toml: gp, short_name: is missing"),
    ("roles.toml", "SRO = ", "KING = ", "domains/GOV.toml: GOV-01, actions.roles: “SRO” is not"),
    ("care_models.toml", 'family = "today"', 'family = "new"', "care_models.toml: ICS, family: "),
    ("levels.toml", "level = 5", "level = 6", "levels.toml: level: "),
    ("levels.toml", "[levels.wording]", "[levels.words]", "levels.number 1.wording: is missing"),
    ("scoring.toml", "S = [2, 4, 6]", "S = [2, 4]", "scoring.toml: bands.S: must be three whole"),
    ("scoring.toml", "S = [2, 4, 6]", "S = [5, 4, 6]", "scoring.toml: bands.S: "),
    ("scoring.toml", "L = [16, 28, 40]", "L = 16", "scoring.toml: bands.L: must be a list"),
    ("scoring.toml", "0.5", "1.5", "scoring.toml: blocked_share: "),
    ("scoring.toml", "0.8", "0.3", "scoring.toml: default_threshold: "),
    ("scoring.toml", 'grade = "D"', 'grade = "E"', "scoring.toml: evidence_grades.number 4.grade"),
    ("checklist.toml", '"REC", ', "", "domains/REC.toml: REC is not among the domains"),
    ("checklist.toml", '"REC", ', '"REC", "ZOO", ', "there is no file domains/ZOO.toml."),
    (
        "checklist.toml",
        '"REC", ',
        '"REC", "REC", ',
        "checklist.toml: domains: “REC” is named twice",
    ),
    ("checklist.toml", 'version = "', 'version = " ', "checklist.toml: version: "),
]


@pytest.mark.parametrize(("file", "old", "new", "told"), FAULTS)
def test_a_fault_is_told_with_file_and_place(file, old, new, told):
    problems = problems_of(changed(file, old, new))

    assert any(told in problem for problem in problems)


@pytest.mark.parametrize(
    ("pattern", "new", "told"),
    [
        ('^2 = "', '6 = "', "REC-01, levels.2: is missing."),
        ('^0 = ".*"$', '0 = ""', "REC-01, levels.0: It must not be empty."),
        ("^2 = (.*\n)(?=3.*\n4.*\n5.*\n\n.capabilities.targets)", r"7 = \1", "REC-01, proof.7"),
        (
            "^2 = (?=.*\n3.*\n4.*\n5.*\n\n.capabilities.targets)",
            "2 = 3 #",
            "proof.2: must be text",
        ),
        ("^tasks = ", "task = ", "REC-01, actions.number 1.task: is not known here"),
        ("^effort = .*$", 'effort = "XL"', "REC-01, actions.number 1.effort: must be 'S', 'M'"),
        ("^weight = ", 'was = ["REC-02"]\nweight = ', "REC-01, was: “REC-02” is a capability"),
    ],
)
def test_a_fault_of_a_row_is_told_with_id_and_place(pattern, new, told):
    problems = problems_of(reworded(pattern, new))

    assert any(told in problem for problem in problems)


@pytest.mark.parametrize("file", sorted(set(FILES) - {"glossary.toml", "flows.toml", HEAD}))
def test_a_missing_file_is_told(file):
    told = problems_of({name: text for name, text in FILES.items() if name != file})

    assert any(file in problem for problem in told)


@pytest.mark.parametrize("file", ["notes.txt", "domains/REC.txt", "domains/ZOO.toml"])
def test_a_file_too_many_is_told(file):
    told = problems_of(FILES | {file: FILES[REC].replace('"REC"', '"ZOO"')})

    assert any(file in problem for problem in told)


def test_every_problem_is_told_and_the_first_stands_for_them():
    files = changed(REC, "weight = 1.0", "weight = 0.0")
    files[REC] = files[REC].replace('"GPC-SND"', '"NOPE"')
    with pytest.raises(BadInput, match=r"above 0 .* \(1 more problem\)$") as caught:
        read_checklist_files(files)

    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "\x00"])
def test_hostile_toml_is_refused_with_a_sentence(text):
    told = problems_of(FILES | {"kinds.toml": text})

    assert told[0].startswith("kinds.toml: this cannot be read as TOML: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kinds = [5]", "kinds.number 1: must be a table."),
        ("kinds = 5", "kinds: must be a list in"),
    ],
)
def test_a_row_that_is_no_table_is_told(text, told):
    problem = problems_of(FILES | {"kinds.toml": text})[0]

    assert problem.startswith(f"kinds.toml: {told}")


def test_a_target_may_leave_out_its_reason():
    files = reworded(r"^MCP = \{ level = 3, reason = .* \}$", "MCP = { level = 3 }")
    target = read_checklist_files(files).capability("REC-01").targets["MCP"]

    assert (target.level, target.reason) == (3, "")


def test_a_checklist_without_the_later_parts_is_written_and_read():
    rows = [
        replace(row, proof={}, was=(), actions=tuple(map(bare, row.actions)))
        for row in CHECKLIST.capabilities
    ]
    models = [
        replace(row, population="", typical="", leans_on=(), sources=())
        for row in CHECKLIST.care_models
    ]
    parts = {"capabilities": tuple(rows), "care_models": tuple(models)}
    old = replace(CHECKLIST, **parts, glossary=(), flows=())
    files = write_checklist_files(old)

    assert read_checklist_files(files) == old
    assert not re.search("^(tasks|risk|was|leans_on)|proof", files[REC], re.MULTILINE)
    assert not {"glossary.toml", "flows.toml"} & files.keys()


def bare(action):
    return replace(action, tasks=(), risk="", benefit="")


def test_every_part_is_written_and_read():
    row = CHECKLIST.capabilities[0]
    action = replace(row.actions[0], tasks=("Ask", "Count it all"), risk="None", benefit="More")
    row = replace(row, was=("OLD-01",), proof={2: "A log", 5: "A list"}, actions=(action,))
    full = replace(CHECKLIST, capabilities=(row, *CHECKLIST.capabilities[1:]))

    assert read_checklist_files(write_checklist_files(full)) == full


def test_a_step_is_a_section_of_its_own_before_the_levels():
    text = write_checklist_files(CHECKLIST)[REC]
    heads = re.findall(r"^\[+.*", text.split("[[capabilities]]")[1], re.MULTILINE)

    assert heads[0] == "[[capabilities.actions]]"
    assert list(dict.fromkeys(heads))[1:] == [
        "[capabilities.levels]",
        "[capabilities.proof]",
        "[capabilities.targets]",
    ]


def test_a_name_that_is_no_bare_key_is_put_in_quotes():
    files = write_checklist_files(replace(CHECKLIST, roles={"a b": "Both"}))

    assert files["roles.toml"] == '[roles]\n"a b" = "Both"\n'


def test_a_checklist_without_a_generic_action_is_written_and_read():
    scoring = replace(CHECKLIST.scoring, generic_actions=())
    bare = replace(CHECKLIST, scoring=scoring)

    assert read_checklist_files(write_checklist_files(bare)) == bare


def write_folder(folder, files):
    (folder / "domains").mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


def test_a_folder_is_read_as_it_was_written(tmp_path):
    assert read_checklist_folder(write_folder(tmp_path, FILES)) == CHECKLIST


def test_a_byte_order_mark_does_no_harm(tmp_path):
    files = FILES | {"roles.toml": "\ufeff" + FILES["roles.toml"]}

    assert read_checklist_folder(write_folder(tmp_path, files)) == CHECKLIST


@pytest.mark.parametrize(
    ("name", "said"), [("nothing", "is not there"), ("kinds.toml", "is not a folder")]
)
def test_something_that_is_no_folder_is_refused(tmp_path, name, said):
    write_folder(tmp_path, FILES)
    with pytest.raises(BadInput, match=said):
        read_checklist_folder(tmp_path / name)


@pytest.mark.parametrize("name", ["kinds.toml", REC])
def test_a_link_is_refused(tmp_path, name):
    write_folder(tmp_path, FILES)
    (tmp_path / name).unlink()
    (tmp_path / name).symlink_to("/etc/hostname")
    with pytest.raises(BadInput, match="this is a link"):
        read_checklist_folder(tmp_path)


def test_a_linked_folder_of_domains_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "domains").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadInput, match="domains: this is a link"):
        read_checklist_folder(tmp_path / "here")


@pytest.mark.parametrize("name", ["more", "domains/more"])
def test_another_folder_is_refused(tmp_path, name):
    write_folder(tmp_path, FILES)
    (tmp_path / name).mkdir()
    with pytest.raises(BadInput, match=f"{name}: a checklist folder holds files"):
        read_checklist_folder(tmp_path)


def test_a_folder_above_five_megabytes_is_refused(tmp_path):
    write_folder(tmp_path, FILES | {"zzz.toml": "# " + "x" * 5_000_000})
    with pytest.raises(BadInput, match="larger than 5 MB"):
        read_checklist_folder(tmp_path)


def test_a_folder_of_very_many_files_is_refused(tmp_path):
    write_folder(tmp_path, {f"{number}.toml": "" for number in range(101)})
    with pytest.raises(BadInput, match="more than 100 files"):
        read_checklist_folder(tmp_path)


def test_a_file_that_is_no_utf8_is_refused(tmp_path):
    write_folder(tmp_path, FILES)
    (tmp_path / "kinds.toml").write_bytes("Größe".encode("latin-1"))
    with pytest.raises(BadInput, match=r"kinds\.toml: this is not UTF-8"):
        read_checklist_folder(tmp_path)
