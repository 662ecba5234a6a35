"""The report cut into chapters, to be looked at one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.export.content.blocks import Beside, Contents, Heading, Named, NewPage, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from techmodel.export.content.blocks import Block, Content


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its title, its blocks, and the keys of the places in it."""

    title: str
    blocks: tuple[Block, ...]
    keys: frozenset[str]


def chapters_of(content: Content) -> tuple[Chapter, ...]:
    """The chapters in order; the list of contents, which needs pages, is left out."""
    groups: list[list[Block]] = [[]]
    for block in content.blocks:
        if isinstance(block, Contents) or _is_contents_head(block):
            continue
        starts = isinstance(block, Heading) and block.level == 2 and bool(block.key)
        if (starts or isinstance(block, NewPage)) and groups[-1]:
            groups.append([])
        if not isinstance(block, NewPage):
            groups[-1].append(block)
    return tuple(_chapter(blocks, content.title) for blocks in groups if blocks)


def find_chapter(chapters: Iterable[Chapter], key: str) -> int:
    """The number of the chapter that holds the place named `key`; 0 when none does."""
    return next((n for n, chapter in enumerate(chapters) if key in chapter.keys), 0)


def _is_contents_head(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2 and block.words == "Contents"


def _chapter(blocks: list[Block], fallback: str) -> Chapter:
    heads = [b.words for b in _flat(blocks) if isinstance(b, Heading)]
    return Chapter(heads[0] if heads else fallback, tuple(blocks), frozenset(_keys(blocks)))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Beside):
            yield from _flat(block.left)
            yield from _flat(block.right)
        else:
            yield block


def _keys(blocks: Iterable[Block]) -> Iterator[str]:
    for block in _flat(blocks):
        if isinstance(block, Heading) and block.key:
            yield block.key
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (cell.key for cell in row if isinstance(cell, Named))
