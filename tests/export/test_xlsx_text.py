"""What people typed stays what they typed: never a formula, never a damaged file."""

import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.core.builders import assessment, question
from tests.export.builders import report_of, with_content

from techmodel.core.answers import Answer, Evidence, State, Value
from techmodel.export.text import clean
from techmodel.export.xlsx.book import MAX_LETTERS, safe
from techmodel.export.xlsx.workbook import build, write_workbook

LIVE = ["=1+1", "+44 20", "-5", "@SUM(1)", "\t=1", '=HYPERLINK("http://x")', "＝1", "#N/A"]  # noqa: RUF001
LIVE += ["'=1", "http://example.org", "_x000D_", "a\nb", "<f>1</f>", "&amp;", " padded "]


def report_with(text):
    """A report whose every free text is `text`."""
    q = question(
        [{"id": "A-1", "name": f"{text} c", "targets": {"M": 3}}],
        [{"id": "o1", "name": f"{text} o"}, {"id": "o2", "name": f"{text} p"}],
        {"A-1": [2, ("by", "o1")]},
        overrides={"A-1": 4},
    )
    found = with_content(assessment(q))
    reasons = {k: replace(o, reason=text, owner=text) for k, o in found.overrides.items()}
    answers = dict(found.answers)
    answers["A-1", "o1"] = Answer("A-1", "o1", Value(State.LEVEL, 2, None, text), text, text)
    evidence = (Evidence("ev-1", "A-1", "o1", "A", text, text, text),)
    return report_of(
        replace(
            found, title=text, lead=text, overrides=reasons, answers=answers, evidence=evidence
        )
    )


def cells_of(path):
    workbook = load_workbook(path)
    return [cell for sheet in workbook for row in sheet.iter_rows() for cell in row]


@pytest.mark.parametrize("text", LIVE)
def test_text_is_text_wherever_it_stands(tmp_path, text):
    write_workbook(report_with(text), tmp_path / "a.xlsx")
    typed = [c for c in cells_of(tmp_path / "a.xlsx") if c.value == safe(text)]

    assert len(typed) >= 8
    assert {c.data_type for c in typed} == {"s"}


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@SUM(1)"])
def test_live_text_stays_text_when_its_cell_is_edited(tmp_path, text):
    write_workbook(report_with(text), tmp_path / "a.xlsx")

    assert all(c.quotePrefix for c in cells_of(tmp_path / "a.xlsx") if c.value == text)


@pytest.mark.parametrize("text", LIVE)
def test_no_formula_and_no_link_comes_from_text(tmp_path, text):
    write_workbook(report_with(text), tmp_path / "a.xlsx")
    write_workbook(report_with("plain"), tmp_path / "b.xlsx")
    formulas = []
    for name in ("a", "b"):
        package = zipfile.ZipFile(tmp_path / f"{name}.xlsx")
        xml = [package.read(n).decode() for n in package.namelist() if "sheet" in n]
        formulas.append([re.findall("<f>.*?</f>", part) for part in xml])
        assert "<hyperlink" not in "".join(xml)

    assert formulas[0] == formulas[1]


@settings(max_examples=25, deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_any_text_can_be_written_and_read_back(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    write_workbook(report_with(text), path)

    note = load_workbook(path)["Answers"]["H2"].value
    assert (note or "") == safe(text)


def test_what_no_file_carries_is_left_out():
    assert clean("a\x00\x0b\ud800\ufffe\uffffb\r\nc\rd\te") == "ab\nc\nd\te"


def test_what_looks_like_the_code_of_a_letter_is_kept_as_typed():
    assert safe("_x000D_ and _xyz_") == "_x005F_x000D_ and _xyz_"


@pytest.mark.parametrize(("letter", "kept"), [("a", 32_767), ("\N{GRINNING FACE}", 16_383)])
def test_a_text_too_long_for_a_cell_is_cut_and_said(tmp_path, letter, kept):
    text = letter * 40_000
    write_workbook(report_with(text), tmp_path / "a.xlsx")
    workbook = load_workbook(tmp_path / "a.xlsx")
    said = [c.value for c in workbook["Check"]["B"] if "too long for a cell" in str(c.value)]

    assert len(workbook["Answers"]["H2"].value) == kept
    assert any(s.startswith("Answers H2:") and f"{40_000 - kept:,}" in s for s in said)
    assert "Cut" in {c.value for c in workbook["Check"]["E"]}


def test_a_text_that_just_fits_is_whole():
    book = build(report_with("a" * MAX_LETTERS))

    assert [c for c in book.cuts if c.cell == "H2"] == []
