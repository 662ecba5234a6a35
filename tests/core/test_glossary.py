"""Which terms of a glossary stand in a text."""

import pytest

from techmodel.core.checklist import Term
from techmodel.core.glossary import terms_in


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("CIO", "The CCIO decides", False),
        ("CIO", "The CCIO and the CIO", True),
        ("API", "many APIs", True),
        ("API", "an APIary", False),
        ("IT", "it is there", False),
        ("Audit trail", "two audit trails.", True),
        ("dm+d", "codes of dm+d", True),
        ("Range", "", False),
    ],
)
def test_a_term_stands_there_as_a_word_of_its_own(term, text, found):
    assert bool(terms_in([Term(term, "")], text)) is found
