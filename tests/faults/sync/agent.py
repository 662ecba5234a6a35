"""A program that syncs the folder of a document, as such programs do, and a person beside it."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from random import Random
from typing import TYPE_CHECKING

from tests.faults.harness.checks import expect
from tests.store.builders import answer, batch, die, new_document

from techmodel.core.errors import ChangedMeanwhile, FileProblem, TechmodelError, WorkLeft
from techmodel.store import publish
from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.safe_open import verified_bytes
from techmodel.store.working_file import Document, Leftover, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SAFE = publish.SAFE
STEPS = 14
HELD = 32
"""Windows' error of a file that another program holds."""


class Folder:
    """A synced folder with one document, somebody who works on it, and what was ever in it.

    Attributes:
        safe: ids of batches that were acknowledged to the person, or that a person was shown.
        theirs: ids of what the program put there last; only the program may take it away.
        copies: conflict copies it made, which stay as they are.
        struck: how often something stood in the way.
    """

    def __init__(self, root: Path, rng: Random) -> None:
        self.rng = rng
        self.path = new_document(root / "synced" / "a.techmodel", root / "home" / "work")
        self.work = root / "home" / "work"
        self.aside = self.path.with_name("a (being synced).tmp")
        self.there = root / "there.db"
        self.safe = {b.id for b in read_document(self.path).batches()}
        self.theirs: set[str] = set()
        self.copies: dict[Path, bytes] = {}
        self.struck = 0
        self.older = [self.path.read_bytes()]
        self.document = Document.open(self.path, self.work)

    # What the person does

    def edit(self) -> None:
        """One more answer."""
        made = batch(answer(f"NEW-{len(self.safe)}", "org-0", self.rng.randrange(6)))
        self.document.file.apply(made)
        self.safe.add(made.id)

    def publish(self) -> None:
        """Copy into the document; a conflict is said, and nothing was overwritten."""
        try:
            self.document.publish()
        except FileProblem as error:
            self.struck += 1
            expect(str(error).startswith(SAFE), str(error))
            if isinstance(error, ChangedMeanwhile):
                expect("Nothing was overwritten" in str(error), str(error))
        if self.path.exists():
            self.older.append(self.path.read_bytes())

    def reopen(self) -> None:
        """Close, or be killed, and open again; both versions are kept when there are two."""
        if self.rng.random() < 0.5:
            die(self.document)
        else:
            try:
                self.document.close()
            except FileProblem as error:
                expect(str(error).startswith(SAFE), str(error))
                self.document.close(publish=False)
        if not self.path.exists():
            self.come_back()
        self.safe |= _ids(self.path)
        try:
            self.document = Document.open(self.path, self.work)
        except WorkLeft as error:
            self.struck += 1
            expect("is safe on this computer, but" in str(error), str(error))
            choice = self.rng.choice((Leftover.RECOVER, Leftover.DISCARD))
            self.document = Document.open(self.path, self.work, leftover=choice)

    # What the program does

    def replace_by_older(self) -> None:
        """An older version comes back."""
        self._put(self.rng.choice(self.older))

    def replace_by_theirs(self) -> None:
        """Somebody else's version comes."""
        if not self.path.exists():
            return
        image, _ = verified_bytes(self.path)
        other = AssessmentFile.put(self.there, image)
        other.apply(batch(answer(f"THEIRS-{self.rng.random()}", "org-1", 3)))
        data = other.serialize()
        other.close()
        self._put(data)

    def make_conflict_copy(self) -> None:
        """A copy named after the computer appears beside it."""
        copy = self.path.with_name(f"a-PC{self.rng.randrange(100)}.techmodel")
        if self.path.exists():
            self.copies[copy] = self.path.read_bytes()
            copy.write_bytes(self.copies[copy])

    def go_away(self) -> None:
        """The document is renamed, until it comes back."""
        if self.path.exists():
            self.path.rename(self.aside)

    def come_back(self) -> None:
        """It has its name again."""
        if self.aside.exists() and not self.path.exists():
            self.aside.rename(self.path)

    def hold_while_publishing(self) -> None:
        """It holds the document for some of the tries to replace it."""
        with _held(self.rng.randrange(1, 9)):
            self.edit()
            self.publish()

    def strike_while_publishing(self) -> None:
        """It replaces the document after the temporary file was written, before we look."""
        action = self.rng.choice((self.replace_by_older, self.replace_by_theirs, self.go_away))
        with _before(self.rng.choice(("_check_written", "_check_base")), action):
            self.edit()
            self.publish()

    def _put(self, data: bytes) -> None:
        incoming = self.path.with_name(".incoming")
        incoming.write_bytes(data)
        incoming.replace(self.path)
        self.theirs = _ids(self.path)


WHAT = (
    Folder.edit,
    Folder.edit,
    Folder.publish,
    Folder.publish,
    Folder.reopen,
    Folder.replace_by_older,
    Folder.replace_by_theirs,
    Folder.make_conflict_copy,
    Folder.go_away,
    Folder.come_back,
    Folder.hold_while_publishing,
    Folder.strike_while_publishing,
)


def one_day(root: Path, seed: int) -> tuple[int, str]:
    """How often the program stood in the way, and what was lost; "" if nothing was."""
    rng = Random(seed)
    folder = Folder(root, rng)
    done: list[str] = []
    try:
        for _ in range(STEPS):
            step = rng.choice(WHAT)
            done.append(step.__name__)
            step(folder)
        lost = _lost(folder)
    except (AssertionError, TechmodelError) as error:
        lost = f"{type(error).__name__}: {error}"
    finally:
        with suppress(FileProblem):
            folder.document.close(publish=False)
    return folder.struck, lost and f"seed {seed}, {done}: {lost}"


def _lost(folder: Folder) -> str:
    """What is nowhere any more: neither document nor work nor backup nor copy."""
    kept = [*folder.path.parents[1].rglob("*.techmodel"), folder.aside]
    ids = {batch.id for batch in folder.document.file.batches()}
    ids = ids.union(*(_ids(path) for path in kept if not path.name.startswith("~$")))
    rules = (
        (folder.safe <= ids, "acknowledged answers are nowhere"),
        (folder.theirs <= ids, "what the program put there is nowhere"),
        (
            all(path.read_bytes() == data for path, data in folder.copies.items()),
            "a conflict copy was changed",
        ),
    )
    return "; ".join(sentence for holds, sentence in rules if not holds)


def _ids(path: Path) -> set[str]:
    """The batches of a document; none if it is not there."""
    return {batch.id for batch in read_document(path).batches()} if path.exists() else set()


@contextmanager
def _held(times: int) -> Iterator[None]:
    """The next few tries to replace the document fail as on Windows; no time passes."""
    real, sleep, left = os.replace, time.sleep, [times]

    def replace(source: Path, target: Path) -> None:
        if str(target).endswith(".techmodel") and left[0]:
            left[0] -= 1
            error = PermissionError(13, "held")
            error.winerror = HELD
            raise error
        real(source, target)

    os.replace, time.sleep = replace, lambda _: None
    try:
        yield
    finally:
        os.replace, time.sleep = real, sleep


@contextmanager
def _before(step: str, action: Callable[[], None]) -> Iterator[None]:
    """Something happens just before a step of publishing."""
    real = getattr(publish, step)

    def late(*arguments: object) -> None:
        action()
        real(*arguments)

    setattr(publish, step, late)
    try:
        yield
    finally:
        setattr(publish, step, real)
