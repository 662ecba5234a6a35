"""Copying the work into the document, as a plain function for the background worker."""

from __future__ import annotations

from techmodel.store.working_file import Snapshot, write

__all__ = ["Snapshot", "write_snapshot"]


def write_snapshot(snapshot: Snapshot) -> str:
    """Publish a snapshot; the SHA-256 of the document as it is now. Raises FileProblem."""
    return write(snapshot)
