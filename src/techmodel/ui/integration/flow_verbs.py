"""What can be done with a flow, run as verbs; reasons and notes are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.ui import ask
from techmodel.ui.announce import announce
from techmodel.wording import integration_page as wording
from techmodel.wording.flows import flow_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from techmodel.core.flow_parts import FlowKey, OwnFlow
    from techmodel.core.flows import Flow
    from techmodel.core.organisations import OrganisationId
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.workspace import Workspace


class FlowVerbs:
    """Runs the verbs of flows for a widget that dialogs stand over."""

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        self._workspace, self._over = workspace, over
        self.last_added: FlowKey | None = None

    def set_level(self, flow: Flow, level: int) -> None:
        """Say at what level a flow is."""
        self._run(lambda s: s.flows.set_level(flow.key, level), flow)

    def do(self, verb: str, flow: Flow) -> None:
        """Do one of the verbs of `detail.VERBS` that need no more than the flow."""
        acts: dict[str, Callable[[Flow], None]] = {
            "unknown": self._unknown,
            "not applicable": self._not_applicable,
            "note": self._note,
            "remove": self._remove,
        }
        acts[verb](flow)

    def add(self, sender: OrganisationId, receiver: OrganisationId, own: OwnFlow) -> str:
        """Add a flow; what is wrong with it, or ""."""
        before = self._keys()
        args = own.information, own.capability, own.target
        problem = self._try(lambda s: s.flows.add(sender, receiver, *args))
        self.last_added = next(iter(self._keys() - before), None)
        return problem

    def change(self, key: FlowKey, own: OwnFlow) -> str:
        """Say anew what an added flow is; what is wrong with it, or ""."""
        self.last_added = key
        return self._try(lambda s: s.flows.change(key, own))

    def _unknown(self, flow: Flow) -> None:
        self._run(lambda s: s.flows.set_unknown(flow.key), flow)

    def _not_applicable(self, flow: Flow) -> None:
        asked = wording.WHY_NOT, self._name(flow), wording.NOT_APPLICABLE.rstrip("…")
        reason = ask.text(self._over, ask.TextQuestion(*asked, flow.value.reason))
        if reason:
            self._run(lambda s: s.flows.set_not_applicable(flow.key, reason), flow)

    def _note(self, flow: Flow) -> None:
        question = ask.TextQuestion(
            wording.NOTE_HEAD, self._name(flow), wording.SAVE, flow.note, required=False
        )
        text = ask.text(self._over, question)
        if text is not None:
            self._run(lambda s: s.flows.note(flow.key, text), flow)

    def _remove(self, flow: Flow) -> None:
        self._workspace.run(lambda s: s.flows.remove(flow.key))

    def _name(self, flow: Flow) -> str:
        return flow_name(flow, wording.names_of(self._workspace.session.assessment()))

    def _run(self, verb: Callable[[Session], Touched], flow: Flow) -> None:
        """Run a verb and say how the flow now stands."""
        if self._workspace.run(verb):
            session = self._workspace.session
            names = wording.names_of(session.assessment())
            now = next((f for f in session.flows.all() if f.key == flow.key), flow)
            announce(self._over, wording.flow_words(now, names))

    def _try(self, verb: Callable[[Session], Touched]) -> str:
        """Run a verb; the sentence of its refusal, or "", to be said beside the form, too."""
        heard: list[str] = []
        self._workspace.failed.connect(heard.append)
        done = self._workspace.run(verb)
        self._workspace.failed.disconnect(heard.append)
        return "" if done else " ".join(heard)

    def _keys(self) -> set[FlowKey]:
        return {flow.key for flow in self._workspace.session.flows.all()}
