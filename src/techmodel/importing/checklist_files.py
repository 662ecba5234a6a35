"""The checklist as a folder of TOML files: reading what content owners edit, writing our one form.

The folder holds `checklist.toml` (what it is, and the order of the domains), `levels.toml`,
`scoring.toml`, `care_models.toml`, `services.toml`, `roles.toml`, `kinds.toml`, if there are any
terms to explain `glossary.toml`, if care models ask for any flows `flows.toml`, if conditions for
change are asked for `conditions.toml`, and one file a domain under `domains/`; nothing else.

A service's `status_date` is the full date its source gives. A source that names only a month or a
year gives none (a day would be invented): the month is said in `status_note`, and the status
counts as stale until somebody looks again. `status_date`, `replaced_by`, `duty` and a duty's
`date` are left out where there is none, and so is what a checklist need not say: tasks, risk and
benefit of an action, proof and earlier ids of a capability, how to connect to a service, the page
of a care model.
"""

from __future__ import annotations

import tomllib
from datetime import date
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from techmodel.core.checklist_checks import check
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.errors import BadInput
from techmodel.importing import checklist_shapes as shapes
from techmodel.importing.checklist_condition_shapes import ConditionsFile
from techmodel.importing.checklist_folder import read_folder
from techmodel.importing.checklist_toml import toml_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable

    from pydantic import BaseModel

    from techmodel.core.checklist import Checklist
    from techmodel.core.checklist_checks import Problem

    Row = dict[str, Any]

_SHAPES: dict[str, type[BaseModel]] = {
    "checklist.toml": shapes.ChecklistFile,
    "levels.toml": shapes.LevelsFile,
    "scoring.toml": shapes.ScoringFile,
    "care_models.toml": shapes.CareModelsFile,
    "services.toml": shapes.ServicesFile,
    "roles.toml": shapes.RolesFile,
    "kinds.toml": shapes.KindsFile,
}
_GLOSSARY, _FLOWS, _CONDITIONS = "glossary.toml", "flows.toml", "conditions.toml"
_OPTIONAL: dict[str, type[BaseModel]] = {
    _GLOSSARY: shapes.GlossaryFile,
    _FLOWS: shapes.FlowsFile,
    _CONDITIONS: ConditionsFile,
}
_SECTIONS = ("actions", "levels", "proof", "targets", "duty")
_ACTION = ("tasks", "risk", "benefit")
_SERVICE = ("connect", "needs", "ask")
_CARE_MODEL = ("population", "typical", "leans_on", "sources")


def read_checklist_folder(folder: Traversable) -> Checklist:
    """The checklist in a folder; a `pathlib.Path` will do.

    Raises:
        BadInput: it is no such folder, is unsafe or too large, or anything in it is wrong.
        OSError: the system cannot read it.
    """
    return read_checklist_files(read_folder(folder))


def read_checklist_files(files: Mapping[str, str]) -> Checklist:
    """The checklist in the texts of its files, by name with "/" ("domains/GOV.toml").

    Raises:
        BadInput: with a sentence a problem, each naming file, id and key; syntax first, then
            shape, then sense.
    """
    missing = [f"{name}: this file is missing." for name in _SHAPES if name not in files]
    parsed, problems = _parsed(files)
    _refuse([*missing, *problems])
    _refuse(_domain_problems(parsed))
    checklist = checklist_from_json(_assembled(parsed))
    _refuse([f"{_file(problem, checklist)}: {problem}" for problem in check(checklist)])
    return checklist


def write_checklist_files(checklist: Checklist) -> dict[str, str]:
    """The texts of all files of a checklist, by name; reading them gives the same checklist."""
    data: Row = checklist_to_json(checklist)
    head = {key: data[key] for key in ("title", "version", "date", "notice")}
    domains = [row["id"] for row in data["domains"]]
    documents: dict[str, Row] = {
        "checklist.toml": _dated(head | {"domains": domains}, "date"),
        "levels.toml": {"levels": data["levels"]},
        "scoring.toml": _with_actions(data["scoring"], "generic_actions"),
        "care_models.toml": {
            "care_models": [_said(row, _CARE_MODEL) for row in data["care_models"]],
        },
        "services.toml": {
            "services": list(map(_service_for_file, data["services"])),
        },
        "roles.toml": {"roles": data["roles"]},
        "kinds.toml": {"kinds": data["kinds"]},
    }
    for row in data["domains"]:
        own = [other for other in data["capabilities"] if other["domain"] == row["id"]]
        document = {"domain": row, "capabilities": list(map(_capability_for_file, own))}
        documents[_domain_file(row["id"])] = document
    if terms := [_said(row, ("source",)) for row in data["glossary"]]:
        documents[_GLOSSARY] = {"terms": terms}
    if data["flows"]:
        documents[_FLOWS] = {"flows": data["flows"]}
    if head := data["conditions"]:
        documents[_CONDITIONS] = {"conditions": head, "factors": head.pop("factors")}
    return {name: toml_text(document) for name, document in documents.items()}


