"""The change journal in sentences."""

from dataclasses import replace
from datetime import datetime

import pytest

from techmodel.core.answers import NOT_ANSWERED, Evidence, State, Value
from techmodel.core.history import Entry
from techmodel.core.journal import Batch, BatchKind, Edit
from techmodel.wording.edits import edit_lines
from techmodel.wording.history import (
    PairChange,
    as_it_was,
    batch_about,
    batch_lines,
    capability_lines,
    find_book,
    history_headline,
    origin_words,
    pair_change_words,
    pair_history,
    undo_words,
)


@pytest.fixture
def told(session):
    """What the newest batch says, in sentences."""

    def told_():
        batches = session.batches()
        book = find_book(session.assessment(), batches)
        return [line.sentence for line in batch_lines(batches[-1], book)]

    return told_


@pytest.fixture
def trust(session):
    return session.assessment().organisations[0].id


@pytest.fixture
def practice(session):
    return session.assessment().organisations[1].id


def level(n):
    return Value(State.LEVEL, n)


def test_a_first_answer(session, told, trust):
    session.answers.give("INF-01", trust, level(2))

    assert told() == ["Not answered → Level 2"]


def test_another_level(session, told, trust):
    session.answers.give("INF-01", trust, level(2))
    session.answers.give("INF-01", trust, level(3))

    assert told() == ["Level 2 → 3"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Value(State.DONT_KNOW), "Level 2 → Don’t know"),
        (Value(State.NOT_APPLICABLE, reason="No beds"), "Level 2 → Not applicable"),
        (NOT_ANSWERED, "Level 2 → Not answered"),
    ],
)
def test_from_a_level_to_something_else(session, told, trust, value, said):
    session.answers.give("INF-01", trust, level(2))
    session.answers.give("INF-01", trust, value)

    assert told() == [said]


def test_another_reason(session, told, trust):
    for reason in ("No beds", "No beds at all"):
        session.answers.give("INF-01", trust, Value(State.NOT_APPLICABLE, reason=reason))

    assert told() == ["Reason changed"]


def test_a_provider_is_named(session, told, trust, practice):
    session.answers.give("INF-01", practice, level(2))
    session.answers.give("INF-01", trust, Value(State.PROVIDED_BY, provider=practice))

    assert told() == ["Not answered → Provided by Hill Practice"]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["Why"], "Note added"),
        (["Why", "Why not"], "Note changed"),
        (["Why", ""], "Note removed"),
    ],
)
def test_notes(session, told, trust, texts, said):
    for text in texts:
        session.answers.note("INF-01", trust, text)

    assert told() == [said]


def test_another_view(session, told, trust):
    session.answers.dissent("INF-01", trust, "Two teams do it")

    assert told() == ["Other view added"]


def test_parking(session, told, trust):
    session.answers.park("INF-01", trust, parked=True)
    parked = told()
    session.answers.park("INF-01", trust, parked=False)

    assert (parked, told()) == (["Parked"], ["Taken up again"])


def test_the_whole_of_both_sides_is_kept(session, trust):
    session.answers.give("INF-01", trust, Value(State.NOT_APPLICABLE, reason="No beds"))
    batches = session.batches()
    (line,) = batch_lines(batches[-1], find_book(session.assessment(), batches))

    assert line.about.startswith("INF-01 ")
    assert line.about.endswith(", Riverside Trust")
    assert (line.old, line.new) == ("Not answered", "Not applicable: No beds")


def test_evidence_is_named_by_its_title(session, told, trust):
    session.evidence.add(Evidence("", "INF-01", trust, "A", "Usage log"))
    added = told()
    (held,) = session.assessment().evidence
    session.evidence.change(
        Evidence(held.id, "INF-01", trust, "A", "Usage log", "2026-10-03", "Shared drive")
    )
    changed = told()
    session.evidence.remove(held.id)

    assert added == ["Evidence A “Usage log” added"]
    assert changed == [
        "Evidence “Usage log”: date nothing → 3 Oct 2026",
        "Evidence “Usage log”: where nothing → Shared drive",
    ]
    assert told() == ["Evidence A “Usage log” removed"]


