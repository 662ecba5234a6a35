"""Cards of everything but answers and targets: organisations, evidence, settings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, cast

from techmodel.core.aliases import ALIASES
from techmodel.core.journal import WHOLE_ROW
from techmodel.wording.merge_sides import Card, Part, decided_words, paired
from techmodel.wording.numbers import (
    british_date,
    join_words,
    percent,
    plural,
    short_date,
    short_number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Batch, Json
    from techmodel.wording.merge_sides import Row, Side, Two

ORGANISATION = {
    "name": "Name",
    "kind": "Kind",
    "weight": "Weight",
    "in_scope": "Counted",
}
"""The fields of an organisation that people settle, as they are called."""
EVIDENCE = {
    "grade": "Grade",
    "title": "Title",
    "date": "Date",
    "place": "Where",
}
SETTINGS = {
    "title": "Title",
    "lead": "Lead",
    "threshold": "Coverage threshold",
    "care_models": "Care models",
    "domains_out": "Domains out of scope",
    "checklist": "Checklist",
    ALIASES: "Organisations that are one",
}
_THESE = {"care_models": "these care models", "domains_out": "this scope"}
"""Settings that are not called "this" and their label on a button."""
DELETED, RECORDED, ADDED = "Deleted", "Recorded", "Added"
NOTHING_SET = "None"


def deleted_card(side: Side) -> Card:
    """The card of a file that does not have the row any more."""
    verb = "Leave it deleted" if side.verb == "Keep" else "Delete it here too"
    said = "It is not in this file any more."
    if side.conflict.row[0] == "organisation" and side.verb == "Take":
        said = "Its answers and evidence here would go with it."
    return Card(DELETED, said, verb)


def organisation_card(side: Side, two: Two) -> Card:
    """Name, kind, weight, whether it counts, and what is recorded for it."""
    row = side.row or {}
    held = [(label, *_both(side, field, two)) for field, label in ORGANISATION.items()]
    parts = (*paired(held), Part(RECORDED, holdings(side.file, side.conflict.row[1][0], two)))
    return Card(str(row.get("name", "")), "", _organisation_verb(side, two), parts)


def same_card(file: Assessment, id_: str, batch: Batch | None, two: Two) -> Card:
    """An organisation that both files added under one name, as one of them has it."""
    found = next(o for o in file.organisations if two.stays(o.id) == two.stays(id_))
    fields: dict[str, Json] = {
        "kind": found.kind,
        "weight": found.weight,
        "in_scope": found.in_scope,
    }
    parts = [
        Part(ORGANISATION[f], field_words("organisation", f, v, two)) for f, v in fields.items()
    ]
    recorded = Part(RECORDED, holdings(file, id_, two))
    return Card(found.name, "", "", (*parts, recorded), decided=decided_words(batch, ADDED))


def holdings(file: Assessment, organisation: str, two: Two) -> str:
    """What is recorded for an organisation: "34 answers, 2 pieces of evidence"."""
    stays = two.stays(organisation)
    answers = sum(two.stays(o) == stays for _, o in file.answers)
    evidence = sum(two.stays(e.organisation) == stays for e in file.evidence)
    said = plural(answers, "answer") if answers else "No answers"
    return f"{said}, {plural(evidence, 'piece')} of evidence" if evidence else said


def evidence_card(side: Side, two: Two) -> Card:
    """Grade, title, date and where it is."""
    row = side.row or {}
    held = [(label, *_both(side, field, two)) for field, label in EVIDENCE.items()]
    verb = f"{side.verb} this evidence"
    if WHOLE_ROW in side.conflict.fields:
        verb = _alive_verb(side)
    pair = f"{row.get('capability')}, {two.organisation(str(row.get('organisation')))}"
    return Card(f"{row.get('grade')} {row.get('title')}", pair, verb, paired(held))


def setting_card(side: Side, two: Two) -> Card:
    """What is set, in words."""
    name = side.conflict.row[1][0]
    value = side.row.get("value") if side.row else None
    said, about = setting_words(name, value, side.file)
    noun = _THESE.get(name, f"this {SETTINGS.get(name, name).lower()}")
    return Card(said, about, f"{side.verb} {said if name == 'threshold' else noun}")


def setting_words(name: str, value: Json, file: Assessment) -> tuple[str, str]:
    """A setting in words, and what more there is to say about it."""
    checklist = file.checklist
    if value is None or value in ("", []):
        return NOTHING_SET, ""
    if name == "threshold":
        return percent(cast("float", value)), ""
    if name == "checklist":
        counted = plural(len(checklist.capabilities), "capability", "capabilities")
        when = british_date(checklist.date)
        return f"{checklist.title} {checklist.version}", f"{counted}, {when}"
    if isinstance(value, list):
        known: dict[str, str] = {m.id: m.name for m in checklist.care_models}
        known |= {d.id: d.name for d in checklist.domains}
        return join_words([known.get(str(v), str(v)) for v in value]), ""
    return str(value), ""


def field_words(table: str, field: str, value: Json, two: Two) -> str:
    """The value of one field in words; "" for none."""
    said = _FIELDS.get((table, field), _as_text)
    return "" if value is None else said(value, two)


def field_list(fields: Sequence[str], labels: Mapping[str, str]) -> str:
    """Which fields differ: "name and weight"."""
    return join_words([labels.get(f, f).lower() for f in fields])


def _both(side: Side, field: str, two: Two) -> tuple[str, str]:
    table = side.conflict.row[0]
    rows: tuple[Row | None, ...] = (side.row, side.other)
    here, there = (field_words(table, field, r.get(field) if r else None, two) for r in rows)
    return here, there


def _organisation_verb(side: Side, two: Two) -> str:
    fields, row = side.conflict.fields, side.row or {}
    if WHOLE_ROW in fields:
        return _alive_verb(side)
    if fields == ("in_scope",):
        stays = "Keep it counted" if side.verb == "Keep" else "Let it count"
        leaves = "Leave it out" if side.verb == "Keep" else "Let it leave"
        return stays if row["in_scope"] else leaves
    if len(fields) == 1:
        said = field_words("organisation", fields[0], row.get(fields[0]), two)
        return f"{side.verb} {'weight ' if fields[0] == 'weight' else ''}{said}"
    return f"{side.verb} these"


def _alive_verb(side: Side) -> str:
    return "Keep it" if side.verb == "Keep" else "Bring it back"


def _kind(value: Json, two: Two) -> str:
    kinds: dict[str, str] = {k.id: k.name for k in two.ours.checklist.kinds}
    return kinds.get(str(value), str(value))


def _weight(value: Json, two: Two) -> str:
    return short_number(cast("float", value))


def _counted(value: Json, two: Two) -> str:
    return "Yes" if value else "No, it has left"


def _grade(value: Json, two: Two) -> str:
    grades = {g.grade: f"{g.grade} {g.name}" for g in two.ours.checklist.scoring.evidence_grades}
    return grades.get(str(value), str(value))


def _day(value: Json, two: Two) -> str:
    return short_date(date.fromisoformat(str(value))) if value else ""


def _as_text(value: Json, two: Two) -> str:
    return str(value)


_FIELDS = {
    ("organisation", "kind"): _kind,
    ("organisation", "weight"): _weight,
    ("organisation", "in_scope"): _counted,
    ("evidence", "grade"): _grade,
    ("evidence", "date"): _day,
}
