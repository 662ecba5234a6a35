"""Our line icons: SVG on a 24 px grid, drawn in the colour asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from techmodel.resources import resource

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


class Icons:
    """Icons drawn once per name, colour, size and screen density."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: str, size: int) -> QIcon:
        """An icon of `size` pixels in "#RRGGBB"; Qt makes it paler when disabled."""
        return QIcon(self.pixmap(name, colour, size))

    def pixmap(self, name: str, colour: str, size: int) -> QPixmap:
        """The picture of an icon, sharp on the densest screen there is."""
        density = _density()
        key = (name, colour, size, density)
        if key not in self._drawn:
            self._drawn[key] = _draw(name, colour, size, density)
        return self._drawn[key]


def _draw(name: str, colour: str, size: int, density: float) -> QPixmap:
    pixmap = QPixmap(round(size * density), round(size * density))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, colour).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(density)
    return pixmap


def _renderer(name: str, colour: str) -> QSvgRenderer:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - loaded with the first icon

    drawing = resource("icons", f"{name}.svg").read_bytes()
    return QSvgRenderer(drawing.replace(b"currentColor", colour.encode()))


def _density() -> float:
    return max((s.devicePixelRatio() for s in QGuiApplication.screens()), default=1.0)
