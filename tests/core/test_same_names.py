"""Organisations that both files added under one name, and names that became equal."""

from tests.core.rooms import BLANK, carried, first_room, level, partner

from techmodel.core.merge import compare
from techmodel.core.merge_parts import Choice, Same
from techmodel.core.same_names import free_name, numbered

ALIASES = ("setting", ("same_organisations",))


def joined(room, key, name="Hill", **changes):
    """The room, after an organisation joined and answered."""
    room.become("organisation", (key,), partner(name, 3, **changes))
    return room


def both_joined():
    ours = first_room()
    theirs = ours.copy()
    return joined(ours, "org-b"), joined(theirs, "org-a", "hill")


def one(_):
    return Same.ONE


def names(room):
    return {key[0]: row["name"] for key, row in room.tables["organisation"].items()}


def test_one_name_on_both_sides_is_asked_before_anything_about_it():
    ours, theirs = both_joined()
    theirs.answer(("REC-01", "org-a"), value=level(2))
    theirs.answer(("REC-01", "org-m1"), value=level(2))
    found = compare(ours.side, theirs.side)

    assert [(n.name, n.ours, n.theirs) for n in found.same_names] == [("Hill", "org-b", "org-a")]
    assert [e.key for e in found.only_theirs] == [("REC-01", "org-m1")]
    assert found.only_ours == ()


def test_two_organisations_of_one_name_get_a_number_the_same_in_both_files():
    ours, theirs = both_joined()
    before = theirs.copy()
    theirs.merge(ours)
    ours.merge(before)

    assert carried(ours.tables) == carried(theirs.tables)
    assert (names(ours)["org-a"], names(ours)["org-b"]) == ("hill", "Hill (2)")
    assert ours.tables["organisation"]["org-b",]["short_name"] == "Hill 2"


def test_one_organisation_keeps_the_smaller_id_and_all_that_was_said_of_it():
    ours, theirs = both_joined()
    ours.answer(("REC-01", "org-b"), value=level(2))
    ours.answer(("REC-01", "org-m1"), value=level(None, "org-b"))
    theirs.answer(("REC-02", "org-a"), value=level(4))
    evidence = {"capability": "REC-01", "organisation": "org-b", "grade": "A", "title": "Log"}
    ours.become("evidence", ("ev-1",), evidence)
    ours.merge(theirs, same=one)

    assert "org-b" not in names(ours)
    assert ours.row("answer", ("REC-01", "org-a"))["value"] == level(2)
    assert ours.row("answer", ("REC-02", "org-a"))["value"] == level(4)
    assert ours.row("answer", ("REC-01", "org-m1"))["value"] == level(None, "org-a")
    assert ours.row("evidence", ("ev-1",))["organisation"] == "org-a"
    assert ours.row(*ALIASES) == {"value": {"org-b": "org-a"}}


def test_what_the_two_say_differently_of_one_is_asked_once_they_are_one():
    ours, theirs = both_joined()
    ours.answer(("REC-01", "org-b"), value=level(2))
    theirs.answer(("REC-01", "org-a"), value=level(4))
    found = compare(ours.side, theirs.side, {"org-a": Same.ONE})

    assert [c.row for c in found.conflicts] == [("answer", ("REC-01", "org-a"))]


def test_later_merges_understand_rows_under_the_id_that_went():
    ours, theirs = both_joined()
    old = ours.copy()
    ours.merge(theirs, same=one)
    old.answer(("REC-01", "org-b"), value=level(3))
    found = ours.merge(old)

    assert (found.same_names, found.conflicts) == ((), ())
    assert ours.row("answer", ("REC-01", "org-a"))["value"] == level(3)
    old.merge(ours)
    assert carried(old.tables) == carried(ours.tables)


def test_what_was_changed_in_the_one_of_two_is_a_change_of_the_one():
    ours, theirs = both_joined()
    ours.answer(("REC-01", "org-b"), value=level(2))
    old = ours.copy()
    ours.merge(theirs, same=one)
    old.become("organisation", ("org-b",), old.row("organisation", ("org-b",)) | {"weight": 3.0})
    old.answer(("REC-01", "org-b"), value=level(1))
    old.undo()
    ours.merge(old)

    assert ours.row("organisation", ("org-a",))["weight"] == 3.0
    assert ours.row("answer", ("REC-01", "org-a"))["value"] == level(2)


