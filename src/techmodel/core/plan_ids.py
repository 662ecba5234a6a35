"""The ids of projects: short, never changed once given, and the same for the same thing anywhere.

Two rooms fill their plans from the same gaps and merge later; people paste ids into other tools.
So an id says nothing about the order and comes from what the project is about: the project of a
capability has the place of the capability in the checklist (P31), that of a domain or a service
their id (PREC), every other one a code made from its steps, or from chance (PK7D3). What is the
same in both rooms has the same id and is merged field by field; what is not, has another, and
both are kept.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from techmodel.core.plan_parts import ProjectId

if TYPE_CHECKING:
    from collections.abc import Collection


_LETTERS = "BCDFGHJKLMNPQRTVWXZ"
"""No vowels, so that codes make no words, and none that look like digits."""
_SIGNS = f"{_LETTERS}23456789"
_LENGTH = 4


def place_id(place: int) -> ProjectId:
    """The id of the project of the capability with this place in the checklist, from 1."""
    return ProjectId(f"P{place:02}")


def code_id(about: str, used: Collection[str] = ()) -> ProjectId:
    """An id such as "PK7D3" made from a text, the same for the same text, that is not yet used.

    Of 19 * 27 ** 3 codes, two of different texts are the same once in 374,000.
    """
    tries = 0
    while True:
        number = int.from_bytes(sha256(f"{about} {tries}".encode()).digest())
        number, first = divmod(number, len(_LETTERS))
        code = _LETTERS[first]
        for _ in range(_LENGTH - 1):
            number, sign = divmod(number, len(_SIGNS))
            code += _SIGNS[sign]
        if f"P{code}" not in used:
            return ProjectId(f"P{code}")
        tries += 1
