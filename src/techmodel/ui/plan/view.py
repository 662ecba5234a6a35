"""What the plan's page asks of each of its views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from techmodel.session.touched import Touched


@runtime_checkable
class PlanView(Protocol):
    """A widget made as `XView(workspace, look, parent)` when it is first wanted.

    It runs its verbs by `workspace.run(...)`, which says refusals and announces what changed, and
    looks again when the page says so.

    Signals:
        said(str): a sentence for the status line and for screen readers.
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        failed(str): a refusal's sentence that no verb of the workspace said.
    """

    said: SignalInstance
    place_wanted: SignalInstance
    failed: SignalInstance

    def refresh(self, touched: Touched | None = None) -> None:
        """Look again at everything, or at what depends on what was touched."""

    def focus_first(self) -> None:
        """Put the focus where work begins."""

    def panes(self) -> tuple[QWidget, ...]:
        """The widgets F6 moves between, in reading order."""
        ...


@runtime_checkable
class Headlined(Protocol):
    """A view that answers a question of its own in the header of the page."""

    def question(self) -> str:
        """The question, in 12 px."""
        ...

    def headline(self) -> str:
        """The answer in one sentence."""
        ...


@runtime_checkable
class WithItems(Protocol):
    """A view that can bring one thing into view."""

    def show_item(self, item: str) -> None:
        """Bring one thing into view, by its id."""
