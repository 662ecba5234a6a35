"""What we need of the binding to Qt itself."""

import sys

from PySide6.QtCore import QRect


def test_calls_into_qt_do_not_wear_out_none():
    """PySide6 6.12.0 gives up one reference to None per call on Python 3.11: the program aborts.

    After some ten thousand calls "Fatal Python error: none_dealloc" ends the process. 6.11.3 is
    well; keep `pyside6-essentials` below 6.12 until a release passes here on every Python.
    """
    area, before = QRect(), sys.getrefcount(None)
    for _ in range(500):
        area.setRect(1, 2, 3, 4)

    assert abs(sys.getrefcount(None) - before) < 250
