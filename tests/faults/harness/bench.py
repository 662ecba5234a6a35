"""The folders of a case, and the assessments that cases begin with."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CapabilityId, CareModelId, KindId
from techmodel.core.organisations import OrganisationId
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session
from techmodel.store.working_file import Document

if TYPE_CHECKING:
    from random import Random

    from techmodel.session.changes import PairId

THREE = (
    Newcomer("Riverside Trust", KindId("acute")),
    Newcomer("Hill Practice", KindId("gp")),
    Newcomer("Meadow Care Home", KindId("care-home"), 0.5),
)
SIZES = (0, 12, 40)
"""How many answers an assessment may have at first."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where a case works: a document, the application's data, and a place for exports."""

    root: Path

    @property
    def document(self) -> Path:
        """The document."""
        return self.root / "docs" / "a.techmodel"

    @property
    def other(self) -> Path:
        """Another room's copy of it, where there is one."""
        return self.root / "other" / "b.techmodel"

    @property
    def home(self) -> Path:
        """The application's data."""
        return self.root / "home"

    @property
    def work(self) -> Path:
        """Where working files are."""
        return self.home / "work"

    @property
    def out(self) -> Path:
        """Where exports go."""
        return self.root / "out"

    def clear(self) -> None:
        """Make the folders anew, with nothing in them."""
        shutil.rmtree(self.root, ignore_errors=True)
        for folder in (self.document.parent, self.other.parent, self.home, self.out):
            folder.mkdir(parents=True)
        os.environ["TECHMODEL_HOME"] = str(self.home)


@dataclass(frozen=True, slots=True)
class Base:
    """A published assessment: its bytes, and the pairs that are asked in it."""

    data: bytes
    asked: tuple[PairId, ...]


@cache
def base(answers: int) -> Base:
    """An assessment of three organisations with so many answers."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.techmodel"
        draft = Draft("Wendlemere", built_in_checklist(), THREE, [CareModelId("PLACE")])
        document = create_document(path, Path(folder) / "work", draft, force=False)
        session = Session(document.file, document)
        asked = [
            (CapabilityId(c.id), OrganisationId(o))
            for c in session.gaps().capabilities
            for o in c.pairs
        ]
        for number, (capability, organisation) in enumerate(asked[:answers]):
            session.answers.give(capability, organisation, Value(State.LEVEL, number % 6))
        document.close()
        return Base(path.read_bytes(), tuple(asked))


def warm_up() -> None:
    """Make what children would otherwise each make for themselves."""
    for answers in SIZES:
        base(answers)


def put_published(bench: Bench, rng: Random) -> None:
    """Put a published assessment in the place of the document; nobody has it open."""
    bench.document.write_bytes(base(rng.choice(SIZES)).data)


def opened(bench: Bench) -> Session:
    """A session on the document, as the window has it."""
    document = Document.open(bench.document, bench.work)
    return Session(document.file, document)


def die() -> None:
    """Die as a process does that is killed."""
    os.kill(os.getpid(), signal.SIGKILL)
