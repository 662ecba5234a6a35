"""The sentences of the report's first pages."""

from dataclasses import replace
from datetime import date

import pytest
from tests.export import report_builders as build

from techmodel.core.gaps import DomainGap, Range
from techmodel.core.journal import Batch, BatchKind
from techmodel.wording.phrases import Strong, pieces, plain
from techmodel.wording.report import (
    dateline,
    day_words,
    domain_sentence,
    how_done,
    how_sure,
    in_words,
    standing,
)
from techmodel.wording.report_method import GLOSSARY, method_items, scope_items

REPORT = build.report()


def stand(base):
    report = build.report(base)
    return plain(standing(report.assessment, report.gaps))


def test_total_comes_with_range_count_and_weakest():
    assert stand(REPORT.assessment) == (
        "The partnership reaches 50 to 60% of what its two care models need. 53 of 74 capabilities"
        " are below target, and four more may be. Hazelcombe Care Homes are furthest from target,"
        " at 36 to 45%. No single figure is fair to every partner. "
    )


def test_one_care_model_needs_no_count():
    base = replace(REPORT.assessment, care_models=REPORT.assessment.care_models[:1])

    assert "of what its care model needs." in stand(base)


def test_partners_hardly_answered_are_named_apart():
    few = {k: a for k, a in REPORT.assessment.answers.items() if k[1] != "org6"}
    said = stand(replace(REPORT.assessment, answers=few))

    assert "Less than half is answered for Hazelcombe Care Homes" in said
    assert "Hazelcombe Care Homes are furthest" not in said


def test_one_organisation_has_no_weakest():
    assert "furthest" not in stand(build.assessment(organisations=build.partners(1)))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Report of 9 December 2026. Answers up to 26 November 2026. Led by"),
        ({"answers_to": date(2026, 12, 9)}, "Report and answers of 9 December 2026."),
        ({"answers_to": None}, "Report of 9 December 2026. Led by"),
    ],
)
def test_dateline_says_how_far_answers_go(changes, said):
    assert dateline(replace(REPORT, **changes)).startswith(said)


def test_dateline_names_nobody_where_no_lead_was_typed():
    quiet = replace(REPORT, assessment=replace(REPORT.assessment, lead="  "))

    assert "Led by" not in dateline(quiet)


def test_workshops_are_counted_only_where_the_journal_knows_them():
    def batch(n, workshop):
        return Batch(f"b{n}", BatchKind.EDIT, "", "", (), n, workshop=workshop)

    batches = (batch(1, ""), batch(2, "one"), batch(3, "two"), batch(4, "one"))

    assert "workshop" not in plain(how_done(REPORT))
    assert "in two workshops" in plain(how_done(replace(REPORT, batches=batches)))


@pytest.mark.parametrize(
    ("count", "said"), [(0, "No partner"), (1, "One partner was"), (7, "Seven")]
)
def test_how_it_was_done_counts_partners(count, said):
    base = build.assessment(organisations=build.partners(count))
    words = plain(how_done(build.report(base)))

    assert words.startswith(said)
    assert ("holding 80% of the weight" in words) == (count == 7)


def test_how_sure_counts_known_answers():
    assert plain(how_sure(REPORT.gaps)) == (
        "384 of 407 answers are known (94%). Ranges show what is not."
    )


def test_how_sure_when_nobody_is_asked_or_nothing_is_open():
    nobody = build.report(build.assessment(organisations=()))
    all_known = build.report(build.assessment(answered=2))

    assert plain(how_sure(nobody.gaps)) == "Nobody is asked anything yet."
    assert plain(how_sure(all_known.gaps)).endswith("(100%). Nothing is open.")


def test_a_domain_without_target_or_level_says_so():
    gaps = REPORT.gaps.capabilities[:2]
    untargeted = [g._replace(target=None) for g in gaps]
    domain = DomainGap(gaps[0].domain, Range(0.5, 0.5), 0.5, {})

    assert "Nothing in this domain has a target" in plain(domain_sentence(domain, untargeted))
    assert "Nobody here is asked" in plain(domain_sentence(replace(domain, attainment=None), gaps))
    assert "reach 50% of the target" in plain(domain_sentence(domain, gaps))


def test_dates_are_british_and_what_is_no_date_stays():
    assert day_words("2026-10-14T09:30:00Z") == "14 Oct 2026"
    assert day_words("last week") == "last week"
    assert day_words("") == ""


def test_counts_above_ten_are_digits():
    assert (in_words(0), in_words(10), in_words(11)) == ("no", "ten", "11")


def test_words_that_stand_out_keep_their_place():
    sentence = ("We reach ", Strong("66%"), ".")

    assert plain(sentence) == "We reach 66%."
    assert pieces("All one.") == ("All one.",)
    assert [type(p) for p in pieces(sentence)] == [str, Strong, str]


def test_scope_names_what_was_left_out():
    base = REPORT.assessment
    gone = replace(base.organisations[0], in_scope=False)
    left = replace(
        base,
        organisations=(gone, *base.organisations[1:]),
        domains_out=frozenset([base.checklist.domains[0].id]),
        care_models=(),
    )
    said = " ".join(plain(i) for i in scope_items(left))

    assert "Care models: none chosen." in said
    assert "not counted: Wendlemere Hospitals." in said
    assert "Domains left out: Leadership, governance and safety." in said


def test_method_has_no_empty_item_and_glossary_is_in_order():
    assert all(
        plain(i).count(". ") and plain(i).endswith(".") for i in method_items(REPORT.assessment)
    )
    assert [w for w, _ in GLOSSARY] == sorted(w for w, _ in GLOSSARY)
