"""The sentences of the gaps place."""

from datetime import date
from types import SimpleNamespace

import pytest

from techmodel.core.answers import State
from techmodel.core.gaps import OrganisationGap, Overall, Pair, Partnership, Range
from techmodel.core.targets import Shortfall, Why
from techmodel.wording import gaps_page as words

LEVEL, OPEN, UNSURE = State.LEVEL, State.NOT_ANSWERED, State.DONT_KNOW
TODAY = date(2026, 11, 26)


def capability(id_="REC-01", gap=(0, 0), pairs=None, target=3, outliers=()):
    return SimpleNamespace(
        id=id_,
        gap=Range(*gap) if gap else None,
        pairs=pairs or {"o1": Pair(LEVEL, 3)},
        target=SimpleNamespace(level=target) if target is not None else None,
        partnership=Partnership(1, 1, 1, 1.0, 1, outliers),
        rank=1,
        duty=None,
    )


def organisation(id_, low=0.5):
    return OrganisationGap(id_, Range(low, 1.0), 1.0, 10, 10)


def gaps(*capabilities, organisations=("o1",), weakest="o1", below_half=(), **more):
    return SimpleNamespace(
        capabilities=capabilities,
        organisations=tuple(organisation(o) for o in organisations),
        overall=Overall(None, None, weakest, below_half),
        ranked=capabilities,
        **more,
    )


NAMES = {"o1": "Care homes", "o2": "Council", "o3": "Urgent care"}
ASSESSMENT = SimpleNamespace(
    organisations=tuple(
        SimpleNamespace(id=i, name=f"The {n}", short_name=n) for i, n in NAMES.items()
    ),
    checklist=SimpleNamespace(
        domains=(
            SimpleNamespace(id="REC", short_name="Records"),
            SimpleNamespace(id="PHI", short_name="Population health"),
            SimpleNamespace(id="GOV", short_name="Governance"),
        )
    ),
)
BELOW, MAYBE, MET = (1, 1), (0, 2), (0, 0)


def headline(*spans, **more):
    return words.gaps_headline(ASSESSMENT, gaps(*(capability(gap=s) for s in spans), **more))


@pytest.mark.parametrize(
    ("spans", "sentence"),
    [
        ([BELOW] * 45 + [MAYBE] * 2 + [MET] * 27, "45 of 74 are below target, 2 more may be."),
        ([BELOW, MET], "1 of 2 is below target."),
        ([MAYBE, MET], "None of 2 is below target for certain; 1 may be."),
        ([MET, MET], "None of 2 is below target."),
        ([BELOW, None], "1 of 2 is below target."),
    ],
)
def test_the_headline_counts_those_below_and_those_that_may_be(spans, sentence):
    assert headline(*spans) == sentence


def test_the_headline_names_the_weakest_of_several():
    said = headline(BELOW, organisations=("o1", "o2"))

    assert said == "1 of 1 is below target. Care homes are furthest away."


def test_nobody_is_furthest_away_when_all_are_there():
    everybody = gaps(capability())
    everybody.organisations = (organisation("o1", low=1), organisation("o2", low=1))

    assert words.gaps_headline(ASSESSMENT, everybody) == "None of 1 is below target."


@pytest.mark.parametrize(
    ("below_half", "sentence"),
    [
        (("o2",), "Council is not half answered yet."),
        (("o1", "o2"), "Care homes and Council are not half answered yet."),
        (("o1", "o2", "o3"), "3 organisations are not half answered yet."),
    ],
)
def test_those_not_half_answered_are_named_apart(below_half, sentence):
    said = headline(BELOW, organisations=("o1", "o2"), weakest=None, below_half=below_half)

    assert said == f"1 of 1 is below target. {sentence}"


def test_the_headline_says_when_nothing_is_known_or_asked():
    unknown = gaps(capability(gap=(0, 3), pairs={"o1": Pair(OPEN, None)}))
    untargeted = gaps(capability(target=None))

    assert words.gaps_headline(ASSESSMENT, unknown) == "Not known yet: no answers so far."
    assert words.gaps_headline(ASSESSMENT, untargeted).startswith("No targets yet.")


def test_with_every_domain_out_there_is_nothing_to_say():
    nothing = gaps()

    assert words.gaps_headline(ASSESSMENT, nothing).startswith("Nothing is in scope.")
    assert words.domains_headline(ASSESSMENT, nothing).startswith("Nothing is in scope.")


@pytest.mark.parametrize(
    ("target", "models", "sentence"),
    [
        (3, ("PACS", "EHCH"), "Targets are ready: 1 capability, from 2 care models."),
        (0, (), "Choose a care model in Set-up first"),
    ],
)
def test_before_the_first_answer_the_targets_are_told(target, models, sentence):
    assessment = SimpleNamespace(care_models=models)

    assert words.targets_words(assessment, gaps(capability(target=target))).startswith(sentence)


def one(*pairs_and_targets):
    shown = SimpleNamespace(id="o1", name="Oakholt Trust")
    return words.one_headline(
        shown, gaps(*(capability(pairs={"o1": p}, target=t) for p, t in pairs_and_targets))
    )


def test_one_organisation_is_told_of_its_own_levels():
    pairs = [(Pair(LEVEL, 1), 3), (Pair(LEVEL, 3), 3), (Pair(UNSURE, None), 3)]
    uncounted = [
        (Pair(State.NOT_APPLICABLE, None), 3),
        (Pair(LEVEL, 0), 0),
        (Pair(LEVEL, 0), None),
    ]

    assert one(*pairs, *uncounted) == "Oakholt Trust is below target in 1 of 3, 1 more may be."
    assert one(*pairs[:2]) == "Oakholt Trust is below target in 1 of 2."


