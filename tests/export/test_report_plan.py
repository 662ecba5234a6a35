"""What the report says of the plan: everything that is in it, in the engine's own figures."""

from dataclasses import fields, is_dataclass, replace

import pytest
from tests.export import plan_reports as plans
from tests.export.test_report_content import chapter, every, headings

from techmodel.core.benefits import MEASURED
from techmodel.core.checklist import Weeks
from techmodel.core.costs import by_funding, by_year, counted, total
from techmodel.core.owners import find_owners
from techmodel.core.plan_parts import Benefit, Pins, RaidItem, RaidKind, Stage, Status, Terms
from techmodel.core.raid import score
from techmodel.core.roadmap import find_roadmap
from techmodel.export.content.blocks import Figure, Heading, Items, Named, Prose, Ref, Table, Ticks
from techmodel.export.content.report import report_content
from techmodel.wording.costs import pounds
from techmodel.wording.numbers import percent_range, short_date
from techmodel.wording.phrases import plain
from techmodel.wording.report_plan import NO_COSTS, NO_PLAN, NO_PROJECTS, NONE, NOT_DRAWN

SEEDS = range(6)
REPORTS = {seed: plans.small(seed) for seed in SEEDS}
FULL = plans.full()
CONTENT = report_content(FULL)

GANTT, PROJECTS, COSTS = "The plan as a Gantt", "Projects of the plan", "What the plan costs"
BENEFITS, RAID = "What the plan is good for", "Risks, assumptions, issues and dependencies"
SCENARIOS, OWNERS = "Scenarios beside the plan", "Who answers for what"


def said(blocks):
    """Every word in some blocks, in order, without the names of places."""
    return " ".join(_words(tuple(blocks)))


