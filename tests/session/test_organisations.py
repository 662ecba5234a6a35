"""The verbs of organisations."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.answers import State, Value
from techmodel.core.checklist import KindId
from techmodel.core.errors import Refused, WrongUse
from techmodel.session.noun import organisation_named
from techmodel.session.organisations import Newcomer, parse_newcomer, short_name
from techmodel.session.touched import Touched


def of(session, name):
    return organisation_named(session.assessment(), name)


def test_newcomers_join_as_one_batch_in_order(session):
    added = [
        Newcomer("Town Council", KindId("local-authority")),
        Newcomer("111", KindId("urgent-care")),
    ]

    assert session.organisations.add(added) == Touched.ORGANISATIONS | Touched.HISTORY
    assert [o.name for o in session.assessment().organisations][3:] == ["Town Council", "111"]
    assert session.batches()[-1].label == "Town Council and 111 joined"


@pytest.mark.parametrize(
    ("newcomer", "sentence"),
    [
        (Newcomer("X", KindId("hospital")), "there is no kind 'hospital'. Choose one of: gp"),
        (
            Newcomer(" riverside TRUST ", KindId("gp")),
            "already an organisation called riverside TRUST",
        ),
        (Newcomer("", KindId("gp")), "name is missing"),
        (Newcomer("X", KindId("gp"), 0), "above 0 and at most 1000, not 0"),
        (Newcomer("X", KindId("gp"), float("nan")), "above 0 and at most 1000, not nan"),
        (Newcomer("X", KindId("gp"), 1001), "not 1001"),
    ],
)
def test_a_wrong_newcomer_is_refused_with_its_reason(session, newcomer, sentence):
    with pytest.raises(WrongUse, match=sentence):
        session.organisations.add([newcomer])


def test_an_organisation_that_leaves_keeps_its_answers(session):
    trust = of(session, "Riverside Trust")
    session.answers.give("GOV-01", trust.id, Value(State.LEVEL, 4))
    session.organisations.leave(trust.id)

    assert trust.id not in session.gaps().of("GOV-01").pairs
    session.organisations.return_(trust.id)
    assert session.gaps().of("GOV-01").pairs[trust.id].level == 4


def test_leaving_twice_and_returning_twice_are_refused(session):
    trust = of(session, "Riverside Trust")

    with pytest.raises(Refused, match="has not left"):
        session.organisations.return_(trust.id)
    session.organisations.leave(trust.id)
    with pytest.raises(Refused, match="already left"):
        session.organisations.leave(trust.id)


@pytest.mark.parametrize("way", ["leave", "kind"])
def test_a_provider_cannot_go_while_others_depend_on_it(session, way):
    trust, practice = of(session, "Riverside Trust"), of(session, "Hill Practice")
    only = next(
        c.id
        for c in session.assessment().checklist.capabilities
        if {"acute", "gp"} <= set(c.applies_to) and "care-home" not in c.applies_to
    )
    session.answers.give(only, trust.id, Value(State.LEVEL, 3))
    session.answers.give(only, practice.id, Value(State.PROVIDED_BY, provider=trust.id))

    verbs = session.organisations
    go = verbs.leave if way == "leave" else partial(verbs.change_kind, kind=KindId("care-home"))

    with pytest.raises(Refused, match=f"Riverside Trust provides {only} for Hill Practice"):
        go(trust.id)


def test_name_short_name_weight_and_kind_can_change(session):
    trust = of(session, "Riverside Trust")
    session.organisations.rename(trust.id, "Riverside Hospitals")
    session.organisations.shorten(trust.id, "Hospitals")
    session.organisations.weigh(trust.id, 2.5)
    session.organisations.change_kind(trust.id, KindId("community"))

    new = of(session, "riverside hospitals")
    assert (new.short_name, new.weight, new.kind) == ("Hospitals", 2.5, "community")
    assert session.batches()[-2].label == "Riverside Hospitals: weight 1 → 2.5"


def test_two_organisations_cannot_share_a_name(session):
    with pytest.raises(WrongUse, match="already an organisation called Hill Practice"):
        session.organisations.rename(of(session, "Riverside Trust").id, "Hill  Practice")


def test_an_unknown_name_lists_those_there_are(session):
    with pytest.raises(
        WrongUse, match="There are: Riverside Trust, Hill Practice, Meadow Care Home"
    ):
        of(session, "Nowhere")


def test_the_command_line_shape_is_name_kind_weight():
    assert parse_newcomer("A B:gp:2.5") == Newcomer("A B", KindId("gp"), 2.5)
    assert parse_newcomer(" A B : GP ") == Newcomer("A B", KindId("gp"))
    assert parse_newcomer("Tŷ: un:acute") == Newcomer("Tŷ: un", KindId("acute"))
    assert parse_newcomer("Tŷ: un:acute:3") == Newcomer("Tŷ: un", KindId("acute"), 3)
    for wrong in ("A", "A:gp:1,5", "A:gp:"):
        with pytest.raises(WrongUse, match="NAME:KIND"):
            parse_newcomer(wrong)


def test_a_name_that_has_left_is_offered_to_return(session):
    session.organisations.leave(of(session, "Hill Practice").id)

    with pytest.raises(WrongUse, match="It has left and can return"):
        session.organisations.add([Newcomer("Hill practice", KindId("gp"))])


@given(st.text(min_size=1, max_size=80))
def test_a_short_name_fits_a_column_head(name):
    assert len(short_name(name)) <= 16


def test_short_names_made_from_names_differ(session):
    names = [f"Organisation number {n}" for n in range(1, 21)] + ["Organisation numbers 20"]
    session.organisations.add([Newcomer(n, KindId("gp")) for n in names])

    made = [o.short_name for o in session.assessment().organisations]
    assert made[3:6] == ["Organisation", "Organisation 2", "Organisation 3"]
    assert len({m.casefold() for m in made}) == len(made)
    assert max(map(len, made)) <= 16
