"""The plan after a workbook came back: what its rows say, and what follows from them."""

from dataclasses import replace
from datetime import date

from tests.core.coming_back import BENEFIT, COST, PROJECT, RISK

from techmodel.core.merge_parts import Choice
from techmodel.core.plan_parts import (
    Link,
    Pins,
    PlanBook,
    Project,
    ProjectId,
    ProjectKind,
    Status,
    Terms,
)
from techmodel.core.returning import Change, Found, Gone
from techmodel.core.returning_book import Begun, book_after
from techmodel.core.returning_final import Settled, final_rows, open_conflicts, taken
from techmodel.core.returning_lists import COSTS_BACK
from techmodel.core.returning_new import Added
from techmodel.core.returning_records import (
    benefit_record,
    cost_record,
    project_record,
    raid_record,
)

TODAY = date(2027, 1, 20)
OTHER = Project(ProjectId("P02"), "Viewer", position=2)
RISK_OF = replace(RISK, project=ProjectId("P01"))
BOOK = PlanBook(
    projects=(PROJECT, OTHER),
    links=(Link(ProjectId("P02"), ProjectId("P01"), 3),),
    costs=(COST,),
    benefits=(replace(BENEFIT, id="B2", leads_to=()), BENEFIT),
    raid=(RISK_OF,),
    terms=Terms(off=frozenset({ProjectId("P02")})),
)
HELD = {
    "P01": project_record(PROJECT, None, BOOK.links, BOOK.terms.off).held,
    "P02": project_record(OTHER, None, BOOK.links, BOOK.terms.off).held,
}


def after(shown=None, **rows):
    return book_after(BOOK, rows, Begun(shown or {}, TODAY))


def plan(id_, **held):
    return {id_: {**HELD[id_], **held}}


def test_nothing_that_changes_leaves_the_book():
    rows = {
        "Plan": HELD,
        "Costs": {"C1": cost_record(COST).held},
        "Benefits": {"B1": benefit_record(BENEFIT).held},
        "RAID": {"R1": raid_record(RISK_OF).held},
    }

    assert after() == BOOK
    assert after(**rows) == BOOK


def test_a_project_changes_with_its_links_and_whether_it_counts():
    book = after(Plan=plan("P02", owner="Nurse", after=(("P01", 5),), counted=True))

    assert book.projects[1].owner == "Nurse"
    assert book.links == (Link(ProjectId("P02"), ProjectId("P01"), 5),)
    assert book.terms.off == frozenset()
    assert after(Plan=plan("P01", counted=False)).terms.off == {"P01", "P02"}


def test_new_projects_stand_at_the_end():
    book = after(Plan={"PX1": {**HELD["P02"], "project": "Training", "after": ()}})

    assert (book.projects[2].name, book.projects[2].position) == ("Training", 3)
    assert book.projects[2].kind is ProjectKind.OWN


def test_with_a_project_go_its_links_and_what_belonged_to_it_stays():
    book = after(Plan={"P01": None})

    assert [p.id for p in book.projects] == ["P02"]
    assert book.links == ()
    assert (book.costs[0].project, book.raid[0].project) == (None, None)
    assert book.benefits[1].projects == ()
    assert after(Plan={"P02": None}).terms.off == frozenset()


def test_with_an_element_of_the_model_go_the_links_to_it():
    book = after(Benefits={"B2": None})

    assert [(b.id, b.leads_to) for b in book.benefits] == [("B1", ())]


def test_new_things_stand_at_the_end_and_others_go():
    book = after(Costs={"C1": None, "C9": cost_record(replace(COST, label="New")).held})

    assert [(c.id, c.label) for c in book.costs] == [("C9", "New")]


def begun(pin=None, shown=None, **held):
    fixed = {"status": Status.UNDER_WAY, "start": pin, **held}
    book = after({"P02": shown}, Plan=plan("P02", **fixed))
    return book.projects[1].pins.start


def test_a_project_that_gets_under_way_began_as_shown_at_the_latest_today():
    assert begun(shown=date(2027, 1, 4)) == date(2027, 1, 4)
    assert begun(shown=date(2027, 5, 4)) == TODAY
    assert begun() == TODAY
    assert begun(pin=date(2027, 1, 11), shown=date(2027, 1, 4)) == date(2027, 1, 11)
    assert begun(pin=date(2027, 5, 11)) == TODAY


def test_one_that_was_under_way_keeps_its_start():
    assert after(Plan=plan("P01", percent=60)).projects[0].pins == PROJECT.pins
    assert PROJECT.pins == Pins(None, date(2027, 6, 30))


NOW = {"C1": cost_record(COST)}
CHANGE = Change(
    ("Costs", "C1"), "Licences", {"note": "K2"}, {"note": ""}, {"note": ""}, {"note": "A"}
)
CONFLICT = Change(
    ("Costs", "C1"),
    "Licences",
    {"funding": "J2"},
    {"funding": ""},
    {"funding": "B"},
    {"funding": "C"},
)
FOUND = Found(
    COSTS_BACK,
    changes=(CHANGE,),
    conflicts=(CONFLICT,),
    added=(Added(("Costs", "C9"), "New", ("Costs", "7"), {}, {"label": "New"}),),
    gone=(Gone(("Costs", "C2"), "Old", changed=False),),
)


def test_changes_are_taken_and_conflicts_as_a_person_settled_them():
    ours = Settled({CONFLICT.id: Choice.OURS})

    assert [*taken(FOUND, Settled())] == [CHANGE, CONFLICT]
    assert [*taken(FOUND, ours)] == [CHANGE]
    assert open_conflicts(FOUND, Settled()) == (CONFLICT,)
    assert open_conflicts(FOUND, ours) == ()


def test_rows_hold_what_was_taken_new_ones_what_they_say_and_deleted_ones_nothing():
    settled = Settled(deleted=frozenset({("Costs", "C2")}))
    rows = final_rows(NOW, FOUND, settled)

    assert (rows["C1"]["note"], rows["C1"]["funding"], rows["C1"]["label"]) == (
        "A",
        "C",
        "Licences",
    )
    assert rows["C9"] == {"label": "New"}
    assert rows["C2"] is None
    assert "C2" not in final_rows(NOW, FOUND, Settled())


def test_a_row_that_was_taken_away_here_comes_back_whole():
    revived = replace(CONFLICT, row=("Costs", "C3"), now={}, new={"label": "Back"})

    assert final_rows(NOW, Found(COSTS_BACK, conflicts=(revived,)), Settled())["C3"] == {
        "label": "Back"
    }
