"""`export OUT.pdf` ends with the guides from the field unless they are left out."""

from pypdf import PdfReader

from techmodel.cli import main


def run(*arguments):
    return main([str(a) for a in arguments])


def test_guides_of_domains_in_scope_are_printed_unless_left_out(tmp_path):
    file, whole, short = (tmp_path / name for name in ("a.techmodel", "whole.pdf", "short.pdf"))
    one = ("--organisation", "Hill Practice:gp", "--care-model", "PLACE")
    out = ("GOV", "INF", "REC", "PLN", "MED", "UEC", "ASC", "PER", "PHI")
    assert run("new", file, "--title", "Test", *one) == 0
    assert run("set", file, *(part for id_ in out for part in ("--domain-out", id_))) == 0
    assert run("export", file, whole) == run("export", file, short, "--no-guides") == 0
    titles = [item.title for item in PdfReader(whole).outline if not isinstance(item, list)]
    left = [item.title for item in PdfReader(short).outline if not isinstance(item, list)]

    assert [title for title in titles if title not in left] == [
        "Guides from the field",
        "Learning from others: Referrals, transfers and correspondence",
    ]
