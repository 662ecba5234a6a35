"""What a merge takes without asking, a line a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from techmodel.core.answers import Answer
from techmodel.core.checklist import CapabilityId
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.organisations import OrganisationId
from techmodel.core.tables import answer_fields
from techmodel.wording.conditions import about_words
from techmodel.wording.edits import edit_lines
from techmodel.wording.flow_edits import about_flow
from techmodel.wording.merge_sides import moment_words
from techmodel.wording.merge_things import ORGANISATION, SETTINGS
from techmodel.wording.service_edits import service_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from techmodel.core.journal import Batch, Json
    from techmodel.core.merge_parts import RowKey
    from techmodel.wording.edits import Book

HEADS = ("What", "Organisation", "From", "To", "When", "Decided by")
ABOUT_ALL = "The assessment"
EMPTY = answer_fields(Answer(CapabilityId(""), OrganisationId("")))
"""What an answer that is not there says."""
_LEADS = {"evidence": "Evidence", "override": "Target"}
_FIELD_LEADS = {("answer", "note"): "Note:", ("answer", "dissent"): "Another view:"} | {
    ("organisation", name): label for name, label in ORGANISATION.items()
}
_FIELDS = ("*", "value", "note", "dissent", "parked")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    `what` is a capability, an organisation or a setting, `organisation` whom it concerns ("" for
    none), `old` and `new` what it was and is, `at` the UTC time, `decided_by` a role.
    """

    what: str
    organisation: str
    old: str
    new: str
    at: str
    decided_by: str

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands in the columns of `HEADS`."""
        when = moment_words(self.at)
        return self.what, self.organisation, self.old, self.new, when, self.decided_by


def changes_of(edits: Iterable[Edit], batches: Sequence[Batch], book: Book) -> tuple[Change, ...]:
    """Edits as changes, a line a row; `batches` are those they come from, oldest first."""
    rows: dict[RowKey, list[Edit]] = {}
    for edit in edits:
        rows.setdefault((edit.table, edit.key), []).append(edit)
    newest = {(e.table, e.key): b for b in batches for e in b.edits}
    return tuple(_change(row, found, newest.get(row), book) for row, found in rows.items())


def edits_of(batches: Iterable[Batch], rows: Iterable[RowKey]) -> tuple[Edit, ...]:
    """What some batches did to some rows, taken together: from the first old to the last new."""
    together: dict[RowKey, dict[str, Edit]] = {row: {} for row in rows}
    for edit in (e for b in batches for e in b.edits if (e.table, e.key) in together):
        _add(together[edit.table, edit.key], edit)
    return tuple(e for fields in together.values() for e in fields.values() if e.old != e.new)


def _add(fields: dict[str, Edit], edit: Edit) -> None:
    """Put an edit on top of what was done to its row before."""
    whole = fields.get(WHOLE_ROW)
    if edit.field != WHOLE_ROW and whole is not None and isinstance(whole.new, dict):
        row = {**whole.new, edit.field: edit.new}
        fields[WHOLE_ROW] = Edit(edit.table, edit.key, WHOLE_ROW, whole.old, row)
        return
    first = fields.get(edit.field, edit)
    fields[edit.field] = Edit(edit.table, edit.key, edit.field, first.old, edit.new)


def _change(row: RowKey, edits: list[Edit], batch: Batch | None, book: Book) -> Change:
    """One line about one row: its first field in full, what else changed in a few words."""
    fields = sorted((f for edit in edits for f in _by_field(edit)), key=_place)
    told = [(edit, line) for edit in fields for line in edit_lines(edit, book)]
    at, role = (batch.at, batch.decided_by) if batch else ("", "")
    what, organisation = _about(row, book)
    if not told:
        return Change(what, organisation, "", "", at, role)
    (edit, line), rest = told[0], told[1:]
    old, new = (_led(edit, text) for text in (line.old, line.new))
    if not line.old and not line.new:
        new = line.sentence
    new = "; ".join([new, *(more.sentence for _, more in rest)])
    return Change(what, organisation, old, new, at, role)


def _by_field(edit: Edit) -> Iterator[Edit]:
    """An edit field by field; an answer that was not there was an empty one."""
    if edit.table != "answer" or edit.field != WHOLE_ROW:
        yield edit
        return
    old = cast("Mapping[str, Json]", edit.old or EMPTY)
    new = cast("Mapping[str, Json]", edit.new or EMPTY)
    for name, value in new.items():
        if old[name] != value:
            yield Edit("answer", edit.key, name, old[name], value)


def _led(edit: Edit, text: str) -> str:
    """A value with what it is the value of, where that is not plain."""
    lead = _LEADS.get(edit.table) or _FIELD_LEADS.get((edit.table, edit.field), "")
    return f"{lead} {text}" if lead and text else text


def _about(row: RowKey, book: Book) -> tuple[str, str]:
    """What a row is about, and which organisation."""
    table, key = row
    if table == "answer":
        return book.capability(key[0]), book.organisation(key[1])
    if table == "flow":
        names = {id_: book.organisation(id_) for id_ in key[:2]}
        return about_flow(key, book.flows, names), ""
    if table == "onboarding":
        return service_words(book.checklist, key[0]), book.organisation(key[1])
    if table == "evidence":
        held: Mapping[str, object] = book.evidence.get(key[0], {})
        pair = str(held.get("capability", "")), str(held.get("organisation", ""))
        return book.capability(pair[0]), book.organisation(pair[1])
    if table in _NAMED:
        return _NAMED[table](book, key[0]), ""
    return book.things.get(key[0]) or SETTINGS.get(key[0], ABOUT_ALL), ""


_NAMED: Mapping[str, Callable[[Book, str], str]] = {
    "organisation": lambda book, id_: book.organisation(id_),
    "override": lambda book, id_: book.capability(id_),
    "condition": lambda book, id_: about_words(book.checklist, id_),
}
"""What the rows of a table are about, where nothing else is."""


def _place(edit: Edit) -> int:
    """What is said first: the value, then note, other view, parked."""
    return _FIELDS.index(edit.field) if edit.field in _FIELDS else len(_FIELDS)
