"""Operations done wrongly on purpose: the faults must catch them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tests.faults.calls.operations import SAFE, Operation, edited, look, made
from tests.faults.calls.places import said

from techmodel.core.errors import FileProblem
from techmodel.store.publish import SAFE as WORK_IS_SAFE
from techmodel.store.working_file import read_document

if TYPE_CHECKING:
    from tests.faults.calls.operations import Facts
    from tests.faults.harness.bench import Bench

    from techmodel.session.session import Session


def _in_place(bench: Bench, session: Session) -> None:
    """The document is written where it lies."""
    try:
        bench.document.write_bytes(session.serialize())
    except OSError as error:
        raise FileProblem(WORK_IS_SAFE) from error


def _published(bench: Bench) -> Facts:
    """Only what the document itself says."""
    return (said(read_document(bench.document)),)


def _in_silence(_: Bench, session: Session) -> None:
    """It is said to be done whatever happens."""
    with suppress(FileProblem):
        session.document.publish()


CONTROLS = {
    operation.name: operation
    for operation in (
        Operation("writing in place", made, edited, _in_place, _published, SAFE),
        Operation("publishing in silence", made, edited, _in_silence, look, SAFE),
    )
}
"""By name."""