def test_what_was_cleared_in_the_one_of_two_is_cleared_in_the_one():
    ours, theirs = both_joined()
    ours.answer(("REC-01", "org-b"), value=level(2))
    old = ours.copy()
    ours.merge(theirs, same=one)
    old.become("answer", ("REC-01", "org-b"), None)
    ours.merge(old)

    assert ours.row("answer", ("REC-01", "org-a")) == {}


def test_one_with_the_same_organisation_is_one():
    first = first_room()
    a, b, c = (joined(first.copy(), key) for key in ("org-c", "org-b", "org-a"))
    start = b.copy()
    a.merge(b, same=one)
    c.merge(start, same=one)
    found = a.merge(c)

    assert found.same_names == ()
    assert set(names(a)) == {"org-a", "org-m1", "org-m2"}
    assert a.row(*ALIASES)["value"] == {"org-b": "org-a", "org-c": "org-a"}


def test_where_a_file_has_both_they_are_two_until_somebody_deletes_one():
    first = first_room()
    a, b = joined(first.copy(), "org-b"), joined(first.copy(), "org-a")
    both = a.copy()
    both.merge(b)
    a.merge(b, same=one)
    both.answer(("REC-01", "org-b"), value=level(2))
    found = compare(a.side, both.side)

    assert [c.row for c in found.conflicts] == [("organisation", ("org-b",))]
    kept, gone = both.copy(), both.copy()
    kept.merge(a)
    gone.merge(a, lambda _: Choice.THEIRS)
    assert ("org-b" in names(kept), kept.row(*ALIASES)["value"]) == (True, {})
    assert ("org-b" in names(gone), gone.row(*ALIASES)["value"]) == (False, {"org-b": "org-a"})


def test_a_merge_taken_back_makes_them_two_again():
    ours, theirs = both_joined()
    ours.answer(("REC-01", "org-b"), value=level(2))
    before = ours.tables
    ours.merge(theirs, same=one)
    ours.undo()

    assert ours.tables == before
    assert len(compare(ours.side, theirs.side).same_names) == 1


def test_a_setting_that_makes_no_sense_makes_nothing_one():
    ours, theirs = both_joined()
    theirs.become(*ALIASES, {"value": "org-a"})
    ours.become(*ALIASES, {"value": {"org-b": 7}})

    assert len(compare(ours.side, theirs.side).same_names) == 1


def test_names_made_equal_by_renaming_are_told_apart_without_a_question():
    ours = first_room()
    theirs = ours.copy()
    ours.become("organisation", ("org-m1",), partner("Hill", 1))
    joined(theirs, "org-a")
    found = ours.merge(theirs)

    assert (found.same_names, found.conflicts) == ((), ())
    assert (names(ours)["org-a"], names(ours)["org-m1"]) == ("Hill", "Hill (2)")


def test_what_one_file_calls_alike_itself_stays_so():
    alike = {("a",): partner("A"), ("b",): partner("B", short_name="A")}

    assert numbered(alike, alike) == {}
    assert numbered(alike) == {("b",): partner("B", short_name="A 2")}


def test_a_number_fits_into_the_longest_name():
    long = "x" * 200

    assert free_name(long, {long}) == f"{'x' * 196} (2)"
    assert free_name("Hill", {"hill", "hill (2)"}) == "Hill (3)"
    assert free_name("Hill", {"dale"}) == "Hill"


def test_blank_answers_of_the_one_are_no_obstacle():
    ours, theirs = both_joined()
    ours.become("answer", ("REC-01", "org-b"), BLANK)
    theirs.answer(("REC-01", "org-a"), value=level(4))

    assert ours.merge(theirs, same=one).conflicts == ()
    assert ours.row("answer", ("REC-01", "org-a"))["value"] == level(4)
