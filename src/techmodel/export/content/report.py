"""The whole report in order, for the PDF and the web page alike (design.md 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import Content, Contents, Heading, NewPage
from techmodel.export.content.closing import method_blocks, reading_blocks, sign_off_blocks
from techmodel.export.content.decisions import decision_blocks, unknown_blocks
from techmodel.export.content.domains import domain_blocks
from techmodel.export.content.duties import duty_blocks
from techmodel.export.content.evidence import evidence_blocks
from techmodel.export.content.front import front_blocks
from techmodel.export.content.glossary import glossary_blocks
from techmodel.export.content.guides import guide_blocks
from techmodel.export.content.heat import all_partners_blocks
from techmodel.export.content.integration import integration_blocks
from techmodel.export.content.overview import overview_blocks
from techmodel.export.content.plan import plan_blocks
from techmodel.export.content.progress import progress_blocks
from techmodel.export.content.services import service_blocks
from techmodel.export.content.sources import source_blocks
from techmodel.export.content.texts import texts_of
from techmodel.export.content.view import View
from techmodel.export.content.work import behind_blocks, work_blocks
from techmodel.wording.report import SUBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.report import Report
    from techmodel.export.content.blocks import Block


def report_content(report: Report) -> Content:
    """What the report says; a pure function of the report."""
    assessment = report.assessment
    return Content(
        title=assessment.title,
        subject=SUBJECT,
        author=assessment.lead.strip(),
        footer=f"{assessment.title}, technology review",
        blocks=tuple(_blocks(View(report))),
    )


def _blocks(view: View) -> Iterator[Block]:
    """All blocks; the glossary holds the terms of those before and after it."""
    before, after = tuple(_before(view)), tuple(_after(view))
    said = " ".join(dict.fromkeys((*texts_of(before), *texts_of(after))))
    yield from before
    yield from glossary_blocks(view, said)
    yield from after


def _after(view: View) -> Iterator[Block]:
    yield from source_blocks(view)
    yield from sign_off_blocks(view)
    yield from guide_blocks(view)


def _before(view: View) -> Iterator[Block]:
    yield from front_blocks(view)
    yield NewPage(soft=bool(view.report.standing.answered))
    yield Heading("Contents", 2)
    yield Contents()
    yield from reading_blocks(view)
    yield NewPage()
    yield from overview_blocks(view)
    yield from progress_blocks(view)
    yield from all_partners_blocks(view)
    yield from domain_blocks(view)
    yield NewPage(soft=True)
    yield from work_blocks(view)
    yield from behind_blocks(view)
    yield NewPage(soft=True)
    yield from plan_blocks(view)
    yield from duty_blocks(view)
    yield from integration_blocks(view)
    yield from service_blocks(view)
    yield from decision_blocks(view)
    yield from unknown_blocks(view)
    yield from evidence_blocks(view)
    yield from method_blocks(view)
