"""What the desk asks of those who make places and pages; `app` is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from techmodel.ui.frame.frame import Place
    from techmodel.ui.wizard.page import NewAssessmentWizard
    from techmodel.ui.workspace import Workspace


class Makers(Protocol):
    """Makes what the window shows; knows every page."""

    def show_start(self) -> None:
        """Show the window without an assessment."""

    def places(self, workspace: Workspace | None) -> Sequence[Place]:
        """The places of the rail."""
        ...

    def wizard(self) -> NewAssessmentWizard:
        """The way to a new assessment."""
        ...

    def history(self, workspace: Workspace) -> QWidget:
        """Everything that was changed."""
        ...
