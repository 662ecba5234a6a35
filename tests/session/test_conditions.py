"""The conditions for change: recorded, undone, refused, told, merged, and never counted."""

from dataclasses import replace

import pytest
from tests.core.conditions import CONDITIONS
from tests.session.plans import last_label

from techmodel.core.conditions import Condition
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.merge_parts import Choice
from techmodel.session.checklist_update import preview_update, take_update
from techmodel.session.touched import Touched
from techmodel.wording.checklist_update_page import rows
from techmodel.wording.history import batch_about, batch_lines, find_book

MESSAGE, DEMAND = "one-message", "public-demand"


def lines(session):
    """The newest batch in words."""
    book = find_book(session.assessment(), session.batches())
    return [(x.about, x.sentence, x.why) for x in batch_lines(session.batches()[-1], book)]


def test_nothing_is_answered_at_first(session):
    standing = session.conditions.standing()

    assert session.conditions.all() == {}
    assert (standing.count, len(standing.open)) == (10, 10)


def test_an_answer_is_one_batch_and_can_be_undone(session):
    touched = session.conditions.give(MESSAGE, 2, " Three bodies, three letters. ")

    assert touched == Touched.CONDITIONS | Touched.HISTORY
    assert session.conditions.all() == {
        MESSAGE: Condition(MESSAGE, 2, "Three bodies, three letters.")
    }
    assert last_label(session) == "Condition “One message from above”: not answered → 2 and note"
    session.undo()
    assert session.conditions.all() == {}
    session.redo()
    assert session.conditions.all()[MESSAGE].level == 2


def test_a_changed_level_keeps_its_note_and_is_told_in_the_history(session):
    session.conditions.give(MESSAGE, 2, "Three letters.")
    about = "Conditions for change, One message from above"
    assert lines(session) == [
        (about, "Not answered → Level 2", ""),
        (about, "Note added", "Three letters."),
    ]
    session.conditions.give(MESSAGE, 3)

    assert lines(session) == [(about, "Level 2 → Level 3", "")]
    assert session.conditions.all()[MESSAGE].note == "Three letters."
    assert batch_about(session.batches()[-1], find_book(session.assessment(), ())) == (
        set(),
        set(),
    )


def test_the_same_again_writes_nothing(session):
    session.conditions.give(MESSAGE, 2)
    before = session.revision

    assert session.conditions.give(MESSAGE, 2) == Touched.NONE
    assert session.conditions.give_many({}) == Touched.NONE
    assert session.conditions.clear(DEMAND) == Touched.NONE
    assert session.revision == before


def test_a_note_is_written_beside_a_level_and_not_without_one(session):
    session.conditions.give(MESSAGE, 2)
    session.conditions.note(MESSAGE, "Seen in March.")
    assert last_label(session) == "Condition “One message from above”: note"

    with pytest.raises(Refused, match="“Residents and patients want it” has no level yet"):
        session.conditions.note(DEMAND, "Nobody asked.")


def test_a_cleared_answer_is_open_again(session):
    session.conditions.give(MESSAGE, 2, "Why")
    session.conditions.clear(MESSAGE)

    assert last_label(session) == "Condition “One message from above”: 2 → not answered"
    assert lines(session)[1][1] == "Note removed"
    assert session.conditions.standing().count == len(session.conditions.standing().open)


def test_several_are_one_batch(session):
    session.conditions.give(DEMAND, 1, "Kept.")
    session.conditions.give_many({MESSAGE: 4, DEMAND: 0})

    assert last_label(session) == "Conditions for change: 2 answers"
    assert session.conditions.all()[DEMAND] == Condition(DEMAND, 0, "Kept.")
    session.undo()
    assert [c.factor for c in session.conditions.all().values()] == [DEMAND]


@pytest.mark.parametrize("level", [-1, 6])
def test_a_level_is_nought_to_five(session, level):
    with pytest.raises(WrongUse, match="A level is 0 to 5"):
        session.conditions.give_many({MESSAGE: level})
    assert session.conditions.all() == {}


