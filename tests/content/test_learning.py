"""The guides that we ship: complete, grounded, plain, and nameless."""

from __future__ import annotations

import re
from statistics import mean

import pytest
from tests.content.reading_age import grade
from tests.content.style import BANNED, MAX_GRADE, MAX_MEAN_GRADE, MIN_WORDS, shipped, unknown

from techmodel.core.learning import Case, learning_for
from techmodel.core.learning_checks import MAX_CASES, check, check_against, find_texts
from techmodel.importing.checklist_folder import read_learning_files
from techmodel.importing.checklist_learning import read_learning_texts, write_learning_files
from techmodel.resources import resource

FILES = read_learning_files(resource("checklist"))
LEARNING = read_learning_texts(FILES)
CONTENT = shipped()
CASES = {
    f"{guide.domain}:{entry.id}": entry
    for guide in LEARNING.guides
    for entry in guide.entries
    if isinstance(entry, Case)
}
TEXTS = [text for text in find_texts(LEARNING) if text.key != "url"]
PROSE = [text for text in TEXTS if text.key not in {"source", "lessons.source"}]
RUN = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)+")
KNOWN_RUNS = {
    "Approaching Standards", "Black Country", "By December", "Care Identity Service",
    "Child Protection", "Digital Maturity Assessment", "East Midlands",
    "Electronic Prescription Service", "Federated Data Platform", "GP Connect",
    "GP Connect Appointment Management", "GP Connect Update Record", "Information Sharing",
    "Local Healthwatch", "London Care Record", "Mid Nottinghamshire", "Moorfields Eye Hospital",
    "Morecambe Bay", "Multicast Notification Service", "NHS App", "National Orthopaedic Alliance",
    "National Record Locator", "Patient Care Aggregator", "Referral Standard",
    "Social Care Network", "Standards Met", "Summary Care Record", "Technology Model",
    "Universal Care Plan",
}  # fmt: skip
"""Places, bodies and services that have two capitals in a row; a person would be a new one."""


def bodies(texts):
    return [text for text in texts if len(text.text.split()) >= MIN_WORDS]


def measure(text):
    return grade(text.text, CONTENT.terms)


def test_nothing_is_wrong_with_guides(checklist):
    assert check(LEARNING) + check_against(LEARNING, checklist) == ()


def test_every_domain_has_a_guide_with_six_cases(checklist):
    pages = [learning_for(LEARNING, row.id) for row in checklist.domains]

    assert [len(page.cases) for page in pages] == [MAX_CASES] * len(checklist.domains)


def test_files_are_in_our_own_form_byte_for_byte():
    assert write_learning_files(LEARNING) == FILES


def test_a_guide_fits_on_about_two_printed_pages():
    words = {
        guide.domain: sum(
            len(str(getattr(case, key)).split())
            for case in LEARNING.cases(guide)
            for key in ("title", "place", "period", "what", "result", "source", "read_on")
        )
        + len(" ".join((guide.problem, *guide.worked, *guide.avoid)).split())
        for guide in LEARNING.guides
    }

    assert {domain: count for domain, count in words.items() if not 500 <= count <= 1000} == {}


def test_every_case_is_worth_reading_for_some_capability():
    assert [place for place, case in CASES.items() if not case.capabilities] == []


def test_every_domain_has_a_case_that_no_other_guide_owns():
    assert {place.partition(":")[0] for place in CASES} == {row.domain for row in LEARNING.guides}


def test_no_text_uses_words_that_sell():
    assert [(text.id, word) for text in PROSE for word in BANNED.findall(text.text)] == []


def test_every_abbreviation_is_in_the_glossary():
    odd = [(text.id, word) for text in PROSE for word in unknown(text.text, CONTENT.known)]

    assert odd == []


def test_no_text_is_hard_to_read():
    hard = [(text.id, text.key) for text in bodies(PROSE) if measure(text) > MAX_GRADE]

    assert hard == []


@pytest.mark.parametrize("domain", [guide.domain for guide in LEARNING.guides])
def test_a_guide_is_easy_to_read_on_average(domain):
    own = [text for text in bodies(PROSE) if text.id.partition(":")[0] == domain]

    assert mean(map(measure, own)) <= MAX_MEAN_GRADE


def test_no_person_is_named():
    assert {run for text in PROSE for run in RUN.findall(text.text)} - KNOWN_RUNS == set()


def test_sentences_end_with_a_full_stop():
    keys = {"problem", "worked", "avoid", "lessons.lesson", "what", "result", "read_on"}
    odd = [text.id for text in PROSE if text.key in keys and text.text and text.text[-1] != "."]

    assert odd == []


def test_a_case_says_what_was_done_in_two_to_four_sentences():
    odd = [
        place
        for place, case in CASES.items()
        if not 2 <= len(re.findall(r"[.!?](?:\s|$)", case.what)) <= 4
    ]

    assert odd == []


def test_no_two_cases_say_the_same():
    whats = [case.what for case in CASES.values()]

    assert len(set(whats)) == len(whats)
