"""The sheet Factors: conditions for change go out and come back, and faults have their place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.core.conditions import CONDITIONS
from tests.importing.typed_checklists import TypedChecklist

from techmodel.core.errors import BadInput
from techmodel.core.learning import Licence
from techmodel.export.checklist_book import write_checklist_workbook
from techmodel.importing.checklist_files import write_checklist_files
from techmodel.importing.checklist_workbook import checklist_of
from techmodel.importing.sandbox import read_workbook

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.importing.workbook import Workbook


@pytest.fixture(scope="module")
def book(checklist: Checklist, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    path = tmp_path_factory.mktemp("factors") / "checklist.xlsx"
    write_checklist_workbook(replace(checklist, conditions=CONDITIONS), path)
    return read_workbook(path)


def problems(typed: TypedChecklist) -> tuple[str, ...]:
    with pytest.raises(BadInput) as refused:
        checklist_of(typed.workbook())
    return refused.value.problems


def test_factors_come_back_byte_for_byte(checklist: Checklist, book: Workbook) -> None:
    found = checklist_of(book).checklist
    files = write_checklist_files(replace(checklist, conditions=CONDITIONS))
    assert write_checklist_files(found)["conditions.toml"] == files["conditions.toml"]


def test_a_workbook_without_factors_has_no_conditions(book: Workbook) -> None:
    typed = TypedChecklist(book)
    del typed.pages["Factors"]
    for row in typed.pages["Checklist"]:
        del row[4:]
    assert checklist_of(typed.workbook()).checklist.conditions is None


def test_a_licence_nobody_gives_is_not_taken_for_an_open_one(book: Workbook) -> None:
    typed = TypedChecklist(book)
    typed.type("Checklist", 2, "Conditions licence", None)
    conditions = checklist_of(typed.workbook()).checklist.conditions
    assert conditions
    assert conditions.licence is Licence.NOT_SEEN


PLANTED = (
    ("Checklist", 2, "Conditions address", "see page 3", "begins https://"),
    ("Checklist", 2, "Conditions licence", "free", "“free” is not one of"),
    ("Checklist", 2, "Conditions notice", "x" * 401, "at most 400"),
    ("Factors", 2, "Question", None, "empty"),
    ("Factors", 2, "Level 3", "x" * 161, "at most 160"),
    ("Factors", 2, "Level 5", "Four.", "same as level 4"),
    ("Factors", 3, "Id", "Some Thing", "small letters"),
    ("Factors", 3, "Name", "hope", "same name"),
)


def test_every_fault_is_one_sentence_with_its_place(book: Workbook) -> None:
    typed = TypedChecklist(book)
    texts = {f"Level_{n}": f"Own {n}." for n in range(6)}
    typed.add("Factors", Question="Why?", Why_it_matters="So.", **texts)
    places = [typed.type(*plant[:4]) for plant in PLANTED]
    found = problems(typed)
    for place, (*_, said) in zip(places, PLANTED, strict=True):
        assert [p for p in found if p.startswith(place) and said in p], (place, said)
    assert len(found) == len(PLANTED)
