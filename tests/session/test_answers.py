"""The verbs of answers: what they record, and what they refuse with a sentence."""

import pytest

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.errors import Refused, WrongUse
from techmodel.session.changes import Change
from techmodel.session.evidence import Piece
from techmodel.session.touched import Touched

ANSWERS = Touched.ANSWERS | Touched.HISTORY


def level(n):
    return Value(State.LEVEL, n)


def ids(session):
    return [o.id for o in session.assessment().organisations]


def test_an_answer_is_there_after_it_was_given(session):
    acute, *_ = ids(session)

    assert session.answers.give("GOV-01", acute, level(3), decided_by="Digital lead") == ANSWERS
    assert session.assessment().value("GOV-01", acute) == level(3)
    assert session.batches()[-1].label == "GOV-01 for Riverside Trust: not answered → 3"
    assert session.batches()[-1].decided_by == "Digital lead"


def test_the_same_answer_again_writes_nothing(session):
    acute, *_ = ids(session)
    session.answers.give("GOV-01", acute, level(3))
    before = session.revision

    assert session.answers.give("GOV-01", acute, level(3)) == Touched.NONE
    assert session.revision == before


def test_clearing_keeps_the_note(session):
    acute, *_ = ids(session)
    session.answers.give("GOV-01", acute, level(3))
    session.answers.note("GOV-01", acute, "Board minutes")
    session.answers.give("GOV-01", acute, NOT_ANSWERED)

    answer = session.assessment().answers["GOV-01", acute]
    assert (answer.value, answer.note) == (NOT_ANSWERED, "Board minutes")


def test_many_answers_are_one_batch(session):
    first, second, third = ids(session)
    before = session.revision
    session.answers.give_many({("GOV-01", o): level(2) for o in (first, second, third)})

    assert session.revision == before + 1
    assert session.batches()[-1].label == "GOV-01 for 3 organisations"


@pytest.mark.parametrize("bad", [-1, 6, 2.5, None, True])
def test_a_level_is_a_whole_number_from_0_to_5(session, bad):
    with pytest.raises(WrongUse, match="whole number from 0 to 5"):
        session.answers.give("GOV-01", ids(session)[0], level(bad))


def test_not_applicable_needs_a_reason(session):
    with pytest.raises(WrongUse, match="reason is required"):
        session.answers.give("GOV-01", ids(session)[0], Value(State.NOT_APPLICABLE, reason="  "))


def test_unknown_ids_are_named(session):
    with pytest.raises(WrongUse, match="'GOV-99'"):
        session.answers.give("GOV-99", ids(session)[0], level(1))
    with pytest.raises(WrongUse, match="'nobody'"):
        session.answers.give("GOV-01", "nobody", level(1))


def test_what_is_not_asked_cannot_be_answered(session):
    home = ids(session)[2]

    with pytest.raises(Refused, match="Meadow Care Home is not asked about MED-05"):
        session.answers.give("MED-05", home, level(1))


def test_one_bad_pair_takes_nothing(session):
    acute, _, home = ids(session)
    before = session.revision
    with pytest.raises(Refused):
        session.answers.give_many({("MED-05", acute): level(1), ("MED-05", home): level(1)})

    assert session.revision == before


def provided(by):
    return Value(State.PROVIDED_BY, provider=by)


def test_a_provider_needs_an_answer_of_its_own(session):
    acute, gp, _ = ids(session)

    with pytest.raises(Refused, match="Riverside Trust has no answer for GOV-01 yet"):
        session.answers.give("GOV-01", gp, provided(acute))


@pytest.mark.parametrize("state", [State.NOT_APPLICABLE, State.NOT_ANSWERED])
def test_a_provider_keeps_an_answer_while_others_depend_on_it(session, state):
    acute, gp, _ = ids(session)
    session.answers.give("GOV-01", acute, level(3))
    session.answers.give("GOV-01", gp, provided(acute))

    with pytest.raises(Refused, match="Hill Practice is provided by it"):
        session.answers.give("GOV-01", acute, Value(state, reason="x"))


def test_no_chains_and_no_circles(session):
    acute, gp, home = ids(session)
    session.answers.give("GOV-01", acute, level(3))
    session.answers.give("GOV-01", gp, provided(acute))

    with pytest.raises(Refused, match="itself provided by another"):
        session.answers.give("GOV-01", home, provided(gp))
    with pytest.raises(Refused, match="cannot provide for itself"):
        session.answers.give("GOV-02", gp, provided(gp))
    session.answers.give("GOV-01", home, level(1))
    with pytest.raises(Refused, match="Hill Practice is provided by it"):
        session.answers.give("GOV-01", acute, provided(home))


def test_a_whole_provision_can_be_set_up_in_one_batch(session):
    acute, gp, _ = ids(session)
    session.answers.give_many({("GOV-01", gp): provided(acute), ("GOV-01", acute): level(2)})

    assert session.gaps().of("GOV-01").pairs[gp].level == 2


def test_dont_know_is_an_answer_a_provider_may_give(session):
    acute, gp, _ = ids(session)
    session.answers.give("GOV-01", acute, Value(State.DONT_KNOW))
    session.answers.give("GOV-01", gp, provided(acute))

    assert session.gaps().of("GOV-01").pairs[gp].state is State.DONT_KNOW


def test_notes_are_normalised_and_bounded(session):
    acute, *_ = ids(session)
    session.answers.note("GOV-01", acute, " e\u0301t\u00e9\x00\x07 \n two ")

    assert session.assessment().answers["GOV-01", acute].note == "été \n two"
    with pytest.raises(WrongUse, match="5 characters over the limit"):
        session.answers.note("GOV-01", acute, "x" * 20_005)


def test_parking_and_dissent_are_fields_of_their_own(session):
    acute, *_ = ids(session)
    session.answers.park("GOV-01", acute, parked=True)
    session.answers.dissent("GOV-01", acute, "Two teams say 4")
    session.answers.park("GOV-01", acute, parked=False)

    answer = session.assessment().answers["GOV-01", acute]
    assert (answer.parked, answer.dissent) == (False, "Two teams say 4")
    assert [b.label.split(": ")[1] for b in session.batches()[-3:]] == [
        "parked",
        "dissent",
        "taken up again",
    ]


def test_an_answer_with_note_and_evidence_is_one_batch(session):
    acute, *_ = ids(session)
    before = session.revision
    change = Change(
        level(3), note="Seen", evidence=(Piece("a", "Usage log"), Piece("A", "Usage log"))
    )
    session.answers.record({("GOV-01", acute): change})

    (evidence,) = session.assessment().evidence
    assert (evidence.grade, evidence.title, session.revision) == ("A", "Usage log", before + 1)
