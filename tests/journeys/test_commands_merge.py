"""Two planners, two copies of one file, and the command that brings their work together."""

import shutil

import pytest
from tests.journeys.commands import (
    PRACTICE,
    TRUST,
    content_of,
    done,
    gaps_of,
    listing,
    refusal,
    run,
)

from techmodel.store.lock import take


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """A home of its own, so that the backups are those of this journey."""
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def other(file):
    """A copy for room B, made by copying the file: GOV-01 is at 3 in both."""
    copy = file.with_name("b.techmodel")
    shutil.copyfile(file, copy)
    return copy


def answer(file, capability, value, name=TRUST, *more):
    done("answer", file, capability, value, "--organisation", name, *more)


def levels(file):
    """Every answer that is a level, by capability and organisation."""
    return {
        (c["id"], name): answer["level"]
        for c in gaps_of(file)["capabilities"]
        for name, answer in c["answers"].items()
        if answer["level"] is not None
    }


@pytest.fixture
def parted(file, other):
    """Both rooms worked: one answer in conflict, one more on each side."""
    answer(file, "GOV-01", 4)
    answer(other, "GOV-01", 2, TRUST, "--note", "Only two teams", "--decided-by", "IM&T lead")
    answer(file, "INF-01", 1)
    answer(other, "INF-01", 5, PRACTICE)
    return file, other


def refusal_of(file, other):
    """What a merge that lists what is open says on the error stream, with nothing written."""
    before = content_of(file), content_of(other), listing()
    code, _, err = run("merge", file, other)
    assert (content_of(file), content_of(other), listing()) == before
    return code, err


BOTH = {("INF-01", TRUST): 1, ("INF-01", PRACTICE): 5}
"""What merges by itself."""


def test_what_only_one_room_did_merges_without_a_question(file, other):
    answer(file, "INF-01", 1)
    answer(other, "INF-01", 5, PRACTICE)

    assert done("merge", file, other) == "Saved. Merged 'b.techmodel': 1 change taken\n"
    assert levels(file) == {("GOV-01", TRUST): 3, **BOTH}


def test_a_conflict_is_listed_with_both_sides_and_nothing_is_written(parted):
    file, other = parted
    before, beside = content_of(file), listing()
    code, out, err = run("merge", file, other)

    assert code == 1
    assert err.startswith(
        "1 thing was changed in both files: settle this first. Nothing was chang"
    )
    assert "Give --prefer ours or --prefer theirs, or settle one by one" in err
    assert out.splitlines()[0].startswith("1 thing was changed in both files")
    sides = out[out.index("   ours ") : out.index("Changed only there")]
    ours, theirs = sides.split("   theirs ")
    assert "4 Shared" in ours
    assert all(
        said in theirs for said in ("2 Viewable", "Only two teams", "Decided by: IM&T lead")
    )
    assert (content_of(file), listing()) == (before, beside)


@pytest.mark.parametrize(("rule", "wins"), [("ours", 4), ("theirs", 2)])
def test_a_rule_settles_it_and_the_rest_is_taken(parted, rule, wins):
    file, other = parted
    theirs = content_of(other)
    said = done("merge", file, other, "--prefer", rule)

    assert said == "Saved. Merged 'b.techmodel': 1 change taken, 1 settled\n"
    assert levels(file) == {("GOV-01", TRUST): wins, **BOTH}
    assert content_of(other) == theirs


def test_the_dry_run_tells_all_of_it_and_writes_nothing(parted):
    file, other = parted
    before = content_of(file), content_of(other), listing()
    said = done("merge", file, other, "--prefer", "theirs", "--dry-run")

    assert "settled: theirs" in said
    assert "Changed only there, taken: 1" in said
    assert "Changed only here, stays: 1" in said
    assert said.endswith("\nNothing was written: this was a dry run.\n")
    assert (content_of(file), content_of(other), listing()) == before


def test_one_undo_takes_the_merge_back_and_it_can_be_done_again(parted):
    file, other = parted
    before = levels(file)
    done("merge", file, other, "--prefer", "theirs")

    assert done("undo", file).startswith("Saved. Undo: Merged 'b.techmodel'")
    assert levels(file) == before
    assert run("merge", file, other)[0] == 1
    done("merge", file, other, "--prefer", "ours")
    assert levels(file)["GOV-01", TRUST] == 4


