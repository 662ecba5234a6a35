"""Rounds: marking, renaming, forgetting, looking back, and comparing with now."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.compare_answers import Turn
from techmodel.core.errors import FileProblem, Refused, WrongUse
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import BatchKind
from techmodel.core.onboarding import Stage
from techmodel.core.rounds import NEWEST
from techmodel.session.session import Session
from techmodel.session.touched import Touched
from techmodel.store.working_file import read_document


@pytest.fixture
def ids(session):
    return [o.id for o in session.assessment().organisations]


def give(session, organisation, level, capability="INF-01", **more):
    session.answers.give(capability, organisation, Value(State.LEVEL, level), **more)


def names(session):
    return [r.name for r in session.rounds.all()]


def only(session):
    (found,) = session.rounds.all()
    return found


def test_marking_is_one_batch_of_its_kind(session):
    touched = session.rounds.mark("  Spring   2026 ")
    batch = session.batches()[-1]

    assert touched == Touched.ROUNDS | Touched.HISTORY
    assert (batch.kind, batch.label) == (BatchKind.ROUND, "Round “Spring 2026” marked")
    assert (only(session).name, only(session).revision) == ("Spring 2026", session.revision)
    assert only(session).at.startswith("2026-11-24T09:")


def test_a_name_is_needed_and_is_the_only_one_of_its_kind(session):
    session.rounds.mark("Spring")

    with pytest.raises(WrongUse, match="The name of the round is missing"):
        session.rounds.mark(" ")
    with pytest.raises(Refused, match=r"There is a round “Spring” already, of 24 Nov 2026 \d"):
        session.rounds.mark("SPRING")
    assert names(session) == ["Spring"]


def test_renaming_keeps_the_moment(session, ids):
    session.rounds.mark("Spring")
    give(session, ids[0], 2)
    before = only(session)
    touched = session.rounds.rename(before.id, "Summer")

    assert touched == Touched.ROUNDS | Touched.HISTORY
    assert session.batches()[-1].label == "Round “Spring” is now “Summer”"
    assert (names(session), only(session).revision) == (["Summer"], before.revision)


def test_the_capitals_of_a_name_may_change(session):
    session.rounds.mark("spring")
    session.rounds.rename(only(session).id, "Spring")

    assert names(session) == ["Spring"]
    assert session.rounds.rename(only(session).id, "Spring") == Touched.NONE


def test_a_round_does_not_take_the_name_of_another(session):
    session.rounds.mark("Spring")
    session.rounds.mark("Summer")

    with pytest.raises(Refused, match="Choose another name"):
        session.rounds.rename(session.rounds.all()[0].id, "Summer")


def test_forgetting_can_be_taken_back_with_the_moment_it_had(session, ids):
    session.rounds.mark("Spring")
    give(session, ids[0], 2)
    held = only(session)
    session.rounds.forget(held.id)
    forgotten = session.rounds.all()
    session.undo()

    assert forgotten == ()
    assert only(session) == held


def test_marking_can_be_taken_back_and_done_again(session):
    session.rounds.mark("Spring")
    held = only(session)
    session.undo()
    gone = session.rounds.all()
    session.redo()

    assert (gone, only(session)) == ((), held)


def test_a_round_that_is_gone_cannot_be_renamed_or_forgotten(session):
    for verb in (lambda: session.rounds.rename("r", "New"), lambda: session.rounds.forget("r")):
        with pytest.raises(WrongUse, match="There is no round 'r'"):
            verb()


def test_rounds_are_found_by_name_in_any_case(session):
    with pytest.raises(WrongUse, match=r"There are: none yet\."):
        session.rounds.named("Spring")
    session.rounds.mark("Spring")

    assert session.rounds.named("sPRING") == only(session)
    with pytest.raises(WrongUse, match=r"no round 'Summer' .* There are: Spring \(24 Nov"):
        session.rounds.named("Summer")


def test_the_assessment_at_a_round_is_as_it_was_and_read_only(session, ids):
    give(session, ids[0], 1)
    session.rounds.mark("Spring")
    give(session, ids[0], 4)
    then = session.rounds.at(only(session))

    assert then.assessment().value("INF-01", ids[0]).level == 1
    assert [r.name for r in then.rounds.all()] == ["Spring"]
    with pytest.raises(FileProblem, match="opened for reading"):
        then.rounds.mark("Now")


def test_moments_agree_with_looking_back(session, ids):
    for n, organisation in enumerate(ids):
        give(session, organisation, n, "REC-01")
        session.rounds.mark(f"Round {n}")
        session.organisations.weigh(organisation, n + 2)
    rounds = session.rounds.all()

    for found, moment in zip(rounds, session.rounds.moments(rounds), strict=True):
        then = session.rounds.at(found)
        assert moment.assessment == then.assessment()
        assert moment.gaps == then.gaps() == find_gaps(moment.assessment)
        assert moment.tables == then.tables()


def test_the_progress_since_a_round(session, ids):
    for organisation in ids:
        give(session, organisation, 1)
    session.rounds.mark("Spring")
    for organisation in ids:
        give(session, organisation, 2)
    progress = session.rounds.progress(only(session))
    target = session.gaps().of("INF-01").target.level

    assert progress.overall.share == pytest.approx(1 / (target - 1))


def test_comparing_names_who_decided_since(session, ids):
    give(session, ids[0], 3, decided_by="Clinical lead")
    session.rounds.mark("Spring")
    give(session, ids[1], 2, decided_by="Digital lead")
    give(session, ids[1], 3, decided_by="Digital lead")
    session.undo()
    (change,) = session.rounds.compare(only(session)).answers

    assert (change.organisation, change.turn) == (ids[1], Turn.NEWLY_KNOWN)
    assert change.now.value.level == 2
    assert change.batch.decided_by == "Digital lead"


def test_comparing_with_another_file_of_the_assessment(session, ids, tmp_path):
    give(session, ids[0], 1)
    session.document.publish()
    copy = tmp_path / "copy.techmodel"
    copy.write_bytes(session.document.path.read_bytes())
    give(session, ids[0], 2, decided_by="Digital lead")
    (change,) = session.rounds.compare_with(Session(read_document(copy))).answers

    assert (change.then.value.level, change.now.value.level) == (1, 2)
    assert change.batch.decided_by == "Digital lead"


def test_comparing_with_another_assessment_is_refused(session, make_document):
    other = make_document(name="other.techmodel")

    with pytest.raises(Refused, match="‘Test partnership’ is another assessment"):
        session.rounds.compare_with(Session(other.file, other))


def test_a_report_compares_with_the_newest_round_unless_told_otherwise(session, ids):
    none = session.report(version="1").since
    for n, name in enumerate(("Spring", "Summer")):
        session.rounds.mark(name)
        give(session, ids[0], n)
    spring, summer = session.rounds.all()

    assert none is None
    assert session.report(version="1").since.round == summer
    assert session.report(version="1", since=spring.id).since.round == spring
    assert session.report(version="1", since=None).since is None
    assert session.report(version="1").rounds == (spring, summer)


def test_a_round_that_is_gone_leaves_the_newest(session, ids):
    session.rounds.mark("Spring")
    give(session, ids[0], 2)
    gone = only(session).id
    session.rounds.forget(gone)
    session.rounds.mark("Summer")

    assert session.rounds.since(gone) == session.rounds.since(NEWEST)
    assert session.rounds.since(gone).round.name == "Summer"


def test_organisations_that_a_merge_made_one_are_told_as_one(session, ids):
    from techmodel.core.journal import WHOLE_ROW, Batch, Edit

    session.rounds.mark("Spring")
    row = {"value": {"state": "level", "level": 3, "provider": None, "reason": ""}}
    row |= {"note": "", "dissent": "", "parked": False}
    alias = Edit("setting", ("same_organisations",), WHOLE_ROW, None, {"value": {"x": ids[0]}})
    ours = Edit("answer", ("INF-01", ids[0]), WHOLE_ROW, None, row)
    theirs = Edit("answer", ("INF-01", "x"), WHOLE_ROW, None, row)
    batch = Batch("t1", BatchKind.EDIT, "2026-11-24T09:00:00Z", "", (theirs,), 5, "Ward manager")
    session.take_over([alias, ours], "Merged", [batch])
    (change,) = session.rounds.compare(only(session)).answers

    assert change.batch.decided_by == "Ward manager"


@pytest.fixture
def joined(session, ids, tmp_path):
    """A round; then a merge that made the practice one with one of the other file's, whose id
    stays; the other file."""
    from techmodel.core.merge_parts import Same
    from techmodel.session.merging import find_merge, merge, read_other
    from techmodel.session.organisations import Newcomer
    from techmodel.store.working_file import Document

    session.document.publish()
    copy = tmp_path / "b.techmodel"
    copy.write_bytes(session.document.path.read_bytes())
    document = Document.open(copy, tmp_path / "other")
    there = Session(document.file, document)
    for file in (session, there):
        file.organisations.add([Newcomer("North Surgery", "gp")])
    ours, theirs = (s.assessment().organisations[-1].id for s in (session, there))
    give(session, ours, 2, decided_by="Ours")
    session.rounds.mark("Spring")
    there.answers.give("REC-01", theirs, Value(State.LEVEL, 3), decided_by="Theirs")
    document.close()
    other = read_other(copy)
    names = find_merge(session, other).same_names
    merge(session, other, {}, {n.theirs: Same.ONE for n in names})
    return min(ours, theirs)


def test_an_organisation_that_became_one_is_compared_as_one(session, joined):
    comparison = session.rounds.compare(only(session))
    changes = {c.capability: c for c in comparison.answers}

    assert {c.organisation for c in comparison.answers} == {joined}
    assert changes.keys() == {"REC-01"}
    assert changes["REC-01"].batch.decided_by == "Theirs"


def test_organisations_that_are_two_again_are_compared_as_they_are(session, joined):
    session.undo()
    comparison = session.rounds.compare(only(session))

    assert comparison.answers == ()
    assert comparison.anything is False


def test_that_two_became_one_is_no_difference_of_set_up(session, joined):
    assert session.rounds.compare(only(session)).set_up == ()


def test_a_file_in_which_they_are_not_one_yet_differs_in_no_set_up(session, joined, tmp_path):
    other = Session(read_document(tmp_path / "b.techmodel"))

    assert session.rounds.compare_with(other).set_up == ()
    assert other.rounds.compare_with(session).set_up == ()


def test_partners_who_joined_and_have_not_answered_are_told(session, ids):
    from techmodel.session.organisations import Newcomer
    from techmodel.wording.comparing import joined_words

    session.rounds.mark("Spring")
    before = joined_words(session.rounds.compare(only(session)))
    session.organisations.add([Newcomer("Hospice", "gp"), Newcomer("Council", "gp")])
    told = joined_words(session.rounds.compare(only(session)))
    give(session, session.assessment().organisations[-1].id, 2)

    assert before == ""
    assert told.startswith(
        "2 partners joined since, who have not answered yet: Hospice and Council."
    )
    assert joined_words(session.rounds.compare(only(session))).startswith(
        "1 partner joined since,"
    )


def test_reports_tell_which_flows_and_stages_changed_since_a_round(session):
    trust, practice, _ = (o.id for o in session.assessment().organisations)
    session.rounds.mark("Spring")
    session.flows.add(trust, practice, "Photographs", "REC-06", 3)
    session.services.change("PDS", [practice], stage=Stage.LIVE)
    found = session.rounds.since()
    (flow,), (stage,) = found.flows, found.stages

    assert (flow.flow.information, flow.then, stage.newly_live) == ("Photographs", None, True)
    assert session.rounds.compare(found.round).anything
