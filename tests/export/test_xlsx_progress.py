"""The progress since a round in the workbook: stored, recalculated, and checked."""

import random
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from tests.export.builders import SPRING, earlier, random_report, report_of, with_since
from tests.export.libreoffice import SOFFICE, differences, recalculated, same, values_of
from tests.export.report_builders import report as full_report
from tests.export.test_xlsx_formulas import changed, edit

from techmodel.core.answers import Answer, State, Value
from techmodel.core.gaps import find_gaps
from techmodel.core.progress import find_progress
from techmodel.core.report import Since
from techmodel.core.sheets import GAPS, GAPS_SINCE
from techmodel.export.xlsx.facts import find_facts
from techmodel.export.xlsx.layout import find_layout
from techmodel.export.xlsx.workbook import verify_workbook, write_workbook
from techmodel.wording.progress import FALLEN, NOTHING_COMPARED, NOTHING_TO_CLOSE, advance_words

SEEDS = range(200, 205)


def compared(report, seed=1):
    """The report with a round at which other answers were given."""
    return with_since(report, earlier(report.assessment, random.Random(seed)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("progress")


@pytest.fixture(scope="module")
def full(folder):
    """The whole checklist with a round, written: its report and its path."""
    report, path = compared(full_report()), folder / "full.xlsx"
    write_workbook(report, path)
    return report, path


@pytest.fixture(scope="module")
def values(full):
    return load_workbook(full[1], data_only=True)


def heads(sheet):
    return [c.value for c in sheet[1]]


def summary_rows(values, report):
    """The rows of the block on Summary by id, "all" for the last; a list of cells each."""
    block = find_layout(find_facts(report)).progress
    rows = values["Summary"].iter_rows(min_row=block.first, max_row=block.last + 1)
    return {row[0].value or "all": [c.value for c in row[: len(block.ids)]] for row in rows}


def same_as_on_screen(advance):
    """The share where the screens tell one, else the words they tell."""
    told = advance_words(advance)
    return pytest.approx(advance.share) if told.endswith("%") else told


def test_without_a_round_nothing_is_added(tmp_path):
    path = tmp_path / "a.xlsx"
    write_workbook(full_report(), path)
    workbook = load_workbook(path)

    assert "Then low" not in heads(workbook["Gaps"])
    assert "tblProgress" not in workbook["Summary"].tables
    assert not any("Progress" in str(c.value) for c in workbook["Read me"]["A"])


def test_the_columns_of_a_round_come_last_and_are_working_ones():
    added = GAPS_SINCE.columns[len(GAPS.columns) :]

    assert GAPS_SINCE.columns[: len(GAPS.columns)] == GAPS.columns
    assert all(c.detail and not c.editable for c in added)


def test_summary_tells_the_progress_of_every_domain(full, values):
    report, _ = full
    progress = report.since.progress
    rows = summary_rows(values, report)

    assert len(rows) == len(progress.domains) + 1
    for advance in (*progress.domains, progress.overall):
        row = rows[advance.domain or "all"]
        assert row[7] == same_as_on_screen(advance)
        assert row[2] == len(advance.compared)
        assert row[8:] == [
            *(len(advance.newly_known), len(advance.no_longer_known)),
            len(advance.falls),
        ]
        assert row[3:5] == [
            *(pytest.approx(advance.reached_then.low), pytest.approx(advance.reached_then.high)),
        ]


def test_the_headline_tells_it_first(full, values):
    report, _ = full
    row = [c.value for c in values["Summary"][12]][1:4]

    assert row[0] == "Progress since Spring 2026"
    assert row[1] == pytest.approx(report.since.progress.overall.share)
    assert row[2].endswith("newly known count apart")


@pytest.fixture(scope="module")
def worded(folder):
    """A report in which domains have words for a figure, and its path."""
    report = full_report()
    answers, first = dict(report.assessment.answers), report.gaps.capabilities[0].domain
    for found in report.gaps.capabilities:
        for pair in ((found.id, who) for who in found.pairs):
            answers[pair] = Answer(*pair, Value(State.LEVEL, 5))
            if found.domain == first:
                answers.pop(pair)
    best = replace(report.assessment, answers=answers)
    then, path = find_gaps(best), folder / "worded.xlsx"
    lower = dict(answers)
    fell = report.gaps.capabilities[-1]
    lower |= {(fell.id, who): Answer(fell.id, who, Value(State.LEVEL, 0)) for who in fell.pairs}
    now = report_of(replace(best, answers=lower))
    since = Since(SPRING, then, find_progress(then, now.gaps))
    now = replace(now, rounds=(SPRING,), since=since)
    write_workbook(now, path)
    return now, path


def test_where_nothing_was_to_close_or_fell_back_words_say_so(worded):
    report, path = worded
    rows = summary_rows(load_workbook(path, data_only=True), report)
    told = [row[7] for row in rows.values()]

    assert {*told} == {NOTHING_COMPARED, NOTHING_TO_CLOSE, FALLEN}
    assert [row[7] for row in rows.values()] == [
        advance_words(a) for a in (*report.since.progress.domains, report.since.progress.overall)
    ]
    verify_workbook(report, path)


def test_the_headline_does_not_call_words_a_way(worded):
    report, path = worded
    row = [c.value for c in load_workbook(path, data_only=True)["Summary"][12]][1:4]

    assert row[1] == FALLEN
    assert row[2].startswith(f"{len(report.since.progress.overall.falls)} fell, ")


def test_the_totals_of_check_cover_it(full, values):
    ids = {c.value for c in values["Check"]["A"]}
    wanted = {f"{d.domain}-progress" for d in full[0].since.progress.domains}

    assert wanted | {"all-progress", "all-newly_known", "all-lost", "all-fell"} <= ids
    assert {c.value for c in values["Check"]["E"][1:]} == {"Agrees"}


def test_read_me_says_what_is_compared_and_how(values):
    cells = {a.value: b.value for a, b in values["Read me"].iter_rows(max_col=2)}

    assert cells["Compared with"].startswith("Spring 2026, 3 Mar 2026")
    assert cells["Progress"].startswith("Levels won since the round")
    assert "Gaps: Then low" in cells


def test_it_is_verified_again(full):
    verify_workbook(*full)


def test_the_name_of_a_round_is_text_whatever_it_begins_with(tmp_path):
    report = full_report()
    name = "=1+1 " + "long " * 30
    path = tmp_path / "a.xlsx"
    write_workbook(with_since(report, report.assessment, replace(SPRING, name=name)), path)
    cell = load_workbook(path)["Summary"]["B12"]

    assert cell.value.startswith("Progress since =1+1")
    assert cell.data_type == "s"


@pytest.fixture(scope="module")
def calculated(folder, full, worded):
    """Random reports with a round, the full one and that of words, calculated anew."""
    paths = [full[1], worded[1]]
    for seed in SEEDS:
        paths.append(folder / f"{seed}.xlsx")
        write_workbook(compared(random_report(seed), seed), paths[-1])
    found = recalculated(paths, folder)
    return {path.stem: (path, found[path.name]) for path in paths}


needs_soffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@needs_soffice
@pytest.mark.parametrize("name", ["full", "worded", *map(str, SEEDS)])
def test_every_stored_value_is_what_the_formula_gives(calculated, name):
    found, _ = differences(*calculated[name])

    assert found == []


def test_the_random_reports_are_worth_it():
    found = [compared(random_report(seed), seed).since.progress.overall for seed in SEEDS]

    assert any(a.share is not None and a.share < 0 for a in found)
    assert any(a.share is not None and a.share > 0 for a in found)
    assert any(a.falls for a in found)
    assert any(a.newly_known for a in found)


@needs_soffice
@pytest.mark.parametrize("seed", [14])
def test_a_change_made_in_the_sheet_moves_the_progress_as_the_engine_does(folder, seed):
    report = random_report(seed)
    then = earlier(report.assessment, random.Random(seed))
    after, words, partner = changed(report, random.Random(seed))
    mine, theirs = folder / f"edited-{seed}.xlsx", folder / f"meant-{seed}.xlsx"
    write_workbook(with_since(report, then), mine)
    meant = with_since(report_of(after.assessment, report.batches), then)
    write_workbook(meant, theirs)
    edit(mine, words, partner)
    found = values_of(recalculated([mine], folder)[mine.name])
    rows, wanted = (summary_rows(v, meant) for v in (found, load_workbook(theirs, data_only=True)))

    assert rows.keys() == wanted.keys()
    assert all(same(*pair) for key in rows for pair in zip(rows[key], wanted[key], strict=True))
