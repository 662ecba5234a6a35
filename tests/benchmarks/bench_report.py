"""The report of the full checklist with plan and guides, against the same flowables bare.

Bare means by reportlab alone: its own document template and canvas, in one pass, without tags,
links, outline and page numbers in the contents. Run with
`python tests/benchmarks/bench_report.py`; prints the ratio of interleaved medians.
"""

from __future__ import annotations

import statistics
import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate

from techmodel.export.content.report import report_content
from techmodel.export.pdf.document import document
from techmodel.export.pdf.elements import Element
from techmodel.export.pdf.fonts import REGULAR
from techmodel.export.pdf.lines import PageEnd
from techmodel.export.pdf.story import story
from techmodel.export.pdf.styles import BOTTOM, HEIGHT, MARGIN, PAGE, WIDTH
from techmodel.session.learning import guide_for

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.export.plan_reports import full

if TYPE_CHECKING:
    from techmodel.export.content.blocks import Content

RUNS = 15
AT_MOST = 1.6


def bare(content: Content) -> bytes:
    """The same blocks as the same flowables, laid out and painted by reportlab alone."""
    file = BytesIO()
    frame = Frame(MARGIN, BOTTOM, WIDTH, HEIGHT, 0, 0, 0, 0)
    template = BaseDocTemplate(file, pagesize=PAGE, initialFontName=REGULAR)
    template.addPageTemplates([PageTemplate("page", [frame])])
    flowables = story(content.blocks, Element("Document"))
    template.build([PageBreak() if isinstance(f, PageEnd) else f for f in flowables])
    return file.getvalue()


def measure(runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of our report and of the bare one, interleaved."""
    whole = full()
    guides = (guide_for(domain.id) for domain in whole.assessment.checklist.domains)
    made = replace(whole, guides=tuple(page for page in guides if page))
    content = report_content(made)
    ours, theirs = [], []
    for _ in range(runs + 1):
        started = time.perf_counter()
        document(content, made.made)
        middle = time.perf_counter()
        bare(content)
        theirs.append(time.perf_counter() - middle)
        ours.append(middle - started)
    return statistics.median(ours[1:]), statistics.median(theirs[1:])


def main() -> None:
    """Print the figures."""
    ours, theirs = measure()
    print(
        f"PDF report of the full checklist, a plan and guides, tagged: {ours * 1000:.0f} ms, bare"
        f" reportlab {theirs * 1000:.0f}; ratio {ours / theirs:.2f} (at most {AT_MOST})"
    )


if __name__ == "__main__":
    main()
