"""How far organisations are with services: recorded, undone, refused, told, merged."""

from datetime import date

import pytest
from tests.session.plans import last_label

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.merge_parts import Choice
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.session.touched import Touched
from techmodel.wording.history import batch_about, batch_lines, find_book


def who(session, place=0):
    return session.assessment().organisations[place].id


def name(session, place=0):
    return session.assessment().organisations[place].name


def lines(session):
    """The newest batch in words."""
    book = find_book(session.assessment(), session.batches())
    return [(x.about, x.sentence, x.why) for x in batch_lines(session.batches()[-1], book)]


def test_nothing_is_recorded_at_first(session):
    first, *_ = session.services.guide()

    assert session.services.all() == {}
    assert first.gaps
    assert {held.stage for held in first.stages.values()} == {Stage.NOT_STARTED}


def test_a_state_is_one_batch_and_can_be_undone(session):
    org = who(session)
    fields = {"owner": " Digital lead ", "day": date(2027, 3, 1), "note": "Waits for codes"}
    touched = session.services.change("PDS", [org], stage=Stage.PLANNED, **fields)

    assert touched == Touched.SERVICES | Touched.HISTORY
    assert session.services.all() == {
        ("PDS", org): Onboarding(
            "PDS", org, Stage.PLANNED, "Digital lead", date(2027, 3, 1), "Waits for codes"
        )
    }
    assert last_label(session) == (
        f"PDS for {name(session)}: not started → planned, owner Digital lead, date 1 Mar 2027 "
        "and note changed"
    )
    session.undo()
    assert session.services.all() == {}


def test_a_field_is_changed_by_itself_and_told_in_the_history(session):
    org = who(session)
    session.services.change("PDS", [org], stage=Stage.ONBOARDING, owner="Digital lead")
    about = f"PDS Personal Demographics Service and NHS number, {name(session)}"
    assert lines(session) == [
        (about, "Not started → onboarding", ""),
        (about, "Owner nothing → Digital lead", ""),
    ]

    session.services.change("PDS", [org], note="Codes are there", day=date(2027, 3, 1))
    assert lines(session) == [
        (about, "Date nothing → 1 Mar 2027", ""),
        (about, "Note added", "Codes are there"),
    ]
    book = find_book(session.assessment(), session.batches())
    assert batch_about(session.batches()[-1], book) == (frozenset(), frozenset({org}))


def test_several_organisations_at_once_are_one_batch(session):
    orgs = [who(session), who(session, 1), who(session)]
    session.services.change("MESH", orgs, stage=Stage.LIVE)

    assert last_label(session) == "MESH for 2 organisations: live"
    (found,) = (e for e in session.services.guide() if e.service.id == "MESH")
    assert found.count(Stage.LIVE) == 2


def test_what_is_so_already_writes_no_batch(session):
    session.services.change("PDS", [who(session)], stage=Stage.LIVE)
    before = session.revision

    assert session.services.change("PDS", [who(session)], stage=Stage.LIVE) is Touched.NONE
    assert session.services.change("SCR", [who(session)]) is Touched.NONE
    assert session.revision == before


WRONG = {
    "service": ("NOPE", {}, "There is no service 'NOPE'"),
    "owner": ("PDS", {"owner": "x" * 300}, "The owner of connecting to PDS is 100 characters"),
    "note": ("PDS", {"note": "x" * 20_001}, "The note on PDS is 1 character over"),
    "date": ("PDS", {"day": date(1900, 1, 1)}, "PDS: a date lies from 2000 to 2199"),
}


@pytest.mark.parametrize(("service", "fields", "sentence"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_said_and_changes_nothing(session, service, fields, sentence):
    before = session.revision
    with pytest.raises(WrongUse, match=sentence):
        session.services.change(service, [who(session)], **fields)

    assert session.revision == before


def test_an_organisation_must_be_named_and_known(session):
    with pytest.raises(WrongUse, match="Say for which organisation PDS is meant"):
        session.services.change("PDS", [], stage=Stage.LIVE)
    with pytest.raises(WrongUse, match="There is no organisation"):
        session.services.change("PDS", ["org-nobody"], stage=Stage.LIVE)


REFUSED = {
    "only planned": ("SPR", {"stage": Stage.LIVE}, "Single Patient Record is only planned"),
    "ended": ("SCRA", {"stage": Stage.PLANNED}, "is retired.* NCRS came after it: plan that"),
    "to come": (
        "PDS",
        {"stage": Stage.LIVE, "day": date(2199, 1, 1)},
        "cannot be live from a day to come",
    ),
}


@pytest.mark.parametrize(("service", "fields", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_stage_that_cannot_be_is_refused(session, service, fields, sentence):
    with pytest.raises(Refused, match=sentence):
        session.services.change(service, [who(session)], **fields)

    assert session.services.all() == {}


def test_one_may_still_be_live_on_what_has_ended(session):
    session.services.change("SCRA", [who(session)], stage=Stage.LIVE)

    assert session.services.all()["SCRA", who(session)].stage is Stage.LIVE


def test_what_two_rooms_record_merges_field_by_field(rooms):
    for room in (rooms.ours, rooms.theirs):
        room.services.change("PDS", [who(room)], stage=Stage.PLANNED)
    rooms.merge()
    rooms.ours.services.change("PDS", [who(rooms.ours)], stage=Stage.LIVE)
    rooms.theirs.services.change("PDS", [who(rooms.theirs)], owner="Digital lead")
    rooms.theirs.services.change("SCR", [who(rooms.theirs)], stage=Stage.LIVE)
    rooms.merge()

    found = rooms.ours.services.all()
    pds = found["PDS", who(rooms.ours)]
    assert (pds.stage, pds.owner) == (Stage.LIVE, "Digital lead")
    assert found["SCR", who(rooms.ours)].stage is Stage.LIVE


@pytest.mark.parametrize(
    ("rule", "kept"), [(Choice.OURS, Stage.LIVE), (Choice.THEIRS, Stage.PLANNED)]
)
def test_two_states_of_one_pair_are_settled_by_a_person(rooms, rule, kept):
    rooms.ours.services.change("PDS", [who(rooms.ours)], stage=Stage.LIVE)
    rooms.theirs.services.change("PDS", [who(rooms.theirs)], stage=Stage.PLANNED)
    rooms.merge(rule)

    assert rooms.ours.services.all()["PDS", who(rooms.ours)].stage is kept
