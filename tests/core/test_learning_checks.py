"""What must be put right in guides, one fault at a time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.learnings import CASE, GUIDE, LEARNING, OTHER, with_case, with_guide

from techmodel.core.learning import Reference
from techmodel.core.learning_checks import check, check_against

LONG = "Word " * 200

FAULTS = {
    "two sentences": (with_guide(problem="One. Two."), "TOC, problem:", "3 to 6"),
    "seven sentences": (with_guide(problem="One. " * 6 + "Two."), "TOC, problem:", "are 7"),
    "three that worked": (with_guide(worked=("A.", "B.", "C.")), "TOC, worked:", "4 to 6"),
    "seven to avoid": (with_guide(avoid=("A.",) * 7), "TOC, avoid:", "4 to 6"),
    "no lesson": (with_guide(lessons=()), "TOC, lessons:", "1 to 6"),
    "no case": (replace(LEARNING, guides=(replace(GUIDE, entries=()),)), "TOC, cases:", "are 0"),
    "two guides": (replace(LEARNING, guides=(GUIDE, GUIDE)), "TOC, domain:", "two guides"),
    "case id": (
        replace(LEARNING, guides=(replace(GUIDE, entries=(replace(CASE, id="Red Bag"),)),)),
        "TOC:Red Bag, id:",
        "small letters",
    ),
    "leads nowhere": (with_guide(entries=(CASE, Reference("MED", "x"))), "TOC, see:", "MED:x"),
    "leads to itself": (
        replace(LEARNING, guides=(GUIDE, replace(OTHER, entries=(Reference("REC", "red-bag"),)))),
        "REC, see:",
        "REC:red-bag",
    ),
    "case twice": (
        with_guide(entries=(CASE, Reference("TOC", "red-bag"))),
        "TOC, cases:",
        "stands here twice",
    ),
    "not https": (with_case(url="http://example.org"), "TOC:red-bag, url:", "https://"),
    "no address": (with_case(url="https://see page 3"), "TOC:red-bag, url:", "https://"),
    "no source": (with_case(source=""), "TOC:red-bag, source:", "empty"),
    "no place": (with_case(place=" "), "TOC:red-bag, place:", "empty"),
    "long story": (with_case(what=LONG.strip()), "TOC:red-bag, what:", "at most 520"),
    "two lines": (with_case(result="One.\nTwo."), "TOC:red-bag, result:", "one line"),
    "long lesson": (
        with_guide(lessons=(replace(GUIDE.lessons[0], lesson=LONG.strip()),)),
        "TOC, lessons.lesson:",
        "at most 200",
    ),
    "a doctor": (with_case(what="Dr Brown led it."), "TOC:red-bag, what:", "name a person"),
    "a lady": (with_guide(worked=("Dame Ann.", *GUIDE.worked[1:])), "TOC, worked:", "person"),
    "a mailbox": (with_case(read_on="Ask ann@example.org."), "TOC:red-bag, read_on:", "person"),
}


def test_sound_learning_has_no_problems():
    assert check(LEARNING) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_place(name):
    learning, place, words = FAULTS[name]
    problems = [str(problem) for problem in check(learning)]

    assert any(line.startswith(place) and words in line for line in problems), problems


def test_domains_capabilities_and_services_must_be_those_of_the_checklist(checklist):
    strange = replace(CASE, capabilities=("TOC-01", "TOC-99"), services=("TOC", "POST"))
    learning = replace(LEARNING, guides=(replace(GUIDE, domain="ZOO", entries=(strange,)),))
    problems = [str(problem) for problem in check_against(learning, checklist)]

    assert problems == [
        "ZOO, domain: The checklist has no such domain.",
        "ZOO:red-bag, capabilities: The checklist has no “TOC-99”.",
        "ZOO:red-bag, services: The checklist has no “POST”.",
    ]
