"""The menus: File, Edit, View, Tools, Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from techmodel.ui.frame.actions import Actions


def make_menus(parent: QWidget, actions: Actions, recent: QMenu, showing: QMenu) -> list[QMenu]:
    """The menus in order; `recent` and `showing` are filled by those who know."""
    a = actions
    return [
        _menu(parent, "&File", [*_begin(a, recent), *_keep(a), None, a.close, a.quit]),
        _menu(parent, "&Edit", [a.undo, a.redo, None, a.copy, a.find]),
        _menu(
            parent,
            "&View",
            [
                *a.places.actions(),
                None,
                showing,
                _themes(parent, a),
                None,
                a.larger,
                a.smaller,
                a.normal,
            ],
        ),
        _menu(
            parent,
            "&Tools",
            [
                *_beside(a),
                None,
                *_large(a),
                a.requirements,
                _checklist(parent, a),
                None,
                a.settings,
            ],
        ),
        _menu(parent, "&Help", [a.guides, a.keys, None, a.log, a.about]),
    ]


def _begin(a: Actions, recent: QMenu) -> list[QAction | QMenu | None]:
    return [a.new, a.open, recent, a.sample, None]


def _keep(a: Actions) -> list[QAction | QMenu | None]:
    return [a.save, a.save_copy, a.backups, None, a.bring_back]


def _beside(a: Actions) -> list[QAction | QMenu | None]:
    return [a.history, a.rounds, a.conditions]


def _large(a: Actions) -> list[QAction | QMenu | None]:
    return [a.merge, a.names]


def _checklist(parent: QWidget, a: Actions) -> QMenu:
    entries = [a.save_checklist, a.bring_checklist, None, a.update_checklist]
    return _menu(parent, "&Checklist", entries)


def _menu(parent: QWidget, title: str, entries: Sequence[QAction | QMenu | None]) -> QMenu:
    menu = QMenu(title, parent)
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
    return menu


def _themes(parent: QWidget, actions: Actions) -> QMenu:
    return _menu(parent, "&Theme", actions.themes.actions())
