"""Laws of own versions: what is hidden is not asked, and nothing depends on it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from techmodel.core.checklist_checks import check
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.checklist_versions import in_use
from techmodel.core.errors import BadInput

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist


def _hidden(checklist: Checklist, ids: set[str]) -> Checklist:
    rows = tuple(replace(c, hidden=c.id in ids) for c in checklist.capabilities)
    return replace(checklist, capabilities=rows)


def test_a_checklist_that_hides_nothing_is_in_use_as_it_is(checklist: Checklist) -> None:
    assert in_use(checklist) is checklist


def test_what_is_hidden_is_not_asked_and_nothing_needs_it(checklist: Checklist) -> None:
    needed = next(id_ for c in checklist.capabilities for id_ in c.prerequisites)
    used = in_use(_hidden(checklist, {needed}))
    assert used.capability(needed) is None
    assert len(used.capabilities) == len(checklist.capabilities) - 1
    assert not check(used)


def test_a_domain_of_which_all_is_hidden_goes(checklist: Checklist) -> None:
    first = checklist.domains[0].id
    used = in_use(_hidden(checklist, {c.id for c in checklist.of_domain(first)}))
    assert used.domain(first) is None
    assert not check(used)


def test_hidden_is_yes_or_no_and_nothing_else(checklist: Checklist) -> None:
    first = checklist.capabilities[0].id
    data = checklist_to_json(_hidden(checklist, {first}))
    assert checklist_from_json(data).capabilities[0].hidden
    rows: Any = data["capabilities"]
    rows[0]["hidden"] = "yes"
    with pytest.raises(BadInput, match="hidden"):
        checklist_from_json(data)
