"""Merging the file of another room: what is taken, what is asked, and one undo for all of it."""

import pytest
from tests.session.two_rooms import differ, give, level, pair, row

from techmodel.core.answers import State, Value
from techmodel.core.errors import (
    DamagedFile,
    FileProblem,
    NotOurFile,
    OtherAssessment,
    Refused,
    WrongUse,
)
from techmodel.core.journal import BatchKind, replay
from techmodel.core.merge_parts import Choice
from techmodel.core.tables import value_json
from techmodel.session.merging import choices_by_rule, find_merge, merge, read_other
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.backups import Reason


def settled(rooms, choice, capability="GOV-01"):
    """Merge with that one conflict settled so."""
    return merge(rooms.ours, rooms.other(), {row(rooms.ours, capability): choice})


# what is taken


def test_what_only_they_changed_is_taken_and_what_only_we_changed_stays(rooms):
    give(rooms.ours, 1, "INF-01")
    give(rooms.theirs, 3, "INF-02")
    touched = rooms.merge()

    assert (level(rooms.ours, "INF-01"), level(rooms.ours, "INF-02")) == (1, 3)
    assert touched == Touched.ANSWERS | Touched.HISTORY


def test_a_merge_is_one_batch_that_says_what_it_took(rooms):
    give(rooms.theirs, 3, "INF-01")
    give(rooms.theirs, 4, "INF-02")
    before = rooms.ours.revision
    rooms.merge()
    batch = rooms.ours.batches()[-1]

    assert rooms.ours.revision == before + 1
    assert (batch.kind, batch.label) == (
        BatchKind.MERGE,
        "Merged 'b.techmodel': 2 changes taken",
    )
    assert len(rooms.ours.taken()[batch.id]) == 2


def test_the_file_of_the_other_room_is_only_read(rooms):
    differ(rooms)
    other = rooms.other()
    before = rooms.path.read_bytes()
    merge(rooms.ours, other, choices_by_rule(find_merge(rooms.ours, other), Choice.THEIRS))

    assert other.session.read_only
    assert rooms.path.read_bytes() == before


def test_merging_with_what_nobody_changed_writes_nothing(rooms):
    before = rooms.ours.seal

    assert rooms.merge() == Touched.NONE
    assert rooms.ours.seal == before


def test_merging_twice_equals_merging_once(rooms):
    differ(rooms)
    give(rooms.theirs, 4, "INF-02")
    rooms.merge(Choice.THEIRS)
    once = rooms.ours.tables()

    assert rooms.merge(Choice.OURS) == Touched.NONE
    assert rooms.ours.tables() == once


def test_both_ways_lead_to_the_same_when_settled_alike(rooms, tmp_path):
    differ(rooms)
    give(rooms.ours, 2, "INF-01")
    give(rooms.theirs, 4, "INF-02")
    rooms.ours.document.publish()
    mine = read_other(rooms.ours.document.path)
    rooms.merge(Choice.THEIRS)
    merge(rooms.theirs, mine, choices_by_rule(find_merge(rooms.theirs, mine), Choice.OURS))

    assert rooms.theirs.tables() == rooms.ours.tables()


def test_the_merged_file_is_whole_and_its_journal_gives_its_tables(rooms):
    differ(rooms)
    rooms.merge(Choice.THEIRS)
    rooms.ours.document.publish()
    rooms.ours.document.file.verify()

    assert replay(rooms.ours.batches()) == rooms.ours.tables()
    assert read_other(rooms.ours.document.path).session.tables() == rooms.ours.tables()


def test_before_a_merge_a_spare_copy_is_made(rooms):
    give(rooms.theirs, 3)
    rooms.merge()

    assert [copy.reason for copy in rooms.ours.backups.all()] == [Reason.MERGE]


def test_answers_targets_evidence_and_organisations_all_come_along(rooms):
    theirs = rooms.theirs
    theirs.targets.aim("GOV-01", 4, "Asked by the board")
    theirs.organisations.rename(theirs.assessment().organisations[1].id, "Hill Surgery")
    theirs.organisations.add([Newcomer("Hospice", "voluntary")])
    touched = rooms.merge()

    assert rooms.ours.tables() == theirs.tables()
    assert touched == Touched.TARGETS | Touched.ORGANISATIONS | Touched.HISTORY


# what is asked


def test_what_both_changed_is_asked_with_both_sides(rooms):
    differ(rooms)
    (conflict,) = find_merge(rooms.ours, rooms.other()).conflicts

    assert conflict.row == row(rooms.ours)
    assert (conflict.ours["value"]["level"], conflict.theirs["value"]["level"]) == (1, 3)
    assert conflict.our_batch.label == "GOV-01 for Riverside Trust: not answered → 1"


def test_an_open_conflict_is_refused_and_nothing_is_written(rooms):
    differ(rooms)
    give(rooms.theirs, 4, "INF-02")
    before = rooms.ours.seal
    with pytest.raises(Refused, match=r"^1 thing was changed in both files: settle this first"):
        merge(rooms.ours, rooms.other(), {})

    assert rooms.ours.seal == before
    assert not rooms.ours.backups.all()


