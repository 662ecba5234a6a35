"""What "More" offers: providers, clearing, the same as others, typing a row, the keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from techmodel.core.answers import State
from techmodel.core.provided import ProviderFault, can_provide, dependants
from techmodel.ui.checklist.keys import Do
from techmodel.wording.labels import short_value
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from techmodel.core.organisations import Organisation
    from techmodel.ui.checklist.answering import Answering
    from techmodel.ui.checklist.foot import Foot
    from techmodel.ui.checklist.picture import Picture, Place

_FAULTS = {
    ProviderFault.SELF: "is in hand",
    ProviderFault.LEFT: "has left",
    ProviderFault.NOT_ASKED: "is not asked",
    ProviderFault.CHAIN: "is provided itself",
    ProviderFault.NOT_ANSWERED: "has no answer yet",
    ProviderFault.NOT_APPLICABLE: "says not applicable",
}
NO_ANSWER = "no answer yet"


class MoreMenu(QObject):
    """Fills the menu of the foot each time it opens."""

    def __init__(self, foot: Foot, answering: Answering, do: Callable[[str], object]) -> None:
        super().__init__(foot)
        self._foot, self._answering, self._do = foot, answering, do
        self._picture: Picture | None = None
        self._place: Place | None = None
        self._acts: dict[QAction, Callable[[], object]] = {}
        self._providing = QMenu("Provided by", foot.menu)
        self._alike = QMenu("Same as", foot.menu)
        foot.menu.aboutToShow.connect(self.fill)

    def show_place(self, picture: Picture, place: Place) -> None:
        """Offer what suits a place."""
        self._picture, self._place = picture, place

    def fill(self) -> None:
        """Put in what can be done now."""
        menu, picture, place = self._foot.menu, self._picture, self._place
        menu.clear()
        self._acts.clear()
        if picture is None or place is None or place.organisation is None:
            return
        if self._foot.not_applicable.isHidden():
            self._add(menu, "Not applicable…\tN", partial(self._do, Do.NOT_APPLICABLE))
        if self._foot.park.isHidden():
            self._add(menu, f"{self._foot.park.text()}\tP", partial(self._do, Do.PARK))
            menu.addSeparator()
        self._providers(menu, picture, place)
        clear = self._add(menu, "Clear the answer", self._answering.clear)
        answers = (picture.assessment.value(place.capability, o) for o in place.organisations)
        clear.setEnabled(any(a.state is not State.NOT_ANSWERED for a in answers))
        menu.addSeparator()
        self._add(menu, "Why this level\tT", partial(self._do, Do.NOTE))
        self._add(menu, "Another view\tX", partial(self._do, Do.OTHER_VIEW))
        self._add(menu, "Add evidence\tE", partial(self._do, Do.EVIDENCE))
        if picture.single is None:
            menu.addSeparator()
            self._same(menu, picture, place)
            self._add(menu, "Type a row…\tR", partial(self._do, Do.ROW))
        menu.addSeparator()
        self._add(menu, "All keys\t?", partial(self._do, Do.HELP))

    def _providers(self, menu: QMenu, picture: Picture, place: Place) -> None:
        inside = self._providing
        inside.clear()
        menu.addMenu(inside)
        said = _provides(picture, place)
        if said:
            inside.addAction(said).setEnabled(False)
            return
        others = [o for o in picture.assessment.scope if o.id not in place.organisations]
        for provider in others:
            faults = (
                can_provide(picture.assessment, place.capability, provider.id, organisation)
                for organisation in place.organisations
            )
            fault = next((f for f in faults if f is not None), None)
            said = f"{provider.name} ({_FAULTS[fault]})" if fault else provider.name
            act = partial(self._answering.provided_by, provider.id)
            self._add(inside, said, act).setEnabled(fault is None)
        inside.setEnabled(bool(others))

    def _same(self, menu: QMenu, picture: Picture, place: Place) -> None:
        assert place.organisation is not None
        partners = picture.partners(place.capability)
        inside = self._alike
        inside.clear()
        menu.addMenu(inside)
        names = {o.id: o.short_name or o.name for o in picture.assessment.organisations}
        for other in partners:
            if other.id in place.organisations:
                continue
            value = picture.assessment.value(place.capability, other.id)
            known = value.state is not State.NOT_ANSWERED
            said = short_value(value, names) if known else NO_ANSWER
            act = partial(self._answering.same_as, other.id)
            self._add(inside, f"{other.name}: {said}", act).setEnabled(known)
        self._same_for(menu, picture, place, partners)

    def _same_for(
        self, menu: QMenu, picture: Picture, place: Place, partners: Iterable[Organisation]
    ) -> None:
        mine = picture.organisation(place.organisation) if place.organisation else None
        if mine is None:
            return
        kind = next((k for k in picture.assessment.checklist.kinds if k.id == mine.kind), None)
        alike = [o for o in partners if o.kind == mine.kind and o.id != mine.id]
        value = picture.assessment.value(place.capability, mine.id)
        known = value.state is not State.NOT_ANSWERED
        said = f"Same for all of this kind ({kind.name if kind else mine.kind})"
        action = self._add(menu, said, partial(self._answering.same_for, alike))
        action.setEnabled(bool(alike) and known)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text if self._foot.keys_shown else text.split("\t", maxsplit=1)[0])
        action.triggered.connect(self._on_triggered)
        self._acts[action] = act
        return action

    def _on_triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._acts[sender]()


def _provides(picture: Picture, place: Place) -> str:
    """That one of the organisations in hand provides for others, so nobody can for it; or ""."""
    for organisation in place.organisations:
        found = picture.organisation(organisation)
        helped = dependants(picture.assessment, place.capability, organisation)
        if found and helped:
            names = [o.name for o in picture.assessment.scope if o.id in helped]
            return f"Nobody: {found.name} provides it for {join_words(names)}"
    return ""
