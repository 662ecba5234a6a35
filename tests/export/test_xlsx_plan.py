"""The sheets of the plan look and behave as planners expect, and say what the engine says."""

import re
from datetime import datetime, time

import pytest
from openpyxl import load_workbook
from tests.core.builders import one
from tests.export.builders import report_of
from tests.export.plan_builders import TODAY, planned, two
from tests.export.plan_workbooks import full_planned, planned_workbook

from techmodel.core.benefits import in_order as benefits_in_order
from techmodel.core.costs import by_funding, by_year, counted, total
from techmodel.core.lateness import find_late
from techmodel.core.plan_parts import Benefit, PlanBook, Stage, Status
from techmodel.core.plan_sheets import (
    ASSESSMENT,
    KEPT,
    PLAN,
    PLAN_SHEETS,
    REVISION,
    TOTALS,
    year_column,
)
from techmodel.core.raid import in_order as raid_in_order
from techmodel.core.raid import score
from techmodel.export.xlsx.plan_formulas import LATE_WORDS
from techmodel.export.xlsx.workbook import write_workbook
from techmodel.wording.plan_sheets import STATUSES

SHEETS = ["Read me", "Summary", "Gaps", "Plan", "Gantt", "RAID", "Benefits", "Costs", "Answers"]
SHEETS += ["Evidence", "Actions", "Services", "Onboarding", "Flows", "Decisions", "Lists", "Check"]


@pytest.fixture(scope="module")
def report():
    return full_planned()


@pytest.fixture(scope="module")
def path(report, tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "Plan.xlsx"
    write_workbook(report, path)
    return path


@pytest.fixture(scope="module")
def workbook(path):
    return load_workbook(path)


@pytest.fixture(scope="module")
def values(path):
    return load_workbook(path, data_only=True)


def rows_of(sheet):
    """The rows of a list, each as header -> value, without totals."""
    rows = list(sheet.iter_rows(values_only=True))
    last = next((n for n, row in enumerate(rows) if row[0] == TOTALS), len(rows))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:last] if row[0]]


def day(found):
    return found and datetime.combine(found, time())


def test_the_sheets_stand_in_reading_order(workbook):
    assert workbook.sheetnames == SHEETS
    assert workbook.active.title == "Summary"


@pytest.mark.parametrize("kind", PLAN_SHEETS, ids=lambda s: s.title)
def test_a_list_has_a_table_a_header_in_row_1_and_the_id_first(workbook, kind):
    sheet = workbook[kind.title]
    table = sheet.tables[kind.table]
    heads = [c.value for c in sheet[1]]

    assert heads[: len(kind.columns)] == [c.header for c in kind.columns]
    assert [c.name for c in table.tableColumns] == heads
    assert table.autoFilter.ref == table.ref
    assert sheet.freeze_panes in {"B2", "C2", "D2"}
    assert not sheet.merged_cells.ranges


def test_heads_whose_numbers_surprise_have_a_note(workbook):
    noted = {c.value: c.comment.text for c in workbook["Plan"][1] if c.comment}

    assert set(noted) == {"Start", "Weeks", "Slack days", "Other days"}
    assert noted["Weeks"].startswith("Whole weeks of work")


