"""The law of the workbook's rows: a checklist as rows and back is the same checklist."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from techmodel.core.checklist_flat import empty_value, flat_rows, json_data
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.checklist_sheets import SHEETS, sheet_of
from techmodel.core.conditions import TITLE, Conditions
from techmodel.core.learning import Licence

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist

_IN_OTHER_SHEETS = {
    "capabilities": {"levels", "proof", "evidence", "actions", "targets", "duty"},
    "services": {"duty"},
    "care_models": set[str](),
    "flows": {"targets"},
    "domains": set[str](),
    "kinds": set[str](),
    "glossary": set[str](),
    "levels": {"wording"},
}


def rows_of(checklist: Checklist) -> dict[str, list[dict[str, Any]]]:
    """The rows as a reader of the workbook has them."""
    rows = flat_rows(checklist_to_json(checklist))
    return {
        sheet.table: [
            {
                f.key: empty_value(f.holds) if row[f.key] is None else row[f.key]
                for f in sheet.fields
            }
            for row in rows[sheet.table]
        ]
        for sheet in SHEETS
    }


def test_a_checklist_as_rows_and_back_is_the_same(checklist: Checklist) -> None:
    first = replace(checklist.capabilities[0], hidden=True, was=("GOV-77",))  # type: ignore[arg-type]
    given = replace(checklist, capabilities=(first, *checklist.capabilities[1:]))
    assert checklist_from_json(json_data(rows_of(given))) == given


def test_every_table_of_a_checklist_has_a_sheet(checklist: Checklist) -> None:
    tables = set(checklist_to_json(checklist)) - {"title", "version", "date", "notice"}
    assert tables - {"conditions"} <= {sheet.table for sheet in SHEETS}


def test_every_key_of_the_conditions_for_change_has_a_column(checklist: Checklist) -> None:
    conditions = checklist_to_json(checklist)["conditions"]
    assert isinstance(conditions, dict)
    head = {f"conditions.{key}" for key in conditions} - {"conditions.factors"}
    assert head == {f.key for f in sheet_of("checklist").fields if "." in f.key}


def test_conditions_without_factors_and_no_conditions_are_told_apart(checklist: Checklist) -> None:
    assert checklist.conditions
    for conditions in (None, replace(checklist.conditions, factors=())):
        given = replace(checklist, conditions=conditions)
        assert checklist_from_json(json_data(rows_of(given))) == given


def test_factors_of_a_workbook_without_their_head_get_the_usual_title(
    checklist: Checklist,
) -> None:
    rows = rows_of(checklist)
    for key in ("title", "notice", "source", "url"):
        rows["checklist"][0][f"conditions.{key}"] = ""
    rows["checklist"][0]["conditions.licence"] = None
    found = checklist_from_json(json_data(rows)).conditions
    assert found
    assert found == Conditions(TITLE, "", "", "", Licence.NOT_SEEN, found.factors)


@pytest.mark.parametrize("table", _IN_OTHER_SHEETS)
def test_every_key_of_a_row_has_a_column(checklist: Checklist, table: str) -> None:
    rows = checklist_to_json(checklist)[table]
    assert isinstance(rows, list)
    keys = {key for row in rows if isinstance(row, dict) for key in row}
    assert keys - _IN_OTHER_SHEETS[table] <= {f.key for f in sheet_of(table).fields}


def test_an_unknown_sheet_or_column_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        sheet_of("nothing")
    with pytest.raises(KeyError):
        sheet_of("roles").field("nothing")