def test_targets(session, told):
    said = []
    session.targets.aim("INF-01", 1, "Not this year")
    said += told()
    session.targets.aim("INF-01", 2, "Not this year")
    said += told()
    session.targets.aim("INF-01", 2, "Not this year", owner="SRO")
    said += told()
    session.targets.clear("INF-01")

    assert [*said, *told()] == [
        "Target set to 1 by decision",
        "Target 1 → 2",
        "Reason or owner of the target changed",
        "Target back to what is asked",
    ]


def test_organisations(session, told, practice):
    said = []
    session.organisations.leave(practice)
    said += told()
    session.organisations.return_(practice)
    said += told()
    session.organisations.weigh(practice, 2.5)
    said += told()
    session.organisations.rename(practice, "Hill Surgery")

    assert [*said, *told()] == [
        "Hill Practice left",
        "Hill Practice returned",
        "Weight 1 → 2.5",
        "Name Hill Practice → Hill Surgery",
    ]


def test_making_the_assessment(told):
    said = told()

    assert "Riverside Trust joined" in said
    assert "Title: Test partnership" in said
    assert any(s.startswith("Care models: ") for s in said)
    assert "Coverage threshold: 80%" in said


def test_settings(session, told):
    session.scope.change({"threshold": 0.75, "domains_out": ["GOV"]})
    said = told()

    assert "Coverage threshold: 80% → 75%" in said
    assert any(s.startswith("Domains out of scope: none → ") for s in said)


def test_undoing_a_joining_says_so(session, told):
    from techmodel.session.organisations import Newcomer

    session.organisations.add([Newcomer("North Pharmacy", "pharmacy")])
    session.undo()

    assert told() == ["North Pharmacy was taken out again"]


def test_a_table_we_do_not_know_is_told_plainly(session):
    book = find_book(session.assessment(), session.batches())
    (line,) = edit_lines(Edit("ballot", ("b1",), "votes", None, 3), book)

    assert (line.about, line.sentence) == ("ballot b1", "votes: nothing → 3")


def test_the_history_of_a_pair_is_newest_first_with_its_evidence(session, trust, practice):
    session.answers.give("INF-01", trust, level(2), decided_by="Digital lead")
    session.answers.give("INF-01", practice, level(5))
    session.evidence.add(Evidence("", "INF-01", trust, "A", "Usage log"))
    session.undo()
    batches = session.batches()
    changes = pair_history(batches, ("INF-01", trust), find_book(session.assessment(), batches))

    assert [c.sentences for c in changes] == [
        ("Evidence A “Usage log” removed",),
        ("Evidence A “Usage log” added",),
        ("Not answered → Level 2",),
    ]
    assert [c.kind for c in changes] == [BatchKind.UNDO, BatchKind.EDIT, BatchKind.EDIT]
    assert changes[2].decided_by == "Digital lead"


def test_what_a_batch_is_about(session, trust):
    session.answers.give("INF-01", trust, level(2))
    session.targets.aim("REC-06", 1, "Not this year")
    batches = session.batches()
    book = find_book(session.assessment(), batches)

    assert batch_about(batches[-2], book) == ({"INF-01"}, {trust})
    assert batch_about(batches[-1], book) == ({"REC-06"}, frozenset())
    assert trust in batch_about(batches[0], book)[1]


def test_names_that_are_gone_are_told_by_their_id(session):
    book = find_book(session.assessment(), ())

    assert book.capability("OLD-01") == "OLD-01"
    assert book.organisation("org-1") == "org-1"


@pytest.mark.parametrize(
    ("total", "shown", "said"),
    [
        (1, 1, "1 change since May."),
        (1200, 1200, "1,200 changes since May."),
        (9, 2, "2 of 9 changes since May."),
    ],
)
def test_headline(total, shown, said):
    assert history_headline(total, shown, "May") == said