def test_an_unknown_factor_is_refused_with_those_there_are(session):
    for verb in (session.conditions.clear, lambda f: session.conditions.give(f, 1)):
        with pytest.raises(WrongUse, match="There are: one-message, public-demand"):
            verb("weather")


def test_nothing_of_conditions_changes_any_gap_or_attainment(session):
    before, assessment = session.gaps(), session.assessment()
    session.conditions.give_many({f.id: 0 for f in session.conditions.factors()})

    assert session.gaps() == before
    assert session.assessment() == assessment


def test_answers_survive_another_checklist_and_come_back_with_it(session):
    session.conditions.give(MESSAGE, 2, "Three letters.")
    old = session.assessment().checklist
    take_update(session, replace(old, version="9", conditions=CONDITIONS))
    assert session.conditions.standing().answered == ()
    assert session.conditions.all()[MESSAGE].note == "Three letters."

    take_update(session, replace(old, version="10"))
    assert [level for _, level in session.conditions.standing().answered] == [2]


def test_a_preview_of_another_checklist_lists_reworded_new_and_gone_factors(session):
    session.conditions.give_many({MESSAGE: 2, DEMAND: 1})
    old = session.assessment().checklist
    first, _, *rest = old.conditions.factors
    own = replace(first, id="weather", name="Fair weather")
    factors = (replace(first, question="One voice?"), *rest, own)
    newer = replace(old, conditions=replace(old.conditions, factors=factors))
    preview = preview_update(session, newer)

    assert [line.replace("condition for change ", "") for line in preview.lines[1:]] == [
        "reworded  “One message from above”: the question; look at its answer again",
        "new       “Fair weather”",
        "gone      “Residents and patients want it”; its answer is kept, not shown",
    ]
    told = [row[:3] for row in rows(old, newer, preview.update, preview.answers)]
    assert told == [
        ("Reworded", MESSAGE, "One message from above"),
        ("New", "weather", "Fair weather"),
        ("Gone", DEMAND, "Residents and patients want it"),
    ]
    take_update(session, newer)
    back = preview_update(session, old)
    assert back.lines[-2].endswith("want it”; its answer is there from before")
    said = [row[3] for row in rows(newer, old, back.update, back.answers)]
    assert "A condition for change. Its answer from before counts again" in said


def test_a_gone_factor_can_be_cleared_and_not_answered(session):
    session.conditions.give(MESSAGE, 2)
    take_update(session, replace(session.assessment().checklist, version="9", conditions=None))
    with pytest.raises(WrongUse, match="does not ask for conditions for change"):
        session.conditions.give(MESSAGE, 3)

    session.conditions.clear(MESSAGE)
    assert session.conditions.all() == {}


def test_a_report_knows_how_the_conditions_stand(session):
    session.conditions.give(MESSAGE, 1, "Why")
    report = session.report(version="1", with_plan=False)

    assert report.standing == session.conditions.standing()
    assert report.conditions[MESSAGE].note == "Why"


def test_two_rooms_bring_their_conditions_together(rooms):
    rooms.ours.conditions.give(MESSAGE, 2)
    rooms.theirs.conditions.give(DEMAND, 4)
    rooms.merge()

    assert {c.factor: c.level for c in rooms.ours.conditions.all().values()} == {
        MESSAGE: 2,
        DEMAND: 4,
    }


@pytest.mark.parametrize(("rule", "level"), [(Choice.OURS, 2), (Choice.THEIRS, 4)])
def test_two_levels_of_one_condition_are_settled_by_a_person(rooms, rule, level):
    rooms.ours.conditions.give(MESSAGE, 2)
    rooms.theirs.conditions.give(MESSAGE, 4)
    rooms.merge(rule)

    assert rooms.ours.conditions.all()[MESSAGE].level == level


def test_a_lowered_level_stays_lowered(rooms):
    rooms.ours.conditions.give(MESSAGE, 4)
    rooms.merge()
    rooms.ours.conditions.give(MESSAGE, 1)
    rooms.merge()

    assert rooms.ours.conditions.all()[MESSAGE].level == 1