def test_merging_again_brings_nothing_and_says_so(parted):
    file, other = parted
    done("merge", file, other, "--prefer", "theirs")
    before = content_of(file)

    assert done("merge", file, other) == "Nothing to change: it is like that already.\n"
    assert content_of(file) == before


def test_both_rooms_end_with_the_same_whoever_merges_first(parted):
    file, other = parted
    done("merge", file, other, "--prefer", "ours")
    done("merge", other, file)

    assert levels(other) == levels(file)
    assert levels(other)["GOV-01", TRUST] == 4


def test_a_lowered_answer_stays_lowered(file, other):
    answer(other, "GOV-01", 1)
    done("merge", file, other)

    assert levels(file) == {("GOV-01", TRUST): 1}


def test_history_tells_what_the_other_room_decided(parted):
    file, other = parted
    done("merge", file, other, "--prefer", "theirs")
    said = done("history", file, "GOV-01")

    assert "Merged 'b.techmodel'" in said
    assert "IM&T lead" in said


def test_before_a_merge_a_backup_is_kept(parted):
    file, other = parted
    done("merge", file, other, "--prefer", "ours")

    assert "Before a merge" in done("backups", file)


def test_an_organisation_that_both_rooms_added_is_one_or_two(file, other):
    for path in (file, other):
        done("organisation", path, "add", "Hospice:gp")
    code, err = refusal_of(file, other)
    assert (code, "--same-name one or --same-name two" in err) == (1, True)
    done("merge", file, other, "--same-name", "two")
    names = [o["name"] for o in gaps_of(file)["assessment"]["organisations"]]

    assert names == [TRUST, PRACTICE, "Hospice", "Hospice (2)"]


# another assessment


@pytest.fixture
def stranger(file):
    """Another assessment, of one organisation with an answer."""
    path = file.with_name("c.techmodel")
    made = ("--title", "North", "--organisation", "North Practice:gp", "--care-model", "PLACE")
    done("new", path, *made)
    answer(path, "GOV-01", 2, "North Practice")
    return path


def test_another_assessment_is_refused_and_names_who_could_come_in(file, stranger):
    code, err = refusal(file, "merge", stranger)

    assert code == 1
    assert err.startswith("'c.techmodel' is another assessment (“North”), not a copy of this one")
    assert err.endswith("Give --bring-in NAME; there are: North Practice.\n")


def test_its_organisations_come_in_as_new_ones_and_undo_takes_them_back(file, stranger):
    before = levels(file)
    said = done("merge", file, stranger, "--bring-in", "north practice")

    assert said == "Saved. North Practice from 'c.techmodel' joined, with 1 answer\n"
    assert levels(file) == before | {("GOV-01", "North Practice"): 2}
    done("undo", file)
    assert levels(file) == before


def test_a_rule_and_bringing_in_together_are_wrong_use(file, stranger):
    code, err = refusal(
        file, "merge", stranger, "--bring-in", "North Practice", "--prefer", "ours"
    )

    assert (code, "--bring-in merges nothing" in err) == (2, True)


# what cannot be merged


def test_a_copy_of_this_assessment_is_not_brought_in_twice(file, other):
    code, err = refusal(file, "merge", other, "--bring-in", TRUST)

    assert (code, "Merge it" in err) == (1, True)


def test_a_damaged_or_missing_other_file_is_named_and_ours_stays(file, other):
    data = bytearray(content_of(other))
    data[data.rindex(TRUST.encode())] ^= 1
    other.write_bytes(data)

    assert refusal(file, "merge", other)[1].startswith("'b.techmodel' is damaged")
    assert "'nothere.techmodel'" in refusal(file, "merge", "nothere.techmodel")[1]
    assert content_of(other) == bytes(data)


def test_a_file_that_is_open_elsewhere_is_not_merged_into(parted):
    file, other = parted
    before, lock = content_of(file), take(file)
    code, _, err = run("merge", file, other, "--prefer", "ours")
    lock.release()

    assert (code, "is open" in err) == (1, True)
    assert content_of(file) == before