def test_one_organisation_without_answers_is_not_called_below_target():
    assert one((Pair(OPEN, None), 3)) == "Not known yet: no answers from Oakholt Trust so far."


@pytest.mark.parametrize(
    ("lows", "sentence"),
    [
        ({"REC": 0.4, "PHI": 0.2, "GOV": 0.6}, "Population health and Records are furthest"),
        ({"REC": 0.4, "PHI": 1.0}, "Records are furthest"),
        ({"PHI": 0.4, "REC": 1.0}, "Population health is furthest"),
    ],
)
def test_the_domains_furthest_from_target_are_named(lows, sentence):
    looked_at = gaps(capability())
    looked_at.domains = tuple(
        SimpleNamespace(id=d, attainment=Range(x, 1)) for d, x in lows.items()
    )

    assert words.domains_headline(ASSESSMENT, looked_at) == f"{sentence} from target."


def test_domains_without_anything_to_reach_are_not_named():
    looked_at = gaps(capability())
    looked_at.domains = (SimpleNamespace(id="REC", attainment=None),)

    assert words.domains_headline(ASSESSMENT, looked_at).startswith("No targets yet.")
    looked_at.domains = (SimpleNamespace(id="REC", attainment=Range(1, 1)),)
    assert words.domains_headline(ASSESSMENT, looked_at) == "Every domain is at target."
    looked_at.capabilities = (capability(pairs={"o1": Pair(OPEN, None)}),)
    assert words.domains_headline(ASSESSMENT, looked_at).startswith("Not known yet")


@pytest.mark.parametrize(
    ("name", "verb"),
    [
        ("Care homes", "are"),
        ("Oakholt Community Trust", "is"),
        ("St James’s", "is"),
        ("Headless", "is"),
        ("Octopus", "is"),
    ],
)
def test_a_name_takes_its_verb(name, verb):
    assert words.is_or_are(name) == verb


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (date(2025, 10, 1), "Passed 1 Oct 2025"),
        (date(2027, 6, 30), "30 Jun 2027, 216 days left"),
        (date(2026, 11, 27), "27 Nov 2026, 1 day left"),
        (TODAY, "26 Nov 2026, today"),
        (None, "No date found"),
    ],
)
def test_a_duty_says_how_long_is_left(due, sentence):
    assert words.duty_words(due, TODAY) == sentence


def test_only_duties_with_a_gap_are_open():
    duty, other = capability("GOV-01"), capability("REC-01")
    duty.duty = object()

    assert words.open_duties(gaps(other, duty)) == (duty,)


def test_outliers_are_listed_in_pairs():
    nothing = capability("PHI-01")
    nothing.partnership = None
    looked_at = gaps(capability(outliers=("o2", "o1")), nothing)

    assert words.outliers(looked_at) == (("REC-01", "o2"), ("REC-01", "o1"))


def test_what_is_not_known_is_settled_by_whoever_provides_it():
    pairs = {
        "o1": Pair(UNSURE, None, "o2"),
        "o2": Pair(UNSURE, None),
        "o3": Pair(OPEN, None, "o2", broken=True),
        "o4": Pair(LEVEL, 2),
    }
    settled = {p.organisation: p.settler for p in words.open_pairs(gaps(capability(pairs=pairs)))}

    assert settled == {"o1": "o2", "o2": "o2", "o3": "o3"}


def test_counts_come_with_most_first():
    assert words.count_by(["a", "b", "b", "c"]) == (("b", 2), ("a", 1), ("c", 1))


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ([OPEN, UNSURE, OPEN], "2 not answered, 1 don’t know"),
        ([OPEN], "1 not answered"),
        ([UNSURE], "1 don’t know"),
    ],
)
def test_what_is_not_known_is_told_apart(states, sentence):
    assert words.unknown_words([words.Open("REC-01", "o1", "o1", s) for s in states]) == sentence


@pytest.mark.parametrize(
    ("shortfalls", "unprovided", "sentence"),
    [
        (0, 0, ""),
        (1, 0, "1 stays below what others need"),
        (0, 1, "1 is needed, but nobody here provides it"),
        (2, 3, "2 stay below what others need · 3 are needed, but nobody here provides them"),
    ],
)
def test_targets_that_cannot_be_met_are_counted(shortfalls, unprovided, sentence):
    looked_at = gaps(shortfalls=(None,) * shortfalls, unprovided=("x",) * unprovided)

    assert words.held_back(looked_at) == sentence


@pytest.mark.parametrize("why", Why)
def test_a_shortfall_says_why_and_who_needs_it(why):
    said = words.shortfall_words(Shortfall("REC-01", 1, ("REC-06",), 3, why))

    assert said.endswith("; REC-06 needs 3.")


def test_a_shortfall_names_all_who_need_it():
    said = words.shortfall_words(Shortfall("REC-01", 1, ("REC-06", "REC-07"), 3, Why.HELD))

    assert said == "Held at 1 by decision; REC-06 and REC-07 need 3."


def test_an_organisation_without_short_name_keeps_its_name():
    unnamed = SimpleNamespace(id="o9", name="Pharmacy", short_name="")
    assessment = SimpleNamespace(organisations=(*ASSESSMENT.organisations, unnamed))

    assert words.shown_names(assessment)["o9"] == "Pharmacy"
    assert words.shown_names(assessment)["o1"] == "Care homes"
