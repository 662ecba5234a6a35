"""The logic model: added, joined, changed, removed, undone."""

from dataclasses import replace
from datetime import date

import pytest
from tests.session.plans import last_label, with_projects

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import Edit
from techmodel.core.plan_parts import Stage
from techmodel.session.touched import Touched


@pytest.fixture
def benefits(session):
    return with_projects(session, "Shared record").benefits


def added(benefits, name="Time saved", stage=Stage.OUTCOME, **fields):
    benefits.add(name=name, stage=stage, **fields)
    return named(benefits, name)


def named(benefits, name):
    return next(b for b in benefits.all() if b.name == name)


def test_an_element_is_an_outcome_unless_said(benefits):
    touched = benefits.add(name=" Time  saved ")
    (element,) = benefits.all()

    assert touched == Touched.PLAN | Touched.HISTORY
    assert (element.name, element.stage, element.leads_to) == ("Time saved", Stage.OUTCOME, ())
    assert element.id.startswith("B")
    assert last_label(benefits._session) == "Outcome “Time saved” added"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"name": "Hours saved"}, "is now “Hours saved”"),
        ({"stage": Stage.IMPACT}, "moved to Impact"),
        ({"owner": "Nursing lead"}, ": owner Nursing lead"),
        ({"review": date(2027, 9, 30)}, ": review 30 Sep 2027"),
        ({"measure": "Hours a week", "baseline": "0"}, ": measure and baseline changed"),
        ({"projects": ("PX1",)}, ": projects changed"),
    ],
)
def test_a_change_is_one_batch_with_a_clear_label_and_can_be_undone(benefits, fields, label):
    element = added(benefits)
    before = benefits._session.revision
    benefits.change(element.id, **fields)

    said = last_label(benefits._session).removeprefix("Outcome “Time saved”").strip()
    assert said == label
    assert benefits._session.revision == before + 1
    (new,) = benefits.all()
    assert {f: getattr(new, f) for f in fields} == fields
    benefits._session.undo()
    assert benefits.all() == (element,)


def test_what_is_taken_back_says_so(benefits):
    element = added(benefits, owner="Nursing lead", review=date(2027, 9, 30))
    labels = []
    for fields in ({"owner": ""}, {"review": None}):
        benefits.change(element.id, **fields)
        labels.append(last_label(benefits._session).rpartition("”")[2])

    assert labels == [": owner nobody", ": no review"]


def test_elements_are_joined_and_parted(benefits):
    source, target = added(benefits, "Alerts", Stage.OUTPUT), added(benefits)
    benefits.join(source.id, target.id)

    assert named(benefits, "Alerts").leads_to == (target.id,)
    assert last_label(benefits._session) == "Output “Alerts”: leads to “Time saved”"
    assert benefits.join(source.id, target.id) == Touched.NONE
    benefits.part(source.id, target.id)
    assert named(benefits, "Alerts") == source
    assert last_label(benefits._session) == "Output “Alerts”: no longer leads to “Time saved”"


def test_links_lead_to_the_right_or_stay_in_their_column(benefits):
    early, late = added(benefits, "Early"), added(benefits, "Late")
    output = added(benefits, "Alerts", Stage.OUTPUT)
    benefits.join(early.id, late.id)

    with pytest.raises(Refused, match=r"“Early” \(Outcomes\) cannot lead back to “Alerts”"):
        benefits.join(early.id, output.id)
    with pytest.raises(Refused, match=r"“Early” .* cannot lead back to “Late”"):
        benefits.change(late.id, stage=Stage.INPUT)


def test_a_circle_is_refused_and_named(benefits):
    a, b, c = (added(benefits, name) for name in "abc")
    benefits.join(a.id, b.id)
    benefits.join(b.id, c.id)

    with pytest.raises(Refused, match=r"in a circle: c → a → b → c\. Take one of these"):
        benefits.join(c.id, a.id)
    with pytest.raises(Refused, match="in a circle: a → a"):
        benefits.join(a.id, a.id)
    assert named(benefits, "c") == c


def test_removing_an_element_takes_the_links_to_it_and_undo_brings_all_back(benefits):
    source, target = added(benefits, "Alerts", Stage.OUTPUT), added(benefits)
    benefits.join(source.id, target.id)
    before = benefits.all()
    benefits.remove(target.id)

    assert benefits.all() == (source,)
    assert last_label(benefits._session) == "Outcome “Time saved” removed"
    benefits._session.undo()
    assert benefits.all() == before


def test_no_change_writes_nothing(benefits):
    element = added(benefits)

    assert benefits.change(element.id, name="Time saved", projects=()) == Touched.NONE


def test_a_link_to_what_a_merge_left_without_end_goes_with_the_next_change_of_links(benefits):
    source, target = added(benefits, "Alerts", Stage.OUTPUT), added(benefits)
    lost = Edit("benefit", (source.id,), "leads_to", [], ["B0"])
    benefits._session.apply([lost], "as a merge may leave it")
    benefits.change(source.id, owner="Nursing lead")
    benefits.join(source.id, target.id)

    assert named(benefits, "Alerts") == replace(
        source, leads_to=(target.id,), owner="Nursing lead"
    )


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"name": " "}, "The name of the benefit is missing"),
        ({"projects": ("P99",)}, "no project 'P99'"),
        ({"leads_to": ("B0",)}, "no benefit 'B0' for “.*” to lead to"),
        ({"review": date(1066, 10, 14)}, "not in 1066"),
        ({"measure": "x" * 300}, "100 characters over"),
    ],
)
def test_what_is_wrong_is_refused_with_what_is_allowed_and_changes_nothing(
    benefits, fields, sentence
):
    element = added(benefits)
    verbs = (
        lambda: benefits.change(element.id, **fields),
        lambda: benefits.add(**{"name": "Another"} | fields),
    )
    for verb in verbs:
        with pytest.raises(WrongUse, match=sentence):
            verb()

    assert benefits.all() == (element,)


def test_an_unknown_element_is_refused(benefits):
    for verb in (benefits.change, benefits.remove):
        with pytest.raises(WrongUse, match="no benefit 'B0' in this plan"):
            verb("B0")
    for verb in (benefits.join, benefits.part):
        with pytest.raises(WrongUse, match="no benefit 'B0' in this plan"):
            verb("B0", "B1")
