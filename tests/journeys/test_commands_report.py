"""The report of the sample, as other programs see it, says what `gaps --json` says."""

import re
import shutil
import subprocess
from decimal import ROUND_HALF_UP, Decimal

import pytest
from pypdf import PdfReader
from tests.journeys.commands import done, gaps_of

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("report")


@pytest.fixture(scope="module")
def report(folder):
    """The PDF of the sample."""
    done("sample", folder / "sample.techmodel")
    done("export", folder / "sample.techmodel", folder / "Tŷ & co.pdf")
    return folder / "Tŷ & co.pdf"


@pytest.fixture(scope="module")
def gaps(report, folder):
    return gaps_of(folder / "sample.techmodel")


@pytest.fixture(scope="module")
def words(report):
    """The text of the report on one line, with one kind of space."""
    found = output("pdftotext", "-layout", report, "-")
    return " ".join(found.split())


def output(*command):
    done_ = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert (done_.returncode, done_.stderr) == (0, "")
    return done_.stdout


def per_cent(share):
    """Half up, once (design.md 4.11)."""
    return int((Decimal(str(round(share, 12))) * 100).quantize(Decimal(1), ROUND_HALF_UP))


def span(attainment, to):
    low, high = per_cent(attainment["low"]), per_cent(attainment["high"])
    return f"{low}%" if low == high else f"{low}{to}{high}%"


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
def test_qpdf_finds_no_fault(report):
    assert "No syntax or stream encoding errors found" in output("qpdf", "--check", report)


@needs_poppler
def test_every_font_is_embedded(report):
    rows = output("pdffonts", report).splitlines()[2:]
    embedded = [re.search(r"(yes|no) +(?:yes|no) +(?:yes|no) +\d+ +\d+$", row)[1] for row in rows]

    assert len(embedded) >= 2
    assert set(embedded) == {"yes"}


def test_title_language_and_outline_are_set(report, gaps):
    reader = PdfReader(report)
    titles = [*flat(reader.outline)]

    assert reader.metadata.title == gaps["assessment"]["title"]
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert {d["name"] for d in gaps["domains"]} <= set(titles)
    assert titles[0] == gaps["assessment"]["title"]


def flat(outline):
    for item in outline:
        if isinstance(item, list):
            yield from flat(item)
        else:
            yield item.title


@needs_poppler
def test_the_headline_figures_are_those_of_gaps_json(words, gaps):
    whole, capabilities = gaps["overall"], gaps["capabilities"]
    pairs = [a["state"] for c in capabilities for a in c["answers"].values()]
    known = sum(state in {"level", "not_applicable"} for state in pairs)
    below = sum(c["gap"] is not None and c["gap"]["low"] > 0 for c in capabilities)

    assert f"reaches {span(whole['attainment'], ' to ')} of what" in words
    assert f"{below} of {len(capabilities)} capabilities are below target" in words
    assert (
        f"{known} of {len(pairs)} answers are known ({per_cent(whole['completeness'])}%)" in words
    )
    assert f"{whole['weakest']} are furthest from target" in words


@needs_poppler
def test_every_domain_and_every_gap_is_there_with_its_figures(words, gaps):
    for d in gaps["domains"]:
        assert span(d["attainment"], "–") in words or span(d["attainment"], " to ") in words
        assert d["name"] in words
    for c in gaps["capabilities"]:
        assert c["id"] in words


@needs_poppler
def test_reasons_of_decisions_can_be_read(report, gaps):
    reasons = [c["target"]["reason"] for c in gaps["capabilities"] if c["target"]]
    squeezed = "".join(output("pdftotext", "-raw", report, "-").split())

    assert len([r for r in reasons if r]) == 3
    for reason in filter(None, reasons):
        assert "".join(reason.split()) in squeezed
