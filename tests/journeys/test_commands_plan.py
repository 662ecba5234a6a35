"""The plan by command: what the gaps ask for, what if, and filling it."""

import json
import random
from datetime import date, timedelta

import pytest
from tests.core.oracle import needs
from tests.journeys.commands import content_of, done, gaps_of, make, refusal, run
from tests.journeys.commands_content import real_content

from techmodel.core.journal import Edit
from techmodel.session.session import Session
from techmodel.store.working_file import Document, read_document

START = "2027-01-04"
LINK = {"lag": 0}
BANK_HOLIDAYS = {
    date(2027, 3, 26),
    date(2027, 3, 29),
    date(2027, 5, 3),
    date(2027, 5, 31),
    date(2027, 8, 30),
    date(2027, 12, 27),
    date(2027, 12, 28),
}
"""Those of 2027 on working days from the start on (gov.uk/bank-holidays)."""


def plan_of(file, *options):
    return json.loads(done("plan", file, "--json", *options))


def steps_of(plan):
    return {s["id"]: s for p in plan["projects"] for s in p["steps"]}


def stored(file):
    """What a document holds of a plan."""
    session = Session(read_document(file))
    book = session.plan.book()
    session.close()
    return book


@pytest.fixture(scope="module", params=[None, 3, 8])
def planned(request, tmp_path_factory):
    """Assessments made by commands: one with no answers, and random ones on the real checklist."""
    file = tmp_path_factory.mktemp("plans") / "a.techmodel"
    if request.param is None:
        done("new", file, "--title", "New", "--organisation", "A:gp", "--care-model", "PLACE")
    else:
        make(random.Random(request.param), file, real_content())
    return file


def test_every_step_of_every_gap_is_planned_and_takes_what_its_band_says(planned):
    gaps, plan = gaps_of(planned), plan_of(planned)
    content = json.loads(done("checklist", "show", "--json"))
    bands, steps = content["scoring"]["bands"], steps_of(plan)
    generic = {a["to_level"]: a["effort"] for a in content["scoring"]["generic_actions"]}
    actions = {
        c["id"]: generic | {a["to_level"]: a["effort"] for a in c["actions"]}
        for c in content["capabilities"]
    }
    taken = {}
    for found in gaps["capabilities"]:
        if found["gap"] and found["gap"]["high"]:
            for n in range(found["partnership"]["low"] + 1, found["target"]["level"] + 1):
                taken[f"{found['id']}:{n}"] = bands[actions[found["id"]].get(n, "M")]

    assert steps.keys() >= taken.keys()
    for id_, weeks in taken.items():
        assert [*steps[id_]["weeks"].values()] == weeks


def test_a_step_waits_for_the_one_below_and_for_prerequisites_not_yet_there(planned):
    gaps = {c["id"]: c for c in gaps_of(planned)["capabilities"]}
    content = json.loads(done("checklist", "show", "--json"))
    built_on = {c["id"]: c["prerequisites"] for c in content["capabilities"]}
    steps = steps_of(plan_of(planned, "--capacity", "3"))
    for id_, step in steps.items():
        capability, level = id_.split(":")[0], int(id_.split(":")[1].split("@")[0])
        if "@" in id_:
            continue
        waits = {f"{capability}:{level - 1}"} | {
            f"{p}:{needs(level)}"
            for p in built_on[capability]
            if p in gaps
            and gaps[p]["partnership"]
            and gaps[p]["partnership"]["low"] < needs(level)
        }
        assert {*step["waits_for"]} == waits & steps.keys()
        assert all(steps[w]["end"] < step["start"] for w in step["waits_for"])


@pytest.mark.parametrize("capacity", [1, 4])
def test_no_more_steps_are_in_work_at_once_than_was_asked_for(planned, capacity):
    plan = plan_of(planned, "--capacity", str(capacity), "--start", START)
    days = [(s["start"], 1) for s in steps_of(plan).values()]
    days += [(s["end"], -1) for s in steps_of(plan).values()]
    running = most = 0
    for _, change in sorted(days, key=lambda d: (d[0], -d[1])):
        running += change
        most = max(most, running)

    assert most == capacity
    assert (plan["capacity"], plan["start"]) == (capacity, START)


