"""What the heat map shows, as plain values."""

import pytest

from techmodel.core.answers import State, Value
from techmodel.core.ranges import Range
from techmodel.ui.gaps.picture import DASH, UNKNOWN, Picture, draw
from techmodel.ui.widgets.mark import Kind


@pytest.fixture
def picture(known):
    return draw(known.session.assessment(), known.session.gaps())


def row(picture, id_):
    domain = next(d for d in picture.domains if d.id == id_[:3])
    return next(c for c in domain.capabilities if c.id == id_)


def test_there_is_a_row_for_each_capability_and_a_column_for_each_partner(known, picture):
    shown = [c.id for d in picture.domains for c in d.capabilities]

    assert shown == [c.id for c in known.session.gaps().capabilities]
    assert picture.columns == known.session.assessment().scope
    assert all(len(c.cells) == 3 for d in picture.domains for c in d.capabilities)


def test_a_cell_counts_the_levels_that_are_surely_missing(picture):
    cells = row(picture, "REC-01").cells

    assert [c.mark.kind for c in cells] == [Kind.LEVEL, Kind.LEVEL, Kind.DONT_KNOW]
    assert [c.gap for c in cells] == [0, 2, 0]


def test_a_cell_says_in_words_what_it_shows(picture):
    said = [c.words for c in row(picture, "REC-01").cells]

    assert said[1].endswith("Hill Practice: level 1, target 3, 2 short")
    assert said[2].endswith("Meadow Care Home: don’t know")


def test_the_partners_together_are_a_range_while_something_is_open(picture):
    together = row(picture, "REC-01").together

    assert (together.level_text, together.target, together.levels) == ("1", 3, (1, 1))
    assert row(picture, "REC-02").together.level_text == DASH


def test_nothing_known_is_a_dash_and_not_a_zero(picture):
    governance = picture.domains[0]

    assert governance.together.text == DASH
    assert {c.text for c in governance.cells} <= {DASH, "·"}
    assert not governance.together.known


def test_a_provided_level_names_the_provider(known, ids, answer):
    answer("REC-01", ids[2], Value(State.PROVIDED_BY, provider=ids[0]))
    picture = draw(known.session.assessment(), known.session.gaps())
    cell = row(picture, "REC-01").cells[2]

    assert cell.mark.provided
    assert "level 3, provided by Riverside Trust" in cell.words


def test_the_lowest_of_a_domain_is_told(sample_workspace):
    session = sample_workspace.session
    picture = draw(session.assessment(), session.gaps())
    records = next(d for d in picture.domains if d.id == "REC")
    low = min(c.share.low for c in records.cells if c.known)

    assert [c.share.low for c in records.cells if c.lowest] == [low]
    assert "the lowest" in next(c.words for c in records.cells if c.lowest)


def test_who_is_not_half_answered_is_never_the_lowest(known, ids, answer):
    for capability in ("REC-02", "REC-03", "REC-04"):
        answer(capability, ids[0], 3)
    session = known.session
    picture = draw(session.assessment(), session.gaps())

    assert len(session.gaps().overall.below_half) == 3
    assert not any(c.lowest for d in picture.domains for c in d.cells)


def test_the_domain_furthest_from_target_is_the_one_with_the_lowest_low_end(sample_workspace):
    session = sample_workspace.session
    picture = draw(session.assessment(), session.gaps())
    lows = [d.together.share.low for d in picture.domains]

    assert lows[picture.furthest] == min(lows)
    assert Picture((), ()).furthest is None


def test_unknown_is_the_whole_range():
    assert Range(0.0, 1.0) == UNKNOWN
