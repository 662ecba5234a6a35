"""The wording of the checklist we ship, and that the check would see what is wrong."""

from __future__ import annotations

import copy

import pytest
from tests.content.reading_age import grade
from tests.content.style import (
    MAX_MEAN_GRADE,
    Content,
    abbreviations,
    domain_faults,
    faults,
    mean_grade,
    shipped,
    texts,
    unknown,
)
from tests.content.style_command import figure_lines, main

from techmodel.core.checklist_texts import find_texts

CONTENT = shipped()
DOMAINS = sorted(CONTENT.rows)
ROWS = [row for domain in DOMAINS for row in CONTENT.rows[domain]]
GOOD = ROWS[0]


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_wording_of_a_domain_is_without_fault(domain, record_property):
    record_property("figures", figure_lines(domain, CONTENT))

    assert list(map(str, domain_faults(domain, CONTENT))) == []


def test_every_capability_has_reasons_a_test_proof_and_tasks():
    without = [
        row["id"]
        for row in ROWS
        if not row["test"]
        or len(row["proof"]) != 5
        or not all(target["reason"] for target in row["targets"].values())
        or [len(action["tasks"]) for action in row["actions"]] != [3] * 5
    ]

    assert (without, len(ROWS)) == ([], 74)


def test_no_two_capabilities_of_all_have_a_level_in_common():
    times = CONTENT.times("levels")

    assert [text for row in ROWS for text in row["levels"].values() if times[text] > 1] == []


def test_the_checklist_reads_at_the_age_of_fourteen(record_property):
    level = mean_grade(ROWS, CONTENT)
    record_property("grade", round(level, 2))

    assert level <= MAX_MEAN_GRADE


def test_every_abbreviation_of_the_content_is_in_the_glossary(checklist):
    said = [
        text for text in find_texts(checklist) if text.key not in {"source", "licence", "sources"}
    ]
    missing = {
        (text.table, text.id, word)
        for text in said
        if not text.key.endswith(".source")
        for word in unknown(text.text, CONTENT.known)
    }

    assert missing == set()


def test_no_term_of_the_glossary_says_only_itself(checklist):
    odd = [row.term for row in checklist.glossary if row.meaning.casefold() == row.term.casefold()]

    assert odd == []


def changed(**changes):
    return {**copy.deepcopy(GOOD), **changes}


def with_level(level, words):
    return changed(levels={**GOOD["levels"], level: words})


def with_action(**changes):
    return changed(actions=[{**GOOD["actions"][0], **changes}, *GOOD["actions"][1:]])


STEP = "action to level 1"
BAD = {
    "proof missing": (changed(proof={}), "proof", "one line for each"),
    "an action missing": (changed(actions=GOOD["actions"][1:]), "actions", "one for each step"),
    "a task missing": (with_action(tasks=["Ask one"]), f"{STEP}, tasks", "must be three"),
    "too little evidence": (changed(evidence=["A log"]), "evidence", "3 to 5 things; it has 1"),
    "a reason missing": (changed(targets={"MCP": {"level": 3}}), "targets.MCP", "It is missing."),
    "a question too long": (changed(question="W" * 160 + "?"), "question", "161 characters"),
    "a level too short": (with_level("2", "Seen on a screen."), "levels.2", "17 characters; 25"),
    "a banned word": (with_action(risk="Robust."), f"{STEP}, risk", "Say “Robust” in"),
    "not British": (with_action(risk="We organize."), f"{STEP}, risk", "Say “organize”"),
    "an abbreviation": (changed(why="The XQZs know."), "why", "“XQZ” is not in the glossary"),
    "two levels alike": (
        changed(levels=GOOD["levels"] | {"1": "One two three four.", "2": "One two three five."}),
        "levels.2",
        "begins like level 1: “one two three”",
    ),
    "two reasons alike": (
        changed(targets={key: {"level": 3, "reason": "It is so."} for key in ("MCP", "ICS")}),
        "targets.MCP and targets.ICS",
        "They say the same",
    ),
    "a level of another": (
        with_level("2", ROWS[1]["levels"]["2"]),
        "levels.2",
        "Another row says exactly the same",
    ),
    "a level of the scale": (
        with_level("0", "Every organisation counts and reports for itself."),
        "levels.0",
        "general wording of the scale",
    ),
    "two questions": (changed(question="Do you? Can you?"), "question", "one question"),
    "a test that asks": (changed(test="Can you show it."), "test", "begin with “Show me”"),
    "a small letter": (changed(why="it helps."), "why", "begin with a capital"),
    "no full stop": (changed(why="It helps"), "why", "a sentence with a full stop"),
    "an order with a stop": (with_action(action="Go on."), f"{STEP}, action", "leave the full"),
    "two sentences": (with_action(risk="It is. It was."), f"{STEP}, risk", "one sentence"),
    "hard words": (
        changed(why="Interdependent administrative responsibilities necessitate considerable "
                "organisational reconfiguration deliberation."),
        "why",
        "Hard to read",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("row", "place", "said"), BAD.values(), ids=BAD)
def test_what_is_wrong_is_told_where_it_is(row, place, said):
    files = {**CONTENT.files}
    content = Content(files)
    for domain, rows in content.rows.items():
        content.rows[domain] = [row if other["id"] == row["id"] else other for other in rows]

    found = [fault for fault in faults(row, content) if fault.place == place]
    assert any(said in fault.message for fault in found), list(map(str, found))


def test_the_good_row_of_these_tests_has_no_fault():
    assert list(faults(GOOD, CONTENT)) == []


def test_a_domain_hard_on_average_is_told():
    content = Content(CONTENT.files)
    hard = "Show me administrative considerations determining collective accountability here."
    bare = {"actions": [], "targets": {}, "proof": {}, "evidence": [hard] * 3, "why": hard}
    content.rows["GOV"] = [row | bare for row in content.rows["GOV"]]

    assert any(fault.place == "mean" for fault in domain_faults("GOV", content))


def test_a_file_that_cannot_be_read_is_told_apart():
    content = Content(CONTENT.files | {"domains/GOV.toml": "= ["})

    assert "GOV" in content.broken
    assert "GOV" not in content.rows


def test_the_command_says_what_is_wrong_and_the_figures(capsys):
    code = main([DOMAINS[0]])
    said = capsys.readouterr().out

    assert (code, "0 faults." in said, "grade" in said) == (0, True, True)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ask two GPs and the MDT", ["GP", "MDT"]),
        ("IM&T and dm+d on e-RS", ["IM&T", "dm+d", "e-RS"]),
        ("The NHS number, DCB0129 and eRS", ["NHS", "DCB0129", "eRS"]),
        ("A plain line with A, I and Level 3", []),
    ],
)
def test_abbreviations_are_found_without_their_plural(words, found):
    assert abbreviations(words) == found


def test_short_words_read_more_easily_than_long_ones():
    easy = grade("The nurse can see the plan on her own screen.")
    hard = grade("Multidisciplinary coordination necessitates comprehensive documentation.")

    assert easy < 4
    assert hard > 15


def test_a_term_of_the_glossary_counts_as_one_short_word():
    words = "The nurse opens the longitudinal observation repository on her own screen."

    assert grade(words, ("longitudinal observation repository",)) < grade(words) - 4


def test_every_kind_of_text_is_looked_at():
    kinds = {text.kind for text in texts(GOOD)}

    assert kinds == {
        "question", "test", "why", "levels", "proof", "evidence", "reason", "action", "risk",
        "benefit", "tasks",
    }  # fmt: skip
