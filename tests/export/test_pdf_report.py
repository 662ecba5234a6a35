"""The report as a tagged PDF: what a reader, a board and assistive technology find in it."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.export import pdf_reading as pdf
from tests.export import report_builders as build
from tests.export.pdf_frame import words_outside

from techmodel.core.errors import ExportFailed
from techmodel.export.pdf.report import frame_fault, verify_report, write_report


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    report = build.report()
    write_report(report, path)
    return report, path


@pytest.fixture(scope="module")
def reader(made):
    return PdfReader(made[1])


def test_equal_reports_give_equal_bytes(made, tmp_path):
    write_report(build.report(), tmp_path / "again.pdf")

    assert (tmp_path / "again.pdf").read_bytes() == made[1].read_bytes()


def test_another_process_with_other_hashes_gives_the_same_bytes(made, tmp_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from techmodel.export.pdf.report import write_report\n"
        "from tests.export.report_builders import report\n"
        "write_report(report(), Path(sys.argv[1]))"
    )
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root / "src"), str(root)])
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": paths}
    command = [sys.executable, "-c", code, str(tmp_path / "other.pdf")]
    subprocess.run(command, check=True, env=env)

    assert (tmp_path / "other.pdf").read_bytes() == made[1].read_bytes()


def test_properties_say_what_it_is(reader):
    info, root = reader.metadata, reader.trailer["/Root"]

    assert info.title == "Wendlemere place partnership"
    assert info.author == "IM&T lead, Wendlemere Hospitals"
    assert info.subject == "Technology review for integrated care"
    assert info["/CreationDate"] == "D:20261209140300+00'00'"
    assert root["/Lang"] == "en-GB"
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert bool(root["/MarkInfo"]["/Marked"])
    assert reader.pdf_header == "%PDF-1.7"


def test_without_a_lead_there_is_no_author(tmp_path):
    path = tmp_path / "report.pdf"
    write_report(build.report(build.assessment(organisations=(), lead="")), path)

    assert PdfReader(path).metadata.author == ""


def test_no_login_name_stands_in_it(made, monkeypatch, tmp_path):
    monkeypatch.setenv("USER", "canary-login")
    monkeypatch.setenv("USERNAME", "canary-login")
    write_report(made[0], tmp_path / "report.pdf")

    assert b"canary-login" not in (tmp_path / "report.pdf").read_bytes()


def test_every_font_is_embedded_and_ours(reader):
    fonts = pdf.fonts(reader)

    assert all(fonts.values())
    assert all("SourceSansPro" in name for name in fonts)


def test_everything_painted_is_tagged_or_an_artifact(reader):
    outside, tags = pdf.marks(reader)

    assert outside == 0
    assert len(tags) > 1000


def test_tree_and_pages_claim_the_same_content(reader):
    _, tags = pdf.marks(reader)
    claimed = pdf.numbers(reader)

    assert {place: element["/S"] for place, element in claimed.items()} == tags


def test_parent_tree_leads_back_from_content_to_its_element(reader):
    parents = pdf.parent_tree(reader)
    claimed = pdf.numbers(reader)

    for (page, number), element in claimed.items():
        assert parents[page][number].get_object() == element


def test_pages_name_their_place_in_the_parent_tree(reader):
    assert [page["/StructParents"] for page in reader.pages] == list(range(len(reader.pages)))
    assert {page["/Tabs"] for page in reader.pages} == {"/S"}


def test_links_lead_somewhere_and_belong_to_an_element(reader):
    parents = pdf.parent_tree(reader)
    found = pdf.links(reader)

    assert len(found) > 100
    for _, link in found:
        element = parents[link["/StructParent"]].get_object()
        assert element["/S"] == "/Link"
        assert link.indirect_reference in [
            k.raw_get("/Obj") for k in pdf.kids(element) if "/Obj" in k
        ]
        assert link["/Dest"][0].get_object()["/Type"] == "/Page"
        assert link["/Contents"]


def test_figures_have_words_and_a_place(reader):
    figures = pdf.of_role(reader, "Figure")

    assert len(figures) > 5
    assert all(len(f["/Alt"]) > 30 for f in figures)
    assert all(len(f["/A"]["/BBox"]) == 4 for f in figures)


def test_tables_are_regular_and_their_heads_have_a_scope(reader):
    for table in pdf.of_role(reader, "Table"):
        rows = pdf.kids(table)
        assert {r["/S"] for r in rows} == {"/TR"}
        assert len({len(pdf.kids(r)) for r in rows}) == 1
        assert {c["/A"]["/Scope"] for c in pdf.kids(rows[0])} == {"/Column"}
        assert table["/A"]["/Summary"]


def test_lists_have_labels_and_bodies(reader):
    items = pdf.of_role(reader, "LI")

    assert items
    assert all([k["/S"] for k in pdf.kids(i)] == ["/Lbl", "/LBody"] for i in items)


def test_headings_never_skip_a_level(reader):
    levels = [
        int(e["/S"][2]) for e in pdf.elements(pdf.root(reader)) if e["/S"] in {"/H1", "/H2", "/H3"}
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_outline_is_nested_and_has_every_chapter(reader):
    titles = pdf.outline(reader)
    chapters = [t for t in titles if isinstance(t, str)]

    assert chapters[0] == "Wendlemere place partnership"
    assert {"What matters most, and what we propose", "Evidence", "Sign-off"} <= set(chapters)
    assert ["Levels and targets", "Answers by partner"] in [
        t[:2] for t in titles if isinstance(t, list)
    ]


def test_contents_name_the_page_of_each_chapter(reader):
    contents = pdf.squeezed(reader.pages[2].extract_text())
    pages = {i.title: reader.get_destination_page_number(i) + 1 for i in _top(reader.outline)}

    for title, page in list(pages.items())[1:]:
        assert f"{pdf.squeezed(title)}{page}" in contents


def test_contents_are_tagged_as_contents(reader):
    entries = pdf.of_role(reader, "TOCI")

    assert len(entries) > 20
    for entry in entries:
        (reference,) = pdf.kids(entry)
        assert reference["/S"] == "/Reference"
        assert [k["/S"] for k in pdf.kids(reference)] == ["/Link"]


def test_every_page_says_which_it_is(reader):
    total = len(reader.pages)

    for number, page in enumerate(reader.pages, 1):
        assert f"Page {number} of {total}" in page.extract_text()


def test_front_pages_read_in_order(reader):
    words = pdf.squeezed(reader.pages[0].extract_text() + reader.pages[1].extract_text())
    order = [
        "Wendlemere place partnership",
        "We ask the board to decide",
        "Where we are",
        "by domain (%)",
        "How it was done",
        "How sure we are",
        "What matters most",
        "Statutory and contract dates",
        "What to do first",
        "Decisions asked of the board",
    ]
    places = [words.index(pdf.squeezed(o)) for o in order]

    assert places == sorted(places)


def test_every_partner_capability_and_answer_is_in_it(made, reader):
    report, words = made[0], pdf.squeezed(pdf.text(reader))

    for c in report.assessment.checklist.capabilities:
        assert c.id in words
    for o in report.assessment.scope:
        assert pdf.squeezed(o.name) in words
    for answer in report.assessment.answers.values():
        assert pdf.squeezed(answer.note) in words


def test_no_word_leaves_the_margins(made):
    assert words_outside(made[1]) == []


@pytest.mark.skipif(not shutil.which("qpdf"), reason="needs qpdf")
def test_qpdf_finds_no_fault(made):
    command = ["qpdf", "--check", str(made[1])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)

    assert "No syntax or stream encoding errors" in done.stdout


def test_verify_is_content_with_what_was_written(made):
    verify_report(*made)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda content: content[:-200], "does not read back"),
        (lambda content: content.replace(b"/Lang", b"/Gnal"), "does not read back"),
        (lambda _: b"", "does not read back"),
    ],
)
def test_verify_refuses_what_is_not_what_was_written(made, tmp_path, spoil, words):
    spoilt = tmp_path / "spoilt.pdf"
    spoilt.write_bytes(spoil(made[1].read_bytes()))

    with pytest.raises(ExportFailed, match=f"'spoilt.pdf' {words}"):
        verify_report(made[0], spoilt)


def test_verify_refuses_another_report(made):
    with pytest.raises(ExportFailed, match="Do not send it"):
        verify_report(replace(made[0], revision=1, version="0.2.0"), made[1])


def test_verify_says_when_the_file_cannot_be_read(made, tmp_path):
    with pytest.raises(ExportFailed, match="could not be read back"):
        verify_report(made[0], tmp_path / "gone.pdf")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda c: c, ""),
        (lambda c: b"%PDF-1.4" + c[8:], "does not begin as a PDF"),
        (lambda c: c[: c.rindex(b"%%EOF")], "end is missing"),
        (lambda c: c.replace(b"startxref\n", b"startxref\n9"), "table of objects is not where"),
        (lambda c: c.replace(b"\n7 0 obj", b"\n8 0 obj"), "object 7 is not where"),
        (lambda c: c.replace(b"/Count", b"/Tnuoc"), "as many pages"),
    ],
)
def test_frame_is_followed_from_its_end(made, spoil, fault):
    found = frame_fault(spoil(made[1].read_bytes()))

    assert fault in found
    assert bool(fault) == bool(found)


def test_a_file_that_cannot_be_written_is_a_sentence_and_nothing_is_left(tmp_path):
    folder = tmp_path / "folder.pdf"
    folder.mkdir()

    with pytest.raises(ExportFailed, match="is a folder"):
        write_report(build.report(build.assessment(organisations=())), folder)
    assert list(tmp_path.iterdir()) == [folder]


def _top(outline):
    return [item for item in outline if not isinstance(item, list)]
