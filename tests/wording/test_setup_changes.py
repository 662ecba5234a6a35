"""What is changed in Set-up and not applied yet, in words."""

import pytest

from techmodel.wording import setup_changes as words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (words.title_change("Place"), "title “Place”"),
        (words.lead_change("SRO"), "lead “SRO”"),
        (words.lead_change(""), "no lead"),
        (words.models_change(["A", "B"]), "care models: A and B"),
        (words.models_change([]), "care models: none"),
        (words.domains_change(["Records"]), "out of scope: Records"),
        (words.domains_change([]), "every domain in scope"),
        (words.threshold_change(0.8, 0.9), "coverage threshold 80% → 90%"),
        (words.join_change(["Hill"]), "Hill joins"),
        (words.join_change(["Hill", "Dale"]), "Hill and Dale join"),
        (words.join_change(["Hill"] * 4), "4 organisations join"),
        (words.leave_change("Hill"), "Hill leaves"),
        (words.return_change("Hill"), "Hill returns"),
        (words.rename_change("Hill", "Dale"), "Hill is called Dale"),
        (words.short_name_change("Hill", "H"), "Hill: short name H"),
        (words.kind_change("Hill", "Care home"), "Hill: kind Care home"),
        (words.weight_change("Hill", 1.0, 0.5), "Hill: weight 1 → 0.5"),
        (words.decision_change("A-1", 2, 3), "target of A-1: 2 → 3"),
        (words.decision_change("A-1", 2, 2), "reason or owner of the target of A-1"),
        (words.clear_change("A-1"), "target of A-1 as asked"),
    ],
)
def test_each_change_has_words(said, expected):
    assert said == expected


def test_a_decision_without_a_reason_is_named():
    assert "A-1" in words.reason_needed("A-1")


def test_only_the_first_changes_are_told():
    assert words.pending_words(["a", "b"]) == "Not applied yet: a; b"
    assert words.pending_words(list("abcdef")) == "Not applied yet: a; b; c; d; 2 more"
