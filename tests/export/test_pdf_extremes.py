"""Whatever people type, and however many they are: the report lays out and nothing is lost."""

import re
from dataclasses import replace

import pytest
from pypdf import PdfReader
from tests.export import pdf_reading as pdf
from tests.export import report_builders as build
from tests.export.pdf_frame import words_outside

from techmodel.core.answers import Answer, State, Value
from techmodel.export.pdf.fonts import SUBSTITUTE
from techmodel.export.pdf.report import write_report


def scoped(count=1, partners=3, **changes):
    """A few domains only, so that a case is quick."""
    base = build.assessment(organisations=build.partners(partners), **changes)
    return replace(base, domains_out=frozenset(d.id for d in base.checklist.domains[count:]))


def noted(text, **changes):
    """One partner, one domain, and a note on its first answer."""
    base = scoped(partners=1)
    first = next(iter(base.answers))
    answers = base.answers | {first: replace(base.answers[first], note=text)}
    return replace(base, answers=answers, **changes)


NAME = "A partner whose name has forty letters in"

CASES = {
    "no answers": lambda: build.assessment(answered=-1, evidence=(), answers={}),
    "no organisation": lambda: build.assessment(organisations=()),
    "one organisation": lambda: build.assessment(organisations=build.partners(1)),
    "twenty long names": lambda: build.assessment(organisations=build.partners(20, name=NAME)),
    "no care model": lambda: scoped(care_models=(), overrides={}),
    "no domain": lambda: scoped(0),
    "one domain": lambda: scoped(1),
    "long title": lambda: scoped(title="Wendlemere and Oakholt " * 20),
    "long words": lambda: noted("x" * 2000, title="W" * 300, lead="L" * 300),
    "address": lambda: noted("https://example.org/" + "a-long-path/" * 60),
}


@pytest.mark.parametrize("case", CASES)
def test_every_case_lays_out_inside_the_margins_and_tagged(case, tmp_path):
    path = tmp_path / "report.pdf"
    write_report(build.report(CASES[case]()), path)
    outside, tags = pdf.marks(PdfReader(path))

    assert words_outside(path) == []
    assert outside == 0
    assert tags


@pytest.mark.parametrize(
    "note",
    [
        "\n".join(f"Line {n} of the note." for n in range(200)),
        "Many words in one note, to the limit. " * 500,
        "unbroken" * 400,
        "<para>&amp;<font size=99>x</font></b></para>",
    ],
)
def test_no_part_of_a_note_is_cut(note, tmp_path):
    path = tmp_path / "report.pdf"
    write_report(build.report(noted(note)), path)
    words = pdf.text(PdfReader(path))
    kept = re.sub(r"Wendlemere place partnership, technology review\s*Page \d+ of \d+", "", words)

    assert pdf.squeezed(note) in pdf.squeezed(kept)


def test_a_reason_longer_than_a_page_runs_on_in_its_table_cell(tmp_path):
    path, reason = tmp_path / "report.pdf", "A reason of quillwork, told in full. " * 400
    base = scoped(partners=1)
    first = next(iter(base.answers))
    value = Value(State.NOT_APPLICABLE, reason=reason)
    answers = base.answers | {first: Answer(*first, value)}
    write_report(build.report(replace(base, answers=answers)), path)
    reader = PdfReader(path)

    assert pdf.text(reader).count("quillwork") == 400
    assert words_outside(path) == []
    assert pdf.marks(reader)[0] == 0


def test_what_the_typeface_lacks_is_shown_as_lacking_and_explained(tmp_path):
    path = tmp_path / "report.pdf"
    title = "Ŵyl Żółć αβγ жук 数字 😀"
    write_report(build.report(scoped(title=title)), path)
    reader = PdfReader(path)
    words = pdf.text(reader)

    assert f"Ŵyl Żółć αβγ жук {SUBSTITUTE * 2} {SUBSTITUTE}" in words
    assert f"{SUBSTITUTE} stands for a sign that this type family does not have" in words
    assert reader.metadata.title == title


def test_nothing_is_explained_where_nothing_lacks(tmp_path):
    path = tmp_path / "report.pdf"
    write_report(build.report(scoped()), path)

    assert SUBSTITUTE not in pdf.text(PdfReader(path))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\ud800", "\u202e", "\t", "\r", "\u200d"])
def test_signs_nobody_can_see_do_no_harm(sign, tmp_path):
    path = tmp_path / "report.pdf"
    write_report(build.report(noted(f"be{sign}fore", title=f"Ti{sign}tle", lead=sign)), path)

    assert words_outside(path) == []
    assert PdfReader(path).metadata.title.startswith("Ti")