def _words(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _words(part)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in {"key", "chart", "tone"}:
                yield from _words(getattr(value, field.name))


def rows(content, title, about):
    """The rows of a table of a chapter, each as the words of its cells."""
    tables = [t for t in every(chapter(content, title), Table) if about in t.about]
    return [[said((cell,)) for cell in row] for table in tables for row in table.rows]


def dated(report):
    return [p for p in report.plan.projects if p.start]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_project_is_there_with_the_dates_weeks_and_slack_of_the_engine(seed):
    report = REPORTS[seed]
    found = rows(report_content(report), PROJECTS, "Every project")

    assert len(found) == len(report.book.projects)
    for row, planned in zip(found, report.plan.projects, strict=True):
        project, dates = planned.project, [planned.start, planned.end]
        assert row[0] == project.id
        assert project.name in row[1]
        assert row[2] == (project.owner or "Nobody yet")
        assert row[3:5] == [short_date(d) if d else NONE for d in dates]
        assert (row[6] == "critical") == planned.critical
        assert row[7] == (" ".join(planned.predecessors) or NONE)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_cost_is_there_and_the_sums_are_those_of_the_engine(seed):
    report = REPORTS[seed]
    content, costs = report_content(report), counted(report.book)
    lines = rows(content, COSTS, "Every cost") if report.book.costs else []
    sums = rows(content, COSTS, "Costs by") if costs else []
    parts = [*by_year(costs).values(), total(costs), *by_funding(costs).values(), total(costs)]

    for cost in report.book.costs:
        amounts = [pounds(a) for a in (cost.amount.low, cost.amount.likely, cost.amount.high)]
        assert any(cost.label in row[0] and row[2:5] == amounts for row in lines)
    assert len(lines) == len(report.book.costs)
    assert [row[3:] for row in sums] == [
        [pounds(p.total.low), pounds(p.total.likely), pounds(p.total.high)]
        for p in (parts if costs else [])
    ]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_benefit_is_there_outcomes_with_their_measures(seed):
    report = REPORTS[seed]
    content, benefits = report_content(report), report.book.benefits
    if not benefits:
        assert BENEFITS not in headings(content)
        return
    links = rows(content, BENEFITS, "Every element")
    outcomes = rows(content, BENEFITS, "Every outcome")

    assert all(any(b.name in row[0] for row in links) for b in benefits)
    assert len(links) == len(benefits)
    for b in (b for b in benefits if b.stage in MEASURED):
        held = [text or NONE for text in (b.measure, b.baseline, b.target)]
        assert any(row[0] == b.name and row[1:4] == held for row in outcomes)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_raid_entry_is_there_with_its_score_as_digit_and_word(seed):
    report = REPORTS[seed]
    content = report_content(report)
    found = rows(content, RAID, "what is done") if report.book.raid else []

    assert len(found) == len(report.book.raid)
    for item in report.book.raid:
        mine = [row for row in found if item.text in row[0]]
        assert any(item.cause in row[0] and item.consequence in row[0] for row in mine)
        if item.kind is RaidKind.RISK and score(item):
            assert any(row[1].startswith(f"{score(item)} ") for row in mine)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_bar_of_the_gantt_says_its_project_in_words(seed):
    report = REPORTS[seed]
    content = report_content(report)
    if not dated(report):
        assert GANTT not in headings(content)
        return
    alt = " ".join(f.chart.alt for f in every(chapter(content, GANTT), Figure))

    for planned in report.plan.projects:
        assert f"{planned.project.id} " in alt
        assert not planned.end or short_date(planned.end) in alt


@pytest.mark.parametrize("seed", SEEDS)
def test_references_lead_to_places_and_tables_are_regular(seed):
    content = report_content(REPORTS[seed])
    places = {p.key for p in every(content.blocks, Heading | Named)}

    assert {r.key for r in every(content.blocks, Ref)} <= places
    for table in every(content.blocks, Table):
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_owners_are_those_of_the_engine_and_what_has_none_stands_first():
    base = FULL.assessment
    owners = find_owners(base, FULL.gaps, FULL.book, FULL.plan, FULL.today)
    first, second = list(every(chapter(CONTENT, OWNERS), Table))

    assert [said(row[:1]) for row in first.rows] == ["Nobody yet"]
    assert [said(row[:1]) for row in second.rows] == [o.role for o in owners if o.role]
    parts = [part for t in (first, second) for row in t.rows for part in row[1].parts]
    assert len(parts) == sum(len(o.owned) for o in owners)


def test_scenarios_stand_side_by_side_with_the_plan_first():
    found = rows(CONTENT, SCENARIOS, "every scenario")

    assert found[0][0] == "The plan"
    assert {row[0] for row in found[1:]} == {s.name for s in FULL.book.scenarios}
    assert found[0][4] == short_date(FULL.plan.end)


def test_what_is_reached_begins_with_today_and_ends_with_the_plan():
    found = rows(CONTENT, "The plan", "the plan reaches")
    now, then = FULL.gaps.overall.attainment, FULL.forecast[-1].overall

    assert found[-1][1] == percent_range(now, "–")
    assert found[-1][-1] == percent_range(then, "–")
    assert len(found[-1]) <= 7


def test_dates_that_are_not_kept_are_all_told():
    lists = every(chapter(CONTENT, "The plan"), Items)
    told = [plain(words) for items in lists for words in items.items]

    assert FULL.plan.missed
    assert sum("duty date is" in w or "was to" in w for w in told) == len(FULL.plan.missed)


def test_the_front_shows_every_horizon_and_counts_what_it_leaves_out():
    table = next(t for t in every(CONTENT.blocks, Table) if "by the horizon" in t.about)
    stages = find_roadmap(FULL.assessment, FULL.plan).stages

    for cell, stage in zip(table.rows[0], stages, strict=True):
        shown = [part for part in cell.parts if isinstance(part, Ref)]
        more = [part for part in cell.parts if not isinstance(part, Ref)]
        rest = len(stage.bars) - len(shown)
        assert more == ([f"and {rest} more"] if rest else [])


def test_the_front_shows_the_top_risks_and_what_it_costs():
    heads = headings(CONTENT)
    front = heads[: heads.index("Contents")]

    assert {"What it costs", "What it brings", "Statutory and contract dates"} <= {*front}
    items = tuple(RaidItem(f"R{n}", RaidKind.RISK, f"No {n}", "", "", n, 5) for n in range(1, 6))
    content = report_content(plans.changed(FULL, raid=items))
    table = next(t for t in every(content.blocks, Table) if "highest scores" in t.about)
    assert [said(row[:2]) for row in table.rows] == [
        "No 5 25 Very high",
        "No 4 20 Very high",
        "No 3 15 Very high",
    ]


def test_duties_say_when_the_plan_reaches_them():
    late = {d.capability: d for d in FULL.plan.duties}
    found = rows(CONTENT, "Duties and dates", "All duties")
    alone = [row for row in found if row[4] in late]

    assert alone
    for row in alone:
        duty = late[row[4]]
        assert row[3] == (f"{short_date(duty.got)}, late" if duty.got else "Not planned")


def test_decisions_are_ticked_where_they_are_signed():
    boxes = list(every(chapter(CONTENT, "Sign-off"), Ticks))
    front = next(b for b in CONTENT.blocks if type(b).__name__ == "Ask")

    assert len(boxes) == len(front.items) >= 3
    assert plain(front.items[0]).startswith("Agree the plan: ")


def test_the_method_and_the_words_explain_the_plan():
    method = said(chapter(CONTENT, "Scope, method and arithmetic"))

    assert all(w in method for w in ("Schedule. ", "Slack. ", "Capacity. ", "Forecast. "))
    assert "Logic model" in said(chapter(CONTENT, "Glossary"))


def test_without_a_plan_there_is_one_sentence_and_no_empty_heading():
    content = report_content(plans.nothing(FULL))
    head, sentence = chapter(content, "The plan")[:2]

    assert isinstance(head, Heading)
    assert sentence == Prose(NO_PLAN)
    assert len([b for b in chapter(content, "The plan") if isinstance(b, Prose)]) == 1
    assert not {GANTT, PROJECTS, COSTS, BENEFITS, RAID, SCENARIOS, OWNERS} & {*headings(content)}
    assert "Slack" not in said(chapter(content, "Glossary"))


def test_projects_alone_have_no_empty_chapters():
    content = report_content(plans.bare(FULL))

    assert NO_COSTS in said(chapter(content, COSTS))
    assert not {BENEFITS, RAID, SCENARIOS, "Top risks"} & {*headings(content)}


def test_logs_without_a_project_are_shown_and_the_plan_says_so():
    report = plans.logs_alone()
    content = report_content(report)

    assert NO_PROJECTS in said(chapter(content, "The plan"))
    assert {COSTS, BENEFITS, RAID} <= {*headings(content)}
    assert not {GANTT, PROJECTS, SCENARIOS} & {*headings(content)}


def test_one_project_has_one_horizon_and_one_bar():
    first = replace(FULL.book.projects[0], status=Status.NOT_STARTED)
    content = report_content(plans.changed(plans.bare(FULL), projects=(first,), links=()))
    table = next(t for t in every(content.blocks, Table) if "by the horizon" in t.about)
    (figure,) = every(chapter(content, GANTT), Figure)

    assert [len(cell.parts) for cell in table.rows[0]] == [1]
    assert figure.chart.alt.count(f"{first.id} ") == 1


def test_what_is_not_counted_keeps_its_dates_in_the_gantt_and_says_so():
    off = FULL.book.projects[1].id
    report = plans.changed(FULL, terms=Terms(off=frozenset({off})))
    content = report_content(report)
    alt = " ".join(f.chart.alt for f in every(chapter(content, GANTT), Figure))
    row = next(r for r in rows(content, PROJECTS, "Every project") if r[0] == off)

    assert "not counted" in next(part for part in alt.split(". ") if part.startswith(f"{off} "))
    assert "Not counted" in row[1]
    assert row[3:5] == [NONE, NONE]


def test_a_plan_of_centuries_has_no_gantt_and_no_dates():
    own = replace(FULL.book.projects[0], weeks=Weeks(9000, 20000, 30000), pins=Pins())
    content = report_content(plans.changed(plans.bare(FULL), projects=(own,), links=()))

    assert "runs for centuries" in said(chapter(content, "The plan"))
    assert GANTT not in headings(content)
    assert rows(content, PROJECTS, "Every project")[0][3:5] == [NONE, NONE]
    assert "Agree the plan" not in said(content.blocks)


def test_a_logic_model_larger_than_a_page_is_told_but_not_drawn():
    many = tuple(Benefit(f"B{n}", f"Output {n}", Stage.OUTPUT) for n in range(120))
    content = report_content(plans.changed(FULL, benefits=many))

    assert not list(every(chapter(content, BENEFITS), Figure))
    assert len(rows(content, BENEFITS, "Every element")) == 120
    assert NOT_DRAWN in said(chapter(content, BENEFITS))


def test_costs_of_what_is_dropped_are_listed_but_not_added_up():
    dropped = replace(FULL.book.projects[0], status=Status.DROPPED)
    cost = replace(FULL.book.costs[0], project=dropped.id)
    report = plans.changed(plans.bare(FULL), projects=(dropped,), links=(), costs=(cost,))
    content = report_content(report)

    assert "Not counted" in rows(content, COSTS, "Every cost")[0][0]
    assert rows(content, COSTS, "Costs by") == []


def test_where_nobody_answers_for_anything_the_plan_has_no_owners():
    done = replace(FULL.book.projects[0], status=Status.DONE, owner="")
    base = replace(FULL, assessment=replace(FULL.assessment, overrides={}))
    report = plans.changed(plans.bare(base), projects=(done,), links=())

    assert OWNERS not in headings(report_content(report))
    assert "Everything in the plan is done or dropped." in said(report_content(report).blocks)


def test_where_everything_has_an_owner_only_owners_are_listed():
    owned = replace(FULL.book.projects[0], status=Status.NOT_STARTED, owner="Digital lead")
    base = replace(FULL, assessment=replace(FULL.assessment, overrides={}))
    content = report_content(plans.changed(plans.bare(base), projects=(owned,), links=()))
    (table,) = every(chapter(content, OWNERS), Table)

    assert said(table.rows[0][:1]) == "Digital lead"
