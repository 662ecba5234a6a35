"""What the wizard says."""

import pytest

from techmodel.core.asks import Asks
from techmodel.wording import wizard


def test_each_page_asks_a_question_and_says_where_it_leads():
    questions = [wizard.question(n) for n in range(4)]

    assert questions[1] == "New assessment, step 2 of 4: which organisations take part?"
    assert [wizard.next_words(n) for n in range(4)] == [
        "Next: organisations",
        "Next: care models",
        "Next: scope",
        "Make the assessment",
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (wizard.title_headline(""), "A new assessment, not saved yet"),
        (wizard.title_headline("Place"), "Place"),
        (wizard.organisations_headline(0, 0), "No organisation yet"),
        (wizard.organisations_headline(7, 392), "7 organisations, 392 questions so far"),
        (wizard.models_headline([], Asks(0, 0)), "No care model chosen yet"),
        (
            wizard.models_headline(["Place"], Asks(74, 68)),
            "Place asks for 74 capabilities, 68 at level 3 or more",
        ),
        (
            wizard.models_headline(["A", "B"], Asks(74, 71)),
            "2 care models: together they ask for 74 capabilities, 71 at level 3 or more",
        ),
        (wizard.scope_headline(9, 10, 0.8), "9 of 10 domains, a level counts at 80%"),
        (wizard.take_part(1), "1 takes part"),
        (wizard.take_part(2), "2 take part"),
        (wizard.chosen_models(["Place"]), "Place"),
        (wizard.chosen_models(["A", "B"]), "2 chosen"),
    ],
)
def test_headlines_answer_with_numbers(said, expected):
    assert said == expected


def test_a_taken_file_is_named():
    assert wizard.taken_words("a.techmodel").startswith("“a.techmodel” is there already.")


def test_the_summary_says_what_will_be_made():
    said = wizard.summary(7, 407, ["Place partnership", "ICS work"], 10)

    assert said.startswith(
        "7 organisations will be asked 407 questions in 10 domains, measured against "
        "place partnership and ICS work."
    )


def test_the_help_about_kinds_holds_for_the_checklist(checklist):
    (head, text), *_ = wizard.help_words(1, checklist)

    assert head == "Kind"
    assert text.startswith("Decides which of the 74 capabilities are asked: ")
    assert wizard.help_words(2, checklist) == ()
