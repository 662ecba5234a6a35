"""What the report says about the progress since a round."""

from dataclasses import replace
from random import Random

import pytest
from tests.core.flow_rooms import held, level, room
from tests.export import report_builders as build
from tests.export.builders import earlier, with_since
from tests.export.test_report_content import chapter, every, headings, words

from techmodel.core.compare_integration import StageChange, find_flow_changes
from techmodel.core.onboarding import Onboarding, Stage
from techmodel.export.content.blocks import Heading, Named, Prose, Ref, Table
from techmodel.export.content.report import report_content
from techmodel.wording.phrases import plain

PLAIN = build.report()
REPORT = with_since(PLAIN, earlier(PLAIN.assessment, Random(7)))
CONTENT = report_content(REPORT)
TITLE = "Progress since Spring 2026"
LETTER = "o1", "o2", "F-01"


def prose(blocks):
    return " ".join(plain(p.words) for p in every(tuple(blocks), Prose))


def test_without_a_round_nothing_is_said():
    content = report_content(PLAIN)

    assert TITLE not in headings(content)
    assert "Spring 2026" not in words(content)
    assert "Progress. " not in words(content)


def test_the_chapter_stands_after_the_overview():
    heads = [h.words for h in every(CONTENT.blocks, Heading) if h.level == 2]

    assert heads.index(TITLE) == heads.index("All domains at a glance") + 1


def test_the_chapter_has_every_domain_then_and_now():
    tables = list(every(chapter(CONTENT, TITLE), Table))
    names = [row[0].words if isinstance(row[0], Ref) else plain(row[0]) for row in tables[0].rows]
    progress = REPORT.since.progress

    assert names[-1] == "All domains"
    assert len(names) == 1 + sum(bool(d.parts) for d in progress.domains)
    assert tables[0].rows[-1][4:] == (
        str(len(progress.overall.newly_known)),
        str(len(progress.overall.falls)),
    )


def test_what_fell_is_listed_with_both_levels():
    fell = REPORT.since.progress.overall.falls
    table = list(every(chapter(CONTENT, TITLE), Table))[1]

    assert len(table.rows) == len(fell) > 0
    assert table.rows[0][1:] == (
        *(f"{level.low:.0f}" for level in (fell[0].then, fell[0].now)),
        str(fell[0].target),
    )


def test_what_is_counted_apart_is_listed():
    said = " ".join(every(chapter(CONTENT, TITLE), str))

    assert "Newly known: " in said
    assert all(p.capability in said for p in REPORT.since.progress.overall.newly_known)


def test_the_front_tells_the_way_in_a_sentence():
    front = CONTENT.blocks[: next(n for n, b in enumerate(CONTENT.blocks) if _is_contents(b))]

    assert "ince Spring 2026 the partners have " in prose(front)


def _is_contents(block):
    return isinstance(block, Heading) and block.words == "Contents"


def test_every_domain_has_its_line():
    for domain in REPORT.since.progress.domains:
        name = REPORT.assessment.checklist.domain(domain.domain).name
        said = prose(chapter(CONTENT, name))

        assert ("Spring 2026" in said) == bool(domain.parts)


def test_the_method_and_the_words_are_explained():
    said = words(CONTENT)

    assert "Progress. " in said
    assert "A named moment of this review to compare with." in said


def test_every_reference_leads_to_a_place():
    places = {h.key for h in every(CONTENT.blocks, Heading)}
    places |= {n.key for n in every(CONTENT.blocks, Named)}

    assert {r.key for r in every(CONTENT.blocks, Ref)} <= places


@pytest.mark.parametrize("changes", [{"care_models": (), "overrides": {}}, {"answers": {}}])
def test_nothing_to_compare_is_said_plainly(changes):
    base = replace(PLAIN.assessment, **changes)
    content = report_content(with_since(build.report(base), base))

    assert TITLE in headings(content)
    assert "Nothing can be compared with Spring 2026" in words(content)


def test_standing_still_lists_neither_falls_nor_newly_known():
    content = report_content(with_since(PLAIN, PLAIN.assessment))

    assert "What fell" not in headings(content)
    assert "Counted apart" not in headings(content)


def test_the_report_is_written_and_reads_back(tmp_path):
    from techmodel.export.pdf.report import verify_report, write_report

    write_report(REPORT, tmp_path / "a.pdf")
    verify_report(REPORT, tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").stat().st_size > 10_000


def test_flows_that_moved_and_partners_newly_live_are_told():
    """One letter moved up and a practice is live on a service since the round."""
    moved = find_flow_changes(*(room(held=[held(*LETTER, level(n))]) for n in (1, 2)))
    live = StageChange(Onboarding("PDS", "o2"), Onboarding("PDS", "o2", Stage.LIVE), ("stage",))
    since = replace(REPORT.since, flows=moved, stages=(live,))
    told = report_content(replace(REPORT, since=since))
    sentence = "1 flow moved up; 1 partner newly live on 1 service."

    assert sentence in prose(chapter(told, TITLE))
    assert sentence not in prose(chapter(CONTENT, TITLE))
