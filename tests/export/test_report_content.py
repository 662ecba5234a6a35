"""What the report says: nothing invented, no total without its range, no reference to nowhere."""

from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest
from tests.export import report_builders as build

from techmodel.core.answers import Answer, Evidence, State, Value
from techmodel.core.assessment import Override
from techmodel.core.services_guide import needs_a_look
from techmodel.export.content.blocks import (
    Chip,
    Figure,
    Heading,
    Items,
    Mark,
    Named,
    Prose,
    Ref,
    Share,
    Status,
    Table,
    Ticks,
)
from techmodel.export.content.duties import duty_rows
from techmodel.export.content.evidence import NONE, evidence_mix
from techmodel.export.content.report import report_content
from techmodel.export.content.services import linked_services
from techmodel.export.content.view import View
from techmodel.wording.phrases import plain

REPORT = build.report()
CONTENT = report_content(REPORT)


def every(value, kind):
    """Every block or cell of a kind, wherever it stands."""
    if isinstance(value, kind):
        yield value
    if isinstance(value, tuple):
        for part in value:
            yield from every(part, kind)
    elif is_dataclass(value):
        for field in fields(value):
            yield from every(getattr(value, field.name), kind)


def headings(content):
    return [h.words for h in every(content.blocks, Heading)]


def words(content):
    return " ".join(every(content.blocks, str))


def chapter(content, title):
    """The blocks under a heading of level 2."""
    blocks = list(content.blocks)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.words == title)
    heads = [n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.level == 2]
    return tuple(blocks[start : min((n for n in heads if n > start), default=len(blocks))])


def of(base, **changes):
    return report_content(build.report(base, **changes))


@pytest.mark.parametrize("count", [0, 1, 7, 13])
def test_every_reference_leads_to_a_place(count):
    content = of(build.assessment(organisations=build.partners(count)))
    places = {h.key for h in every(content.blocks, Heading)}
    places |= {n.key for n in every(content.blocks, Named)}

    assert {r.key for r in every(content.blocks, Ref)} <= places


def test_places_have_different_names():
    keys = [h.key for h in every(CONTENT.blocks, Heading | Named) if h.key]

    assert len(keys) == len(set(keys))


def test_every_table_has_a_cell_for_every_column_and_at_least_a_row():
    for table in every(CONTENT.blocks, Table):
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.columns)}


def test_every_chart_says_its_figures_in_words():
    figures = list(every(CONTENT.blocks, Figure))

    assert len(figures) > 8
    assert all(any(c.isdigit() for c in f.chart.alt) for f in figures)


def test_decisions_on_both_pages_are_the_same_in_number():
    boxes = list(every(CONTENT.blocks, Ticks))
    front = next(b for b in CONTENT.blocks if type(b).__name__ == "Ask")

    assert len(front.items) == len(boxes) >= 3
    assert {t.labels for t in boxes} == {("Agreed", "Not agreed")}


def test_nothing_is_said_of_plan_costs_or_risks_before_there_is_a_plan():
    said = " ".join(headings(CONTENT)).lower()

    assert not any(w in said for w in ("road map", "roadmap", "cost", "risk", "benefit"))


def test_the_weakest_partner_stands_beside_the_total():
    sentence = next(
        plain(b.words)
        for b in CONTENT.blocks
        if isinstance(b, Prose) and "The partnership reaches" in plain(b.words)
    )

    assert "Hazelcombe Care Homes are furthest from target" in sentence
    assert "50 to 60%" in sentence


def test_it_is_called_a_review():
    blocks = [b for b in CONTENT.blocks if isinstance(b, Heading | Prose)]
    said = " ".join(plain(b.words) for b in blocks).lower()

    assert "review" in said
    assert said.count("audit") == said.count("neither an audit") == 1


def test_the_heat_map_has_every_partner_and_marks_the_lowest_of_each_row():
    table = next(t for t in every(CONTENT.blocks, Table) if "by domain and partner" in t.about)

    assert [c.head for c in table.columns][3:] == [p[1] for p in build.PARTNERS]
    for row in table.rows:
        cells = [c for c in row if isinstance(c, Share) and c.share]
        lowest = min(c.share.low for c in cells)
        assert all(c.lowest == (c.share.low == lowest) for c in cells)


