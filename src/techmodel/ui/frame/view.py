"""What the frame asks of everything it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@runtime_checkable
class View(Protocol):
    """A page that knows where work begins; a place, or one opened from a menu."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between, in reading order."""
        ...


@runtime_checkable
class Guarded(Protocol):
    """A page that may hold something unsaved."""

    def may_leave(self) -> bool:
        """Whether nothing would be lost, or a person agrees."""
        ...


@runtime_checkable
class ItemView(Protocol):
    """A page that can bring one thing into view."""

    def show_item(self, item: str) -> None:
        """Bring one thing into view, such as a capability by its id."""