def test_an_empty_history_has_a_headline():
    assert history_headline(0, 0, "") == "0 changes."


def test_undo_is_explained():
    batch = Batch("b", BatchKind.EDIT, "2026-11-24T09:00:00Z", "REC-06 for X: 2 → 3", ())

    assert "“REC-06 for X: 2 → 3”" in undo_words(batch)
    assert undo_words(None).startswith("There is nothing to undo.")


def test_reasons_and_notes_are_told_with_the_change(session, trust):
    session.answers.give("INF-01", trust, Value(State.NOT_APPLICABLE, reason="No beds"))
    session.answers.note("INF-01", trust, "Asked\ntwice. " + "x" * 300)
    session.answers.note("INF-01", trust, "")
    batches = session.batches()
    changes = pair_history(batches, ("INF-01", trust), find_book(session.assessment(), batches))
    said = [c.sentences[0] for c in reversed(changes)]

    assert said[0] == "Not answered → Not applicable: No beds"
    assert said[1].startswith("Note added: Asked twice. xxx")
    assert said[1].endswith("x…")
    assert said[2] == "Note removed"


def other_files(organisation, kind=BatchKind.EDIT, level=2):
    """A batch of another file that answered for one of its organisations."""
    row = {"value": {"state": "level", "level": level, "provider": None, "reason": ""}}
    row |= {"note": "", "dissent": "", "parked": False}
    edits = (Edit("answer", ("INF-01", organisation), "*", None, row),)
    return Batch("x", kind, "2026-11-20T09:00:00Z", "INF-01 there", edits, 9, "Ward manager")


@pytest.fixture
def merged(session, trust):
    """A session whose newest batch took over what another file said of "theirs", one with ours."""

    def make(theirs, *edits):
        alias = Edit("setting", ("same_organisations",), "*", None, {"value": {"theirs": trust}})
        session.take_over([alias, *edits], "Merged", [theirs])
        batches, taken = session.batches(), session.taken()
        return batches, taken, find_book(session.assessment(), batches, taken)

    return make


def test_what_a_merge_took_over_is_part_of_the_history_of_an_answer(merged, trust):
    theirs = other_files("theirs")
    batches, taken, book = merged(theirs)
    (change,) = pair_history(batches, ("INF-01", trust), book, taken)

    assert (change.at, change.decided_by, change.taken) == (theirs.at, "Ward manager", True)
    assert pair_change_words(change) == "In the other file: Not answered → Level 2"


def test_organisations_that_are_one_have_one_name(merged, trust):
    _, taken, book = merged(other_files("theirs"))
    ((theirs,),) = taken.values()

    assert book.organisation("theirs") == "Riverside Trust"
    assert batch_about(theirs, book) == ({"INF-01"}, {trust})


def test_a_merge_that_was_taken_back_still_tells_who_was_one(session, merged, trust):
    merged(other_files("theirs"))
    session.undo()
    book = find_book(session.assessment(), session.batches(), session.taken())

    assert book.our_id("theirs") == trust
    assert [line.sentence for line in batch_lines(session.batches()[-1], book)] == [
        "Riverside Trust is no longer one organisation in both files"
    ]


def test_joining_organisations_is_told(merged, trust):
    batches, _, book = merged(other_files("theirs"))

    assert [line.sentence for line in batch_lines(batches[-1], book)] == [
        "Riverside Trust is one organisation in both files"
    ]


@pytest.mark.parametrize(
    ("kind", "taken", "said"),
    [
        (BatchKind.EDIT, False, "Level 2"),
        (BatchKind.UNDO, False, "Undo: Level 2"),
        (BatchKind.IMPORT, False, "Import: Level 2"),
        (BatchKind.EDIT, True, "In the other file: Level 2"),
        (BatchKind.REDO, True, "Redo in the other file: Level 2"),
    ],
)
def test_a_change_of_an_answer_says_where_it_came_from(kind, taken, said):
    assert pair_change_words(PairChange("", kind, "", ("Level 2",), taken=taken)) == said


