"""Where free text holds a name: as it stands, by its last word, in what was changed since."""

import pytest

from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.name_search import NameFound, find_name

PAIR = ("REC-01", "org-1")


def tables(note, table="answer"):
    return {table: {PAIR: {"value": {"reason": "", "level": 2}, "note": note, "parked": False}}}


@pytest.mark.parametrize(
    ("name", "note", "found"),
    [
        ("Grace Osei", "Seen with grace  OSEI today", True),
        ("Grace Osei", "Ms Osei's ward", True),
        ("Grace Osei", "Oseiland", False),
        ("Grace Osei", "Grace period", False),
        ("Li", "Oliver", True),
        ("Ann Ek", "Ek", False),
        ("A+B", "a+b", True),
    ],
)
def test_a_name_is_found_whole_or_by_its_last_word(name, note, found):
    expected = (NameFound("answer", PAIR, "note", past=False),) if found else ()

    assert find_name(name, tables(note), ()) == expected


def test_a_name_is_found_inside_values_but_not_in_the_checklist():
    deep = {"setting": {("x",): {"value": {"a": ["", {"b": "Osei"}]}}}}

    assert [f.key for f in find_name("Osei", deep, ())] == [("x",)]
    assert find_name("Osei", tables("Osei", "checklist"), ()) == ()


def test_what_only_the_history_keeps_is_told_apart():
    edits = (
        Edit("answer", PAIR, "note", "Osei", ""),
        Edit("answer", PAIR, WHOLE_ROW, None, {"note": "Osei"}),
        Edit("checklist", ("c",), WHOLE_ROW, None, {"content": "Osei"}),
    )
    batch = Batch("b", BatchKind.EDIT, "", "Osei said so", edits, decided_by="Osei")

    assert find_name("Osei", tables(""), [batch, batch]) == (
        NameFound("batch", ("b",), "label", past=True),
        NameFound("batch", ("b",), "decided_by", past=True),
        NameFound("answer", PAIR, "note", past=True),
        NameFound("answer", PAIR, "*", past=True),
    )
