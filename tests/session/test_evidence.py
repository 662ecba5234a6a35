"""The verbs of evidence."""

from dataclasses import replace

import pytest

from techmodel.core.answers import Evidence
from techmodel.core.errors import WrongUse
from techmodel.session.evidence import Piece, parse_evidence


def piece(session, **fields):
    first = session.assessment().organisations[0].id
    return replace(
        Evidence("", "GOV-01", first, "B", "Seen live", "2026-10-01", "Board room"), **fields
    )


def test_evidence_is_added_changed_and_removed(session):
    session.evidence.add(piece(session))
    (held,) = session.assessment().evidence
    session.evidence.change(replace(held, grade="a", title="Usage log"))

    (changed,) = session.assessment().evidence
    assert (changed.grade, changed.title, changed.where) == ("A", "Usage log", "Board room")
    session.evidence.remove(held.id)
    assert session.assessment().evidence == ()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"grade": "E"}, "one of A, B, C, D, not 'E'"),
        ({"title": " "}, "title of the evidence is missing"),
        ({"date": "1/10/2026"}, "like 2026-11-24, not '1/10/2026'"),
        ({"capability": "GOV-99"}, "no capability"),
    ],
)
def test_wrong_evidence_is_refused_with_what_is_allowed(session, fields, sentence):
    with pytest.raises(WrongUse, match=sentence):
        session.evidence.add(piece(session, **fields))


def test_evidence_that_is_gone_cannot_be_removed(session):
    with pytest.raises(WrongUse, match="not there any more"):
        session.evidence.remove("ev-1")


def test_the_command_line_shape_is_grade_title():
    assert parse_evidence(" A : Usage: October") == Piece("A", "Usage: October")
    with pytest.raises(WrongUse, match="GRADE:TITLE"):
        parse_evidence("Usage log")
