"""The wording of the services: short, plain, explained, and as much as there must be."""

from __future__ import annotations

import re
from datetime import date
from statistics import mean

import pytest
from tests.content.reading_age import grade
from tests.content.style import BANNED, MAX_GRADE, MAX_MEAN_GRADE, MIN_WORDS, shipped, unknown

from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

SERVICES = read_checklist_folder(resource("checklist")).services
CONTENT = shipped()
LENGTHS = {"what": (20, 240), "note": (7, 120), "connect": (15, 120), "needs": (10, 90)}
ENDED = {"retired", "superseded"}


def texts(service):
    """Kind and words of every text of a service that a person wrote."""
    yield "what", service.what
    yield "note", service.status_note
    yield "ask", service.ask
    yield from (("connect", line) for line in service.connect)
    yield from (("needs", line) for line in service.needs)


TEXTS = [(s.id, kind, words) for s in SERVICES for kind, words in texts(s)]


def test_every_service_says_how_to_connect_what_it_needs_and_whom_to_ask():
    odd = [s.id for s in SERVICES if not 3 <= len(s.connect) <= 5]
    odd += [s.id for s in SERVICES if not 1 <= len(s.needs) <= 3 or not s.ask]

    assert odd == []


def test_texts_are_neither_missing_nor_long():
    odd = [
        (id_, kind, len(words))
        for id_, kind, words in TEXTS
        if not LENGTHS.get(kind, (10, 90))[0] <= len(words) <= LENGTHS.get(kind, (10, 90))[1]
    ]

    assert odd == []


def test_no_text_sells_or_hides_behind_an_abbreviation():
    odd = [(id_, words) for id_, _, words in TEXTS if BANNED.search(words)]
    odd += [(id_, unknown(words, CONTENT.known)) for id_, _, words in TEXTS]
    odd += [(s.id, unknown(s.operator, CONTENT.known)) for s in SERVICES]

    assert [(id_, found) for id_, found in odd if found] == []


def test_what_it_is_takes_one_or_two_sentences():
    odd = [s.id for s in SERVICES if len(re.findall(r"[.](?:\s|$)", s.what)) not in {1, 2}]

    assert odd == []


def test_steps_are_sentences_that_are_not_said_twice_of_a_service():
    odd = [s.id for s in SERVICES if len(set(s.connect)) < len(s.connect)]
    odd += [s.id for s in SERVICES if not all(line.endswith(".") for line in s.connect)]
    odd += [s.id for s in SERVICES if any(line.endswith(".") for line in (*s.needs, s.ask))]

    assert odd == []


def test_texts_can_be_read_at_the_age_that_is_aimed_at():
    grades = {
        (id_, words): grade(words, CONTENT.terms)
        for id_, _, words in TEXTS
        if len(words.split()) >= MIN_WORDS
    }

    assert {key: level for key, level in grades.items() if level > MAX_GRADE} == {}
    assert mean(grades.values()) <= MAX_MEAN_GRADE


@pytest.mark.parametrize("service", SERVICES, ids=lambda s: s.id)
def test_what_ended_says_what_came_after_and_nothing_else_does(service):
    assert (service.status in ENDED) == (service.replaced_by is not None)


def test_a_note_tells_the_month_or_that_none_is_known_where_there_is_no_date():
    said = re.compile(r"no date|No date|20\d\d")
    odd = [s.id for s in SERVICES if s.status_date is None and not said.search(s.status_note)]

    assert odd == []


def test_kinds_are_few_enough_to_choose_from():
    assert len({s.kind for s in SERVICES}) <= 16


def test_duties_are_those_that_were_found():
    dated = {s.id: s.duty.date for s in SERVICES if s.duty}

    assert dated == {
        **dict.fromkeys(("GPC-HTML", "GPC-STR", "GPC-UPD", "OC"), date(2025, 10, 1)),
        **dict.fromkeys(("DCB0129", "DUAA"), date(2026, 2, 5)),
        **dict.fromkeys(("CPIS", "CAPTRACK", "DSPT", "CAF"), None),
        "RADF": date(2026, 9, 30),
        "MODS": date(2025, 8, 31),
        "DCB0160": date(2025, 7, 7),
        "DTAC": date(2026, 4, 6),
    }