def test_ends_are_the_last_working_day_of_the_likely_weeks(planned):
    for step in steps_of(plan_of(planned, "--start", START)).values():
        start, end = (date.fromisoformat(step[k]) for k in ("start", "end"))
        if end.year > 2027:
            continue
        days = (start + timedelta(days=n) for n in range((end - start).days + 1))
        worked = [d for d in days if d.weekday() < 5 and d not in BANK_HOLIDAYS]
        assert len(worked) == step["weeks"]["likely"] * 5
        assert (worked[0], worked[-1]) == (start, end)


def test_a_project_spans_its_steps_and_some_project_ends_the_plan(planned):
    plan = plan_of(planned)
    for project in plan["projects"]:
        if project["steps"]:
            assert project["start"] == min(s["start"] for s in project["steps"])
            assert project["end"] == max(s["end"] for s in project["steps"])

    assert plan["end"] == max(p["end"] for p in plan["projects"] if p["end"])
    assert any(s["critical"] for s in steps_of(plan).values())


def test_the_plan_is_read_without_being_stored_and_says_so(file):
    before = content_of(file)
    text = done("plan", file, "--capacity", "2")

    assert text.splitlines()[0] == "Test"
    assert ", two at a time." in text.splitlines()[1]
    assert "This is what the gaps ask for; --propose stores it." in text
    assert plan_of(file)["stored"] is False
    assert content_of(file) == before


def test_proposing_stores_the_plan_once(file):
    said = done("plan", file, "--propose")
    count = len(stored(file).projects)

    assert said == f"Saved. Plan from gaps: {count} projects added\n"
    assert done("plan", file, "--propose") == "Nothing to change: it is like that already.\n"
    plan = plan_of(file)
    assert (plan["stored"], len(plan["projects"])) == (True, count)
    assert "--propose" not in done("plan", file)
    done("undo", file)
    assert stored(file).projects == ()


def test_projects_are_bundled_by_domain_when_asked(file):
    done("plan", file, "--propose")
    said = done("plan", file, "--propose", "--by", "domain")

    assert " added and " in said
    assert {len(p.id) for p in stored(file).projects} == {4}
    assert done("plan", file, "--propose") == "Nothing to change: it is like that already.\n"


def test_asking_what_if_leaves_a_stored_plan_as_it_is(file):
    done("plan", file, "--propose")
    before = content_of(file)
    slow, fast = (plan_of(file, "--capacity", n, "--start", START) for n in ("1", "20"))

    assert slow["end"] > fast["end"]
    assert content_of(file) == before


def test_the_history_tells_of_the_plan(file):
    done("plan", file, "--propose")

    assert "Plan from gaps: " in done("history", file).splitlines()[-1]


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--start", "soon"), 2, "The start is a date like 2027-01-04, not 'soon'."),
        (("--start", "1066-10-14"), 2, "a date lies from 2000 to 2199, not in 1066."),
        (("--capacity", "0"), 2, "a whole number from 1 to 1,000, not 0."),
        (("--propose", "--json"), 2, "--propose stores the plan; give the other options without"),
        (("--propose", "--capacity", "2"), 2, "give the other options without it."),
        (("--by", "domain"), 2, "--by says how --propose bundles; give both."),
    ],
)
def test_what_makes_no_sense_is_refused(file, options, code, sentence):
    found, said = refusal(file, "plan", *options)

    assert (found, sentence in said) == (code, True), said


@pytest.mark.parametrize("options", [("--capacity", "x"), ("--by", "colour", "--propose")])
def test_wrong_options_are_wrong_use(file, options):
    code, out, err = run("plan", file.name, *options)

    assert (code, out) == (2, "")
    assert "Invalid value" in err


def test_what_cannot_be_kept_is_said(file):
    text = done("plan", file, "--start", "2030-01-01")

    assert "Dates that are not kept:" in text
    assert "the plan reaches the target on" in text


def test_what_is_not_scheduled_says_why(file):
    done("plan", file, "--propose")
    document = Document.open(file, file.parent / "work")
    session = Session(document.file, document)
    first, second = (p.id for p in session.plan.book().projects[:2])
    session.plan.drop(first, "No money")
    session.plan.link(second, session.plan.book().projects[2].id)
    session.apply(
        [Edit("link", (session.plan.book().projects[2].id, second), "*", None, LINK)], "x"
    )
    document.publish()
    session.close()
    text = done("plan", file)

    assert "dropped" in next(line for line in text.splitlines() if line.startswith(first))
    assert "Not kept, because it closes a circle:" in text
