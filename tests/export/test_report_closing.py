"""Conditions, guides, glossary and sources of the report."""

from dataclasses import replace

import pytest
from tests.export import report_builders as build
from tests.export.test_report_content import chapter, every, headings, words

from techmodel.core.conditions import Condition
from techmodel.export.content.blocks import Items, Table
from techmodel.export.content.conditions import condition_blocks
from techmodel.export.content.report import report_content
from techmodel.export.content.view import View
from techmodel.session.learning import guide_for
from techmodel.wording.conditions import APART
from techmodel.wording.phrases import plain
from techmodel.wording.report_sources import GUIDES, OPEN_NOTICE

BASE = build.assessment()
FACTORS = BASE.checklist.conditions.factors
ANSWERED = {f.id: Condition(f.id, level) for f, level in zip(FACTORS, (4, 1, 3), strict=False)}
PAGES = tuple(page for d in BASE.checklist.domains if (page := guide_for(d.id)))
REPORT = build.report(BASE, conditions=ANSWERED, guides=PAGES)
CONTENT = report_content(REPORT)


def test_answered_conditions_stand_in_front_the_weakest_first_and_apart_from_attainment():
    _, said, table = condition_blocks(View(REPORT))

    assert [row[1] for row in table.rows] == ["1 of 5", "3 of 5", "4 of 5"]
    assert table.rows[0][2] == FACTORS[1].levels[1]
    assert APART in plain(said.words)
    assert headings(CONTENT).index("Conditions for change") < headings(CONTENT).index("Contents")


def test_without_answers_there_are_no_conditions():
    assert list(condition_blocks(View(build.report(BASE)))) == []


def test_guides_are_those_of_domains_in_scope():
    first, *rest = BASE.checklist.domains
    some = replace(BASE, domains_out=frozenset({first.id}))
    told = [h for h in headings(report_content(build.report(some, guides=PAGES))) if "Learn" in h]

    assert len(told) == len(rest)
    assert first.name not in " ".join(told)


def test_every_case_is_told_once_with_its_address_and_licence():
    said = words(CONTENT)
    cases = {case.title: case for page in PAGES for case in page.cases}.values()

    assert all(said.count(case.what) == 1 and case.url in said for case in cases)


def test_guides_that_are_not_wanted_leave_no_trace():
    assert GUIDES not in headings(report_content(build.report(BASE)))


def test_the_glossary_explains_the_terms_that_stand_in_the_report_and_no_others():
    (table,) = every(chapter(CONTENT, "Glossary"), Table)
    explained = [plain(row[0]) for row in table.rows]

    assert len(explained) == len({word.casefold() for word in explained})
    assert "FHIR" in explained
    assert "BMA" not in explained


@pytest.mark.parametrize("count", [1, 7])
def test_every_licence_is_listed_before_the_sources_that_name_it(count):
    base = build.assessment(organisations=build.partners(count))
    part = chapter(report_content(build.report(base, conditions=ANSWERED)), "Sources")
    (licences,) = every(part, Items)
    table = next(every(part, Table))
    numbers = {int(row[3]) for row in table.rows if row[3]}

    assert part.index(licences) < part.index(table)
    assert numbers == set(range(1, len(licences.items) + 1))
    assert OPEN_NOTICE in words(CONTENT)


def test_the_chosen_care_models_have_their_sources():
    *_, table = every(chapter(CONTENT, "Sources"), Table)
    models = [m for m in BASE.checklist.care_models if m.id in BASE.care_models]

    assert [row[2].parts for row in table.rows] == [m.sources for m in models]
