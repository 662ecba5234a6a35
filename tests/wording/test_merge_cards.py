"""Every kind of conflict as two honest cards."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from techmodel.core.answers import Answer, Evidence, State, Value
from techmodel.core.assessment import Assessment
from techmodel.core.checklist import CapabilityId, KindId
from techmodel.core.journal import Batch, BatchKind
from techmodel.core.merge_parts import Conflict
from techmodel.core.organisations import Organisation, OrganisationId
from techmodel.core.tables import answer_fields, organisation_fields, value_json
from techmodel.wording.merge_cards import (
    both_texts,
    brief_words,
    card_words,
    level_of,
    line_words,
    may_be_another_level,
    name_words,
)
from techmodel.wording.merge_sides import Part, Two, decided_words, moment_words
from techmodel.wording.merge_things import same_card

CAP, TRUST, HILL = CapabilityId("REC-06"), OrganisationId("o1"), OrganisationId("o2")
LEVEL_2 = Value(State.LEVEL, 2)
PAIR = ("answer", (CAP, TRUST))
ORGANISATION = Organisation(TRUST, "Riverside Trust", "Trust", KindId("acute"), 1.0, True, 0)
BATCH = Batch("b", BatchKind.EDIT, "2026-11-24T10:12:00Z", "", (), decided_by="clinical lead")


@pytest.fixture
def ours(checklist):
    hill = replace(ORGANISATION, id=HILL, name="Hill Practice", kind=KindId("gp"))
    proof = Evidence("e1", CAP, TRUST, "C", "Interface list", "2026-10-12", "Intranet")
    answer = Answer(CAP, TRUST, Value(State.LEVEL, 2))
    return Assessment(
        "a", "Title", "", (), 0.8, frozenset(), checklist, (ORGANISATION, hill),
        {(CAP, TRUST): answer}, (proof,), {},
    )  # fmt: skip


@pytest.fixture
def two(ours):
    other = replace(ours, evidence=())
    return Two(ours, other, targets={CAP: 3}, parted={PAIR: "2026-10-12T09:00:00Z"})


def answer(value=LEVEL_2, note="", dissent="", *, parked=False):
    return answer_fields(Answer(CAP, TRUST, value, note, dissent, parked))


def differing(row, fields, ours, theirs, before=None):
    return Conflict(row, fields, before, ours, theirs, BATCH, None)


def labels(card):
    return {part.label: part.text for part in card.parts}


def test_levels_are_told_with_what_they_mean_for_this_capability(two, checklist):
    one = differing(PAIR, ("value",), answer(), answer(Value(State.LEVEL, 1)))
    mine, other = card_words(one, two)

    assert (mine.title, mine.verb, other.verb) == ("Viewable", "Keep level 2", "Take level 1")
    assert mine.wording == checklist.capability(CAP).levels[2]
    assert mine.decided.startswith("Decided by: clinical lead, 24 Nov 2026 ")
    assert other.decided == ""


def test_both_cards_have_the_same_parts(two):
    one = differing(PAIR, ("value", "note"), answer(note="Because"), answer(parked=True))
    mine, other = card_words(one, two)

    assert labels(mine) == {
        "Why": "Because",
        "Evidence": "C Interface list, 12 Oct 2026",
        "Parked": "None",
    }
    assert labels(other) == {"Why": "None", "Evidence": "None", "Parked": "Yes"}


def test_a_card_is_one_text_for_a_screen_reader(two):
    one = differing(PAIR, ("value",), answer(), answer())

    assert card_words(one, two)[0].words.startswith("Viewable. ")
    assert "Evidence: C Interface list, 12 Oct 2026. Decided by" in card_words(one, two)[0].words


@pytest.mark.parametrize(
    ("value", "title", "verb"),
    [
        (Value(State.DONT_KNOW), "Don’t know", "Keep “don’t know”"),
        (Value(State.NOT_ANSWERED), "Not answered", "Keep “not answered”"),
        (Value(State.NOT_APPLICABLE, reason="No"), "Not applicable", "Keep “not applicable”"),
        (
            Value(State.PROVIDED_BY, provider=HILL),
            "Provided by Hill Practice",
            "Keep this provider",
        ),
    ],
)
def test_answers_without_a_level_have_their_words(two, value, title, verb):
    card, _ = card_words(differing(PAIR, ("value",), answer(value), answer()), two)

    assert (card.title, card.wording, card.verb) == (title, "", verb)


def test_two_reasons_are_told_apart(two):
    rows = (answer(Value(State.NOT_APPLICABLE, reason=r)) for r in ("One", "Two"))
    mine, other = card_words(differing(PAIR, ("value",), *rows), two)

    assert (mine.verb, labels(mine)["Reason"]) == ("Keep this reason", "One")
    assert (other.verb, labels(other)["Reason"]) == ("Take this reason", "Two")


def test_an_answer_that_is_not_there_is_not_answered(two):
    card, _ = card_words(differing(PAIR, ("value",), None, answer()), two)

    assert card.title == "Not answered"


@pytest.mark.parametrize(
    ("fields", "verb", "about"),
    [
        (("note",), "Take this note", "REC-06, Riverside Trust, note"),
        (("dissent",), "Take this other view", "REC-06, Riverside Trust, other view"),
        (
            ("note", "dissent"),
            "Take this note and other view",
            "REC-06, Riverside Trust, note and other view",
        ),
    ],
)
def test_texts_alone_are_named(two, fields, verb, about):
    one = differing(PAIR, fields, answer(note="A", dissent="B"), answer(note="C", dissent="D"))

    assert card_words(one, two)[1].verb == verb
    assert name_words(one, two) == ("Contribution and write-back", about)
    assert not may_be_another_level(one)


def test_both_texts_can_stay_where_there_are_two(two):
    one = differing(PAIR, ("note",), answer(note="A"), answer(note="B"))
    half = differing(PAIR, ("note",), answer(note="A"), answer())
    levels = differing(PAIR, ("value", "note"), answer(note="A"), answer(note="B"))

    assert both_texts(one) == {"note": "A\n\nB"}
    assert both_texts(half) is both_texts(levels) is None


@pytest.mark.parametrize(
    ("fields", "before", "said"),
    [
        (("value",), None, "neither had an answer"),
        (("value",), answer(Value(State.LEVEL, 1)), "both had 1 on 12 October 2026"),
        (("note",), answer(), "neither had a note on 12 October 2026"),
        (("dissent",), None, "neither had another view"),
        (("note",), answer(note="A"), "both had the same note on 12 October 2026"),
    ],
)
def test_the_line_says_what_both_had(two, fields, before, said):
    one = differing(PAIR, fields, answer(), answer(), before)

    assert line_words(one, two) == f"REC-06 · Riverside Trust · target 3 · {said}"


def test_a_capability_without_a_target_says_so(two):
    one = differing(PAIR, ("value",), answer(), answer())

    assert "· no target ·" in line_words(one, replace(two, targets={}))


def override(level, reason="Why not", owner=""):
    return {"value": {"level": level, "reason": reason, "owner": owner}}


def test_targets_are_told_with_reason_and_owner(two):
    row = ("override", (CAP,))
    one = differing(row, ("value",), override(2, owner="Board"), override(4), override(3))
    mine, other = card_words(one, two)

    assert (mine.title, mine.verb, other.verb) == (
        "Target 2 Viewable",
        "Keep target 2",
        "Take target 4",
    )
    assert mine.target
    assert labels(other) == {"Why": "Why not", "Owner": "None"}
    assert name_words(one, two)[1] == "REC-06, target"
    assert line_words(one, two) == "REC-06, target · both had target 3"


@pytest.mark.parametrize(
    ("mine", "title", "verb"),
    [
        (None, "No decision", "Keep it without a decision"),
        (override(0), "Not pursued", "Keep “not pursued”"),
        (override(4, "Another"), "Target 4 Shared", "Keep this reason"),
    ],
)
def test_other_decisions_have_their_words(two, mine, title, verb):
    one = differing(("override", (CAP,)), ("value",), mine, override(4))
    card, _ = card_words(one, two)

    assert (card.title, card.verb) == (title, verb)
    assert line_words(one, two).endswith("neither had a decision")


def organisation(**fields):
    return {**organisation_fields(ORGANISATION), **fields}


@pytest.mark.parametrize(
    ("field", "values", "verbs"),
    [
        ("name", ("Trust A", "Trust B"), ("Keep Trust A", "Take Trust B")),
        ("weight", (2.0, 0.5), ("Keep weight 2", "Take weight 0.5")),
        ("kind", ("acute", "gp"), ("Keep Acute hospital", "Take General practice")),
        ("in_scope", (True, False), ("Keep it counted", "Let it leave")),
        ("in_scope", (False, True), ("Leave it out", "Let it count")),
    ],
)
def test_one_field_of_an_organisation_is_on_the_button(two, field, values, verbs):
    rows = (organisation(**{field: v}) for v in values)
    cards = card_words(differing(("organisation", (TRUST,)), (field,), *rows), two)

    assert all(card.verb.startswith(verb) for card, verb in zip(cards, verbs, strict=True))


def test_several_fields_of_an_organisation_go_together(two):
    row = ("organisation", (TRUST,))
    one = differing(
        row, ("name", "weight"), organisation(weight=2.0), organisation(name="B"), organisation()
    )
    mine, _ = card_words(one, two)

    assert (mine.verb, labels(mine)["Weight"]) == ("Keep these", "2")
    assert labels(mine)["Recorded"] == "1 answer, 1 piece of evidence"
    assert name_words(one, two)[1] == "Organisation, name and weight"
    assert line_words(one, two).endswith("both had it")


def test_a_deleted_organisation_says_what_goes_with_it(two):
    one = differing(("organisation", (TRUST,)), ("*",), organisation(), None)
    mine, other = card_words(one, two)

    assert mine.verb == "Keep it"
    assert (other.title, other.verb) == ("Deleted", "Delete it here too")
    assert other.wording == "Its answers and evidence here would go with it."
    assert name_words(one, two)[1] == "Organisation, deleted in the other file"
    assert line_words(one, two).endswith("new in both files")


def evidence(title="Interface list", date="2026-10-12"):
    return {
        "capability": CAP,
        "organisation": TRUST,
        "grade": "C",
        "title": title,
        "date": date,
        "place": "",
    }


def test_evidence_is_told_in_full(two):
    one = differing(("evidence", ("e1",)), ("title",), evidence(), evidence("Other", ""))
    mine, other = card_words(one, two)

    assert (mine.title, mine.wording) == ("C Interface list", "REC-06, Riverside Trust")
    assert labels(other)["Date"] == "None"
    assert "Where" not in labels(mine)
    assert (mine.verb, name_words(one, two)[1]) == ("Keep this evidence", "REC-06, evidence")


def test_evidence_deleted_here_can_come_back(two):
    one = differing(("evidence", ("e1",)), ("*",), None, evidence())
    mine, other = card_words(one, two)

    assert (mine.verb, mine.wording) == ("Leave it deleted", "It is not in this file any more.")
    assert other.verb == "Bring it back"
    assert name_words(one, two) == ("Interface list", "REC-06, evidence, deleted here")


@pytest.mark.parametrize(
    ("name", "value", "title", "verb"),
    [
        ("title", "Our place", "Our place", "Keep this title"),
        ("threshold", 0.75, "75%", "Keep 75%"),
        ("domains_out", [], "None", "Keep this scope"),
        ("lead", "", "None", "Keep this lead"),
    ],
)
def test_settings_are_told_in_words(two, name, value, title, verb):
    one = differing(("setting", (name,)), ("value",), {"value": value}, None)
    mine, other = card_words(one, two)

    assert (mine.title, mine.verb, other.title) == (title, verb, "None")
    assert name_words(one, two)[1] == "Set-up"


def test_care_models_are_named(two, checklist):
    first = checklist.care_models[0]
    rows = ({"value": [first.id]}, {"value": []})
    one = differing(("setting", ("care_models",)), ("value",), *rows, rows[0])

    assert card_words(one, two)[0].title == first.name
    assert line_words(one, two) == f"Set-up · both had {first.name}"


def test_a_setting_that_nobody_had_says_so(two):
    one = differing(
        ("setting", ("lead",)), ("value",), {"value": "A"}, {"value": "B"}, {"value": ""}
    )

    assert line_words(one, two) == "Set-up · neither had any"


def test_two_editions_of_the_checklist_are_told_apart(two, checklist):
    rows = ({"value": "one"}, {"value": "two"})
    mine, _ = card_words(differing(("setting", ("checklist",)), ("value",), *rows), two)

    assert mine.title == f"{checklist.title} {checklist.version}"
    assert mine.wording.startswith(f"{len(checklist.capabilities)} capabilities, ")


def test_what_has_no_words_of_its_own_is_still_shown(two):
    one = differing(("signal", ("f1",)), ("level",), {"level": 2}, {"level": 3})
    mine, other = card_words(one, two)

    assert (mine.parts, other.parts) == ((Part("level", "2"),), (Part("level", "3"),))
    assert name_words(one, two) == ("f1", "signal")


@pytest.mark.parametrize(
    ("row", "fields", "rows", "said"),
    [
        (
            PAIR,
            ("value",),
            (answer(), answer(Value(State.DONT_KNOW))),
            ("2 Viewable", "Don’t know"),
        ),
        (PAIR, ("note",), (answer(note="A"), answer(note="B")), ("A", "B")),
        (
            ("override", (CAP,)),
            ("value",),
            (override(2), None),
            ("Target 2 Viewable", "No decision"),
        ),
        (
            ("organisation", (TRUST,)),
            ("name", "weight"),
            (organisation(), organisation(name="B", weight=2.0)),
            ("Riverside Trust; 1", "B; 2"),
        ),
    ],
)
def test_a_line_of_a_table_says_what_differs(two, row, fields, rows, said):
    assert brief_words(differing(row, fields, *rows), two) == said


def test_the_level_of_a_row_is_known():
    assert level_of(answer()) == 2
    assert level_of(None) is None


def test_an_organisation_both_added_is_told_with_what_it_has(two):
    card = same_card(two.ours, TRUST, BATCH, two)
    plain = same_card(two.theirs, HILL, replace(BATCH, decided_by=""), two)

    assert labels(card)["Recorded"] == "1 answer, 1 piece of evidence"
    assert labels(plain)["Recorded"] == "No answers"
    assert plain.decided.startswith("Added 24 Nov 2026 ")


def test_organisations_that_are_one_share_answers_and_names(two):
    one = replace(two, one={"gone": TRUST})

    assert one.organisation("gone") == "gone"
    assert one.stays("gone") == TRUST
    assert one.organisation(TRUST) == "Riverside Trust"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (BatchKind.EDIT, "Changed"),
        (BatchKind.UNDO, "Taken back"),
        (BatchKind.IMPORT, "Imported"),
    ],
)
def test_without_a_role_it_is_said_what_happened(kind, said):
    assert decided_words(replace(BATCH, kind=kind, decided_by="")).startswith(f"{said} 24 Nov")


def test_no_time_is_no_words():
    assert moment_words("") == ""
    assert SimpleNamespace(words=decided_words(None)).words == ""


def test_an_unknown_capability_is_called_by_its_id(two):
    one = differing(("answer", ("XXX-99", TRUST)), ("value",), answer(), answer())

    assert name_words(one, two)[0] == "XXX-99"
    assert card_words(one, two)[0].wording == ""
    assert value_json(Value(State.LEVEL, 2)) == one.ours["value"]
