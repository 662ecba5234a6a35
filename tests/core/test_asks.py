"""What care models ask for."""

import pytest
from tests.core.builders import checklist, question

from techmodel.core.asks import Asks, DomainAsks, find_asks, find_domain_asks

CONTENT = checklist(
    question(
        [
            {"id": "A-1", "targets": {"M": 2, "N": 4}},
            {"id": "A-2", "targets": {"M": 3}},
            {"id": "B-1", "targets": {"N": 0}},
        ]
    )
)


@pytest.mark.parametrize(
    ("models", "asks"),
    [(["M"], Asks(2, 1)), (["N"], Asks(1, 1)), (["M", "N"], Asks(2, 2)), ([], Asks(0, 0))],
)
def test_the_highest_of_the_chosen_models_is_asked(models, asks):
    assert find_asks(CONTENT, models) == asks


def test_what_is_out_of_scope_is_not_asked():
    assert find_asks(CONTENT, ["M"], {"A"}) == Asks(0, 0)


def test_each_domain_has_an_average_and_a_highest():
    assert find_domain_asks(CONTENT, ["M", "N"]) == (
        DomainAsks("A", 3.5, 4),
        DomainAsks("B", 0.0, 0),
    )
