"""Documents read in memory, for looking at only; takes no lock, writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.safe_open import unsealed_bytes, verified_bytes

if TYPE_CHECKING:
    from pathlib import Path


def read_document(path: Path) -> AssessmentFile:
    """A document as it was last published, verified.

    Raises:
        FileProblem: it is not there, not ours, newer, damaged or cannot be read.
    """
    return AssessmentFile.from_bytes(verified_bytes(path)[0])


def read_unsealed(path: Path) -> AssessmentFile:
    """A document of which only the seal does not match; its journal need not lead to its tables.

    Raises:
        DamagedFile: more is wrong with it.
        FileProblem: as `read_document`.
    """
    return AssessmentFile.from_bytes(unsealed_bytes(path))
