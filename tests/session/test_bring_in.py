"""Organisations of another assessment come in as new ones, with what our checklist knows of."""

import pytest
from tests.session.two_rooms import give, level, pair

from techmodel.core.answers import Evidence, State, Value
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.flow_parts import FlowKey, OwnFlow, RecordedFlow
from techmodel.core.flow_rows import flow_fields
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.core.onboarding import Stage
from techmodel.session.merging import bring_in, newcomers_of, read_other
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.session.touched import Touched

THERE = (Newcomer("Riverside Trust", "acute"), Newcomer("North Practice", "gp", 2.0, "North"))


@pytest.fixture
def there(make_document):
    """The open session of another assessment."""
    document = make_document(THERE, name="c.techmodel")
    return Session(document.file, document)


def other(there):
    there.document.publish()
    return read_other(there.document.path)


def come(session, there, *who):
    """Bring in by place in the other file's order."""
    ids = [o.id for o in there.assessment().organisations]
    return bring_in(session, other(there), [ids[n] for n in who])


def test_one_comes_in_with_its_answers_under_a_new_id_as_one_batch(session, there):
    give(there, 4, who=1)
    touched = come(session, there, 1)
    new = session.assessment().organisations[-1]

    assert (new.name, new.short_name, new.kind, new.weight) == ("North Practice", "North", "gp", 2)
    assert new.id != pair(there, who=1)[1]
    assert level(session, who=3) == 4
    assert touched == Touched.ORGANISATIONS | Touched.ANSWERS | Touched.HISTORY


def test_the_batch_is_an_import_that_one_undo_takes_back(session, there):
    give(there, 4, who=1)
    before = session.tables()
    come(session, there, 0, 1)
    batch = session.batches()[-1]

    assert (batch.kind, batch.label) == (
        BatchKind.IMPORT,
        "Riverside Trust (2) and North Practice from 'c.techmodel' joined, with 1 answer",
    )
    session.undo()
    assert session.tables() == before


def test_a_name_that_is_taken_gets_a_number(session, there):
    (guest, _) = newcomers_of(session, other(there))
    come(session, there, 0)

    assert guest.name == "Riverside Trust (2)"
    assert session.assessment().organisations[-1].name == guest.name


def test_evidence_comes_along(session, there):
    there.evidence.add(Evidence("", *pair(there, who=1), "B", "Usage log", "2026-10-01"))
    (_, guest) = newcomers_of(session, other(there))
    come(session, there, 1)
    (piece,) = session.assessment().evidence

    assert guest.evidence == 1
    assert (piece.title, piece.organisation) == ("Usage log", pair(session, who=3)[1])


def test_stages_come_along_and_flows_between_those_that_come_in(session, there):
    there.scope.change({"care_models": ["PLACE"]})
    trust, practice = (o.id for o in there.assessment().organisations)
    there.services.change("PDS", [practice], stage=Stage.PLANNED, owner="Architect")
    there.flows.add(trust, practice, "Photographs", "REC-06", 3)
    asked = next(f.key for f in there.flows.all() if f.key[:2] == (trust, practice))
    there.flows.set_level(asked, 2)
    come(session, there, 0, 1)
    new = tuple(o.id for o in session.assessment().organisations[-2:])
    (stage,) = session.services.all().values()
    flows = session.assessment().flows

    assert (stage.organisation, stage.stage, stage.owner) == (new[1], Stage.PLANNED, "Architect")
    assert {key[:2] for key in flows} == {new}
    assert {f.value.level if f.own is None else f.own.information for f in flows.values()} == {
        *(2, "Photographs"),
    }
    assert session.batches()[-1].label.endswith("joined, with 2 flows and 1 service")


def test_flows_with_one_that_stays_away_and_unknown_services_stay_behind(session, there):
    trust, practice = (o.id for o in there.assessment().organisations)
    there.services.change("PDS", [trust], stage=Stage.PLANNED)
    there.flows.add(trust, practice, "Photographs", "REC-06", 3)
    (first, second) = newcomers_of(session, other(there))
    come(session, there, 1)

    assert (first.services, second.services) == (1, 0)
    assert session.assessment().flows == {}
    assert session.services.all() == {}


def test_an_own_flow_never_takes_the_id_of_one_of_our_checklist(session, there):
    trust, practice = (o.id for o in there.assessment().organisations)
    typical = session.assessment().checklist.flows[0].id
    held = RecordedFlow(FlowKey(trust, practice, typical), own=OwnFlow("Photographs", "REC-06"))
    made = Edit("flow", (*held.key,), WHOLE_ROW, None, flow_fields(held))
    there.apply([made], "Made by hand")
    come(session, there, 0, 1)
    ((key, flow),) = session.assessment().flows.items()

    assert key.flow != typical
    assert flow.own == held.own


def test_what_is_provided_by_one_that_comes_along_still_is(session, there):
    give(there, 3)
    provider = pair(there)[1]
    there.answers.give(*pair(there, who=1), Value(State.PROVIDED_BY, provider=provider))
    come(session, there, 0, 1)

    assert session.assessment().value(*pair(session, who=4)).provider == pair(session, who=3)[1]


def test_what_is_provided_by_one_that_stays_away_is_open_and_its_note_says_so(session, there):
    give(there, 3)
    provider = pair(there)[1]
    there.answers.give(*pair(there, who=1), Value(State.PROVIDED_BY, provider=provider))
    there.answers.note(*pair(there, who=1), "Since May.")
    come(session, there, 1)
    answer = session.assessment().answers[pair(session, who=3)]

    assert answer.value.state is State.NOT_ANSWERED
    assert answer.note == "Since May.\nProvided by Riverside Trust, which was not brought in."


def test_one_that_left_there_has_left_here(session, there):
    there.organisations.leave(pair(there, who=1)[1])
    come(session, there, 1)

    assert not session.assessment().organisations[-1].in_scope


def test_one_that_came_from_this_file_before_is_told_until_it_is_taken_back(session, there):
    come(session, there, 0)
    at = session.batches()[-1].at
    assert [g.came for g in newcomers_of(session, other(there))] == [at, ""]
    session.undo()

    assert [g.came for g in newcomers_of(session, other(there))] == ["", ""]


def test_a_copy_of_this_assessment_is_merged_not_brought_in(rooms):
    with pytest.raises(Refused, match=r"^'b.techmodel' is a copy of this assessment. Merge it"):
        bring_in(rooms.ours, rooms.other(), [pair(rooms.ours)[1]])


def test_nobody_and_nobody_known_are_refused(session, there):
    before = session.seal
    with pytest.raises(WrongUse, match="Say which"):
        come(session, there)
    with pytest.raises(WrongUse, match="There is no organisation 'nobody'"):
        bring_in(session, other(there), ["nobody"])

    assert session.seal == before
