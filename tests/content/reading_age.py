"""The reading age of a text, worked out by the library `readability` without a net."""

from __future__ import annotations

import re
from functools import lru_cache

import readability

PLAIN = (
    "organisation", "information", "medicine", "ambulance", "pharmacy", "pharmacist", "hospital",
    "community", "neighbourhood", "resident", "professional", "emergency", "referral", "document",
    "national", "electronic", "digital", "authority", "allergy", "allergies", "appointment",
    "prescription", "consultation", "observation", "summary", "identity", "capability",
)  # fmt: skip
"""Words of the trade with many syllables that every reader of the checklist says every day."""
ONE_SYLLABLE = "care"


def grade(text: str, terms: tuple[str, ...] = ()) -> float:
    """The Flesch-Kincaid grade (years of school) of a text.

    A term of the glossary and a plain word of the trade count as one short word: nobody can write
    about joined-up care without them, and the glossary explains the former.
    """
    plain = _pattern(terms).sub(ONE_SYLLABLE, text)
    sentences = [part for part in re.split(r"[.?!]+(?:\s|$)", plain) if part.strip()]
    words = (re.sub(r"[^\w'’%-]+", " ", sentence).strip() for sentence in sentences)
    measures = readability.getmeasures("\n".join(words), lang="en")
    return float(measures["readability grades"]["Kincaid"])


@lru_cache(maxsize=8)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((*terms, *PLAIN), key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:s|ies)?\b", re.IGNORECASE
    )
