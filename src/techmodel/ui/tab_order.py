"""Where Tab goes: widgets made late are reached where they stand, not after all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def let_tab_follow(first: QWidget, rest: Iterable[QWidget]) -> None:
    """Let Tab go from `first`, which need not take the focus itself, through `rest` in order.

    All must be in one window. What cannot have the focus is left out.
    """
    able = [w for w in rest if w.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    for widget in reversed(able):  # Qt moves nothing past widgets that cannot have the focus
        _link(first, widget)


def _link(first: QWidget, second: QWidget) -> None:
    """Let `second` follow; Qt refuses a first one that cannot have the focus."""
    policy = first.focusPolicy()
    first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(first, second)
    first.setFocusPolicy(policy)
