"""The window's room; whatever is loaded of it, PySide is first told to read no sources."""

import sys

import PySide6.QtCore  # noqa: F401 - whose part is looked for below


def _let_sources_be() -> None:
    """Keep PySide from reading the source file of every module that is imported after it.

    It looks for its own name there, to know in which modules its switchable features could be
    meant (PYSIDE-2029). We switch none on, and reading them is a tenth of our start. An installed
    bundle has no sources; should PySide change inside, it reads them as before.
    """
    features = sys.modules.get("PySide6.support.feature")
    if hasattr(features, "_mod_uses_pyside"):
        vars(features)["_mod_uses_pyside"] = _has_no_features


def _has_no_features(_: object) -> bool:
    return False


_let_sources_be()
