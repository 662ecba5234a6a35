"""The verbs of scenarios, as a person means them: asking for a name where one is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui import ask
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from techmodel.core.plan_parts import Scenario, Terms
    from techmodel.ui.workspace import Workspace

MAX_NAME = 200
"""Characters a name may have."""


class ScenarioVerbs:
    """Runs the verbs on the open assessment."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        """`parent` is what questions stand over."""
        self._workspace, self._parent = workspace, parent

    def known(self, id_: str) -> Scenario | None:
        """A scenario by its id, None for the plan and for what is gone."""
        return next((s for s in self._workspace.session.scenarios.all() if s.id == id_), None)

    def keep(self, terms: Terms) -> str:
        """Keep terms under a name that is asked for; the id, "" where none is kept."""
        before = {s.id for s in self._workspace.session.scenarios.all()}
        taken = [s.name for s in self._workspace.session.scenarios.all()]
        given = wording.suggested_name(terms, taken)
        name = self._ask(wording.KEEP_TITLE, wording.KEEP_TEXT, wording.KEEP_VERB, given)
        if name is None or not self._workspace.run(lambda s: s.scenarios.keep(name, terms)):
            return ""
        return next(s.id for s in self._workspace.session.scenarios.all() if s.id not in before)

    def update(self, id_: str, terms: Terms) -> None:
        """Keep other terms under the name of a scenario."""
        self._workspace.run(lambda s: s.scenarios.change(id_, terms))

    def rename(self, id_: str) -> None:
        """Ask for another name of a scenario."""
        held = self.known(id_)
        if held is None:
            return
        name = self._ask(wording.RENAME_TITLE, wording.RENAME_TEXT, wording.RENAME_VERB, held.name)
        if name is not None:
            self._workspace.run(lambda s: s.scenarios.rename(id_, name))

    def forget(self, id_: str) -> None:
        """Forget a scenario; undo brings it back."""
        self._workspace.run(lambda s: s.scenarios.forget(id_))

    def adopt(self, id_: str, terms: Terms) -> bool:
        """Let terms become the plan, under the name of the scenario that has just these."""
        held = self.known(id_)
        if held is not None and held.terms == terms:
            return self._workspace.run(lambda s: s.scenarios.adopt(id_))
        return self._workspace.run(lambda s: s.plan.set_terms(terms))

    def _ask(self, title: str, text: str, verb: str, given: str) -> str | None:
        question = ask.TextQuestion(title, text, verb, given, limit=MAX_NAME)
        return ask.text(self._parent.window(), question)
