"""The list of what care models require, as a file of each kind."""

import pytest
from openpyxl import load_workbook

from techmodel.core.errors import WrongUse
from techmodel.core.requirements import find_requirements
from techmodel.session.requirements import save_requirements

MODELS = ("EHCH", "PLACE")


def test_a_workbook_holds_every_requirement_and_care_model(checklist, tmp_path):
    path = save_requirements((checklist, MODELS, tmp_path / "list.xlsx"))
    sheets = load_workbook(path)
    rows = [row[:4] for row in sheets["Requirements"].iter_rows(min_row=2, values_only=True)]
    wanted = find_requirements(checklist, MODELS)

    assert [(row[0], int(row[3][0])) for row in rows] == [
        (w.capability.id, w.level) for w in wanted
    ]
    assert [row[0].value for row in sheets["Care models"].iter_rows(min_row=2)] == list(MODELS)


def test_a_web_page_holds_every_requirement(checklist, tmp_path):
    text = save_requirements((checklist, MODELS, tmp_path / "list.html")).read_text("utf-8")

    assert text.count("<tr><th scope=") == len(find_requirements(checklist, MODELS)) + 4
    assert "http-equiv" not in text
    assert "<script" not in text


def test_a_csv_can_be_read_by_spreadsheets(checklist, tmp_path):
    path = save_requirements((checklist, MODELS, tmp_path / "list.csv"))

    assert path.read_bytes().startswith(b"\xef\xbb\xbfcapability,domain")


@pytest.mark.parametrize(("models", "name"), [((), "list.csv"), (MODELS, "list.doc")])
def test_what_cannot_be_written_is_said(checklist, tmp_path, models, name):
    with pytest.raises(WrongUse):
        save_requirements((checklist, models, tmp_path / name))

    assert not list(tmp_path.iterdir())
