"""What is edited in Excel or LibreOffice arrives exactly, and what cannot be taken is all said."""

from __future__ import annotations

import random
import shutil
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from tests.export.libreoffice import SOFFICE, recalculated

from techmodel.core.answers import State, Value
from techmodel.core.errors import BadInput
from techmodel.core.onboarding import Stage
from techmodel.core.plan_parts import Status
from techmodel.core.returning_final import Settled
from techmodel.core.returning_lists import LISTINGS
from techmodel.core.typed_weeks import scaled
from techmodel.export.xlsx.workbook import write_workbook
from techmodel.session.returning import find_base, find_comeback, read_returned, take
from techmodel.session.returning_base import _records
from techmodel.session.sample import make_sample
from techmodel.session.session import Session
from techmodel.store.working_file import Document
from techmodel.wording.returning import notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHEETS = {listing.title: listing.sheet for listing in LISTINGS}
NOTHING = Settled()


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample and its workbook."""
    folder = tmp_path_factory.mktemp("exported")
    document = make_sample(folder / "a.techmodel", folder / "work", force=False)
    session = Session(document.file, document)
    write_workbook(session.report(version="0"), folder / "a.xlsx")
    document.close()
    return folder


@pytest.fixture
def session(exported: Path, tmp_path: Path) -> Iterator[Session]:
    path = shutil.copyfile(exported / "a.techmodel", tmp_path / "a.techmodel")
    document = Document.open(path, tmp_path / "work")
    yield Session(document.file, document)
    document.close(publish=False)


class Book:
    """A workbook as openpyxl loads it, to be typed into and saved."""

    def __init__(self, path):
        self.book = load_workbook(path)
        self.rows = {
            (title, row[0].value): row[0].row
            for title in SHEETS
            for row in self.book[title].iter_rows(2)
        }
        self.columns = {
            (title, c.id): next(x.column for x in self.book[title][1] if x.value == c.header)
            for title, sheet in SHEETS.items()
            for c in sheet.columns
            if c.editable
        }

    def type(self, title, id_, column, raw):
        cell = self.book[title].cell(self.rows[title, id_], self.columns[title, column])
        cell.value = raw
        if isinstance(raw, str):
            cell.data_type = "s"
        return f"{title}, {cell.coordinate}"

    def save(self, path):
        self.book.save(path)
        return path


def days(rng, day):
    return rng.choice([day, day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day} {day:%B %Y}"])


def random_edits(session, rng):
    """Cells that may be typed into: sheet, id, column, what is typed, and what is held then."""
    records = _records(session)
    for id_, record in records["Plan"].items():
        yield from project_edits(id_, record, rng, session.plan.today())
    for id_ in records["Costs"]:
        yield "Costs", id_, "funding", f"Fund {id_}", {"funding": f"Fund {id_}"}
        yield "Costs", id_, "high", "£9,500,000", {"high": 9_500_000}
        yield "Costs", id_, "first_year", "2031/32", {"first_year": 2031}
    for id_ in records["RAID"]:
        day = date(2028, 1, 1) + timedelta(days=rng.randrange(300))
        yield "RAID", id_, "due", days(rng, day), {"due": day}
        yield "RAID", id_, "impact", rng.choice([5, "5", "5 Severe"]), {"impact": 5}
        yield "RAID", id_, "response", "@all: tell", {"response": "@all: tell"}
    for id_ in records["Benefits"]:
        yield "Benefits", id_, "measure", "Calls, a week", {"measure": "Calls, a week"}
        yield "Benefits", id_, "baseline", 12, {"baseline": "12"}
    yield from integration_edits(records, rng)
    for id_, record in records["Answers"].items():
        level = rng.randrange(6)
        if record.held["answer"].state is State.LEVEL:
            raw = rng.choice([level, f"{level}"])
            yield "Answers", id_, "answer", raw, {"answer": Value(State.LEVEL, level)}
        yield "Answers", id_, "note", f"Seen {id_}", {"note": f"Seen {id_}"}


def integration_edits(records, rng):
    """Stages, levels, and what own flows are."""
    for id_ in [*records["Onboarding"]][::4]:
        day = date(2025, 1, 1) + timedelta(days=rng.randrange(300))
        yield "Onboarding", id_, "owner", f"Lead {id_}", {"owner": f"Lead {id_}"}
        yield "Onboarding", id_, "date", days(rng, day), {"date": day}
        yield "Onboarding", id_, "note", "-1", {"note": "-1"}
        yield "Onboarding", id_, "stage", "not applicable", {"stage": Stage.NOT_APPLICABLE}
    for id_, record in records["Flows"].items():
        level = rng.randrange(6)
        held = {"level": Value(State.LEVEL, level), "reason": ""}
        yield "Flows", id_, "level", rng.choice([level, f"{level}"]), held
        yield "Flows", id_, "note", f"Seen {id_}", {"note": f"Seen {id_}"}
        if not record.stays:
            yield "Flows", id_, "information", f"Notes {id_}", {"information": f"Notes {id_}"}
            yield "Flows", id_, "target", f"{level}", {"target": level}


def project_edits(id_, record, rng, today):
    day = today + timedelta(days=rng.randrange(20, 900))
    weeks, percent = rng.randrange(1, 60), rng.randrange(1, 99)
    yield "Plan", id_, "owner", f"Lead {weeks}", {"owner": f"Lead {weeks}"}
    yield "Plan", id_, "note", "=1+1", {"note": "=1+1"}
    yield "Plan", id_, "finish_by", days(rng, day), {"finish_by": day}
    if record.span.likely not in {0, weeks}:
        held = scaled(record.span, weeks)
        yield "Plan", id_, "weeks", rng.choice([weeks, f"{weeks}"]), {"weeks": held}
    if record.held["status"] is Status.UNDER_WAY and percent != record.held["percent"]:
        raw = rng.choice([percent / 100, f"{percent} %", percent if percent > 1 else 0.01])
        yield "Plan", id_, "percent", raw, {"percent": percent}
    else:
        yield "Plan", id_, "start", days(rng, day), {"start": day}


def two_hundred(session, seed):
    edits = [*random_edits(session, random.Random(seed))]
    providers = {f"{c}|{a.value.provider}" for (c, _), a in session.assessment().answers.items()}
    free = [e for e in edits if not (e[2] == "answer" and e[1] in providers)]
    return random.Random(seed).sample(free, 200)


def expected(session, edits):
    """What is held after some edits, by sheet and id."""
    held = {t: {i: dict(r.held) for i, r in rows.items()} for t, rows in _records(session).items()}
    for title, id_, _, _, values in edits:
        held[title][id_] |= values
    return held


def held_now(session):
    return {t: {i: r.held for i, r in rows.items()} for t, rows in _records(session).items()}


def test_two_hundred_random_edits_arrive_and_nothing_else_changes(session, exported, tmp_path):
    book, edits = Book(exported / "a.xlsx"), two_hundred(session, 1)
    for title, id_, column, raw, _ in edits:
        book.type(title, id_, column, raw)
    back, wanted = read_returned(book.save(tmp_path / "b.xlsx")), expected(session, edits)
    take(session, back, NOTHING)

    assert held_now(session) == wanted
    assert len(session.batches()[-1].edits) <= 200
    before = session.tables()
    take(session, back, NOTHING)
    assert session.tables() == before


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not there")
def test_what_libreoffice_saves_is_the_same(session, exported, tmp_path):
    book, edits = Book(exported / "a.xlsx"), two_hundred(session, 4)
    plain = book.save(tmp_path / "plain.xlsx")
    for title, id_, column, raw, _ in edits:
        book.type(title, id_, column, raw)
    saved = recalculated([plain, book.save(tmp_path / "edited.xlsx")], tmp_path)
    untouched = read_returned(saved["plain.xlsx"])
    found = find_comeback(session, untouched, find_base(session, untouched))
    wanted = expected(session, edits)
    take(session, read_returned(saved["edited.xlsx"]), NOTHING)

    assert found.is_empty, [*found.changes, *found.troubles]
    assert notes(untouched, found.found) == ()
    assert held_now(session) == wanted


def test_loading_and_saving_changes_nothing(session, exported, tmp_path):
    back = read_returned(Book(exported / "a.xlsx").save(tmp_path / "b.xlsx"))
    found = find_comeback(session, back, find_base(session, back))

    assert found.is_empty
    assert notes(back, found.found) == ()
    assert len(back.lists) == len(LISTINGS)


FAULTS = (
    ("Plan", "weeks", (-1, 521, "six", 2.5)),
    ("Plan", "start", ("soon", "2027-02-30", "31 June 2027", "1 January 1850")),
    ("Plan", "status", ("maybe", None, 3, "halfway")),
    ("Plan", "percent", (140, "lots", "-5%", 1.4)),
    ("Plan", "after", ("P999", "Nobody", "P99+3", "P998, P997")),
    ("RAID", "likelihood", (0, 6, "often", 2.5)),
    ("RAID", "project", ("P999", "Nobody", "P0", 7)),
    ("Costs", "first_year", ("2027/29", "soon", 1999, None)),
    ("Costs", "likely", (-5, "much", None, 10**12)),
    ("Answers", "answer", ("High", "3 Shared", "6", "Provided by nobody")),
    ("Onboarding", "stage", ("Nearly", None, "Alive", 3)),
    ("Flows", "level", ("High", "3 Shared", "6", "Provided by nobody")),
)


def test_forty_eight_planted_errors_are_each_said_for_their_cell_and_nothing_is_written(
    session, exported, tmp_path
):
    book, records, before = Book(exported / "a.xlsx"), _records(session), session.seal
    planted = set()
    for number, (title, column, raws) in enumerate(FAULTS):
        ids = [*records[title]][number * 4 % 20 :] if title == "Plan" else [*records[title]]
        planted |= {book.type(title, i, column, r) for i, r in zip(ids, raws, strict=False)}
    back = read_returned(book.save(tmp_path / "b.xlsx"))
    with pytest.raises(BadInput) as error:
        take(session, back, NOTHING)

    assert len(planted) == len(error.value.problems) == 48
    assert {problem.partition(":")[0] for problem in error.value.problems} == planted
    assert session.seal == before
