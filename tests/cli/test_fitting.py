"""Tables fit the terminal, and every text can be read in full."""

import pytest

from techmodel.cli.fitting import NARROWEST, fitted_lines

HEADS = ("What", "Organisation", "To")
NAME = "North and South Wendlemere Community Services and Care Trust."
ROWS = [("GOV-01", NAME, "Structured " * 12), ("GOV-02", "Riverside", "3")]


def table(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    return list(fitted_lines(HEADS, ROWS, (200, 200, 48)))


def column(lines, head):
    """Everything below a head, without what pads it."""
    start = lines[0].index(head)
    ends = [lines[0].index(h) for h in HEADS if lines[0].index(h) > start]
    return " ".join(line[start : min(ends, default=None)].strip() for line in lines[1:]).split()


@pytest.mark.parametrize("columns", [40, 60, 80, 120, 300])
def test_nothing_is_cut_and_every_line_fits(monkeypatch, columns):
    lines = table(monkeypatch, columns)

    assert max(map(len, lines)) <= columns
    assert "".join(column(lines, "To")) == "Structured" * 12 + "3"
    assert "".join(column(lines, "Organisation")) == "".join(NAME.split()) + "Riverside"


def test_a_name_of_sixty_letters_stands_on_one_line_where_there_is_room(monkeypatch):
    assert len(NAME) > 60
    assert any(NAME in line for line in table(monkeypatch, 140))


def test_elsewhere_names_stay_whole_and_other_texts_go_on_below(monkeypatch):
    lines = table(monkeypatch, 0)

    assert any(NAME in line for line in lines)
    assert len(lines) > len(ROWS) + 1


def test_in_a_terminal_far_too_narrow_columns_keep_some_letters(monkeypatch):
    lines = table(monkeypatch, 12)

    assert max(map(len, lines)) == sum((2, len("GOV-01"), 2, len("Organisation"), 2, NARROWEST))
