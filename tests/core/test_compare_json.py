"""Progress and comparisons as JSON; whole documents are tested with the commands."""

from datetime import date

from tests.core.flow_rooms import held, level, own, room
from tests.core.test_compare import moment
from tests.core.test_progress import HELD, gaps

from techmodel.core.compare import Moment, compare
from techmodel.core.compare_json import Told, comparison_json, progress_json, rounds_json
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import Batch, BatchKind
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields
from techmodel.core.progress import find_progress
from techmodel.core.rounds import Round


def test_progress_lists_what_fell_and_what_is_counted_apart():
    progress = find_progress(gaps(["?", 3, 4]), gaps([2, 2, "?"]))
    found = progress_json(progress, HELD)

    assert found["overall"]["falls"] == [{"capability": "A-2", "then": 3, "now": 2, "target": 4}]
    assert found["overall"]["newly_known"] == ["A-1"]
    assert found["overall"]["no_longer_known"] == ["B-1"]
    assert [(d["id"], d["progress"]) for d in found["domains"]] == [("A", -1.0), ("B", None)]


def test_an_answer_tells_when_and_who_where_it_is_known():
    at = "2026-11-24T14:03:22Z"
    last = {("A-1", "o1"): Batch("b", BatchKind.EDIT, at, "", (), 3, "Digital lead")}
    comparison = compare(moment([[2, 2], None]), moment([[3, 3], None]), last)
    then, now = Told("round", "Spring", at, 1), Told("now", "", at, 3)
    first, second = comparison_json(comparison, then, now)["answers"]

    assert (first["at"], first["decided_by"]) == (at, "Digital lead")
    assert (second["at"], second["decided_by"]) == (None, "")


def test_flows_and_stages_tell_both_sides():
    before = room(held=[held("o1", "o2", "F-01", level(1))])
    after = room(held=[held("o1", "o2", "F-01", level(2)), held("o1", "o2", "FA", None, own(3))])
    stage = Onboarding("S1", "o2", Stage.LIVE, "Nurse", date(2026, 3, 1))
    rows = {"onboarding": {("S1", "o2"): onboarding_fields(stage)}}
    then, now = (Moment(a, find_gaps(a), t) for a, t in ((before, {}), (after, rows)))
    told = Told("round", "Spring", "", 1)
    found = comparison_json(compare(then, now, {}), told, told)
    (first, second), (stage,) = found["flows"][::-1], found["services"]

    assert (first["from"], first["change"], first["fields"]) == ("o1", "raised", ["value"])
    assert (first["then"]["level"], first["now"]["level"], first["now"]["target"]) == (1, 2, 3)
    assert (second["then"], second["information"]) == (None, "Photographs")
    assert (stage["organisation"], stage["fields"]) == ("o2", ["stage", "owner", "date"])
    assert (stage["then"]["stage"], stage["now"]["date"]) == ("not started", "2026-03-01")


def test_conditions_tell_both_sides():
    answers = [[2, 2], None]
    rows = {"condition": {("hope",): {"level": 2, "note": ""}}}
    told = Told("round", "Spring", "", 1)
    comparison = compare(moment(answers), moment(answers, rows), {})

    assert comparison.anything
    assert comparison_json(comparison, told, told)["conditions"] == [
        {"factor": "hope", "then": None, "now": {"level": 2, "note": ""}}
    ]


def test_a_moment_at_which_nobody_was_asked_has_no_standing():
    nobody = moment([None, None], partners=[])
    found = rounds_json([Round("r", "Spring", "", 1)], [nobody])["rounds"][0]

    assert (found["attainment"], found["completeness"], found["weakest"]) == (None, None, None)