def _capability_for_file(row: Row) -> Row:
    duty = row["duty"] and _dated(row["duty"], "date")
    fields = [key for key in row if key not in {"domain", *_SECTIONS}]
    ordered = {key: row[key] for key in (*fields, *_SECTIONS)} | {"duty": duty}
    return _with_actions(_said(ordered, ("was", "proof", "hidden")), "actions")


def _service_for_file(row: Row) -> Row:
    duty = row["duty"] and _dated(row["duty"], "date")
    return _said(_dated(row, "status_date") | {"duty": duty}, _SERVICE)


def _with_actions(row: Row, key: str) -> Row:
    return row | {key: [_said(action, _ACTION) for action in row[key]]}


def _said(row: Row, optional: Sequence[str]) -> Row:
    """`row` without those of the `optional` keys that say nothing."""
    return {key: value for key, value in row.items() if value or key not in optional}


def _dated(row: Row, key: str) -> Row:
    return row | {key: row[key] and date.fromisoformat(row[key])}


def _domain_file(id_: str) -> str:
    return f"domains/{id_}.toml"


def _parsed(files: Mapping[str, str]) -> tuple[dict[str, Row], list[str]]:
    """The data of every file that can be read, as our JSON form has it, and what is wrong."""
    parsed: dict[str, Row] = {}
    problems: list[str] = []
    for name, text in files.items():
        try:
            parsed[name] = _data(name, text)
        except BadInput as error:
            problems += error.problems
    return parsed, problems


def _data(name: str, text: str) -> Row:
    shape = _OPTIONAL.get(name) or _SHAPES.get(name)
    if name.startswith("domains/") and name.endswith(".toml"):
        shape = shapes.DomainFile
    if shape is None:
        raise BadInput(f"{name}: this file does not belong in a checklist folder; take it out.")
    try:
        data = tomllib.loads(text)
        return shape.model_validate(data).model_dump(mode="json", by_alias=True)
    except ValidationError as error:
        raise BadInput(name, shapes.shape_problems(name, error, data)) from error
    except ValueError as error:
        raise BadInput(f"{name}: this cannot be read as TOML: {error}.") from error
    except RecursionError as error:
        raise BadInput(f"{name}: this cannot be read as TOML: it is nested too deep.") from error


def _domain_problems(parsed: Mapping[str, Row]) -> list[str]:
    listed = parsed["checklist.toml"]["domains"]
    present = {name: row for name, row in parsed.items() if name.startswith("domains/")}
    problems = [
        f"checklist.toml: domains: there is no file {_domain_file(id_)}."
        for id_ in listed
        if _domain_file(id_) not in present
    ]
    problems += [
        f"checklist.toml: domains: “{id_}” is named twice."
        for id_ in sorted({id_ for id_ in listed if listed.count(id_) > 1})
    ]
    for name, row in present.items():
        id_ = row["domain"]["id"]
        if name != _domain_file(id_):
            problems.append(f"{name}: {id_}, id: it must be the name of the file.")
        elif id_ not in listed:
            problems.append(f"{name}: {id_} is not among the domains in checklist.toml.")
    return problems


def _assembled(parsed: Mapping[str, Row]) -> Row:
    head = parsed["checklist.toml"]
    domains = [parsed[_domain_file(id_)] for id_ in head["domains"]]
    rows = [
        row | {"domain": file["domain"]["id"]} for file in domains for row in file["capabilities"]
    ]
    return {
        **head,
        **{
            key: value
            for name in _SHAPES
            for key, value in parsed[name].items()
            if key not in head
        },
        "scoring": parsed["scoring.toml"],
        "domains": [file["domain"] for file in domains],
        "capabilities": rows,
        "glossary": parsed.get(_GLOSSARY, {"terms": []})["terms"],
        "flows": parsed.get(_FLOWS, {"flows": []})["flows"],
        "conditions": _conditions(parsed.get(_CONDITIONS)),
    }


def _conditions(file: Row | None) -> Row | None:
    return {**file["conditions"], "factors": file["factors"]} if file else None


def _file(problem: Problem, checklist: Checklist) -> str:
    if problem.table == "domains":
        return _domain_file(problem.id)
    capability = checklist.capability(problem.id)  # type: ignore[arg-type]
    if problem.table == "capabilities" and capability:
        return _domain_file(capability.domain)
    return f"{problem.table}.toml"


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        others = len(problems) - 1
        more = f" ({others} more {'problem' if others == 1 else 'problems'})" if others else ""
        raise BadInput(problems[0] + more, tuple(problems))
