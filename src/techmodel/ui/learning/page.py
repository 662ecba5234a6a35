"""The page of guides: choose a domain, and read what others have learnt there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from techmodel.core.checklist import DomainId
from techmodel.ui.announce import announce
from techmodel.ui.learning.article import Article
from techmodel.ui.learning.contents import Contents
from techmodel.ui.learning.markup import find_sections
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.choice_box import ChoiceBox
from techmodel.ui.widgets.header import Header
from techmodel.ui.widgets.words import rule
from techmodel.wording import learning as wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from techmodel.session.learning import Shelf
    from techmodel.ui.look import Look

CONTENTS_FROM = 780
"""CSS pixels from which on the contents stand beside the text."""


class GuidePage(QWidget):
    """Shows the guide of one domain; it needs no assessment and changes nothing."""

    name = wording.GUIDES

    def __init__(
        self, look: Look, shelf: Shelf, domain: str = "", parent: QWidget | None = None
    ) -> None:
        """`domain` is the one shown first; without it, or where it has no guide, the first."""
        super().__init__(parent)
        self.setObjectName("page")
        self._look, self._shelf = look, {page.guide.domain: (d, page) for d, page in shelf}
        names = [(d.id, d.short_name) for d, _ in shelf]
        self.domain = ""
        self.header = Header(self)
        self.contents = Contents(look, names, self)
        self.article = Article(look, self)
        self._rule = rule("down")
        self._narrow = _Narrow(names, self)
        self._build()
        self._connect()
        self.choose(domain)

    def choose(self, domain: str) -> None:
        """Show the guide of a domain, the first where there is none of it."""
        known = DomainId(domain) if domain in self._shelf else next(iter(self._shelf))
        if known == self.domain:
            self.article.go("")
            self.contents.mark("")
            return
        self.domain = known
        of, page = self._shelf[known]
        self.header.say(wording.GUIDES_QUESTION, f"{of.name}: {wording.page_count(page)}")
        self.article.show_guide(page, wording.guide_title(of.name))
        sections = find_sections(page)
        self.contents.show_sections(known, sections)
        self._narrow.show_sections(known, sections)
        announce(self, f"{self.header.question} {self.header.headline}")

    def focus_first(self) -> None:
        """Put the focus in the text."""
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 moves between."""
        first = self._narrow.domains if self.contents.isHidden() else self.contents
        return first, self.article

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.contents)
        row.addWidget(self._rule)
        row.addWidget(self.article, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._narrow)
        column.addLayout(row, stretch=1)

    def _connect(self) -> None:
        self.contents.chosen.connect(self.choose)
        self.contents.section_chosen.connect(self.article.go)
        self.article.moved.connect(self.contents.mark)
        self.article.said.connect(self._on_said)
        self._narrow.domains.activated.connect(self._on_domain)
        self._narrow.sections.activated.connect(self._on_section)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        wide = self.width() * 100 / self._look.text >= CONTENTS_FROM
        for part in (self.contents, self._rule):
            part.setVisible(wide)
        self._narrow.setVisible(not wide)

    def _on_said(self, said: str) -> None:
        announce(self, said)

    def _on_domain(self) -> None:
        self.choose(self._narrow.domains.currentData())

    def _on_section(self) -> None:
        self.article.go(self._narrow.sections.currentData())
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)


class _Narrow(QWidget):
    """Two lists over the text: the guides, and what is in this one."""

    def __init__(self, domains: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.domains, self.sections = ChoiceBox(self), ChoiceBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(XL, S, XL, S)
        row.setSpacing(M)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for box, name in ((self.domains, wording.ALL_GUIDES), (self.sections, wording.SECTIONS)):
            box.setSizeAdjustPolicy(policy)
            for part in (box, box.view()):
                part.setAccessibleName(name)
            row.addWidget(box, stretch=1)
        for id_, name in domains:
            self.domains.addItem(name, id_)

    def show_sections(self, domain: str, sections: Sequence[tuple[str, str, bool]]) -> None:
        """Show what is in a guide."""
        self.domains.setCurrentIndex(self.domains.findData(domain))
        self.sections.clear()
        for key, title, is_case in sections:
            self.sections.addItem(f"   {title}" if is_case else title, key)
