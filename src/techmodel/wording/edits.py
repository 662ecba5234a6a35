"""One edit of the change journal in words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, cast

from techmodel.core.aliases import ALIASES
from techmodel.core.answers import Answer, State
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import WHOLE_ROW
from techmodel.core.organisations import OrganisationId
from techmodel.core.tables import answer_fields, value_of
from techmodel.wording.conditions import about_words, condition_parts
from techmodel.wording.edit_fields import changed_fields
from techmodel.wording.flow_edits import FlowFacts, about_flow, flow_parts
from techmodel.wording.labels import STATE_WORDS, level_name
from techmodel.wording.numbers import join_words, percent, short_date, short_number
from techmodel.wording.plan_edits import PLAN_SETTINGS, days_words, plan_parts, terms_words
from techmodel.wording.service_edits import service_parts, service_words
from techmodel.wording.target_edits import override_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from techmodel.core.answers import Value
    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Edit, Json

    Row = Mapping[str, Json]

NOTHING = "nothing"
"""Stands for an empty text."""


@dataclass(frozen=True, slots=True)
class Book:
    """The names that the journal's keys stand for.

    `evidence` holds the last known row of every piece of evidence by its id, also of those that
    were removed; `same` the ids of organisations that are one with another: to that one's id;
    `things` the names of projects, costs, benefits, risks and scenarios; `flows` what is known of
    flows.
    """

    checklist: Checklist
    organisations: Mapping[str, str]
    evidence: Mapping[str, Row]
    same: Mapping[str, str] = field(default_factory=dict)
    things: Mapping[str, str] = field(default_factory=dict)
    flows: Mapping[str, FlowFacts] = field(default_factory=dict)

    def capability(self, id_: str) -> str:
        """A capability as a person knows it: "REC-06 Contribution and write-back"."""
        found = self.checklist.capability(CapabilityId(id_))
        return f"{id_} {found.name}" if found else id_

    def organisation(self, id_: str) -> str:
        """The name of an organisation."""
        ours = self.our_id(id_)
        return self.organisations.get(ours, ours)

    def our_id(self, id_: str) -> str:
        """The id of an organisation now, also where it had, or another file has, another one."""
        return self.same.get(id_, id_)


@dataclass(frozen=True, slots=True)
class Line:
    """One field of one thing that changed.

    `about` names the thing ("" for the assessment as a whole), `sentence` says what happened in
    few words ("Level 2 → 3"), `old` and `new` hold both sides in full, `why` the reason or note
    given with it, "" where there is none.
    """

    about: str
    sentence: str
    old: str
    new: str
    why: str = ""


def edit_lines(edit: Edit, book: Book) -> Iterator[Line]:
    """What an edit changed, one line a field; where nothing, somebody decided to keep it."""
    lines = _TABLES.get(edit.table, _other_lines)(edit, book)
    if edit.old != edit.new:
        return lines
    kept = f"Decided in a merge: stays {'{}' if edit.field == 'value' else 'as it is'}"
    return (replace(line, sentence=kept.format(line.new), why="") for line in lines)


def _answer_lines(edit: Edit, book: Book) -> Iterator[Line]:
    about = f"{book.capability(edit.key[0])}, {book.organisation(edit.key[1])}"
    for name, old, new in changed_fields(edit, answer_fields(_NO_ANSWER)):
        if name == "value":
            yield _value_line(about, value_of(old), value_of(new), book)
        elif name == "parked":
            yield Line(about, "Parked" if new else "Taken up again", _yes(old), _yes(new))
        else:
            what = "Note" if name == "note" else "Other view"
            yield _text_line(about, what, str(old), str(new))


_NO_ANSWER = Answer(CapabilityId(""), OrganisationId(""))


def _value_line(about: str, old: Value, new: Value, book: Book) -> Line:
    long = _long_value(old, book), _long_value(new, book), new.reason
    if old.state is new.state is State.LEVEL:
        return Line(about, f"Level {old.level} → {new.level}", *long)
    if old.state is new.state is State.NOT_APPLICABLE:
        return Line(about, "Reason changed", *long)
    return Line(about, f"{_short_value(old, book)} → {_short_value(new, book)}", *long)


def _short_value(value: Value, book: Book) -> str:
    if value.state is State.LEVEL:
        return f"Level {value.level}"
    if value.provider is not None:
        return f"Provided by {book.organisation(value.provider)}"
    return STATE_WORDS.get(value.state, "")


def _long_value(value: Value, book: Book) -> str:
    if value.level is not None:
        return level_name(book.checklist, value.level)
    said = _short_value(value, book)
    return f"{said}: {value.reason}" if value.reason else said


def _text_line(about: str, what: str, old: str, new: str) -> Line:
    verb = "changed" if old and new else "added" if new else "removed"
    return Line(about, f"{what} {verb}", old or NOTHING, new or NOTHING, new)


def _evidence_lines(edit: Edit, book: Book) -> Iterator[Line]:
    row = book.evidence.get(edit.key[0], {})
    pair = str(row.get("capability", "")), str(row.get("organisation", ""))
    about = f"{book.capability(pair[0])}, {book.organisation(pair[1])}"
    if edit.field == WHOLE_ROW:
        whole = cast("Row", edit.new or edit.old)
        verb = "added" if edit.new else "removed"
        said = f"{whole['grade']} “{whole['title']}”"
        yield Line(
            about, f"Evidence {said} {verb}", *((NOTHING, said) if edit.new else (said, NOTHING))
        )
        return
    old, new = _evidence_words(edit.field, edit.old), _evidence_words(edit.field, edit.new)
    what = {"place": "where"}.get(edit.field, edit.field)
    yield Line(about, f"Evidence “{row.get('title', '')}”: {what} {old} → {new}", old, new)


def _evidence_words(field: str, value: Json) -> str:
    if field == "date" and value:
        return short_date(date.fromisoformat(str(value)))
    return str(value) if value else NOTHING


def _override_lines(edit: Edit, book: Book) -> Iterator[Line]:
    yield Line(book.capability(edit.key[0]), *override_parts(edit))


def _flow_lines(edit: Edit, book: Book) -> Iterator[Line]:
    names = {id_: book.organisation(id_) for id_ in edit.key[:2]}
    about = about_flow(edit.key, book.flows, names)
    yield from (Line(*parts) for parts in flow_parts(about, edit))


def _onboarding_lines(edit: Edit, book: Book) -> Iterator[Line]:
    about = f"{service_words(book.checklist, edit.key[0])}, {book.organisation(edit.key[1])}"
    yield from (Line(about, *parts) for parts in service_parts(edit))


def _condition_lines(edit: Edit, book: Book) -> Iterator[Line]:
    about = about_words(book.checklist, edit.key[0])
    yield from (Line(about, *parts) for parts in condition_parts(edit, book.checklist))


def _organisation_lines(edit: Edit, book: Book) -> Iterator[Line]:
    about = book.organisation(edit.key[0])
    if edit.field == WHOLE_ROW:
        verb = "joined" if edit.new else "was taken out again"
        yield Line(about, f"{about} {verb}", "", "")
        return
    words = _ORGANISATION_FIELDS.get(edit.field, edit.field.replace("_", " "))
    if edit.field == "in_scope":
        yield Line(about, f"{about} {'returned' if edit.new else 'left'}", "", "")
        return
    old, new = _plain(edit.old), _plain(edit.new)
    yield Line(about, f"{words} {old} → {new}", old, new)


_ORGANISATION_FIELDS = {
    "name": "Name",
    "short_name": "Short name",
    "kind": "Kind",
    "weight": "Weight",
    "position": "Place in the list",
}


def _setting_lines(edit: Edit, book: Book) -> Iterator[Line]:
    name = edit.key[0]
    words = _SETTINGS.get(name, name.replace("_", " ").capitalize())
    if name == "checklist":
        yield Line("", "Another edition of the checklist", "", "")
        return
    if name == ALIASES:
        yield from _same_lines(edit, book)
        return
    old, new = (_setting(name, _field_of(side), book) for side in (edit.old, edit.new))
    yield Line("", f"{words}: {new}" if edit.old is None else f"{words}: {old} → {new}", old, new)


def _same_lines(edit: Edit, book: Book) -> Iterator[Line]:
    """Organisations of two files that a merge made one, or two again."""
    sides = (side if isinstance(side, dict) else {} for side in (edit.old, edit.new))
    old, new = (side.get("value", side) for side in sides)
    for ids, others, said in ((new, old, "is"), (old, new, "is no longer")):
        for gone, ours in ids.items() if isinstance(ids, dict) else ():
            if not isinstance(others, dict) or gone not in others:
                name = book.organisation(str(ours))
                yield Line(name, f"{name} {said} one organisation in both files", "", "")


_SETTINGS = {
    "title": "Title",
    "lead": "Lead",
    "care_models": "Care models",
    "threshold": "Coverage threshold",
    "domains_out": "Domains out of scope",
    **PLAN_SETTINGS,
}


def _setting(name: str, value: Json, book: Book) -> str:
    if name in PLAN_SETTINGS:
        return terms_words(value) if name == "plan_terms" else days_words(value)
    if name == "threshold" and isinstance(value, float):
        return percent(value)
    if isinstance(value, list):
        known: dict[str, str] = {m.id: m.name for m in book.checklist.care_models}
        known |= {d.id: d.name for d in book.checklist.domains}
        return join_words([known.get(str(v), str(v)) for v in value]) or "none"
    return _plain(value)


def _round_lines(edit: Edit, book: Book) -> Iterator[Line]:
    if edit.field == WHOLE_ROW:
        row = cast("Row", edit.new or edit.old)
        verb = "marked" if edit.new else "forgotten"
        yield Line("", f"Round “{row['name']}” {verb}", "", "")
    else:
        yield Line("", "Round renamed", str(edit.old), str(edit.new))


def _other_lines(edit: Edit, book: Book) -> Iterator[Line]:
    if edit.table == "checklist":
        yield Line("", f"Checklist “{book.checklist.title}” stored", "", "")
    else:
        yield Line(*plan_parts(edit, book.things))


_TABLES: dict[str, Callable[[Edit, Book], Iterator[Line]]] = {
    "answer": _answer_lines,
    "evidence": _evidence_lines,
    "override": _override_lines,
    "onboarding": _onboarding_lines,
    "flow": _flow_lines,
    "condition": _condition_lines,
    "organisation": _organisation_lines,
    "setting": _setting_lines,
    "round": _round_lines,
}


def _field_of(side: Json) -> Json:
    return side.get("value") if isinstance(side, dict) else side


def _plain(value: Json) -> str:
    if isinstance(value, float):
        return short_number(value)
    return NOTHING if value is None or value == "" else str(value)


def _yes(value: Json) -> str:
    return "Parked" if value else "Not parked"
