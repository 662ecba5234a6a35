"""The open assessment and everything a person can do to it; knows no window."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import Batch, BatchKind, inverse, next_redo, next_undo
from techmodel.core.rounds import NEWEST
from techmodel.core.tables import assessment_of
from techmodel.session.answers import Answers
from techmodel.session.backups import SpareCopies
from techmodel.session.content import stored_checklist
from techmodel.session.evidence import EvidenceNotes
from techmodel.session.ids import uuid7
from techmodel.session.noun import MAX_NAME, clean_text
from techmodel.session.nouns import LazyNouns
from techmodel.session.organisations import Organisations
from techmodel.session.scope import Scope
from techmodel.session.targets import Targets
from techmodel.session.touched import Touched, touched_by

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.core.journal import Edit, Json, Tables
    from techmodel.core.report import Report
    from techmodel.core.rounds import RoundId
    from techmodel.session.names import Names
    from techmodel.store.assessment_file import AssessmentFile
    from techmodel.store.working_file import Document

LARGE = frozenset({BatchKind.IMPORT, BatchKind.MERGE, BatchKind.UPDATE})
"""The kinds of batches before which a spare copy is made (design.md 5)."""
JOURNALLED = ("setting", "organisation", "answer", "evidence", "override", "flow")


def utc_now() -> datetime:
    """The clock of the real world."""
    return datetime.now(UTC)


class Session(LazyNouns):
    """One open assessment: reads as nouns, verbs by noun, undo and redo.

    Every verb writes one batch, durable when it returns, and returns the `Touched` flags of what
    it changed; it raises `WrongUse` or `Refused` with a sentence and then has changed nothing.
    After a `FileProblem` its batch may be there all the same: see `look_again`.

    Attributes:
        document: where the work is published to; None for a file opened for reading only.
        answers, evidence, organisations, targets, scope: the verbs, one class per noun; rounds,
            plan, scenarios and others come from `LazyNouns`.
        backups, names: spare copies, and people's names; outside the journal.
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
        self._told = file.revision
        self._seen: tuple[int, Assessment, Gaps | None] | None = None
        self._taken: tuple[int, Mapping[str, tuple[Batch, ...]]] | None = None
        self.answers = Answers(self)
        self.evidence = EvidenceNotes(self)
        self.organisations = Organisations(self)
        self.targets = Targets(self)
        self.scope = Scope(self)
        self.backups = SpareCopies(self)

    @property
    def read_only(self) -> bool:
        """Whether verbs are refused because the file was opened for reading."""
        return self._file.read_only

    @cached_property
    def names(self) -> Names:
        """The names of people."""
        from techmodel.session.names import Names

        return Names(self, self._file)

    @property
    def seal(self) -> str:
        """The digest of everything in the file: another after any change."""
        return self._file.seal

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

    def rows(self, table: str) -> tuple[dict[str, Json], ...]:
        """The rows of a journalled table with their keys, in the table's order."""
        return self._file.rows(table)

    def stored_settings(self) -> dict[str, Json]:
        """The settings as they are stored, by name; those never set are absent."""
        return {str(r["name"]): r["value"] for r in self.rows("setting")}

    def batches(self) -> tuple[Batch, ...]:
        """The whole journal, oldest first."""
        return self._file.batches()

    def tables(self) -> Tables:
        """All journalled tables by key, as replaying the journal gives them."""
        return self._file.tables()

    def taken(self) -> Mapping[str, tuple[Batch, ...]]:
        """The batches of other files that merges took over, by the id of the merge, in order."""
        if self._taken is None or self._taken[0] != self.revision:
            self._taken = (self.revision, self._file.taken())
        return self._taken[1]

    def as_of(self, revision: int) -> Session:
        """The assessment as it was just after a batch, for reading only."""
        return Session(self._file.as_of(revision), now=self.now)

    def report(
        self,
        *,
        version: str,
        since: RoundId | None = NEWEST,
        with_plan: bool = True,
        with_guides: bool = False,
    ) -> Report:
        """The frozen picture from which exports are made, with today's clock.

        Args:
            version: the program's.
            since: the round to compare with, None for none.
            with_plan: whether what is planned is worked out; not every export shows it.
            with_guides: whether the report ends with the guides from the field.
        """
        from techmodel.session.reporting import take_report

        return take_report(
            self, version=version, since=since, with_plan=with_plan, with_guides=with_guides
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
        label = f"Undo: {taken.label}"
        return self.apply(inverse(taken), label, kind=BatchKind.UNDO, takes=taken.id)

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
        """Write one batch, without edits that change nothing; none if that leaves it empty.

        Args:
            edits: what changes.
            label: what it is called in history, undo and redo.
            kind: why the batch is made.
            decided_by: the role that decided.
            takes: of an undo or redo, the id of the batch it takes back or re-applies.
        """
        real = tuple(e for e in edits if e.old != e.new)
        if not real and not takes:
            return self.look_again()
        return self._write(self._batch(real, label, kind, decided_by, takes))

    def take_over(self, edits: Sequence[Edit], label: str, taken: Sequence[Batch]) -> Touched:
        """Write one batch of kind merge; none if it would change nothing and take over nothing.

        Args:
            edits: what brings our tables to the merged state; one that changes nothing says
                that somebody decided to keep what is there.
            label: what it is called in history, undo and redo.
            taken: the batches of the other file that it takes over, in their order.
        """
        if not edits and not taken:
            return self.look_again()
        return self._write(self._batch(tuple(edits), label, BatchKind.MERGE), taken)

    def _batch(
        self,
        edits: tuple[Edit, ...],
        label: str,
        kind: BatchKind,
        decided_by: str = "",
        takes: str = "",
    ) -> Batch:
        """A batch of now, not yet written."""
        now = self.now()
        return Batch(
            id=uuid7(now),
            kind=kind,
            at=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            label=label,
            edits=edits,
            decided_by=_role(decided_by),
            takes=takes,
        )

    def _write(self, batch: Batch, taken: Sequence[Batch] = ()) -> Touched:
        """Write a batch; what it touched. Before a large one a spare copy is made."""
        if batch.kind in LARGE:
            self.backups.before(f"before-{batch.kind}")
        told, self._told = self._told, self._file.apply(batch, taken).revision
        touched = Touched.HISTORY if self._told == told + 1 else Touched.ALL
        for edit in batch.edits:
            touched |= touched_by(edit)
        return touched

    def look_again(self) -> Touched:
        """ALL if the file holds what a verb could not confirm (F27); the next one tells it too."""
        self._file.settle()
        told, self._told = self._told, self._file.revision
        return Touched.NONE if told == self._told else Touched.ALL

    def serialize(self) -> bytes:
        """The whole document as bytes, with its journal, to be written as a copy."""
        return self._file.serialize()

    def close(self) -> None:
        """Publish what is not yet published and let the document go."""
        (self.document or self._file).close()

    def _picture(self) -> tuple[int, Assessment, Gaps | None]:
        """The values of this revision; read again as soon as the revision is another."""
        self._file.settle()
        revision = self._file.revision
        if self._seen is None or self._seen[0] != revision:
            tables = {name: self._file.rows(name) for name in JOURNALLED}
            assessment = assessment_of(self._file.id, tables, stored_checklist(self._file))
            self._seen = (revision, assessment, None)
        return self._seen


def _role(decided_by: str) -> str:
    """The role that decided, on one line."""
    return " ".join(clean_text(decided_by, "The role that decided", MAX_NAME).split())
