"""Saying something to assistive technology without moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` politely, as coming from `widget`; nothing without one."""
    accessible = QtGui.QAccessible  # looked up here: making the class takes 1 ms of every start
    if text and accessible.isActive():
        event = QtGui.QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(accessible.AnnouncementPoliteness.Polite)
        accessible.updateAccessibility(event)
