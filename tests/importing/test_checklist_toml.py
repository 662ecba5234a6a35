"""Our one form of TOML."""

from __future__ import annotations

import tomllib
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from techmodel.importing.checklist_toml import toml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = TEXTS | NUMBERS | st.booleans() | st.dates(min_value=date(1000, 1, 1))
ROWS = st.dictionaries(TEXTS, PLAIN | st.lists(PLAIN, max_size=3), max_size=3)
SECTIONS = st.dictionaries(TEXTS, PLAIN | ROWS | st.lists(ROWS, max_size=3), max_size=3)
DOCUMENTS = st.dictionaries(TEXTS, PLAIN | SECTIONS | st.lists(SECTIONS, max_size=3), max_size=3)


@given(document=DOCUMENTS)
def test_what_is_written_reads_the_same(document):
    assert tomllib.loads(toml_text(document)) == document


def test_ids_stand_on_one_line_and_sentences_on_their_own():
    text = toml_text({"ids": ["A", "B"], "lines": ["One thing.", "Two"]})

    assert text == 'ids = ["A", "B"]\nlines = [\n  "One thing.",\n  "Two",\n]\n'


def test_what_is_none_is_left_out():
    assert toml_text({"a": 1, "b": None}) == "a = 1\n"


def test_sections_come_after_values_and_keep_their_order():
    text = toml_text({"b": {"z": 1}, "a": 2, "c": [{"x": {"y": 1}}]})

    assert text == "a = 2\n\n[b]\nz = 1\n\n[[c]]\n\n[c.x]\ny = 1\n"


def test_rows_in_a_row_are_sections_of_their_own():
    text = toml_text({"c": [{"x": [{"y": 1}, {"y": 2}], "z": []}]})

    assert text == "[[c]]\nz = []\n\n[[c.x]]\ny = 1\n\n[[c.x]]\ny = 2\n"
