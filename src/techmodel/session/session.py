"""The open assessment and everything a person can do to it; knows no window."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from techmodel.core.decisions import find_decisions
from techmodel.core.errors import Refused
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import Batch, BatchKind, inverse, next_redo, next_undo
from techmodel.core.ready import find_checks
from techmodel.core.report import Report
from techmodel.core.tables import assessment_of
from techmodel.session.answers import Answers
from techmodel.session.content import stored_checklist
from techmodel.session.evidence import EvidenceNotes
from techmodel.session.ids import uuid7
from techmodel.session.noun import MAX_NAME, clean_text
from techmodel.session.organisations import Organisations
from techmodel.session.scope import Scope
from techmodel.session.targets import Targets
from techmodel.session.touched import BY_TABLE, Touched

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.journal import Edit, Json
    from techmodel.store.assessment_file import AssessmentFile
    from techmodel.store.working_file import Document

JOURNALLED = ("setting", "organisation", "answer", "evidence", "override")


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


class Session:
    """One open assessment: reads as nouns, verbs by noun, undo and redo.

    Every verb writes one batch, durable when it returns, and returns the `Touched` flags of what
    it changed; it raises `WrongUse` or `Refused` with a sentence and then has changed nothing.

    Attributes:
        document: where the work is published to; None for a file opened for reading only.
        answers, evidence, organisations, targets, scope: the verbs, one class per noun.
    """

    def __init__(
        self,
        file: AssessmentFile,
        document: Document | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self.document = document
        self.now = now
        self._file = file
        self._seen: tuple[int, Assessment, Gaps | None] | None = None
        self.answers = Answers(self)
        self.evidence = EvidenceNotes(self)
        self.organisations = Organisations(self)
        self.targets = Targets(self)
        self.scope = Scope(self)

    @property
    def read_only(self) -> bool:
        """Whether verbs are refused because the file was opened for reading."""
        return self._file.read_only

    @property
    def revision(self) -> int:
        """How many batches the journal holds."""
        return self._file.revision

    def assessment(self) -> Assessment:
        """Everything the file holds now, as a value."""
        return self._picture()[1]

    def gaps(self) -> Gaps:
        """The gap analysis of what the file holds now."""
        revision, assessment, gaps = self._picture()
        if gaps is None:
            gaps = find_gaps(assessment)
            self._seen = (revision, assessment, gaps)
        return gaps

    def stored_settings(self) -> dict[str, Json]:
        """The settings as they are stored, by name; those never set are absent."""
        return {str(r["name"]): r["value"] for r in self._file.rows("setting")}

    def batches(self) -> tuple[Batch, ...]:
        """The whole journal, oldest first."""
        return self._file.batches()

    def report(self, *, version: str) -> Report:
        """The frozen picture from which exports are made, with today's clock."""
        assessment, gaps, batches = self.assessment(), self.gaps(), self.batches()
        made = self.now().astimezone()
        last = datetime.fromisoformat(batches[-1].at).date() if batches else None
        return Report(
            assessment=assessment,
            gaps=gaps,
            decisions=find_decisions(assessment, batches),
            checks=find_checks(assessment, gaps, made.date()),
            batches=batches,
            made=made,
            answers_to=last,
            revision=self.revision,
            version=version,
        )

    def last_change(self) -> datetime:
        """When the newest batch was made, in local time; now when there is none."""
        batches = self.batches()
        made = datetime.fromisoformat(batches[-1].at) if batches else self.now()
        return made.astimezone()

    def to_undo(self) -> Batch | None:
        """The batch that undo would take back; making the assessment is never taken back."""
        batch = next_undo(self.batches())
        return batch if batch and batch.revision > 1 else None

    def to_redo(self) -> Batch | None:
        """The undo that redo would re-apply."""
        return next_redo(self.batches())

    def undo(self) -> Touched:
        """Take back the newest change (design.md 5). Refused when there is none."""
        taken = self.to_undo()
        if taken is None:
            raise Refused("There is nothing to undo.")
        return self.apply(
            inverse(taken), f"Undo: {taken.label}", kind=BatchKind.UNDO, takes=taken.id
        )

    def redo(self) -> Touched:
        """Re-apply the newest undo. Refused when there is none."""
        taken = self.to_redo()
        if taken is None:
            raise Refused("There is nothing to redo.")
        label = taken.label.removeprefix("Undo: ")
        return self.apply(inverse(taken), f"Redo: {label}", kind=BatchKind.REDO, takes=taken.id)

    def apply(
        self,
        edits: Sequence[Edit],
        label: str,
        *,
        kind: BatchKind = BatchKind.EDIT,
        decided_by: str = "",
        takes: str = "",
    ) -> Touched:
        """Write one batch, without edits that change nothing; none if that leaves it empty."""
        real = tuple(e for e in edits if e.old != e.new)
        if not real and not takes:
            return Touched.NONE
        now = self.now()
        batch = Batch(
            id=uuid7(now),
            kind=kind,
            at=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            label=label,
            edits=real,
            decided_by=_role(decided_by),
            takes=takes,
        )
        self._file.apply(batch)
        touched = Touched.HISTORY
        for edit in real:
            touched |= BY_TABLE[edit.table]
        return touched

    def serialize(self) -> bytes:
        """The whole document as bytes, with its journal, to be written as a copy."""
        return self._file.serialize()

    def close(self) -> None:
        """Publish what is not yet published and let the document go."""
        if self.document is not None:
            self.document.close()
        else:
            self._file.close()

    def _picture(self) -> tuple[int, Assessment, Gaps | None]:
        """The values of this revision; read again as soon as the revision is another."""
        revision = self._file.revision
        if self._seen is None or self._seen[0] != revision:
            tables = {name: self._file.rows(name) for name in JOURNALLED}
            assessment = assessment_of(self._file.id, tables, stored_checklist(self._file))
            self._seen = (revision, assessment, None)
        return self._seen


def _role(decided_by: str) -> str:
    """The role that decided, on one line."""
    return " ".join(clean_text(decided_by, "The role that decided", MAX_NAME).split())