def test_many_partners_have_a_chapter_of_their_own_in_the_order_of_the_set_up():
    content = of(build.assessment(organisations=build.partners(13)))
    (table,) = every(chapter(content, "All partners by domain"), Table)

    assert [row[0] for row in table.rows] == [o.name for o in build.partners(13)]
    assert "All partners by domain" not in headings(CONTENT)


def test_answers_by_partner_have_a_sign_for_every_pair():
    table = next(t for t in every(CONTENT.blocks, Table) if "answer of every partner" in t.about)
    gap = REPORT.gaps.capabilities[0]
    signs = {State.DONT_KNOW: "?", State.NOT_ANSWERED: "–", State.NOT_APPLICABLE: "n/a"}

    for cell, o in zip(table.rows[0][2:], REPORT.assessment.scope, strict=True):
        pair = gap.pairs.get(o.id)
        sign = cell.text if isinstance(cell, Chip) else cell
        expected = str(pair.level) if pair and pair.level is not None else None
        assert sign == (expected or (signs[pair.state] if pair else "·"))


def test_notes_and_dissent_stand_in_their_domain_in_the_words_typed():
    notes = {a.note for a in REPORT.assessment.answers.values() if a.note}
    said = " ".join(plain(w) for i in every(CONTENT.blocks, Items) for w in i.items)

    assert notes
    assert all(note in said for note in notes)


def test_without_answers_there_is_no_chart_and_no_heat_map():
    content = of(replace(build.assessment(), answers={}, evidence=(), overrides={}))

    assert not list(every(content.blocks, Figure))
    assert not list(every(content.blocks, Share))
    assert "Nothing is known yet" in words(content)


def test_without_a_care_model_nothing_is_below_target():
    content = of(replace(build.assessment(), care_models=(), overrides={}))

    assert "no care model is chosen" in words(content)
    assert {s.words for s in every(chapter(content, "Duties and dates"), Status)} == {
        "No target or no level"
    }


def test_duties_stand_once_late_ones_first():
    rows = duty_rows(View(REPORT))
    marks = [row.status.mark for row in rows]

    assert len({(row.named, row.date) for row in rows}) == len(rows)
    assert marks == sorted(marks, key=[Mark.LATE, Mark.OPEN, Mark.DONE].index)
    assert marks.count(Mark.LATE) == 4


@pytest.mark.parametrize(
    ("today", "said"),
    [(date(2026, 9, 29), "1 day left, gap of"), (date(2026, 10, 1), "Passed, gap of")],
)
def test_a_duty_is_late_from_the_day_after_its_date(today, said):
    made = REPORT.made.replace(year=today.year, month=today.month, day=today.day)
    rows = duty_rows(View(replace(REPORT, made=made)))
    flag = next(row for row in rows if row.named.startswith("Reasonable Adjustment"))

    assert flag.status.words.startswith(said)


def test_services_are_those_of_open_gaps_and_old_ones_are_marked():
    view = View(REPORT)
    linked = linked_services(view)
    (table,) = every(chapter(CONTENT, "Services and projects to connect to"), Table)
    marked = [isinstance(row[1], Status) for row in table.rows]

    assert {g for e in linked for g in e.gaps} <= {g.id for g in REPORT.gaps.ranked}
    assert marked == [needs_a_look(entry) for entry in linked]
    assert all("ask the operator" in r[1].words or "passed" in r[1].words for r in _marked(table))


def _marked(table):
    return [row for row in table.rows if isinstance(row[1], Status)]


def test_evidence_counts_each_level_once_by_its_best():
    base = build.assessment(organisations=build.partners(1))
    (c, o), _ = next(k for k in base.answers.items() if k[1].value.state is State.LEVEL)
    pieces = tuple(Evidence(f"e{g}", c, o, g, "Seen") for g in "DAZC")
    mix = evidence_mix(View(build.report(replace(base, evidence=pieces))))
    levels = sum(a.value.state is State.LEVEL for a in base.answers.values())

    assert mix == {"A": 1, "B": 0, "C": 0, "D": 0, NONE: levels - 1}


