"""Sentences with words that stand out."""

from __future__ import annotations


class Strong(str):
    """A piece of a sentence that stands out."""

    __slots__ = ()


Words = str | tuple[str, ...]
"""A sentence: one piece, or several of which some are `Strong`."""


def plain(words: Words) -> str:
    """The sentence without emphasis."""
    return words if isinstance(words, str) else "".join(words)


def pieces(words: Words) -> tuple[str, ...]:
    """The pieces of the sentence."""
    return (words,) if isinstance(words, str) else words
