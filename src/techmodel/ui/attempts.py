"""Running a verb whose refusal is shown beside the field it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.session.touched import Touched

if TYPE_CHECKING:
    from collections.abc import Callable

    from techmodel.session.session import Session
    from techmodel.ui.workspace import Workspace


def attempt(workspace: Workspace, verb: Callable[[Session], Touched]) -> str | None:
    """Run a verb; None when it is done, else the sentence of a refusal.

    Where the file could not be written the window says so, and the sentence is empty.
    """
    refused: list[str] = []

    def careful(session: Session) -> Touched:
        try:
            return verb(session)
        except (WrongUse, Refused) as error:
            refused.append(str(error))
            return Touched.NONE

    done = workspace.run(careful)
    return "".join(refused) if refused or not done else None
