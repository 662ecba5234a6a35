"""Laws of frameworks that nobody here wrote, as people paste them from other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.importing.typed_checklists import TypedChecklist

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import read_checklist_files, write_checklist_files
from techmodel.importing.checklist_workbook import checklist_of
from techmodel.importing.limits import MAX_SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.importing.workbook import Workbook

THIRDS = {"0": 0, "1": 1, "2": 3, "3": 5}
FIFTHS = {"1": 0, "2": 1, "3": 3, "4": 4, "5": 5}
NAMED = {"Początkowy": 0, "Řízený": 2, "Ωριμότητα": 5}


@pytest.fixture
def typed(exported: Workbook) -> TypedChecklist:
    """The workbook with nothing in it of what is asked."""
    typed = TypedChecklist(exported)
    typed.clear("Domains", "Capabilities", "Levels", "Evidence", "Targets")
    typed.clear("Flows", "Flow targets")
    typed.pages["Actions"][1:] = [r for r in typed.pages["Actions"] if r[0] == "any"]
    return typed


def foreign(
    typed: TypedChecklist, scale: Mapping[str, int], themes: int = 2, questions: int = 25
) -> None:
    """A framework with a scale of its own, mapped on the sheet Their scale."""
    for theirs, level in scale.items():
        typed.add("Their scale", Their_level=theirs, Level=level)
    for theme in range(themes):
        name = f"Thème {theme}"
        typed.add("Domains", Id=f"TH{theme}", Name=f"{name} – Führung", Short_name=name)
        typed.type("Domains", theme + 2, "Description", "Señales de madurez.")
        for question in range(questions):
            _ask(typed, f"X-TH{theme}-{question:02}", f"TH{theme}", scale)


def _ask(typed: TypedChecklist, id_: str, domain: str, scale: Mapping[str, int]) -> None:
    typed.add(
        "Capabilities",
        Id=id_,
        Domain=domain,
        Name=f"Fähigkeit {id_}",
        Question="“Où en êtes-vous\u202f?”",
        Test="Show me.",
        Why="م\u200cخ",
        Weight="1",
        Profile="Enabler",
        Applies_to="ALL",
    )
    typed.add("Evidence", Id=id_, Evidence="Preuve écrite")
    typed.add("Targets", Id=id_, Care_model="PLACE", Level=3)
    for theirs in scale:
        typed.add("Levels", Id=id_, Their_level=theirs, Wording=f"Niveau {theirs}.")


@pytest.mark.parametrize(
    ("scale", "themes", "lacking"),
    [(THIRDS, 8, "levels 2 and 4"), (FIFTHS, 4, "level 2"), (NAMED, 12, "levels 1, 3 and 4")],
)
def test_a_foreign_framework_comes_in_by_the_scale_a_person_maps(
    typed: TypedChecklist, scale: Mapping[str, int], themes: int, lacking: str
) -> None:
    foreign(typed, scale, themes)
    found = checklist_of(typed.workbook())
    many = themes * 25
    (note,) = found.notes
    assert note.startswith(
        f"Levels: {many} capabilities had no wording for {lacking}; the general"
    )
    last = found.checklist.capabilities[-1]
    assert all(last.levels[level] == f"Niveau {theirs}." for theirs, level in scale.items())
    assert len(found.checklist.capabilities) == many
    assert read_checklist_files(write_checklist_files(found.checklist)) == found.checklist


def test_levels_that_nobody_mapped_are_named_where_they_stand(typed: TypedChecklist) -> None:
    foreign(typed, THIRDS, 1, 1)
    del typed.pages["Their scale"][3:]
    mapped = typed.type("Their scale", 3, "Level", "high")
    with pytest.raises(BadInput) as refused:
        checklist_of(typed.workbook())
    *levels, scale = refused.value.problems
    for row, (theirs, problem) in enumerate(zip("23", levels, strict=True), 4):
        assert problem.startswith(typed.place("Levels", row, "Level"))
        assert f"Their scale does not say which of our levels “{theirs}” is" in problem
    assert scale == f"{mapped}It must be 0, 1, 2, 3, 4 or 5; it is “high”."


def test_a_level_that_is_typed_needs_no_scale(typed: TypedChecklist) -> None:
    foreign(typed, THIRDS, 1, 1)
    typed.clear("Their scale")
    for row, level in enumerate(THIRDS.values(), 2):
        typed.type("Levels", row, "Level", str(level))
    assert checklist_of(typed.workbook()).checklist.capabilities[0].levels[5] == "Niveau 3."


def test_what_comes_along_with_pasted_text_is_taken_off_and_told(typed: TypedChecklist) -> None:
    foreign(typed, THIRDS, 1, 2)
    typed.type("Domains", 2, "Description", " Eins,\n zwei\u2028drei\u200b ")
    typed.type("Levels", 4, "Wording", "A\tB")
    typed.type("Evidence", 2, "Evidence", "Brief\u00a0")
    typed.type("Capabilities", 2, "Id", " X-TH0-00\ufeff")
    found = checklist_of(typed.workbook())
    assert found.checklist.domains[0].description == "Eins, zwei drei"
    assert found.checklist.capabilities[0].levels[3] == "A B"
    assert found.checklist.capabilities[0].evidence == ("Brief",)
    said = "had line breaks, tabs or unseen characters; each is on one line now."
    sheets = ("Domains", "Capabilities", "Levels")
    assert found.notes[:3] == tuple(f"{sheet}: 1 text {said}" for sheet in sheets)


def test_rows_titles_columns_and_sheets_of_others_do_no_harm(typed: TypedChecklist) -> None:
    foreign(typed, FIFTHS, 1, 2)
    page = typed.pages["Capabilities"]
    page[0] = [f"  {header}\n".upper() for header in page[0]] + ["Remarks"]
    page[2:2] = [[], [None, "  "]]
    page.insert(0, ["Copied from another tool"])
    typed.pages["Levels"] = [row[::-1] for row in typed.pages["Levels"]]
    width = max(map(len, typed.pages["Levels"]))
    typed.pages["Levels"] = [[None] * (width - len(row)) + row for row in typed.pages["Levels"]]
    typed.pages["Original"] = [["pasted"]]
    found = checklist_of(typed.workbook())
    assert len(found.checklist.capabilities) == 2
    assert found.notes[:2] == (
        "Capabilities: the column “Remarks” was not read.",
        "The sheet “Original” was not read.",
    )


def test_merged_ids_and_a_sheet_too_far_back_say_what_to_do(typed: TypedChecklist) -> None:
    foreign(typed, FIFTHS, 1, 1)
    place = typed.type("Levels", 4, "Id", None)
    del typed.pages["Kinds"]
    typed.pages |= {f"Own {n}": [] for n in range(MAX_SHEETS - len(typed.pages))}
    with pytest.raises(BadInput) as refused:
        checklist_of(typed.workbook())
    id_, kinds = refused.value.problems
    assert id_.startswith(place)
    assert "where cells are merged, only the first of them counts" in id_
    assert kinds.startswith(f"Kinds: It is not among the first {MAX_SHEETS} sheets")


def test_what_a_framework_lacks_is_said_for_each_question(typed: TypedChecklist) -> None:
    foreign(typed, THIRDS, 1, 20)
    typed.clear("Evidence")
    with pytest.raises(BadInput) as refused:
        checklist_of(typed.workbook())
    found = refused.value.problems
    assert len(found) == 20
    assert all("On the sheet Evidence: There must be at least one." in p for p in found)


def test_questions_without_any_target_are_counted(typed: TypedChecklist) -> None:
    foreign(typed, FIFTHS, 1, 3)
    typed.clear("Targets")
    assert (
        checklist_of(typed.workbook())
        .notes[-1]
        .startswith("Targets: 3 capabilities have no target in any care model, and so no gap")
    )
