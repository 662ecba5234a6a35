"""What the checklist says."""

from dataclasses import replace
from datetime import date

import pytest
from tests.core.builders import assessment, question

from techmodel.core.answers import State
from techmodel.core.checklist import Action, Effort
from techmodel.core.gaps import find_gaps
from techmodel.core.outline import Filter, find_outline
from techmodel.core.ranges import Range
from techmodel.core.targets import Source, Target
from techmodel.core.typed_row import parse_row
from techmodel.wording import checklist_page as said

PARTNERS = [{"id": "o1"}, {"id": "o2"}]


def outline(rows, organisation=None, target=3):
    """An outline of as many capabilities as there are rows of answers by o1 and o2."""
    capabilities = [{"id": f"A-{n}", "targets": {"M": target}} for n in range(len(rows))]
    answers = {f"A-{n}": row for n, row in enumerate(rows)}
    a = assessment(question(capabilities, PARTNERS, answers))
    return find_outline(a, find_gaps(a), organisation)


def gap(*row, targets=(("M", 3),)):
    a = assessment(question([{"id": "A-1", "targets": dict(targets)}], PARTNERS, {"A-1": row}))
    return find_gaps(a).of("A-1")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("-", 1), ("-", 1)], "None of 2 answered yet."),
        ([(1, 1), ("-", 1)], "1 of 2 answered. 1 is below target so far."),
        ([(1, 1), (1, 1), ("?", 1)], "2 of 3 answered. 2 are below target so far."),
        ([(3, 1), (4, 1)], "All 2 answered. None is below target."),
        ([], "Nothing is asked here."),
    ],
)
def test_headline_for_one(rows, words):
    assert said.headline(outline(rows, "o1")) == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(1, 1), (1, "-"), (1, "?")], "1 of 3 is settled. 2 wait for an answer."),
        ([(1, 1), (1, 1), (1, "?")], "2 of 3 are settled. 1 waits for an answer."),
        ([("-", 1)], "None of 1 is settled. 1 waits for an answer."),
        ([(1, 1), (2, 2)], "All 2 are settled."),
    ],
)
def test_headline_for_several(rows, words):
    assert said.headline(outline(rows)) == words


def disputed(rows, count):
    shown = outline(rows)
    branch = shown.branches[0]
    items = tuple(replace(i, disputed=n < count) for n, i in enumerate(branch.items))
    return replace(shown, branches=(replace(branch, items=items),))


@pytest.mark.parametrize(
    ("rows", "count", "words"),
    [
        ([(1, 1), (1, "-")], 2, "1 of 2 is settled. 1 waits for an answer, 2 for agreement."),
        ([(1, 1), (1, 1)], 1, "All 2 are settled. 1 waits for agreement."),
        ([(1, 1), (1, 1)], 2, "All 2 are settled. 2 wait for agreement."),
    ],
)
def test_headline_counts_other_views(rows, count, words):
    assert said.headline(disputed(rows, count)) == words


@pytest.mark.parametrize("filter_", list(Filter))
def test_every_filter_has_its_words(filter_):
    assert said.FILTER_WORDS[filter_]
    assert said.FILTER_MEANS[filter_]
    assert said.nothing_left(filter_).endswith(".")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([(1, 1)], "Every question has an answer"),
        ([(1, "?")], "Every question has an answer, 1 is “don’t know”"),
        ([(1, "?"), (1, "?")], "Every question has an answer, 2 are “don’t know”"),
    ],
)
def test_nothing_left_to_answer(rows, words):
    assert said.nothing_to_answer(outline(rows)) == words


def test_an_item_says_level_gap_and_signs():
    item = replace(
        outline([(2, "?")]).items[0], filters=frozenset({Filter.PARKED, Filter.DISAGREE})
    )

    assert said.item_words("Write-back", item) == (
        "Write-back, level 0 to 2, 1 to 3 below target, parked, not agreed"
    )


def test_an_item_without_a_level_says_its_state():
    item = outline([("?", "?")]).items[0]

    assert item.state is State.DONT_KNOW
    assert said.item_words("Write-back", item) == "Write-back, don’t know"


@pytest.mark.parametrize(
    ("low", "high", "words"), [(2, 2, "2"), (0, 1, "0 or 1"), (1, 4, "1 to 4")]
)
def test_ranges_in_sentences(low, high, words):
    assert said.or_range(Range(low, high)) == words


