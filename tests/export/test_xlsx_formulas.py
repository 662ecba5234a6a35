"""LibreOffice, made to calculate every formula anew, finds what the engine found."""

import random
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from openpyxl import load_workbook
from tests.core.builders import LEVEL_NAMES, assessment
from tests.core.questions import random_question
from tests.export.builders import MADE, random_report, report_of, with_content
from tests.export.libreoffice import SOFFICE, differences, recalculated, same, values_of
from tests.export.plan_edits import edit_plan, edited_plan
from tests.export.plan_workbooks import full_planned, planned_workbook
from tests.export.report_builders import report as full_report

from techmodel.core.answers import State, Value
from techmodel.core.costs import counted, total
from techmodel.core.gaps import find_gaps
from techmodel.export.xlsx.workbook import build, write_workbook

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

SEEDS = range(100, 112)
PLANS = range(1, 4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("formulas")


@pytest.fixture(scope="module")
def calculated(folder):
    """Random assessments and a control, stored and calculated anew: pairs of paths by name."""
    paths = [folder / "full.xlsx"]
    write_workbook(full_report(), paths[0])
    for seed in SEEDS:
        paths.append(folder / f"{seed}.xlsx")
        write_workbook(random_report(seed), paths[-1])
    for seed in PLANS:
        paths.append(folder / f"plan-{seed}.xlsx")
        write_workbook(planned_workbook(seed), paths[-1])
    paths += [folder / f"{name}.xlsx" for name in ("plan", "edited-plan", "control")]
    write_workbook(full_planned(), paths[-3])
    write_workbook(edited_plan(), paths[-2])
    edit_plan(paths[-2])
    write_control(paths[-1])
    found = recalculated(paths, folder)
    return {path.stem: (path, found[path.name]) for path in paths}


def write_control(path):
    """A workbook in which the values stored beside two formulas are wrong."""
    book = build(planned_workbook(1))
    book.stored["Summary"][4, 3] = 4711
    finish = book.layout.plan.plan.number("finish")
    row = next(r for (r, c), v in book.stored["Plan"].items() if c == finish and v)
    book.stored["Plan"][row, finish] += timedelta(days=1)
    from techmodel.export.xlsx.package import save

    save(book, path)


WHOLE = {"full": 5000, "plan": 9000}


@pytest.mark.parametrize("name", [*WHOLE, *map(str, SEEDS), *(f"plan-{s}" for s in PLANS)])
def test_every_stored_value_is_what_the_formula_gives(calculated, name):
    found, looked_at = differences(*calculated[name])

    assert found == []
    assert looked_at > WHOLE.get(name, 50)


def test_a_wrong_stored_value_is_found(calculated):
    found, _ = differences(*calculated["control"])

    assert [(sheet, cell) for sheet, cell, *_ in found] == [("Summary", "C4"), ("Plan", "H2")]


def test_a_plan_changed_in_the_sheet_recalculates_as_the_engine_does(calculated):
    before, after = edited_plan(), edited_plan(changed=True)
    found = values_of(calculated["edited-plan"][1])
    rows = rows_of(found["Plan"])

    assert before.plan.end != after.plan.end
    for planned in after.plan.projects:
        row = rows[planned.project.id]
        assert (row["Start"], row["Finish"]) == (day(planned.start), day(planned.end))
    assert found["Summary"]["C13"].value == day(after.plan.end)
    assert found["Summary"]["C15"].value == total(counted(after.book)).total.likely
    assert rows_of(found["RAID"])["raid-0"]["Score"] == 20
    late = {row["Id"] for row in rows.values() if row["Late"]}
    assert late == {m.project for m in after.plan.missed if m.project}


def rows_of(sheet):
    """The rows of a list by id, each as header -> value."""
    heads = [c.value for c in sheet[1]]
    rows = sheet.iter_rows(min_row=2, values_only=True)
    return {row[0]: dict(zip(heads, row, strict=True)) for row in rows}


def day(found):
    return found and datetime.combine(found, time())


def drawn(draw, partners):
    """A value, and what a person would type for it: a digit, a word, or nothing."""
    partner = draw.choice(partners)
    return draw.choice(
        [
            *((Value(State.LEVEL, n), n) for n in range(6)),
            *((Value(State.LEVEL, n), f"{n} {LEVEL_NAMES[n]}") for n in range(6)),
            (Value(State.DONT_KNOW), "Don’t know"),
            (Value(State.NOT_APPLICABLE, reason="Not ours"), "Not applicable"),
            (Value(State.NOT_ANSWERED), None),
            (Value(State.PROVIDED_BY, provider=partner.id), f"Provided by {partner.name}"),
        ]
    )


def changed(report, draw):
    """The report with some answers, a weight and the threshold changed, and what was typed."""
    held = report.assessment
    asked = [(c.id, o) for c in report.gaps.capabilities for o in c.pairs]
    pairs = [pair for pair in asked if pair in held.answers]
    answers, typed = dict(held.answers), {}
    for pair in draw.sample(pairs, 25):
        value, typed["|".join(pair)] = drawn(draw, held.scope)
        answers[pair] = replace(answers[pair], value=value)
    first, *others = held.organisations
    organisations = (replace(first, weight=7.5), *others)
    after = replace(held, answers=answers, organisations=organisations, threshold=0.55)
    return report_of(after, report.batches), typed, first


def edit(path, words, partner):
    """Change answers as digits, a weight and the threshold as a person would, and save."""
    workbook = load_workbook(path)
    answers = workbook["Answers"]
    heads = [c.value for c in answers[1]]
    for row in answers.iter_rows(min_row=2):
        if row[0].value in words:
            row[heads.index("Answer")].value = words[row[0].value]
    summary = workbook["Summary"]
    summary["C10"] = 0.55
    for row in summary.iter_rows():
        if row[0].value == partner.id and row[6].fill.patternType:
            row[6].value = 7.5
    workbook.save(path)


@pytest.mark.parametrize("seed", [14, 4, 6])
def test_a_change_made_in_the_sheet_recalculates_as_the_engine_does(folder, seed):
    report = random_report(seed)
    after, words, partner = changed(report, random.Random(seed))
    mine, theirs = folder / f"edited-{seed}.xlsx", folder / f"meant-{seed}.xlsx"
    write_workbook(report, mine)
    write_workbook(after, theirs)
    edit(mine, words, partner)
    found = values_of(recalculated([mine], folder)[mine.name])
    formulas, meant = load_workbook(theirs), load_workbook(theirs, data_only=True)

    assert report.gaps.overall != after.gaps.overall
    wrong = [
        (sheet, cell.coordinate, cell.value)
        for sheet in ("Summary", "Gaps", "Answers", "Lists")
        for row in formulas[sheet].iter_rows()
        for cell in row
        if cell.data_type == "f"
        and not same(meant[sheet][cell.coordinate].value, found[sheet][cell.coordinate].value)
        and cell.coordinate not in {"C11", "D11"}
    ]
    assert wrong == []
    assert "Differs" in {c.value for c in found["Check"]["E"]}


def test_words_that_are_not_on_the_list_count_as_not_known(folder):
    draw = random.Random(7)
    q = random_question(draw) | {"overrides": {}}
    report = report_of(with_content(assessment(q)))
    path = folder / "words.xlsx"
    write_workbook(report, path)
    workbook = load_workbook(path)
    workbook["Answers"]["F2"] = "Three or so"
    workbook.save(path)
    sheet = values_of(recalculated([path], folder)[path.name])["Answers"]
    row = dict(zip([c.value for c in sheet[1]], [c.value for c in sheet[2]], strict=True))

    assert (row["List no."], row["Counted as"], row["Complete"]) == (0, "Not on the list", 0)
    assert MADE.date() == report.today
    assert find_gaps(report.assessment) == report.gaps
