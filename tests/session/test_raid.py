"""The RAID log: added, changed, removed, undone."""

from datetime import date

import pytest
from tests.session.plans import last_label, with_projects

from techmodel.core.errors import WrongUse
from techmodel.core.plan_parts import RaidKind
from techmodel.session.touched import Touched


@pytest.fixture
def raid(session):
    return with_projects(session, "Shared record").raid


def added(raid, **fields):
    raid.add(**{"text": "A supplier is late"} | fields)
    return raid.all()[0]


def test_an_entry_is_an_open_risk_of_the_whole_plan_unless_said(raid):
    touched = raid.add(text=" A supplier is late ")
    (item,) = raid.all()

    assert touched == Touched.PLAN | Touched.HISTORY
    assert (item.kind, item.text, item.is_open) == (RaidKind.RISK, "A supplier is late", True)
    assert (item.likelihood, item.impact, item.due, item.project) == (None,) * 4
    assert item.id.startswith("R")
    assert last_label(raid._session) == "Risk “A supplier is late” added"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"is_open": False}, "closed"),
        ({"owner": "Digital lead"}, ": owner Digital lead"),
        ({"due": date(2027, 3, 1)}, ": due 1 Mar 2027"),
        ({"kind": RaidKind.ISSUE}, " is now an issue"),
        ({"kind": RaidKind.DEPENDENCY}, " is now a dependency"),
        ({"likelihood": 4, "impact": 3}, ": Not scored → 12 High"),
        ({"cause": "One team", "response": "Two"}, ": cause and response changed"),
        ({"project": "PX1"}, ": project changed"),
    ],
)
def test_a_change_is_one_batch_with_a_clear_label_and_can_be_undone(raid, fields, label):
    item = added(raid)
    before = raid._session.revision
    raid.change(item.id, **fields)

    about, _, said = last_label(raid._session).rpartition("”")
    assert (f"{about}”", said.strip()) == ("Risk “A supplier is late”", label.strip())
    assert raid._session.revision == before + 1
    (new,) = raid.all()
    assert {f: getattr(new, f) for f in fields} == fields
    raid._session.undo()
    assert raid.all() == (item,)


def test_what_is_taken_back_says_so(raid):
    item = added(raid, owner="Digital lead", due=date(2027, 3, 1), is_open=False)
    labels = []
    for fields in ({"owner": ""}, {"due": None}, {"is_open": True}):
        raid.change(item.id, **fields)
        labels.append(last_label(raid._session).rpartition("”")[2])

    assert labels == [": owner nobody", ": no date", " opened again"]


def test_an_entry_is_removed_and_comes_back(raid):
    item = added(raid)
    raid.remove(item.id)

    assert raid.all() == ()
    assert last_label(raid._session) == "Risk “A supplier is late” removed"
    raid._session.undo()
    assert raid.all() == (item,)


def test_a_long_text_is_cut_in_labels_only(raid):
    text = "word " * 40
    item = added(raid, text=text)

    assert item.text == text.strip()
    assert len(last_label(raid._session)) < 80


def test_no_change_writes_nothing(raid):
    item = added(raid)

    assert raid.change(item.id, text="A supplier is late ") == Touched.NONE


def test_entries_are_listed_with_the_highest_score_first(raid):
    raid.add(text="Small", likelihood=1, impact=2)
    raid.add(text="Great", likelihood=5, impact=5)

    assert [i.text for i in raid.all()] == ["Great", "Small"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"text": " "}, "Risk: say what it is; the text is missing"),
        ({"likelihood": 6}, "likelihood is a whole number from 1 to 5, not 6"),
        ({"impact": 0}, "impact is a whole number from 1 to 5, not 0"),
        ({"impact": True}, "not True"),
        ({"project": "P99"}, "no project 'P99'"),
        ({"due": date(1066, 10, 14)}, "not in 1066"),
        ({"owner": "x" * 300}, "100 characters over"),
    ],
)
def test_what_is_wrong_is_refused_with_what_is_allowed_and_changes_nothing(raid, fields, sentence):
    item = added(raid)
    for verb in (lambda: raid.change(item.id, **fields), lambda: added(raid, **fields)):
        with pytest.raises(WrongUse, match=sentence):
            verb()

    assert raid.all() == (item,)


def test_an_unknown_entry_is_refused(raid):
    for verb in (raid.change, raid.remove):
        with pytest.raises(WrongUse, match="no entry 'R0' in the risk log"):
            verb("R0")
