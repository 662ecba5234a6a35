"""Keeps in the settings what a person changed in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from techmodel.settings import SettingsFile
    from techmodel.ui.main_window import MainWindow


class Memory(QObject):
    """Slots for what the look and the window say about themselves."""

    def __init__(self, settings: SettingsFile, window: MainWindow) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window

    def keep_theme(self, theme: str) -> None:
        """Remember the theme."""
        self._settings.change(theme=theme)

    def keep_text(self, per_cent: int) -> None:
        """Remember the text size."""
        self._settings.change(text=per_cent)

    def keep_widths(self, table: str, widths: list[int]) -> None:
        """Remember the widths of a table's columns."""
        self._settings.change(widths={**self._settings.now.widths, table: tuple(widths)})

    def keep_geometry(self) -> None:
        """Remember where the window is."""
        self._settings.change(geometry=self._window.place_to_remember)
