"""Laws of the checklist's workbook: nothing is lost; all that is wrong is said with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.importing.typed_checklists import TypedChecklist

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import write_checklist_files
from techmodel.importing.checklist_workbook import checklist_of, read_checklist_workbook

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.importing.workbook import Workbook


@pytest.fixture
def typed(exported: Workbook) -> TypedChecklist:
    return TypedChecklist(exported)


def problems(typed: TypedChecklist) -> tuple[str, ...]:
    with pytest.raises(BadInput) as refused:
        checklist_of(typed.workbook())
    return refused.value.problems


def test_a_checklist_comes_back_from_its_workbook_byte_for_byte(
    checklist: Checklist, exported: Workbook
) -> None:
    found = checklist_of(exported)
    assert found.checklist == checklist
    assert write_checklist_files(found.checklist) == write_checklist_files(checklist)
    assert not found.notes


PLANTED = (
    ("Checklist", 2, "Version", None, "empty"),
    ("Checklist", 2, "Date", "soon", "must be a date"),
    ("Domains", 3, "Short name", "x" * 30, "at most 24"),
    ("Domains", 4, "Description", None, "empty"),
    ("Capabilities", 2, "Weight", "heavy", "must be a number such as 1 or 0.5; it is “heavy”"),
    ("Capabilities", 3, "Weight", 0, "above 0 and at most 1000; it is 0."),
    ("Capabilities", 4, "Profile", "magic", "“magic” is not one of exchange"),
    (
        "Capabilities",
        5,
        "Applies to",
        "martian",
        "“martian” is not among the kinds of this checklist. The sheet Kinds lists",
    ),
    ("Capabilities", 6, "Applies to", None, "at least one. The sheet Kinds lists"),
    ("Capabilities", 7, "Prerequisites", "NOPE-01", "“NOPE-01” is not among the capabilities"),
    ("Capabilities", 8, "Services", "NOPE", "“NOPE” is not among the services"),
    ("Capabilities", 9, "Question", None, "empty"),
    ("Capabilities", 10, "Duty date", "yesterday", "must be a date"),
    (
        "Capabilities",
        11,
        "Domain",
        "ZZZ",
        "“ZZZ” is not a domain of this checklist. The sheet Domains",
    ),
    ("Capabilities", 12, "Hidden", "perhaps", "yes or nothing"),
    ("Capabilities", 13, "Earlier ids", "abc", "“abc” must be the domain and a number"),
    ("Capabilities", 14, "Name", "x" * 90, "at most 80"),
    ("Capabilities", 15, "Why", True, "must be text"),
    ("Levels", 2, "Level", "seven", "must be 0, 1, 2, 3, 4 or 5; it is “seven”"),
    ("Levels", 9, "Wording", None, "empty"),
    ("Levels", 14, "Proof", "A letter.", "level 0"),
    ("Levels", 20, "Wording", "x" * 500, "at most 400 characters long; it has 500"),
    ("Levels", 21, "Level", None, "must be 0, 1, 2, 3, 4 or 5; it is empty"),
    ("Actions", 7, "Effort", None, "must be S, M or L; it is empty"),
    ("Evidence", 2, "Evidence", "x" * 250, "at most 200"),
    ("Evidence", 5, "Id", "GOV-98", "“GOV-98” is not on the sheet Capabilities"),
    ("Targets", 2, "Level", 9, "must be 0, 1, 2, 3, 4 or 5, not 9"),
    ("Targets", 3, "Care model", "NOPE", "“NOPE” is not a care model"),
    ("Targets", 4, "Reason", "x" * 500, "at most 400"),
    ("Actions", 2, "Effort", "XL", "“XL” is not one of S, M or L"),
    ("Actions", 3, "Roles", "NOPE", "“NOPE” is not among the roles"),
    ("Actions", 4, "Action", None, "empty"),
    ("Actions", 5, "To level", 6, "must be 1, 2, 3, 4 or 5, not 6"),
    ("Actions", 6, "Tasks", "Begin.\n" + "x" * 300, "at most 200"),
    ("Services", 2, "Status", "dead", "“dead” is not one of live"),
    ("Services", 3, "Replaced by", "NOPE", "“NOPE” is not among the services"),
    ("Services", 4, "Name", None, "empty"),
    ("Services", 5, "Status date", "2026", "must be a date"),
    ("Care models", 2, "Family", "tomorrow", "programme or today"),
    ("Flows", 2, "Capability", "NOPE-01", "“NOPE-01” is not a capability"),
    ("Flow targets", 2, "Level", "high", "must be 0, 1, 2, 3, 4 or 5; it is “high”"),
    ("Roles", 3, "Name", None, "empty"),
    ("Scoring", 4, "Weeks, low", "many", "whole number"),
    ("Scoring", 5, "Weeks, high", None, "empty"),
    ("Scale", 3, "Test", None, "empty"),
    ("Kinds", 2, "Short name", "x" * 30, "at most 16"),
    ("Glossary", 3, "Meaning", None, "empty"),
)


def test_every_planted_error_is_one_sentence_with_its_place(typed: TypedChecklist) -> None:
    places = [typed.type(*plant[:4]) for plant in PLANTED]
    found = problems(typed)
    for place, (*_, said) in zip(places, PLANTED, strict=True):
        assert [p for p in found if p.startswith(place) and said in p], (place, said)
    assert [p for p in found if not p.startswith(tuple(places))] == []
    assert len(found) == len(PLANTED) >= 40


def test_rows_that_are_there_twice_or_belong_to_nothing_are_named(typed: TypedChecklist) -> None:
    first = typed.pages["Capabilities"][1]
    typed.pages["Capabilities"].append(list(first))
    typed.pages["Levels"].append([first[0], 3, None, "Again."])
    typed.add("Roles", Name="Nobody")
    typed.add("Scoring", Id="XL", Meaning="Huge")
    said = " ".join(problems(typed))
    assert f"“{first[0]}” stands here a second time; the first is in row 2." in said
    assert f"“{first[0]}” and “3” stand here a second time" in said
    assert "column Id" in said
    assert "“XL” is not one of blocked_share" in said


def test_the_same_wrong_word_in_many_rows_is_told_once_with_the_rows(
    typed: TypedChecklist, checklist: Checklist
) -> None:
    kind = typed.pages["Kinds"][1][0]
    typed.type("Kinds", 2, "Id", "hospital")
    typed.pages["Flows"][1:], typed.pages["Flow targets"][1:] = [], []
    rows = [n for n, c in enumerate(checklist.capabilities, 2) if kind in c.applies_to]
    (found,) = problems(typed)
    assert found.startswith(typed.place("Capabilities", rows[0], "Applies to"))
    named = ", ".join(map(str, rows[1:6]))
    assert found.endswith(f"The same in rows {named} and {len(rows) - 6} more.")


def test_a_loop_and_a_doubled_name_are_said_where_they_are(typed: TypedChecklist) -> None:
    page = typed.pages["Capabilities"]
    loop = typed.type("Capabilities", 2, "Prerequisites", page[1][0])
    name = typed.type("Capabilities", 4, "Name", page[2][2])
    found = problems(typed)
    assert any(p.startswith(loop) and "needs itself" in p for p in found)
    assert any(p.startswith(name) and "have the same name" in p for p in found)


def test_what_a_capability_lacks_is_said_at_the_capability(typed: TypedChecklist) -> None:
    id_ = typed.pages["Capabilities"][1][0]
    for sheet in ("Levels", "Evidence"):
        typed.pages[sheet] = [r for r in typed.pages[sheet] if r[0] != id_]
    evidence, levels = problems(typed)
    place = typed.place("Capabilities", 2, "Id")
    assert levels == (
        f"{place}“{id_}” has no wording for levels 0, 1, 2, 3, 4 and 5; add it on the sheet "
        "Levels."
    )
    assert evidence == f"{place}On the sheet Evidence: There must be at least one."


def test_missing_sheets_and_columns_are_all_named(typed: TypedChecklist) -> None:
    del typed.pages["Roles"]
    typed.pages["Levels"][0][typed.column("Levels", "Wording")] = "Text"
    typed.type("Capabilities", 2, "Weight", "heavy")
    found = problems(typed)
    assert found[0].startswith(typed.place("Capabilities", 2, "Weight"))
    assert found[1] == "Levels, row 1: the column “Wording” is missing."
    assert found[2].startswith("Roles: There is no such sheet.")


def test_sheets_whose_rows_are_fixed_must_have_them(typed: TypedChecklist) -> None:
    typed.clear("Checklist")
    typed.pages["Scoring"] = [
        r for r in typed.pages["Scoring"] if r[0] not in {"S", "blocked_share"}
    ]
    assert problems(typed) == (
        "Checklist: there must be exactly one row; there are 0.",
        "Scoring: there is no row “S”.",
        "Scoring: there is no row “blocked_share”.",
    )


def test_an_effort_without_its_row_is_said_once(typed: TypedChecklist) -> None:
    typed.pages["Scoring"] = [r for r in typed.pages["Scoring"] if r[0] not in {"S", "B"}]
    assert problems(typed) == ("Scoring: there is no row “B”.", "Scoring: there is no row “S”.")


def test_sheets_that_a_checklist_can_do_without_may_go(
    typed: TypedChecklist, checklist: Checklist
) -> None:
    for sheet in ("Glossary", "Flows", "Flow targets", "Read me"):
        del typed.pages[sheet]
    found = checklist_of(typed.workbook()).checklist
    assert (found.glossary, found.flows) == ((), ())
    assert found.capabilities == checklist.capabilities


def test_what_people_type_is_understood(typed: TypedChecklist, checklist: Checklist) -> None:
    typed.type("Capabilities", 2, "Applies to", "All")
    typed.type("Capabilities", 2, "Weight", "1.5")
    typed.type("Capabilities", 2, "Hidden", "no")
    typed.type("Levels", 2, "Level", "0 Absent")
    typed.type("Checklist", 2, "Version", 2027.0)
    typed.type("Checklist", 2, "Date", "30/09/2026")
    typed.pages["Capabilities"][0].append("Remarks")
    found = checklist_of(typed.workbook())
    first = found.checklist.capabilities[0]
    assert (first.weight, first.hidden) == (1.5, False)
    assert first.applies_to == tuple(k.id for k in checklist.kinds)
    assert first.levels == checklist.capabilities[0].levels
    assert (found.checklist.version, str(found.checklist.date)) == ("2027", "2026-09-30")
    assert found.notes == ("Capabilities: the column “Remarks” was not read.",)


def test_a_file_that_is_no_workbook_is_refused(tmp_path) -> None:
    path = tmp_path / "own.xlsx"
    path.write_text("no workbook", "utf-8")
    with pytest.raises(BadInput):
        read_checklist_workbook(path)
