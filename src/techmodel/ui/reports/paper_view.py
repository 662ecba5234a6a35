"""A sheet of white paper that shows a chapter of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QPainter, QPixmap, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from techmodel.core.palette import LIGHT
from techmodel.ui.look import L
from techmodel.ui.reports.drawing import paint_chart
from techmodel.ui.reports.paper import WIDTH, Paper

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from techmodel.export.shapes import Chart
    from techmodel.ui.look import Look
    from techmodel.ui.reports.chapters import Chapter

LEAST = 200
"""The text is never narrower than this, in pixels."""
_STYLE = (
    "QTextBrowser {{ background: {p.surface}; color: {p.ink}; border: 1px solid {p.line};"
    " selection-background-color: {p.soft}; selection-color: {p.ink}; }}"
)


class PaperView(QTextBrowser):
    """Paper is white in every theme, for so it will be printed.

    Signals:
        place_wanted(str): a link to another place in the report was followed; carries its key.
    """

    place_wanted = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chapter: Chapter | None = None
        self.setOpenLinks(False)
        self.setStyleSheet(_STYLE.format(p=LIGHT))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDefaultStyleSheet(f"a {{ color: {LIGHT.accent}; }}")
        self.anchorClicked.connect(self._on_anchor)

    def show_chapter(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning, as large as the paper is wide."""
        self._chapter = chapter
        self.setAccessibleName(f"Preview: {chapter.title}")
        scale = self._room / WIDTH
        paper = Paper(scale)
        html = paper.html(chapter.blocks)
        document = self.document()
        document.clear()
        document.setDocumentMargin(L)
        document.setIndentWidth(20 * scale)
        document.setDefaultFont(self._look.font())
        sharp = self.devicePixelRatioF()
        for n, chart in enumerate(paper.charts):
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(f"chart:{n}"), _picture(chart, scale, sharp))
        self.setHtml(html)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._chapter is not None and event.oldSize().width() != event.size().width():
            self.show_chapter(self._chapter)

    @property
    def _room(self) -> int:
        """The width of the text in pixels."""
        return max(LEAST, self.viewport().width() - 2 * L)

    def _on_anchor(self, url: QUrl) -> None:
        if url.hasFragment():
            self.place_wanted.emit(url.fragment())


def _picture(chart: Chart, scale: float, sharp: float) -> QPixmap:
    """A drawing as a picture with `sharp` dots for each pixel."""
    width, height = (max(1, round(n * scale * sharp)) for n in (chart.width, chart.height))
    picture = QPixmap(width, height)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(width / chart.width, height / chart.height)
    paint_chart(painter, chart)
    painter.end()
    picture.setDevicePixelRatio(sharp)
    return picture
