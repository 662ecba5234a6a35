"""The calendar, read by the icalendar library."""

import re
from dataclasses import replace
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.plan_builders import HOSTILE, TWO, planned, random_planned, two

from techmodel.core.errors import ExportFailed
from techmodel.core.plan_parts import Pins, PlanBook, Status, Terms
from techmodel.export.exchange.ical import _folded, events_of, verify_ical, write_ical
from techmodel.export.text import clean

DUE = date(2027, 6, 30)
PINNED = two(P01={"pins": Pins(finish_by=DUE)})


def read(report, path):
    write_ical(report, path)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return calendar, {str(e["UID"]): e for e in calendar.walk("VEVENT")}


@pytest.fixture(params=range(20))
def case(request, tmp_path):
    report = random_planned(request.param)
    calendar, events = read(report, tmp_path / "a.ics")
    return report, calendar, events


def test_every_event_arrives_whole(case):
    report, calendar, events = case
    wanted = {f"{e.id}@{report.assessment.id}.techmodel": e for e in events_of(report)}

    assert events.keys() == wanted.keys()
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    for uid, event in events.items():
        assert not event.errors
        assert event.decoded("DTSTART") == wanted[uid].day
        assert event.decoded("DTEND") == wanted[uid].day + timedelta(days=1)
        assert str(event["SUMMARY"]) == " ".join(clean(wanted[uid].summary).split())


def test_nobody_is_asked_to_come_and_the_day_stays_free(case):
    *_, events = case
    for event in events.values():
        assert {"ATTENDEE", "ORGANIZER"}.isdisjoint(event)
        assert event["TRANSP"] == "TRANSPARENT"


def test_projects_end_are_to_be_done_and_duties_fall_due():
    events = {e.id: e for e in events_of(PINNED)}

    assert {*events} == {"end:P01", "due:P01", "end:P02", "duty:A-1"}
    assert [e.day for e in events.values()] == sorted(e.day for e in events.values())
    assert events["end:P01"].day == PINNED.plan.of("P01").end
    assert events["due:P01"].summary == "P01 Name of A-1: to be done by"
    assert (events["due:P01"].day, events["duty:A-1"].day) == (DUE, date(2029, 3, 31))
    assert events["duty:A-1"].summary == "A-1 Name of A-1: statutory date"


def test_what_is_over_has_no_event():
    done = two(P01={"status": Status.DONE})

    assert [e.id for e in events_of(done)] == ["end:P02", "duty:A-1"]


def test_statutory_dates_stand_also_where_no_project_has_dates():
    off = planned(TWO, replace(PINNED.book, terms=Terms(off=frozenset({"P01", "P02"}))))

    assert [e.id for e in events_of(off)] == ["duty:A-1"]


def test_without_any_date_there_is_nothing_to_export():
    free = tuple(replace(c, duty=None) for c in TWO.checklist.capabilities)
    bare = replace(TWO, checklist=replace(TWO.checklist, capabilities=free))
    off = replace(PINNED.book, terms=Terms(off=frozenset({"P01", "P02"})))
    with pytest.raises(ExportFailed, match="Nothing in the plan has dates"):
        events_of(planned(bare, off))
    with pytest.raises(ExportFailed, match="There is no plan"):
        events_of(planned(TWO, PlanBook()))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_type_arrives(tmp_path, text):
    report = two(P01={"name": text, "note": text})
    calendar, events = read(replace(report, assessment=replace(TWO, title=text)), tmp_path / "a")
    event = events["end:P01@an-assessment.techmodel"]
    kept = clean(text)

    assert str(event["DESCRIPTION"]).startswith(kept.replace("\t", " "))
    assert str(event["SUMMARY"]) == " ".join(f"P01 {kept}: ends".split())
    assert re.sub(r"\\(.)", r"\1", str(calendar["NAME"])) == " ".join(kept.split())


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_lines_are_folded_at_75_octets_without_cutting_a_character(text):
    pieces = _folded(text).split("\r\n")

    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece.removeprefix(" ") for piece in pieces[1:]) == text
    assert all(piece.startswith(" ") for piece in pieces[1:])


def test_the_same_plan_gives_the_same_bytes_on_another_hour(tmp_path):
    for n in range(2):
        later = replace(PINNED, made=PINNED.made + timedelta(hours=n))
        write_ical(later, tmp_path / str(n))

    assert (tmp_path / "0").read_bytes() == (tmp_path / "1").read_bytes()


def test_the_stamp_is_when_the_plan_was_last_changed(session, tmp_path):
    session.plan.accept(session.plan.proposal())
    report = session.report(version="1.0")
    _, events = read(report, tmp_path / "a.ics")
    (stamp,) = {e.decoded("DTSTAMP") for e in events.values()}

    assert f"{stamp:%Y-%m-%dT%H:%M:%SZ}" == session.batches()[-1].at
    assert {e["SEQUENCE"] for e in events.values()} == {session.revision}


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"VALUE=DATE:20290331", b"VALUE=DATE:20290401"), (b"END:VCALENDAR\r\n", b""), (b"P01", b"")],
)
def test_what_is_not_the_same_is_not_called_exported(tmp_path, old, new):
    path = tmp_path / "a.ics"
    write_ical(PINNED, path)
    verify_ical(PINNED, path)
    path.write_bytes(path.read_bytes().replace(old, new, 1))

    with pytest.raises(ExportFailed, match=r"^'a\.ics' does not read back as it was written"):
        verify_ical(PINNED, path)