@pytest.mark.parametrize(
    ("row", "together", "spread"),
    [
        ((3, "?"), "Partnership level 0 to 3", "gap 0 to 3, no spread, median 3"),
        ((1, 2), "Partnership level 1", "gap 2, spread 1 to 2, median 1.5"),
        (("?", "-"), "Partnership level not known yet", ""),
        (("n/a", "n/a"), "No partnership level: applicable to nobody", ""),
    ],
)
def test_the_partnership_in_words(row, together, spread):
    assert said.together_words(gap(*row)) == together
    assert said.spread_words(gap(*row)) == spread


def test_without_a_target_there_is_no_gap_to_tell():
    assert said.spread_words(gap(1, 1, targets=())) == "no target, no spread, median 1"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "does not apply to A"),
        (["A", "B", "C"], "does not apply to A, B and C"),
        (["A", "B", "C", "D"], "does not apply to A, B and 2 others"),
    ],
)
def test_those_not_asked(names, words):
    assert said.not_asked_words(names) == words


@pytest.mark.parametrize(
    ("target", "title", "words"),
    [
        (None, "No target", "No chosen care model asks for this."),
        (
            Target(1, Source.OVERRIDE, 1, reason="No money", owner="SRO"),
            "Target 1",
            "Held at 1 by decision: No money (SRO)",
        ),
        (
            Target(0, Source.OVERRIDE, 0, reason="No money"),
            "Target 0",
            "Not pursued by decision: No money",
        ),
        (Target(3, Source.PREREQUISITE, 2, by=("A-9",)), "Target 3", "Raised by A-9, asked 2"),
        (Target(3, Source.PREREQUISITE, None, by=("A", "B")), "Target 3", "Raised by A and B"),
        (Target(3, Source.CARE_MODEL, 3, models=("M",)), "Target 3", "Care model M asks 3"),
        (
            Target(3, Source.CARE_MODEL, 3, models=("M", "X")),
            "Target 3",
            "Care model M and X ask 3",
        ),
    ],
)
def test_where_a_target_comes_from(target, title, words):
    checklist = assessment(question([{"id": "A-1"}], PARTNERS)).checklist

    assert said.target_title(target) == title
    assert said.target_words(target, checklist) == words


@pytest.mark.parametrize(
    ("when", "age", "stale"),
    [
        (None, "status date not given", True),
        (date(2026, 11, 20), "status of this month", False),
        (date(2026, 10, 24), "1 month old", False),
        (date(2025, 11, 25), "11 months old", False),
        (date(2025, 11, 24), "12 months old", True),
        (date(2024, 7, 1), "28 months old", True),
    ],
)
def test_the_age_of_a_status(checklist, when, age, stale):
    service = replace(checklist.services[0], status_date=when)
    today = date(2026, 11, 24)

    assert said.service_age(service, today) == (age, stale)
    assert said.service_words(service, today) == f"Live · {age}"


def test_a_capability_is_told_by_its_name(checklist):
    assert said.capability_words(checklist, "REC-06") == "Contribution and write-back"
    assert said.capability_words(checklist, "OLD-01") == "OLD-01"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3 d n", "A 3, B don’t know, C not applicable"),
        ("3", "A 3; 2 others stay as they are"),
        ("- 3 3", "B 3, C 3; 1 other stays as it is"),
        ("- -", ""),
    ],
)
def test_the_preview_of_a_row(typed, words):
    assert said.row_preview(parse_row(typed, 3), ["A", "B", "C"]) == words


def test_faults_of_a_row_say_place_and_remedy():
    wrong = parse_row("3 x 2", 3).faults[0]
    many = parse_row("3 3", 1).faults[0]

    assert said.fault_words(wrong, 3).startswith("Place 2: “x” is no answer. Type 0 to 5")
    assert said.fault_words(many, 1) == "Place 2: there is only 1 partner."


def test_the_question_names_one_organisation():
    assert said.question("Oakholt") == "Oakholt: what level are we at today?"
    assert said.question() == "What level are we at today?"


def test_progress_stands_on_the_button():
    assert said.progress_words(outline([(1, 1), (1, "-")])) == "All items 1 of 2"


def test_an_action_says_its_tasks_in_order_and_leaves_out_what_it_has_not():
    bare = Action(3, "Move", Effort.S, ())
    full = replace(bare, tasks=("Ask", "Count"), benefit="More is counted")

    assert said.action_words(bare) == ()
    assert said.action_words(full) == (
        ("First tasks", ("1. Ask", "2. Count")),
        ("What will show that it helped", ("More is counted",)),
    )
