"""The plan on paper: nothing cut, nothing lost, whatever and however much is planned."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.export import pdf_reading as pdf
from tests.export import plan_reports as plans
from tests.export.pdf_frame import words_outside
from tests.export.plan_builders import two
from tests.export.plan_workbooks import with_logs

from techmodel.export.pdf.report import write_report

WORDS = "word " * 400
PLAIN = plans.foreseen(with_logs(two(), random.Random(5), 6, 9))


def named(report, name):
    """Everything that has a name is called so."""
    book = report.book
    return plans.changed(
        report,
        projects=tuple(replace(p, name=name, owner=name[:200]) for p in book.projects),
        costs=tuple(replace(c, label=name, funding=name[:200]) for c in book.costs),
        benefits=tuple(replace(b, name=name, measure=name) for b in book.benefits),
        raid=tuple(replace(i, text=name, response=name) for i in book.raid),
    )


CASES = {
    "everything": lambda: plans.small(4),
    "sixty projects": lambda: plans.sixty(PLAIN),
    "two hundred entries": lambda: plans.two_hundred(PLAIN),
    "projects alone": lambda: plans.bare(PLAIN),
    "no project": plans.logs_alone,
    "nothing": lambda: plans.nothing(PLAIN),
    "long names": lambda: named(PLAIN, WORDS.strip()),
    "long words": lambda: named(PLAIN, "x" * 300),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every case as its report and its file, made when first asked for."""
    folder, done = tmp_path_factory.mktemp("plans"), {}

    def make(case):
        if case not in done:
            report, path = CASES[case](), folder / f"{case}.pdf"
            write_report(report, path)
            done[case] = report, path
        return done[case]

    return make


@pytest.mark.parametrize("case", CASES)
def test_every_case_lays_out_inside_the_margins_and_tagged(case, made):
    path = made(case)[1]
    outside, tags = pdf.marks(reader := PdfReader(path))

    assert words_outside(path) == []
    assert outside == 0
    assert {place: e["/S"] for place, e in pdf.numbers(reader).items()} == tags


@pytest.mark.parametrize("case", ["sixty projects", "two hundred entries", "long names"])
def test_every_project_cost_risk_and_outcome_is_on_paper(case, made):
    report, path = made(case)
    words = pdf.squeezed(pdf.text(PdfReader(path)))
    book = report.book
    names = [p.name for p in book.projects] + [c.label for c in book.costs]
    names += [b.name for b in book.benefits] + [i.text for i in book.raid]

    assert all(p.id in words for p in book.projects)
    assert all(pdf.squeezed(n)[:40] in words for n in names)
    assert all(words.count(f"Entry{n}of") >= 2 for n in range(200 if "entries" in case else 0))


def test_heads_are_repeated_on_every_page_of_a_long_table(made):
    pages = [page.extract_text() for page in PdfReader(made("two hundred entries")[1]).pages]
    held = [page for page in pages if "of quillwork" in page]

    assert len(held) > 4
    heads = ("What is done", "Answers for", "Top risks")
    assert all(any(head in page for head in heads) for page in held)


def test_the_gantt_is_a_figure_with_words_and_at_most_a_page_each(made):
    report, path = made("sixty projects")
    alts = [f["/Alt"] for f in pdf.of_role(PdfReader(path), "Figure") if "Gantt" in f["/Alt"]]

    assert len(alts) > 1
    assert sum(alt.count(plans.NAME) for alt in alts) == len(report.book.projects)


def test_equal_reports_give_equal_bytes_also_in_another_process(made, tmp_path):
    root = Path(__file__).parents[2]
    code = (
        "import sys; from pathlib import Path\n"
        "from techmodel.export.pdf.report import write_report\n"
        "from tests.export.plan_reports import small\n"
        "write_report(small(4), Path(sys.argv[1]))"
    )
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "b.pdf")], check=True, env=env)

    assert (tmp_path / "b.pdf").read_bytes() == made("everything")[1].read_bytes()
