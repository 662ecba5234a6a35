"""Lists of organisations from a spreadsheet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmodel.core.checklist import Kind
from techmodel.core.pasted import find_kind, parse_pasted
from techmodel.core.typed_organisations import TypedOrganisation

KINDS = (
    Kind("gp", "General practice or primary care network", "GP"),
    Kind("acute", "Acute hospital trust", "Acute trust"),
    Kind("community", "Community health provider", "Community"),
    Kind("mental-health", "Mental health provider", "Mental health"),
    Kind("local-authority", "Local authority", "Council"),
    Kind("care-home", "Care home", "Care home"),
    Kind("home-care", "Home-care provider", "Home care"),
    Kind("pharmacy", "Community pharmacy", "Pharmacy"),
)


def pasted(text):
    return parse_pasted(text, KINDS)


def row(name, kind=None, weight="1", short_name=""):
    return TypedOrganisation(name, kind, weight, short_name)


def test_names_alone_make_rows_without_a_kind():
    assert pasted("Hill Practice\r\nTown Council\r\n") == (
        row("Hill Practice"),
        row("Town Council"),
    )


def test_nothing_pasted_makes_no_rows():
    assert pasted(" \n\t\t\n") == ()


def test_cells_stand_in_order():
    assert pasted("Hill\tGP\t0.5\tHill GPs") == (row("Hill", "gp", "0.5", "Hill GPs"),)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Hill\t2", row("Hill", None, "2")),
        ("Hill\tgp\tHill GPs", row("Hill", "gp", "1", "Hill GPs")),
        ("Hill\tgp\t\tHill GPs", row("Hill", "gp", "1", "Hill GPs")),
        ("Hill\tgp\ttwo\tHill GPs", row("Hill", "gp", "two", "Hill GPs")),
        ("Hill\tnobody knows", row("Hill")),
        ("\tgp", row("", "gp")),
    ],
)
def test_cells_left_out_are_made_up_for(line, expected):
    assert pasted(line) == (expected,)


def test_heads_say_what_stands_under_them():
    text = "Row\tWeight\tOrganisation\tType\n1\t2\tHill\tGP\n\n2\t\tTown\tCouncil"

    assert pasted(text) == (row("Hill", "gp", "2"), row("Town", "local-authority"))


def test_a_single_head_is_passed_over():
    assert pasted("Name\nHill") == (row("Hill"),)


def test_heads_with_nothing_under_them_make_no_rows():
    assert pasted("Name\tKind\n\t\t1") == ()


def test_an_organisation_called_partner_is_not_a_head():
    assert pasted("Partner\tCouncil") == (row("Partner", "local-authority"),)


def test_a_quoted_cell_may_hold_line_ends():
    assert pasted('"Hill\n""North"""\tgp') == (row('Hill "North"', "gp"),)


def test_a_single_quotation_mark_is_only_a_mark():
    assert pasted('"Hill\tgp\nTown\tCouncil') == (
        row('"Hill', "gp"),
        row("Town", "local-authority"),
    )


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("gp", "gp"),
        ("GP practice", "gp"),
        ("general practice", "gp"),
        ("Primary Care Network", "gp"),
        ("ACUTE TRUST", "acute"),
        ("Acute hospitl trust", "acute"),
        ("mental-health", "mental-health"),
        ("Mental health trust", "mental-health"),
        ("Council", "local-authority"),
        ("Care homes", "care-home"),
        ("home-care", "home-care"),
        ("Pharmcy", "pharmacy"),
    ],
)
def test_a_kind_is_known_by_its_names_and_close_spellings(said, kind):
    assert find_kind(said, KINDS) == kind


@pytest.mark.parametrize("said", ["", "trust", "care", "home", "health", "charity", "…"])
def test_a_kind_that_could_be_several_or_none_is_left_open(said):
    assert find_kind(said, KINDS) is None


@given(st.text(max_size=200))
def test_any_text_can_be_pasted(text):
    assert all(r.name or r.kind or r.short_name or r.weight for r in pasted(text))


@given(
    st.lists(
        st.text(st.characters(categories=["L"], codec="ascii"), min_size=4, max_size=9),
        min_size=1,
        max_size=5,
    )
)
def test_every_name_makes_a_row(names):
    lines = [f"Org {name}" for name in names]

    assert [r.name for r in pasted("\n".join(lines))] == lines
