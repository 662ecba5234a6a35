"""What is said when a written file does not read back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed

if TYPE_CHECKING:
    from pathlib import Path


def differs(path: Path, where: str) -> ExportFailed:
    """A problem to raise; `where` says what is not the same."""
    return ExportFailed(
        f"'{path.name}' does not read back as it was written ({where}). Do not send it; export it "
        "again, to another place if it goes on."
    )
