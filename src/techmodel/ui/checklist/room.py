"""How the panes of the checklist share the width there is."""

from __future__ import annotations

from dataclasses import dataclass

TREE_FROM, CONTEXT_FROM, CONTEXT_FROM_SEVERAL = 720, 1090, 1560
"""From so many CSS pixels of the page there is room for the tree, and for the context."""
TREE_LEAST, TREE_MOST, TREE_SHARE = 260, 340, 0.227
CONTEXT_WIDTH = 240


@dataclass(frozen=True, slots=True)
class Room:
    """Which panes are shown, and how wide the tree is in CSS pixels (0 = all there is).

    `roomy` says that tree and card stand side by side.
    """

    tree: bool
    card: bool
    context: bool
    roomy: bool
    tree_width: int


def find_room(width: float, *, several: bool, listing: bool) -> Room:
    """The panes for a page of `width` CSS pixels at 100 % text.

    `listing` says that the tree was asked for where there is no room for both.
    """
    roomy = width >= TREE_FROM
    if listing and not roomy:
        return Room(tree=True, card=False, context=False, roomy=False, tree_width=0)
    context = width >= (CONTEXT_FROM_SEVERAL if several else CONTEXT_FROM)
    tree_width = max(TREE_LEAST, min(TREE_MOST, round(width * TREE_SHARE)))
    return Room(tree=roomy, card=True, context=context, roomy=roomy, tree_width=tree_width)
