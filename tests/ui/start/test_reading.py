"""A document at a glance, without lock and without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.ranges import Range
from techmodel.settings import Recent
from techmodel.store.lock import lock_path
from techmodel.ui.start.glance import Glance, find_missing, where_words
from techmodel.ui.start.numbers import about_words, domains_widget, numbers_of
from techmodel.ui.start.reading import answers_of, glance_of, look_at

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from techmodel.session.session import Session
    from techmodel.ui.look import Look

RECENT = Recent("/data/a.techmodel", "A", 1, 9, 10, "2026-05-14T09:00:00Z")


def test_a_glance_agrees_with_the_gap_analysis(session: Session) -> None:
    glance, gaps = glance_of(session, "/x/a.techmodel"), session.gaps()

    assert (glance.recent.answered, glance.recent.asked) == answers_of(gaps)
    assert glance.capabilities == len(gaps.capabilities)
    assert glance.maybe == sum(bool(c.gap and c.gap.high > 0) for c in gaps.capabilities)
    assert glance.weakest == ""
    assert len(glance.domains) == len(gaps.domains)


def test_reading_takes_no_lock_and_writes_nothing(sample_file: Path) -> None:
    before = (sample_file.read_bytes(), sorted(sample_file.parent.iterdir()))
    glance = look_at(Recent(str(sample_file), ""))

    assert glance.problem == ""
    assert glance.weakest
    assert glance.outliers > 0
    assert not lock_path(sample_file).exists()
    assert (sample_file.read_bytes(), sorted(sample_file.parent.iterdir())) == before


def test_what_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.techmodel"
    wrong.write_text("hello")

    assert "wrong.techmodel" in look_at(Recent(str(wrong), "")).problem
    assert look_at(Recent(str(tmp_path / "none.techmodel"), "")).problem


def test_what_is_missing_is_found_out(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, gone = Recent(str(sample_file), ""), Recent(str(tmp_path / "gone"), "")

    assert find_missing([there, gone]) == {gone.path}


def test_a_place_that_cannot_be_asked_counts_as_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> bool:
        raise OSError("the network is gone")

    monkeypatch.setattr("pathlib.Path.is_file", fail)

    assert find_missing([RECENT]) == {RECENT.path}


def test_where_is_said_in_few_words() -> None:
    assert where_words("/data/team/a.techmodel") == "team"
    assert where_words("/a.techmodel") == "/"


def test_the_card_tells_a_range_where_not_all_is_known() -> None:
    glance = Glance(
        RECENT,
        ("Place",),
        below=45,
        maybe=2,
        capabilities=74,
        duties_open=2,
        duties=3,
        weakest="C",
        outliers=11,
    )

    assert numbers_of(glance) == [
        ("Answered", "9 of 10"),
        ("Below target", "45 of 74, perhaps 47"),
        ("Duties open", "2 of 3"),
        ("Weakest partner", "C, 11 outliers"),
    ]
    assert about_words(glance) == "1 organisation · Place · data · changed 14 May 2026"


def test_the_card_leaves_out_what_there_is_not() -> None:
    glance = Glance(RECENT, below=45, capabilities=74, weakest="C")

    assert numbers_of(glance)[1:] == [("Below target", "45 of 74"), ("Weakest partner", "C")]


def test_domains_without_a_share_are_left_out(look: Look) -> None:
    none = Glance(RECENT, domains=(("Records", None),))
    one = Glance(RECENT, domains=(("Records", None), ("Planning", Range(0.4, 0.5))))
    shown = domains_widget(look, one)

    assert domains_widget(look, none) is None
    assert shown is not None
    shown.deleteLater()