def test_rounds_are_told(session, told):
    said = []
    session.rounds.mark("Spring")
    said += told()
    (held,) = session.rounds.all()
    session.rounds.rename(held.id, "Summer")
    said += told()
    session.rounds.forget(held.id)

    assert [*said, *told()] == [
        "Round “Spring” marked",
        "Round renamed",
        "Round “Summer” forgotten",
    ]


def test_a_capability_is_told_with_whom_it_is_about(session, trust):
    session.answers.give("INF-01", trust, Value(State.NOT_APPLICABLE, reason="No beds"))
    session.targets.aim("INF-01", 1, "Not this year")
    first, second = session.batches()[-2:]
    book = find_book(session.assessment(), session.batches())

    assert capability_lines(first, "INF-01", book) == (
        "Riverside Trust: Not answered → Not applicable: No beds",
    )
    assert capability_lines(second, "INF-01", book) == (
        "Target set to 1 by decision: Not this year",
    )
    assert capability_lines(second, "INF-02", book) == ()


def test_an_entry_says_that_it_was_taken_over():
    merge = Batch("m", BatchKind.MERGE, "", "", ())

    assert origin_words(Entry(merge)) == "Merge"
    assert origin_words(Entry(other_files("o"), merge)) == "Taken over from the other file"
    assert origin_words(Entry(other_files("o", BatchKind.UNDO), merge)) == (
        "Undo, taken over from the other file"
    )


def test_the_headline_counts_what_was_taken_over():
    assert history_headline(200, 200, "May", 61) == (
        "200 changes since May, 61 of them in other files."
    )
    assert history_headline(200, 3, "May", 61) == "3 of 200 changes since May."


def test_looking_back_says_when_and_after_what():
    batch = Batch("b", BatchKind.EDIT, "2026-03-03T14:03:22Z", "REC-06 for X: 2 → 3", ())
    hour = datetime.fromisoformat(batch.at).astimezone()

    assert as_it_was(batch) == (
        f"As it was on 3 March 2026 {hour:%H:%M}, after ‘REC-06 for X: 2 → 3’. "
        "Nothing here can be changed."
    )


def test_what_a_merge_decided_to_keep_says_so(session, trust):
    session.answers.give("INF-01", trust, level(2))
    held = {"state": "level", "level": 2, "provider": None, "reason": ""}
    book = find_book(session.assessment(), session.batches())
    edits = [
        Edit("answer", ("INF-01", trust), "value", held, held),
        Edit("answer", ("INF-01", trust), "note", "Why", "Why"),
    ]
    said = [line.sentence for edit in edits for line in edit_lines(edit, book)]

    assert said == ["Decided in a merge: stays 2 Viewable", "Decided in a merge: stays as it is"]


def test_one_more_organisation_that_became_one_is_told_alone(session, trust, practice):
    book = find_book(session.assessment(), session.batches())
    edit = Edit(
        "setting", ("same_organisations",), "value", {"x": trust}, {"x": trust, "y": practice}
    )

    assert [line.sentence for line in edit_lines(edit, book)] == [
        "Hill Practice is one organisation in both files"
    ]


@pytest.mark.parametrize(
    ("kept", "said"),
    [(3, "Done in the other file, not chosen"), (2, "Taken over from the other file")],
)
def test_what_was_not_chosen_in_a_merge_is_not_told_as_taken_over(kept, said):
    value = {"state": "level", "level": kept, "provider": None, "reason": ""}
    stays = Edit("answer", ("INF-01", "o"), "value", value, value)
    merge = Batch("m", BatchKind.MERGE, "2026-11-24T10:00:00Z", "Merged", (stays,), 3)
    short = Edit("answer", ("INF-01", "o"), "value", None, {**value, "level": 2})

    assert origin_words(Entry(other_files("o"), merge)) == said
    assert origin_words(Entry(replace(other_files("o"), edits=(short,)), merge)) == said
