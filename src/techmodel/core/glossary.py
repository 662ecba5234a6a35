"""Which terms of a glossary stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.core.checklist import Term

_ENDS = ("", "s", "es")
"""What may follow a term: nothing, or the plural."""


def terms_in(terms: Iterable[Term], text: str) -> tuple[Term, ...]:
    """The terms that stand in the text as words of their own, in their order.

    Terms with a capital after their first letter, such as abbreviations, must stand as they are
    written; the others in any case.
    """
    low = text.casefold()
    return tuple(t for t in terms if _stands_in(t.term, text, low))


def _stands_in(term: str, text: str, low: str) -> bool:
    named = any(letter.isupper() for letter in term[1:])
    word, within = (term, text) if named else (term.casefold(), low)
    start = within.find(word)
    while start >= 0:
        if not _is_letter(within[start - 1 : start]) and _ends(within, start + len(word)):
            return True
        start = within.find(word, start + 1)
    return False


def _ends(text: str, place: int) -> bool:
    """Whether a word ends at a place, or after an end of the plural there."""
    return any(
        text.startswith(end, place)
        and not _is_letter(text[place + len(end) : place + len(end) + 1])
        for end in _ENDS
    )


def _is_letter(sign: str) -> bool:
    return sign.isalnum()
