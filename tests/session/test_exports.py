"""Exporting: by the ending of the name, never over a file unasked, read back before it is said."""

import errno
import json
from datetime import date
from pathlib import Path

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.errors import ExportFailed, WrongUse
from techmodel.session import exports
from techmodel.session.exports import (
    ExportJob,
    ExportKind,
    PlanKind,
    checked_name,
    export_name,
    export_paths,
    export_report,
    free_stem,
    kind_of,
)


@pytest.fixture
def report(session):
    assessment = session.assessment()
    capability = assessment.capabilities[0]
    for organisation in assessment.scope:
        session.answers.give(capability.id, organisation.id, Value(State.LEVEL, 2))
    return session.report(version="1.0")


@pytest.mark.parametrize("kind", [*ExportKind, *PlanKind])
def test_the_ending_says_which_export(kind):
    assert kind_of(Path(f"Review.{kind.value.upper()}")) is kind


@pytest.mark.parametrize("name", ["Review", "Review.docx", ".pdf", "Review.pdf.zip"])
def test_another_ending_is_refused_with_those_there_are(name):
    with pytest.raises(
        WrongUse, match=r"End the name in .pdf, .* or for the plan in .xml or .ics"
    ):
        kind_of(Path(name))


@pytest.mark.parametrize("kind", ExportKind)
def test_every_kind_writes_a_whole_file(report, tmp_path, kind):
    path = tmp_path / f"Review.{kind.value}"
    exported = export_report(ExportJob(report, path, kind))

    assert (exported.path, exported.kind) == (path, kind)
    assert exported.size == path.stat().st_size > 0
    assert [p.name for p in tmp_path.iterdir() if p.suffix == path.suffix] == [path.name]


@pytest.fixture
def planned(session):
    session.plan.accept(session.plan.proposal())
    return session.report(version="1.0")


@pytest.mark.parametrize("kind", PlanKind)
def test_every_kind_of_the_plan_writes_a_whole_file(planned, tmp_path, kind):
    path = tmp_path / f"Plan.{kind.value}"
    exported = export_report(ExportJob(planned, path, kind))

    assert (exported.path, exported.kind) == (path, kind)
    assert exported.size == path.stat().st_size > 0


@pytest.mark.parametrize("kind", PlanKind)
def test_a_plan_that_is_not_there_is_not_exported(report, tmp_path, kind):
    with pytest.raises(ExportFailed, match="There is no plan to export yet"):
        export_report(ExportJob(report, tmp_path / f"Plan.{kind.value}", kind))

    assert [*tmp_path.glob("Plan*")] == []


def test_a_file_that_is_there_stays_as_it_was(report, tmp_path):
    path = tmp_path / "Review.csv"
    path.write_text("mine")
    with pytest.raises(ExportFailed, match=r"'Review.csv' exists already. Nothing was written"):
        export_report(ExportJob(report, path, ExportKind.CSV))

    assert path.read_text() == "mine"


def test_a_file_is_replaced_when_that_is_wanted(report, tmp_path):
    path = tmp_path / "Review.json"
    path.write_text("mine")
    export_report(ExportJob(report, path, ExportKind.JSON, force=True))

    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == 1


def test_a_missing_folder_is_a_sentence(report, tmp_path):
    with pytest.raises(ExportFailed, match="There is no folder"):
        export_report(ExportJob(report, tmp_path / "gone" / "Review.csv", ExportKind.CSV))


@pytest.mark.parametrize(
    "case",
    [
        ("a.csv", "techmodel.export.csv.write_answers_csv", "capability,organisation\n"),
        ("a.csv", "techmodel.export.csv.write_answers_csv", ""),
        ("a.json", "techmodel.export.json.write_json", '{"schema": 1}'),
    ],
)
def test_what_does_not_read_back_is_not_called_exported(report, tmp_path, monkeypatch, case):
    name, writer, wrong = case
    path = tmp_path / name
    monkeypatch.setattr(writer, lambda _, path: path.write_text(wrong))
    with pytest.raises(ExportFailed, match="does not read back as it was written"):
        export_report(ExportJob(report, path, kind_of(path)))


@pytest.mark.parametrize("kind", [*ExportKind, *PlanKind])
def test_what_the_disk_does_not_give_back_is_a_sentence(report, tmp_path, monkeypatch, kind):
    def refuse(*_, **__):
        raise OSError(errno.EIO, "injected")

    monkeypatch.setattr(exports, "_WRITERS", {kind: refuse})
    with pytest.raises(ExportFailed, match=rf"^'a.{kind}' was written, but could not be read"):
        export_report(ExportJob(report, tmp_path / f"a.{kind}", kind))


def test_a_name_that_looks_like_a_formula_reads_back(session, tmp_path):
    session.organisations.rename(session.assessment().scope[0].id, "=Trust")
    path = tmp_path / "Review.csv"
    export_report(ExportJob(session.report(version="1.0"), path, ExportKind.CSV))

    assert "'=Trust" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wendlemere", "Wendlemere – review – 26 Nov 2026"),
        ('A/B: "C"?', "A B C – review – 26 Nov 2026"),
        ("...", "Assessment – review – 26 Nov 2026"),
        ("", "Assessment – review – 26 Nov 2026"),
    ],
)
def test_the_suggested_name_suits_every_system(title, name):
    assert export_name(title, date(2026, 11, 26)) == name


def test_a_long_title_leaves_room_for_the_folder():
    name = export_name("Wendlemere " * 30, date(2026, 11, 26))

    assert len(name) <= exports.MAX_STEM
    assert name.endswith("– review – 26 Nov 2026")


def test_a_typed_name_is_taken_without_space_at_its_ends():
    assert checked_name("  Board paper 3.1 ") == "Board paper 3.1"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("  ", "Type a name"),
        ("A/B", "cannot hold '/'"),
        ("Board paper.", "Windows cannot take"),
        ("Con", "Windows cannot take"),
        ("lpt1.old", "Windows cannot take"),
    ],
)
def test_a_name_that_some_system_refuses_is_refused_at_once(name, said):
    with pytest.raises(WrongUse, match=said):
        checked_name(name)


def test_a_free_name_is_counted_up_until_no_file_has_it(tmp_path):
    both = (ExportKind.XLSX, ExportKind.PDF)
    free = [free_stem(tmp_path, "Plan", both)]
    for name in ("Plan.xlsx", "Plan (2).pdf"):
        (tmp_path / name).touch()
        free.append(free_stem(tmp_path, "Plan", both))

    assert free == ["Plan", "Plan (2)", "Plan (3)"]


def test_files_of_one_name_differ_in_their_ending(tmp_path):
    paths = export_paths(tmp_path, "Board 3.1", (ExportKind.PDF, ExportKind.CSV))

    assert [p.name for p in paths] == ["Board 3.1.pdf", "Board 3.1.csv"]
