"""The JSON form of a checklist as rows of sheets, and back; nothing is lost either way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techmodel.core.checklist_columns import Holds
from techmodel.core.checklist_sheets import EVERYWHERE, SHEETS, sheet_of
from techmodel.core.conditions import TITLE
from techmodel.core.learning import Licence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.checklist_columns import SheetOf

    Row = dict[str, Any]

SHARES = ("blocked_share", "default_threshold")
"""The rows of the sheet Scoring that hold a share."""
GRADES = ("A", "B", "C", "D")
"""The rows of the sheet Scoring that hold a grade of evidence; all others are efforts."""
_PLAIN = (
    "domains",
    "capabilities",
    "services",
    "care_models",
    "levels",
    "kinds",
    "glossary",
    "flows",
)
_CONDITIONS = ("title", "notice", "source", "url")


def flat_rows(data: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of every sheet, by table; a row has a value for every column.

    Args:
        data: the JSON form, as `checklist_to_json` gives it.
    """
    scoring = data["scoring"]
    owned = [(row["id"], row) for row in data["capabilities"]]
    found: dict[str, Iterable[Mapping[str, Any]]] = {
        **{table: data[table] for table in _PLAIN},
        "checklist": [data],
        "roles": [{"id": key, "name": text} for key, text in data["roles"].items()],
        "wordings": [
            {"id": id_, "level": int(level), "wording": text, "proof": row["proof"].get(level, "")}
            for id_, row in owned
            for level, text in row["levels"].items()
        ],
        "evidence": [{"id": id_, "evidence": t} for id_, row in owned for t in row["evidence"]],
        "targets": _target_rows(data["capabilities"]),
        "flow_targets": _target_rows(data["flows"]),
        "actions": [
            {"id": id_, **action}
            for id_, actions in (
                *((id_, row["actions"]) for id_, row in owned),
                (EVERYWHERE, scoring["generic_actions"]),
            )
            for action in actions
        ],
        "scoring": _scoring_rows(scoring),
        "factors": data["conditions"]["factors"] if data["conditions"] else [],
    }
    return {sheet.table: [_flat(sheet, row) for row in found[sheet.table]] for sheet in SHEETS}


def _target_rows(rows: Iterable[Row]) -> list[Row]:
    return [
        {"id": row["id"], "care_model": model, **target}
        for row in rows
        for model, target in row["targets"].items()
    ]


def _scoring_rows(scoring: Row) -> list[Row]:
    bands = scoring["bands"]
    return [
        *({"id": key, "value": scoring[key]} for key in SHARES),
        *(
            {"id": key, "meaning": text, **dict(zip(_WEEKS, bands[key], strict=True))}
            for key, text in scoring["band_meanings"].items()
        ),
        *({"id": row["grade"], **row} for row in scoring["evidence_grades"]),
    ]


_WEEKS = ("low", "likely", "high")


def _flat(sheet: SheetOf, row: Mapping[str, Any]) -> Row:
    return {f.key: _inside(row, f.key) for f in sheet.fields}


def _inside(row: Mapping[str, Any], key: str) -> object:
    """What stands under a key, a dot leading into a table; None where there is nothing."""
    table, dot, rest = key.partition(".")
    value = row.get(table)
    if not dot:
        return value
    return _inside(value, rest) if value else None


def json_data(rows: Mapping[str, Sequence[Row]]) -> Row:
    """The JSON form that rows of sheets tell of.

    Args:
        rows: by table, with every key of the sheet and values as `empty_value` describes; rows of
            a capability that there is none of are passed over.
    """
    nested = {table: [_nested(table, row) for row in found] for table, found in rows.items()}
    (head,) = nested["checklist"]
    return {
        **head,
        **{table: nested[table] for table in _PLAIN},
        "capabilities": [_whole_capability(row, rows) for row in nested["capabilities"]],
        "flows": [
            {**row, "targets": _targets(row, rows["flow_targets"])} for row in nested["flows"]
        ],
        "roles": {row["id"]: row["name"] for row in rows["roles"]},
        "scoring": _scoring_data(rows),
        "conditions": _conditions_data(head["conditions"], nested["factors"]),
    }


def empty_value(holds: Holds) -> object:
    """What stands for an empty cell of a column."""
    if holds in {Holds.IDS, Holds.LINES}:
        return []
    return {Holds.TEXT: "", Holds.CHOICE: "", Holds.FLAG: False}.get(holds)


def _nested(table: str, row: Row) -> Row:
    made: Row = {}
    for field in sheet_of(table).fields:
        head, dot, rest = field.key.partition(".")
        if dot:
            made.setdefault(head, {})[rest] = row[field.key]
        else:
            made[head] = row[field.key]
    if "duty" in made and not any(made["duty"].values()):
        made["duty"] = None
    return made


def _whole_capability(row: Row, rows: Mapping[str, Sequence[Row]]) -> Row:
    own = {
        table: [found for found in rows[table] if found["id"] == row["id"]]
        for table in ("wordings", "evidence", "actions")
    }
    return {
        **row,
        "levels": {str(found["level"]): found["wording"] for found in own["wordings"]},
        "proof": {str(f["level"]): f["proof"] for f in own["wordings"] if f["proof"]},
        "evidence": [found["evidence"] for found in own["evidence"]],
        "targets": _targets(row, rows["targets"]),
        "actions": list(map(_action, own["actions"])),
    }


def _targets(row: Row, targets: Iterable[Row]) -> Row:
    return {
        found["care_model"]: {"level": found["level"], "reason": found["reason"]}
        for found in targets
        if found["id"] == row["id"]
    }


def _action(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != "id"}


def _conditions_data(head: Row, factors: list[Row]) -> Row | None:
    """The conditions for change; None where neither a head nor a factor is told of."""
    if not factors and not any(head[key] for key in _CONDITIONS):
        return None
    return {
        **head,
        "title": head["title"] or TITLE,
        "licence": head["licence"] or Licence.NOT_SEEN.value,
        "factors": factors,
    }


def _scoring_data(rows: Mapping[str, Sequence[Row]]) -> Row:
    by_id = {row["id"]: row for row in rows["scoring"]}
    efforts = [key for key in by_id if key not in {*SHARES, *GRADES}]
    return {
        **{key: by_id[key]["value"] for key in SHARES},
        "bands": {key: [by_id[key][week] for week in _WEEKS] for key in efforts},
        "band_meanings": {key: by_id[key]["meaning"] for key in efforts},
        "evidence_grades": [
            {"grade": key, "name": by_id[key]["name"], "meaning": by_id[key]["meaning"]}
            for key in GRADES
            if key in by_id
        ],
        "generic_actions": [_action(row) for row in rows["actions"] if row["id"] == EVERYWHERE],
    }