def test_evidence_of_those_who_left_is_not_listed():
    base = build.assessment()
    gone = replace(base.organisations[0], in_scope=False)
    content = of(replace(base, organisations=(gone, *base.organisations[1:])))
    tables = every(chapter(content, "Evidence"), Table)

    assert gone.short_name not in {row[1] for t in tables for row in t.rows}
    assert "Left, kept but not counted" in words(content)


def test_the_method_has_the_figures_of_this_assessment():
    content = of(replace(build.assessment(), threshold=0.65))

    assert "at least 65% of the weight" in words(content)
    assert "S 2, 4 or 6, M 6, 11 or 16 and L 16, 28 or 40" in words(content)


def test_shortfalls_and_what_nobody_provides_stay_visible():
    content = of(build.assessment(organisations=build.partners(1)))
    lists = every(chapter(content, "What stays behind"), Items)
    said = " ".join(plain(words) for items in lists for words in items.items)

    assert "ASC-01" in said
    assert "GOV-06" in said


def test_open_answers_stand_with_who_could_settle_them():
    (table,) = every(chapter(CONTENT, "What is not known, and who could settle it"), Table)

    assert {row[0] for row in table.rows} <= {o.name for o in REPORT.assessment.scope}
    assert sum(row[2].count("-") for row in table.rows) >= len(table.rows)


def test_decisions_are_told_in_the_words_typed():
    base = build.assessment(organisations=build.partners(2))
    first, second = (o.id for o in base.organisations)
    provided = Answer("GOV-01", first, Value(State.PROVIDED_BY, provider=second, reason="Theirs."))
    answers = base.answers | {("GOV-01", first): provided}
    override = Override("GOV-02", 0, "Not this year.", "Chair")
    made = replace(base, answers=answers, overrides={"GOV-02": override})
    tables = list(every(chapter(of(made), "Decisions and dissent"), Table))
    rows = [row for table in tables for row in table.rows]

    assert ("Acute trust, from Comm. trust", "Theirs.") in [row[1:3] for row in rows]
    assert ("Not pursued", "Not this year.") in [row[1:3] for row in rows]
    assert "Owner: Chair" in next(row[3] for row in rows if row[1] == "Not pursued").parts


def test_without_decisions_the_chapter_says_so():
    base = build.assessment(organisations=())

    assert "No decision and no dissent is recorded." in words(of(replace(base, overrides={})))


def test_what_is_out_of_scope_is_named_but_not_linked():
    base = build.assessment()
    out = replace(base, domains_out=frozenset(["GOV"]))
    content = of(out)

    assert not [r for r in every(content.blocks, Ref) if "GOV-" in plain(r.words)]
    assert "Left out: GOV" not in words(content)
    assert "Domains left out: Leadership" in words(content).replace("  ", " ")


def test_partners_that_are_level_have_no_lowest():
    base = build.assessment(organisations=build.partners(2))
    pairs = [(c.id, o.id) for c in base.checklist.capabilities for o in base.organisations]
    five = {k: Answer(*k, Value(State.LEVEL, 5)) for k in pairs}
    content = of(replace(base, answers=five))

    assert not [s for s in every(content.blocks, Share) if s.lowest]


def test_nothing_open_and_nothing_to_do_are_said():
    base = build.assessment(organisations=build.partners(7), answered=2)
    five = {k: replace(a, value=Value(State.LEVEL, 5)) for k, a in base.answers.items()}
    said = words(of(replace(base, answers=five, overrides={})))

    assert "Every question that was asked has an answer." in said
    assert "No gap is open" in said
    assert "Met" in said


def test_it_says_what_it_is_not():
    said = words(CONTENT)

    assert "Not an NHS product" in said
    assert "from revision 312 of the assessment 0190-test" in said
    assert "It is not an NHS product" in said
    assert REPORT.assessment.checklist.notice in said
