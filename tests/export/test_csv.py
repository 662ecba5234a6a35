"""Answers and gaps as CSV."""

import csv
import io
from dataclasses import replace

import pytest
from tests.core.builders import assessment, one, question
from tests.export.builders import random_report, report_of

from techmodel.core.answers import Evidence, State, Value
from techmodel.core.requirements import find_requirements
from techmodel.export.csv import gaps_csv, requirements_csv, write_answers_csv
from techmodel.importing.answers_csv import read_answers_csv
from techmodel.session.imports import parse_value


def answer_with(text):
    """A report with one answer, not applicable for the reason in `text`."""
    found = one(["n/a"])
    (pair, answer), *_ = found.answers.items()
    value = Value(State.NOT_APPLICABLE, reason=text)
    return report_of(replace(found, answers={pair: replace(answer, value=value)}))


def test_answers_are_utf8_with_mark_and_crlf(tmp_path):
    write_answers_csv(report_of(one([3, "?"])), tmp_path / "a.csv")

    assert (tmp_path / "a.csv").read_bytes() == (
        b"\xef\xbb\xbfcapability,organisation,answer,reason,evidence\r\n"
        b"A-1,o1,3,,\r\nA-1,o2,dont-know,,\r\n"
    )


@pytest.mark.parametrize("seed", range(20))
def test_what_is_written_is_read_back(tmp_path, seed):
    report = random_report(seed)
    write_answers_csv(report, tmp_path / "a.csv")
    rows = read_answers_csv(tmp_path / "a.csv")

    names = {o.name: o.id for o in report.assessment.organisations}
    asked = {(c.id, o) for c in report.gaps.capabilities for o in c.pairs}
    read = {(r.capability, names[r.organisation]): r for r in rows}
    assert set(read) == asked
    for pair, row in read.items():
        held = report.assessment.value(*pair)
        if held.provider != "gone":
            assert parse_value(report.assessment, row.answer, row.reason) == held


def test_evidence_is_joined_and_bars_inside_a_title_do_not_split_it(tmp_path):
    held = tuple(
        Evidence(f"ev-{n}", "A-1", "o1", "B", title) for n, title in enumerate(["Log", "A | B |"])
    )
    write_answers_csv(report_of(replace(one([3]), evidence=held)), tmp_path / "a.csv")

    assert read_answers_csv(tmp_path / "a.csv")[0].evidence == ("B:Log", "B:A ¦ B ¦")


@pytest.mark.parametrize("text", ["=1+1", "+44 20", "-5", "@me", "'=1", "＝1", "it's"])  # noqa: RUF001
def test_live_text_is_guarded_and_comes_back(tmp_path, text):
    write_answers_csv(answer_with(text), tmp_path / "a.csv")

    assert read_answers_csv(tmp_path / "a.csv")[0].reason == text
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert all(row[3][0] not in "=+-@＝" for row in csv.reader(file))  # noqa: RUF001


def test_characters_that_no_file_carries_are_left_out(tmp_path):
    write_answers_csv(answer_with("a\x00b\ud800c\ufffed\r\ne"), tmp_path / "a.csv")

    assert read_answers_csv(tmp_path / "a.csv")[0].reason == "abcd\ne"


def test_a_note_stands_for_a_missing_reason(tmp_path):
    found = one([3])
    answers = {pair: replace(a, note="Seen in use") for pair, a in found.answers.items()}
    write_answers_csv(report_of(replace(found, answers=answers)), tmp_path / "a.csv")

    assert read_answers_csv(tmp_path / "a.csv")[0].reason == "Seen in use"


def gap_lines(report):
    return list(csv.DictReader(io.StringIO(gaps_csv(report))))


def test_gaps_have_a_line_a_capability_and_a_column_an_organisation():
    line = gap_lines(report_of(one([4, 2, 1, "?", "n/a"])))[0]

    assert (line["id"], line["target"], line["low"], line["high"]) == ("A-1", "3", "0", "1")
    assert (line["gap_low"], line["gap_high"], line["median"]) == ("2", "3", "2.0")
    assert [line[f"o{n}"] for n in range(1, 6)] == ["4", "2", "1", "dont-know", "not-applicable"]


def test_what_is_not_there_is_left_empty():
    q = question([{"id": "A-1", "applies_to": ["acute"], "duty": "2027-06-30"}], [{"id": "o1"}])
    line = gap_lines(report_of(assessment(q)))[0]

    assert {line[k] for k in ("target", "low", "median", "gap_low", "rank", "o1")} == {""}
    assert (line["duty"], line["duty_date"]) == ("An Act", "2027-06-30")


def test_figures_are_at_full_precision():
    q = question(
        [{"id": "A-1", "weight": 1 / 3, "targets": {"M": 3}, "duty": ""}],
        [{"id": "o1"}],
        {"A-1": [1]},
    )
    line = gap_lines(report_of(assessment(q)))[0]

    assert float(line["weight"]) == 1 / 3
    assert line["duty_date"] == ""


def test_requirements_are_one_line_a_capability():
    found = assessment(
        question([{"id": "A-1", "targets": {"M": 3}}], [{"id": "o1"}], {})
    ).checklist
    rows = list(
        csv.DictReader(io.StringIO(requirements_csv(found, find_requirements(found, "M"))))
    )

    assert [(row["capability"], row["level"], row["care_models"]) for row in rows] == [
        ("A-1", "3", "M")
    ]
    assert rows[0]["wording"] == "three"
