"""From the blocks of the content to tagged flowables, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.export.content.blocks import (
    Ask,
    Beside,
    Contents,
    Figure,
    Heading,
    Items,
    Legend,
    NewPage,
    Prose,
    Table,
    Tone,
)
from techmodel.export.pdf import art, styles
from techmodel.export.pdf.elements import Element
from techmodel.export.pdf.flow import ArtFlow, HeadingFlow, TextFlow
from techmodel.export.pdf.lines import EntryFlow, ItemFlow, PageEnd
from techmodel.export.pdf.stacks import BesideFlow, PanelFlow, StackFlow
from techmodel.export.pdf.tables import table_flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlab.platypus import Flowable

    from techmodel.export.content.blocks import Block

_TONES = {
    Tone.BODY: styles.PROSE,
    Tone.SMALL: styles.NOTE,
    Tone.KICKER: styles.KICKER,
    Tone.SUBTITLE: styles.SUBTITLE,
}


def story(blocks: Sequence[Block], root: Element) -> list[Flowable]:
    """The flowables of the blocks, tagged below `root`: a Sect for every heading of level 2."""
    section, chapter = Element("Sect", root), ""
    flowables: list[Flowable] = []
    for n, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 2:
            section, chapter = Element("Sect", root), block.key
        if isinstance(block, Contents):
            flowables += _contents(blocks, section)
        elif isinstance(block, Heading) and block.level == 3 and chapter:
            flowables.append(_heading(block, section, f"{chapter}-{n}"))
        else:
            flowables += _flow(block, section)
    return flowables


def _flow(block: Block, parent: Element) -> Iterator[Flowable]:
    if isinstance(block, Heading):
        yield _heading(block, parent, block.key)
    elif isinstance(block, Prose):
        yield TextFlow(block.words, _TONES[block.tone], Element("P", parent))
    elif isinstance(block, Items):
        yield from _items(block, parent)
    elif isinstance(block, Table):
        yield table_flow(block, parent)
    else:
        yield from _special(block, parent)


def _special(block: Block, parent: Element) -> Iterator[Flowable]:
    if isinstance(block, Ask):
        title = TextFlow(block.title, styles.ASK, Element("P", parent))
        yield PanelFlow(StackFlow([title, *_items(Items(block.items, numbered=True), parent)]))
    elif isinstance(block, Figure):
        yield ArtFlow(block.chart, Element("Figure", parent), gap=8)
    elif isinstance(block, Legend):
        yield ArtFlow(art.legend(styles.SMALL), Element("P", parent), gap=6)
    elif isinstance(block, Beside):
        left, right = (
            StackFlow([flow for b in side for flow in _flow(b, parent)])
            for side in (block.left, block.right)
        )
        yield BesideFlow(left, right, block.share)
    elif isinstance(block, NewPage):
        yield PageEnd(soft=block.soft)


def _heading(block: Heading, parent: Element, key: str) -> HeadingFlow:
    level = max(block.level - 2, 0) if key else None
    style = styles.HEADINGS[3 if block.small else block.level]
    return HeadingFlow(block.words, style, Element(f"H{block.level}", parent), key, level)


def _items(block: Items, parent: Element) -> Iterator[Flowable]:
    whole = Element("L", parent)
    whole.attributes = f"/O /List /ListNumbering /{'Decimal' if block.numbered else 'Disc'}"
    style = styles.SMALL_ITEM if block.small else styles.ITEM
    for n, words in enumerate(block.items, 1):
        item = Element("LI", whole)
        label = Element("Lbl", item)
        text = TextFlow(words, style, Element("LBody", item))
        yield ItemFlow(f"{n}." if block.numbered else "•", label, text)


def _contents(blocks: Sequence[Block], parent: Element) -> Iterator[Flowable]:
    toc = Element("TOC", parent)
    for block in blocks:
        if isinstance(block, Heading) and block.key and block.level == 2:
            link = Element("Link", Element("Reference", Element("TOCI", toc)))
            yield EntryFlow(TextFlow(block.words, styles.ENTRY, link, block.key))