@pytest.mark.parametrize("title", SHEETS)
def test_a_sheet_prints_landscape_one_page_wide(workbook, title):
    sheet = workbook[title]

    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == (8 if title == "Gantt" else 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_area


def test_headers_are_repeated_on_every_page(workbook):
    assert {workbook[s.title].print_title_rows for s in PLAN_SHEETS} == {"$1:$1"}
    assert workbook["Gantt"].print_title_rows == "$3:$6"


@pytest.mark.parametrize("kind", PLAN_SHEETS, ids=lambda s: s.title)
def test_exactly_the_cells_to_change_are_shaded(workbook, kind):
    sheet = workbook[kind.title]
    cells = sheet[2][: len(kind.columns)]
    shaded = [cell.fill.patternType == "solid" for cell in cells]

    assert shaded == [c.editable for c in kind.columns]


def test_plan_holds_every_project_in_its_order_as_the_engine_has_it(report, values):
    rows = rows_of(values["Plan"])

    assert [row["Id"] for row in rows] == [p.project.id for p in report.plan.projects]
    for row, planned_ in zip(rows, report.plan.projects, strict=True):
        project = planned_.project
        start = planned_.start or project.pins.start
        assert (row["Start"], row["Finish"]) == (day(start), day(planned_.end))
        assert (row["Project"], row["Owner"] or "") == (project.name, project.owner)
        assert row["Status"] == STATUSES[project.status]
        assert (row["Slack days"], row["Critical"] == "Yes") == (
            planned_.slack,
            planned_.critical,
        )


@pytest.mark.parametrize("seed", range(20, 23))
def test_late_projects_are_those_the_program_calls_late(tmp_path, seed):
    made = planned_workbook(seed)
    write_workbook(made, tmp_path / "a.xlsx")
    rows = rows_of(load_workbook(tmp_path / "a.xlsx", data_only=True)["Plan"])
    late = find_late(made.plan, made.book, made.today)

    assert {row["Id"]: row["Late"] for row in rows if row["Late"]} == {
        id_: LATE_WORDS[why] for id_, why in late.items()
    }


def test_less_than_all_never_reads_as_all(values):
    heads = [c.value for c in values["Plan"][1]]
    done = values["Plan"].cell(2, heads.index("Done") + 1)

    assert done.number_format == '[<0.995]0%;[<0.999999999]"99%";0%'


def test_what_is_over_or_not_counted_is_not_to_do(report, values):
    to_do = {row["Id"] for row in rows_of(values["Plan"]) if row["To do"]}

    assert to_do == {
        p.id
        for p in report.book.projects
        if p.status not in {Status.DONE, Status.DROPPED} and p.id not in report.book.terms.off
    }


def test_links_by_hand_carry_their_days(report, values):
    after = {row["Id"]: row["After"] for row in rows_of(values["Plan"]) if row["After"]}
    first, second = report.book.links

    assert after == {first.project: first.after, second.project: f"{second.after}+5"}


def test_a_scenario_has_a_column_of_its_own_and_a_row_on_summary(report, values):
    heads = [c.value for c in values["Plan"][1]]
    named = [h for h in heads if h.startswith("Finish, ")]
    cells = [c.value for c in values["Summary"]["B"]]

    assert len({h.casefold() for h in named}) == len(report.book.scenarios) == 3
    assert all(s.name in cells for s in report.book.scenarios)


def test_raid_is_scored_and_ordered_as_the_engine_does(report, values):
    rows = rows_of(values["RAID"])
    items = raid_in_order(report.book.raid)

    assert [row["Id"] for row in rows] == [i.id for i in items]
    assert [row["Score"] for row in rows] == [score(i) for i in items]


def test_benefits_stand_in_the_order_of_the_logic_model(report, values):
    found = [row["Id"] for row in rows_of(values["Benefits"])]

    assert found == [b.id for b in benefits_in_order(report.book.benefits)]


def test_costs_by_year_and_their_totals_are_the_engines(report, values):
    costs = counted(report.book)
    totals = list(values["Costs"].iter_rows(values_only=True))
    heads = totals[0]
    last = dict(zip(heads, totals[-1], strict=True))
    whole = total(costs).total

    assert (last["Total low"], last["Total likely"], last["Total high"]) == (
        *(whole.low, whole.likely, whole.high),
    )
    for year, sums in by_year(costs).items():
        assert last[year_column(year).header] == sums.total.likely
    named = {row[2]: row[heads.index("Total likely")] for row in totals}
    for source, sums in by_funding(costs).items():
        assert named[source or "No funding yet"] == sums.total.likely


def test_actions_are_the_steps_of_the_plan_with_their_dates(report, values):
    rows = rows_of(values["Actions"])
    steps = [s for p in report.plan.projects for s in p.steps]

    assert [(row["Id"], row["Start"]) for row in rows] == [(s.id, day(s.start)) for s in steps]
    assert {row["Id"]: row["End"] for row in rows} == {s.id: day(s.end) for s in steps}


def test_every_total_agrees(values):
    rows = rows_of(values["Check"])

    assert {row["Result"] for row in rows} == {"Agrees"}
    assert {"plan-end", "steps", "cost-2027", "raid-score"} <= {row["Id"] for row in rows}


def test_summary_says_when_it_ends_what_it_costs_and_what_may_go_wrong(report, values):
    said = {row[1]: row[2] for row in values["Summary"].iter_rows(values_only=True)}

    assert said["Plan ends"] == day(report.plan.end)
    assert said["Cost, likely"] == total(counted(report.book)).total.likely
    assert said["Projects that are late"] > 0
    assert said["High risks open"] > 0


def test_statutory_dates_are_kept_or_not_as_the_plan_says(report, values):
    rows = list(values["Summary"].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if row[5] == "Kept")
    found = {row[0]: row for row in rows[head + 1 : head + 1 + len(report.plan.duties)]}

    for duty in report.plan.duties:
        row = found[duty.capability]
        assert row[2] == day(duty.wanted)
        assert row[4:7] == (day(duty.got), "Yes" if duty.kept else "No", duty.project)


def test_drop_downs_offer_words_and_reach_below_the_list(workbook):
    offered = {
        (title, str(rule.sqref)): rule.formula1
        for title in ("Plan", "RAID", "Benefits", "Costs")
        for rule in workbook[title].data_validations.dataValidation
        if rule.type == "list"
    }

    words = "YesNo YesNo PlanStatuses RaidKinds Likelihoods Impacts BenefitStages CostKinds"
    assert sorted(offered.values()) == sorted([*words.split(), *["OwnerRoles"] * 3])
    assert set(offered.values()) <= set(workbook.defined_names)


def test_lists_keeps_what_it_was_made_from(report, values):
    rows = list(values["Lists"].iter_rows(values_only=True))
    at = rows[0].index(KEPT.columns[0].header)

    assert rows[0][at + 1] == KEPT.columns[1].header
    assert {row[at]: row[at + 1] for row in rows[1:3]} == {
        ASSESSMENT: report.assessment.id,
        REVISION: report.revision,
    }


def test_formulas_use_functions_of_2016_only(workbook):
    allowed = "ABS AND COUNT COUNTA COUNTIF COUNTIFS EXACT FIND FIXED IF IFERROR INDEX INT"
    allowed += " ISNUMBER LEFT LEN MATCH MAX MIN MONTH N OR ROUND ROW SUM SUMIF SUMIFS"
    allowed += " SUMPRODUCT TEXT TRIM VALUE WORKDAY"
    texts = [
        cell.value
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    texts += [
        f
        for sheet in workbook
        for area in sheet.conditional_formatting
        for rule in area.rules
        for f in rule.formula
    ]

    assert {f for text in texts for f in re.findall(r"([A-Z]+)\(", text)} <= set(allowed.split())


def test_read_me_explains_the_plan(values):
    said = {a.value: b.value for a, b in values["Read me"].iter_rows(max_col=2)}

    assert {"Plan", "Gantt", "RAID", "Benefits", "Costs", "Actions", "Plan: Weeks"} <= set(said)
    assert "Import the workbook" in said["Start, Slack, Critical"]


def test_without_a_plan_one_sentence_says_what_to_do(tmp_path):
    write_workbook(report_of(one([3])), tmp_path / "a.xlsx")
    workbook = load_workbook(tmp_path / "a.xlsx")
    said = {a.value: b.value for a, b in workbook["Read me"].iter_rows(max_col=2)}

    assert not {s.title for s in PLAN_SHEETS} & set(workbook.sheetnames)
    assert said["Plan"].startswith("Nothing is planned yet. Fill the plan from the gaps")
    assert KEPT.columns[0].header in [c.value for c in workbook["Lists"][1]]


def test_logs_without_projects_have_their_sheets(tmp_path):
    book = PlanBook(benefits=(Benefit("b1", "Calls saved", Stage.OUTCOME, review=TODAY),))
    made = planned(one([3]), book)
    object.__setattr__(made, "plan", None)
    write_workbook(made, tmp_path / "a.xlsx")
    workbook = load_workbook(tmp_path / "a.xlsx", data_only=True)

    assert [s for s in workbook.sheetnames if s in SHEETS[3:8]] == ["RAID", "Benefits", "Costs"]
    assert {row["Result"] for row in rows_of(workbook["Check"])} == {"Agrees"}


def test_a_project_that_began_on_a_day_nobody_works_keeps_its_dates(tmp_path):
    saturday = TODAY.replace(day=21)
    made = two(P01={"status": Status.UNDER_WAY, "pins": pins(saturday), "percent": 20})
    write_workbook(made, tmp_path / "a.xlsx")
    row = rows_of(load_workbook(tmp_path / "a.xlsx", data_only=True)["Plan"])[0]

    assert row["Start"] == day(saturday)
    assert row["Finish"] == day(made.plan.of("P01").end)


def pins(start):
    from techmodel.core.plan_parts import Pins

    return Pins(start)


def test_texts_that_look_like_formulas_stay_texts(workbook):
    cells = [c for s in PLAN_SHEETS for row in workbook[s.title].iter_rows() for c in row]
    texts = [c for c in cells if isinstance(c.value, str) and c.value in {"=1+1", "=Owner"}]

    assert texts
    assert {(c.data_type, c.quotePrefix) for c in texts} == {("s", True)}
    assert PLAN.title in {c.parent.title for c in texts}
