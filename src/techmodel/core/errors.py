"""The family of problems a user can act on.

TechmodelError
├── WrongUse            the request itself is wrong: an unknown id, a missing reason (exit code 2)
│   └── Refused         the request is well formed, but something here forbids it (exit code 1)
│       └── OtherAssessment  the file to merge is no copy of this assessment
├── BadInput            a file or a row from outside does not say what it must say
├── FileProblem         a document cannot be opened, read or written
│   ├── NotOurFile      another program's file, or none at all
│   ├── NewerFile       made by a newer version
│   ├── DamagedFile     truncated, altered or inconsistent
│   │   └── SealBroken      its content is not what was sealed: it may be looked at
│   ├── FileInUse       somebody else has it open
│   ├── WorkLeft        work that a crash left here waits for a choice: recover or discard
│   │   └── WorkDamaged  ... and it is damaged, so that it can only be discarded (also DamagedFile)
│   ├── PlaceGone       the drive or folder of the document has gone; it may come back
│   ├── ReadOnlyPlace   the file or its folder does not allow changes: open it for reading
│   └── ChangedMeanwhile  the document is no longer the one that was opened
└── ExportFailed        an export could not be written or did not read back the same
"""

from __future__ import annotations


class TechmodelError(Exception):
    """A known problem; its text is the sentence a person reads."""

    exit_code = 1


class WrongUse(TechmodelError):
    """The request names something that does not exist or leaves out something it needs."""

    exit_code = 2


class Refused(TechmodelError):
    """The request is understood, but carrying it out would break something named in the text."""


class OtherAssessment(Refused):
    """A file cannot be merged because it is another assessment, not a copy of this one."""


class BadInput(TechmodelError):
    """Something brought in from outside is not as it must be.

    Attributes:
        problems: one sentence each, naming row, field or key; the text is the first of them
            with a count of the others.
    """

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems or (message,)


class FileProblem(TechmodelError):
    """A document cannot be opened, read or written."""


class NotOurFile(FileProblem):
    """The file is not an assessment."""


class NewerFile(FileProblem):
    """The file was made by a newer version of this program."""


class DamagedFile(FileProblem):
    """The file is truncated, altered or contradicts itself."""


class SealBroken(DamagedFile):
    """The content does not match its seal, but can be read: it may be looked at, no more."""


class PlaceGone(FileProblem):
    """The drive or folder of the document is not there now; trying again later may help."""


class FileInUse(FileProblem):
    """Another window or another machine has the document open."""


class WorkLeft(FileProblem):
    """Work that a crash left on this computer does not continue the document as it is now."""


class WorkDamaged(WorkLeft, DamagedFile):
    """Work that a crash left on this computer is damaged; the document itself is whole."""


class ReadOnlyPlace(FileProblem):
    """The document or its folder does not allow changes; it can be opened for reading."""


class ChangedMeanwhile(FileProblem):
    """The document on disk is no longer the one that was opened."""


class ExportFailed(TechmodelError):
    """An export could not be written, or did not read back as it was meant."""
