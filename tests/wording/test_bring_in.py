"""The sentences about organisations that come in as new ones."""

from techmodel.wording import bring_in as wording


def test_the_headline_is_in_the_right_number():
    assert wording.headline(0) == "The other file has no organisations."
    assert wording.headline(1) == "1 organisation can come in as a new one."


def test_an_organisation_is_told_with_what_it_brings():
    assert wording.about_words("GP", 0.5, 0, 0) == "GP · weight 0.5 · no answers"
    said = wording.about_words("GP", 1, 34, 2)
    assert said == "GP · weight 1 · 34 answers, 2 pieces of evidence"
    assert wording.about_words("GP", 1, 0, 0, 3) == "GP · weight 1 · no answers, 3 services"


def test_what_is_different_here_is_said():
    assert wording.notes_words("A", "A", 0) == ""
    assert wording.notes_words("A", "A (2)", 0) == (
        "Comes in as “A (2)”: there is one called A already."
    )
    assert wording.notes_words("A", "A", 1).startswith("1 answer stays behind")


def test_the_button_says_how_many():
    assert [wording.verb_words(n) for n in (0, 1, 2)] == [
        "Bring in",
        "Bring in 1 organisation",
        "Bring in 2 organisations",
    ]
