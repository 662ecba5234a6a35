"""What the plan does not keep, told in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from techmodel.ui import ask
from techmodel.wording import plan_problems as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.ui.plan.working import Worked


def show_problems(parent: QWidget, worked: Worked) -> bool:
    """List what a plan does not keep, to be read or copied; whether there is anything."""
    lines = wording.problem_lines(worked.plan, worked.assessment)
    if not lines:
        return False
    choices = [("close", wording.CLOSE), ("copy", wording.COPY)]
    title, text = wording.problems_title(len(lines)), wording.problems_text(lines)
    if ask.choose(parent, title, choices, detail=text) == "copy":
        QGuiApplication.clipboard().setText("\n".join(lines))
    return True
