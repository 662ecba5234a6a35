"""The sample's script: it fits the checklist, shows every feature, and faults are told."""

from __future__ import annotations

from collections import Counter

import pytest

from techmodel.core.answers import State
from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.importing.sample_script import SampleAnswer, read_sample
from techmodel.resources import resource

TEXT = resource("sample", "sample.toml").read_text(encoding="utf-8")
SAMPLE = read_sample(TEXT)
CHECKLIST = read_checklist_folder(resource("checklist"))
ASKED = [
    (capability.id, organisation.name)
    for capability in CHECKLIST.capabilities
    for organisation in SAMPLE.organisations
    if organisation.kind in capability.applies_to
]
COUNTS = Counter(answer.state for answer in SAMPLE.answers.values())


def test_exactly_the_asked_pairs_are_there_in_order():
    assert list(SAMPLE.answers) == ASKED


def test_seven_partners_of_known_and_different_kinds():
    kinds = {row.kind for row in SAMPLE.organisations}

    assert len(kinds) == len(SAMPLE.organisations) == 7
    assert kinds <= {row.id for row in CHECKLIST.kinds}


def test_care_models_and_overrides_are_known_to_the_checklist():
    assert set(SAMPLE.care_models) <= {row.id for row in CHECKLIST.care_models}
    assert all(CHECKLIST.capability(row.capability) for row in SAMPLE.overrides)


def test_about_85_percent_is_answered():
    known = COUNTS[State.LEVEL] + COUNTS[State.NOT_APPLICABLE] + COUNTS[State.PROVIDED_BY]

    assert 0.83 < known / len(ASKED) < 0.87


def test_every_level_from_0_to_5_is_there():
    assert {row.level for row in SAMPLE.answers.values()} - {None} == set(range(6))


def test_every_dont_know_says_who_could_settle_it_and_none_has_evidence():
    unknown = {p for p, row in SAMPLE.answers.items() if row.state is State.DONT_KNOW}

    assert len(unknown) == 25
    assert unknown <= set(SAMPLE.notes)
    assert unknown.isdisjoint(item.pair for item in SAMPLE.evidence)


def test_what_is_provided_is_asked_of_the_provider_who_has_its_own_answer():
    provided = {p: row for p, row in SAMPLE.answers.items() if row.state is State.PROVIDED_BY}
    states = {
        SAMPLE.answers[capability, row.provider].state for (capability, _), row in provided.items()
    }

    assert len(provided) == 3
    assert states == {State.LEVEL}


def test_dissent_parking_and_overrides_are_shown():
    assert (len(SAMPLE.dissents), len(SAMPLE.parked), len(SAMPLE.overrides)) == (3, 3, 3)
    assert all(row.reason and row.owner for row in SAMPLE.overrides)


def strongest():
    """The best grade of each level, of those that have evidence."""
    found = {}
    for item in SAMPLE.evidence:
        found[item.pair] = min(item.grade, found.get(item.pair, "D"))
    return found


def test_three_levels_in_four_have_evidence():
    assert 0.75 < len(strongest()) / COUNTS[State.LEVEL] < 0.80


def test_the_mix_of_grades_is_one_a_board_would_believe():
    grades = Counter(strongest().values())
    shares = {grade: number / grades.total() for grade, number in grades.items()}

    assert shares == pytest.approx({"A": 0.14, "B": 0.24, "C": 0.35, "D": 0.27}, abs=0.02)


def test_evidence_is_of_2026_and_before_the_sample_is_read():
    assert all("2026-01-01" <= item.date < "2026-11-24" for item in SAMPLE.evidence)


def test_evidence_supports_a_level_and_nothing_else():
    states = {SAMPLE.answers[item.pair].state for item in SAMPLE.evidence}

    assert states == {State.LEVEL}


def test_titles_of_evidence_are_short_and_differ():
    titles = [item.title for item in SAMPLE.evidence]

    assert max(map(len, titles)) < 52
    assert len(set(titles)) == len(titles)


def test_what_was_demonstrated_was_seen_in_the_workshop_of_that_day():
    seen = {(item.where, item.date) for item in SAMPLE.evidence if item.grade == "B"}
    days = ["2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"]

    assert seen == {(f"Workshop {n}", day) for n, day in enumerate(days, start=1)}


def test_most_evidence_says_where_it_is():
    without = [item for item in SAMPLE.evidence if not item.where]

    assert 0 < len(without) < len(SAMPLE.evidence) / 10


def test_short_names_break_into_words_that_fit_a_narrow_column():
    words = [word for row in SAMPLE.organisations for word in row.short_name.split()]

    assert max(map(len, words)) <= 8


def test_measured_evidence_is_of_the_last_three_months():
    measured = [item.date for item in SAMPLE.evidence if item.grade == "A"]

    assert min(measured) >= "2026-08-24"


def test_a_not_applicable_carries_its_reason():
    answer = SAMPLE.answers["TOC-01", "Fernway Urgent Care"]

    assert answer == SampleAnswer(
        State.NOT_APPLICABLE,
        reason="Fernway does not refer to clinics; it sends people back to their practice.",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("title =", "title ==", "cannot be read as TOML"),
        ("title =", "titel =", "sample.toml: title: is missing"),
        ('GOV-01 = "3 3', 'GOV-01 = "3', "answers.GOV-01: it must hold 7 answers"),
        ('GOV-01 = "3 3', 'GOV-01 = "3 x', "GOV-01.community: “x” is not an answer"),
        ('GOV-01 = "3 3', 'GOV-01 = "3 n', "GOV-01.community: n and p need a reason"),
        ('GOV-01 = "3 3', 'GOV-01 = "3 p', "GOV-01.community: p and provided_by belong together"),
        ('GOV-01 = "3 3', 'GOV-01 = ". 3', "pairs: GOV-01.acute is not asked"),
        ("[pairs.GOV-01]", "[pairs.GOV-99]", "pairs: GOV-99.acute is not asked"),
        ("[pairs.GOV-01]\nacute", "[pairs.GOV-01]\nnobody", "pairs: GOV-01.nobody is not asked"),
        (
            'provided_by = "acute"',
            'provided_by = "zoo"',
            "MED-05.urgent: p and provided_by belong",
        ),
    ],
)
def test_a_fault_in_the_script_is_told(old, new, told):
    with pytest.raises(BadInput, match=told):
        read_sample(TEXT.replace(old, new, 1))
