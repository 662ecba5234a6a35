"""Search finds by id, name, question and linked services, the nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.ui.frame.finding import MOST, find_capabilities

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_typed_finds_nothing(checklist: Checklist, typed: str) -> None:
    assert find_capabilities(checklist, typed) == ()


def test_an_id_comes_first(checklist: Checklist) -> None:
    wanted = checklist.capabilities[20]

    assert find_capabilities(checklist, str(wanted.id).lower())[0] is wanted


def test_every_word_must_occur(checklist: Checklist) -> None:
    wanted = checklist.capabilities[5]
    typed = " ".join(wanted.name.split()[:2])

    assert wanted in find_capabilities(checklist, typed.upper())
    assert find_capabilities(checklist, f"{typed} xyzzy") == ()


def test_a_name_comes_before_a_question(checklist: Checklist) -> None:
    found = find_capabilities(checklist, "record")
    named = ["record" in f"{c.id} {c.name}".lower() for c in found]

    assert named == sorted(named, reverse=True)


def test_a_linked_service_is_found(checklist: Checklist) -> None:
    services = {s.id: s.name for s in checklist.services}
    wanted = next(c for c in checklist.capabilities if c.services)
    found = find_capabilities(checklist, services[wanted.services[0]])

    assert found
    assert all(services[wanted.services[0]] for c in found)


def test_the_list_stays_short(checklist: Checklist) -> None:
    assert len(find_capabilities(checklist, "e")) == MOST