@pytest.mark.parametrize(("rule", "wins"), [(Choice.OURS, 1), (Choice.THEIRS, 3)])
def test_a_rule_settles_every_conflict_alike(rooms, rule, wins):
    for capability in ("GOV-01", "INF-01"):
        differ(rooms, capability)
    rooms.merge(rule)

    assert [level(rooms.ours, c) for c in ("GOV-01", "INF-01")] == [wins, wins]
    assert rooms.ours.batches()[-1].label.endswith(", 2 settled")


def test_conflicts_can_be_settled_one_by_one(rooms):
    for capability in ("GOV-01", "INF-01"):
        differ(rooms, capability)
    choices = {row(rooms.ours): Choice.THEIRS, row(rooms.ours, "INF-01"): Choice.OURS}
    merge(rooms.ours, rooms.other(), choices)

    assert [level(rooms.ours, c) for c in ("GOV-01", "INF-01")] == [3, 1]


def test_a_third_answer_may_be_given_and_its_note(rooms):
    differ(rooms)
    settled(rooms, {"value": value_json(Value(State.LEVEL, 2)), "note": " in between "})
    answer = rooms.ours.assessment().answers[pair(rooms.ours)]

    assert (answer.value.level, answer.note) == (2, "in between")


def test_what_cannot_be_settled_now_is_kept_as_ours_and_parked(rooms):
    differ(rooms)
    settled(rooms, {"parked": True})
    answer = rooms.ours.assessment().answers[pair(rooms.ours)]

    assert (answer.value.level, answer.parked) == (1, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"value": value_json(Value(State.LEVEL, 6))}, "a whole number from 0 to 5, not 6"),
        ({"value": value_json(Value(State.NOT_APPLICABLE))}, "say why it is not applicable"),
        ({"weight": 2}, "An answer does not have all of weight."),
    ],
)
def test_a_third_answer_is_judged_like_any_other(rooms, given, said):
    differ(rooms)
    before = rooms.ours.seal
    with pytest.raises(WrongUse, match=said):
        settled(rooms, given)

    assert rooms.ours.seal == before


def test_what_was_settled_as_ours_is_not_asked_again(rooms):
    differ(rooms)
    rooms.merge(Choice.OURS)

    assert find_merge(rooms.ours, rooms.other()).conflicts == ()


# undo


@pytest.mark.parametrize("rule", Choice)
def test_one_undo_takes_the_whole_merge_back(rooms, rule):
    differ(rooms)
    give(rooms.theirs, 4, "INF-02")
    before = rooms.ours.tables()
    rooms.merge(rule)
    rooms.ours.undo()

    assert rooms.ours.tables() == before
    assert level(rooms.ours, "INF-02") is None


def test_a_merge_that_was_taken_back_can_be_done_again_and_settled_otherwise(rooms):
    differ(rooms)
    rooms.merge(Choice.OURS)
    rooms.ours.undo()
    assert len(find_merge(rooms.ours, rooms.other()).conflicts) == 1
    rooms.merge(Choice.THEIRS)

    assert level(rooms.ours) == 3


def test_redo_merges_again(rooms):
    differ(rooms)
    rooms.merge(Choice.THEIRS)
    merged = rooms.ours.tables()
    rooms.ours.undo()
    rooms.ours.redo()

    assert rooms.ours.tables() == merged
    assert rooms.merge() == Touched.NONE


# what cannot be merged


def test_another_assessment_is_refused_with_its_title_and_the_way_out(session, make_document):
    document = make_document(name="x.techmodel")
    document.publish()
    with pytest.raises(OtherAssessment) as refused:
        find_merge(session, read_other(document.path))

    assert str(refused.value) == (
        "'x.techmodel' is another assessment (“Test partnership”), not a copy of this one, so the "
        "two cannot be merged. You can bring its organisations in as new ones instead."
    )


@pytest.mark.parametrize(
    ("content", "problem"), [(None, FileProblem), (b"PK\3\4", NotOurFile), (b"", DamagedFile)]
)
def test_what_is_no_assessment_is_refused_as_when_opened(tmp_path, content, problem):
    path = tmp_path / "b.techmodel"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(problem, match=r"'b\.techmodel'"):
        read_other(path)


def test_a_file_whose_numbers_make_no_sense_is_called_damaged(rooms, monkeypatch):
    def no_sense(_):
        raise ArithmeticError

    rooms.theirs.document.publish()
    monkeypatch.setattr(Session, "gaps", no_sense)
    with pytest.raises(DamagedFile, match="what it holds makes no sense"):
        read_other(rooms.path)


def test_the_name_of_the_other_file_is_said_on_one_line(rooms):
    odd = rooms.path.with_name("room\nb.techmodel")
    odd.write_bytes(rooms.path.read_bytes())

    assert read_other(odd).name == "room b.techmodel"
