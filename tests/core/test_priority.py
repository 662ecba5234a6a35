"""What blocks what, and what comes first: design.md 4.7 and 4.9."""

import pytest
from tests.core.builders import assessment, question

from techmodel.core.gaps import find_gaps

CHAIN = [
    {"id": "A-1", "targets": {"M": 3}},
    {"id": "A-2", "targets": {"M": 3}, "prerequisites": ["A-1"]},
    {"id": "A-3", "targets": {"M": 4}, "prerequisites": ["A-2"]},
]


def gaps(capabilities, *said, **changes):
    """The capabilities answered in order by one organisation."""
    answers = {c["id"]: [level] for c, level in zip(capabilities, said, strict=True)}
    return find_gaps(assessment(question(capabilities, [{"id": "o1"}], answers, **changes)))


@pytest.mark.parametrize(("target", "blocks"), [(2, ()), (3, ("A-2",))])
def test_a_prerequisite_at_1_blocks_a_target_of_3_but_not_of_2(target, blocks):
    second = {"id": "A-2", "targets": {"M": target}, "prerequisites": ["A-1"]}
    found = gaps([{"id": "A-1"}, second], 1, 0)

    assert found.of("A-1").blocked == blocks
    assert found.of("A-2").waits_for == (("A-1",) if blocks else ())


def test_blocked_goes_on_through_others_but_waiting_does_not():
    found = gaps(CHAIN, 0, 0, 0)

    assert found.of("A-1").blocked == ("A-2", "A-3")
    assert found.of("A-3").waits_for == ("A-2",)


def test_a_chain_stops_where_the_level_is_high_enough():
    assert gaps(CHAIN, 0, 3, 0).of("A-1").blocked == ()


def test_nothing_without_a_gap_waits():
    assert gaps(CHAIN, 0, 4, 4).of("A-1").blocked == ()


def test_what_is_not_known_blocks_by_its_low_end():
    assert gaps(CHAIN[:2], "?", 0).of("A-1").blocked == ("A-2",)


def test_a_prerequisite_without_a_level_blocks_nothing_and_is_listed():
    found = gaps(CHAIN[:2], "n/a", 0)

    assert found.of("A-1").blocked == ()
    assert found.of("A-2").waits_for == ()
    assert found.unassessed == ("A-1",)
    assert [(s.capability, s.held_at, s.by, s.needs, s.why) for s in found.shortfalls] == [
        ("A-1", None, ("A-2",), 2, "no partnership level")
    ]


def test_a_prerequisite_asked_of_nobody_is_listed_though_its_target_would_do():
    nobody = {"id": "A-1", "targets": {"M": 3}, "applies_to": ["acute"]}
    found = gaps([nobody, CHAIN[1]], None, 0)

    assert (found.unassessed, found.unprovided) == (("A-1",), ("A-1",))
    assert [(s.held_at, s.needs, s.why) for s in found.shortfalls] == [(3, 2, "asked of nobody")]


def test_a_prerequisite_out_of_scope_neither_blocks_nor_counts_as_unassessed():
    found = gaps(
        [{"id": "B-1"}, {"id": "A-1", "targets": {"M": 3}, "prerequisites": ["B-1"]}],
        *(0, 0),
        domains_out=["B"],
    )

    assert (found.of("A-1").waits_for, found.unassessed) == ((), ())


def test_priority_is_the_own_gap_and_half_of_what_waits_over_the_likely_weeks():
    framework = {"id": "GOV-02", "targets": {"M": 4}, "actions": {3: "S", 4: "M"}}
    waiting = [
        {"id": f"W-{n:02}", "targets": {"M": 5}, "prerequisites": ["GOV-02"]} for n in range(14)
    ]
    levels = [3] * 2 + [3] * 12
    found = gaps([framework, *waiting], 2, *levels).of("GOV-02")

    assert found.weeks.likely == 4 + 11
    assert found.priority == (1 * 2 + 0.5 * 14 * 2) / 15


def test_gaps_count_by_their_high_end_and_weights_multiply():
    capabilities = [
        {"id": "A-1", "targets": {"M": 3}, "weight": 2.0},
        {"id": "A-2", "targets": {"M": 3}, "weight": 3.0, "prerequisites": ["A-1"]},
    ]
    found = gaps(capabilities, "?", "?", blocked_share=0.25)

    assert found.of("A-1").priority == (2 * 3 + 0.25 * 3 * 3) / 33


def test_no_gap_has_no_priority_and_no_rank():
    found = gaps(CHAIN[:1], 3).of("A-1")

    assert (found.priority, found.rank) == (None, None)


def test_duties_come_first_by_date_then_priority_then_id():
    rows = {
        "A-1": None,
        "A-2": "",
        "A-3": "2027-06-30",
        "A-4": "2026-09-30",
        "A-5": None,
        "A-6": "2026-09-30",
    }
    capabilities = [{"id": c, "targets": {"M": 3}, "duty": duty} for c, duty in rows.items()]
    found = gaps(capabilities, 1, 1, 1, 1, 0, 1)

    assert [c.id for c in found.ranked] == ["A-4", "A-6", "A-3", "A-2", "A-1", "A-5"]


def test_a_higher_priority_comes_first():
    found = gaps([CHAIN[0], {"id": "A-2", "targets": {"M": 3}, "weight": 2.0}], 0, 0)

    assert [c.id for c in found.ranked] == ["A-2", "A-1"]


def test_a_circle_in_the_content_does_no_harm():
    circle = [
        {"id": "A-1", "targets": {"M": 3}, "prerequisites": ["A-2"]},
        {"id": "A-2", "targets": {"M": 3}, "prerequisites": ["A-1"]},
    ]

    assert len(gaps(circle, 0, 0).ranked) == 2
