"""People's names: given, looked for in free text, brought in by a merge, removed everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import Refused
from techmodel.core.name_search import NameFound, find_name
from techmodel.session.ids import short_id
from techmodel.session.noun import Noun, clean_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techmodel.session.session import Session
    from techmodel.store.assessment_file import AssessmentFile

__all__ = ["NameFound", "Names", "Removed"]


@dataclass(frozen=True, slots=True)
class Removed:
    """What came of removing names.

    Attributes:
        names: how many there were.
        backups: how many copies were written anew without them.
        deleted: how many damaged files were deleted, as they could not be written anew.
        left: one sentence for each file that may still hold names.
        texts: where free text still holds one of them.
    """

    names: int
    backups: int
    deleted: int
    left: tuple[str, ...]
    texts: tuple[NameFound, ...]


class Names(Noun):
    """The names of people in one assessment: stored once each, outside the journal."""

    def __init__(self, session: Session, file: AssessmentFile) -> None:
        super().__init__(session)
        self._file = file

    def all(self) -> dict[str, str]:
        """The names by their ids, in alphabetical order."""
        return self._file.people()

    @property
    def were_removed(self) -> bool:
        """Whether names were removed once, so that no merge brings any back."""
        return self._file.names_removed

    def add(self, name: str) -> str:
        """Store a name; the id under which everything else speaks of this person.

        Raises:
            WrongUse: the name is missing or too long.
            FileProblem: it could not be stored.
        """
        id_ = short_id("person")
        self._file.put_people({id_: clean_name(name, "The name")})
        return id_

    def rename(self, id_: str, name: str) -> None:
        """Give a person another name. Raises as `add`."""
        self._file.put_people({id_: clean_name(name, "The name")})

    def take_over(self, other: Session) -> int:
        """Bring in the names of a file that is merged into ours; how many were new.

        None where names were removed here: they do not come back.

        Raises:
            FileProblem: they could not be stored.
        """
        own = self.all()
        new = {id_: name for id_, name in other.names.all().items() if id_ not in own}
        if self.were_removed or not new:
            return 0
        self._file.put_people(new)
        return len(new)

    def holders(self, name: str) -> tuple[NameFound, ...]:
        """Where free text holds a name: what is shown now, then what only the history keeps."""
        return self._holders([name])

    def remove_all(self) -> Removed:
        """Remove every name from the document, the working file, the backups and what is left.

        Not undone by undo. Free text is not changed: where it holds a name is told.

        Raises:
            Refused: it is only read.
            FileProblem: they could not be removed from the document itself.
        """
        from techmodel.store.forgetting import forget_everywhere

        if self._session.document is None:
            raise Refused("Nothing was removed: this assessment was opened for reading.")
        names = self.all()
        texts = self._holders(names.values())
        done = forget_everywhere(self._session.document)
        return Removed(len(names), done.backups, done.deleted, tuple(done.left), texts)

    def _holders(self, names: Iterable[str]) -> tuple[NameFound, ...]:
        session = self._session
        tables, batches = session.tables(), session.batches()
        taken = [batch for some in session.taken().values() for batch in some]
        found = [f for name in names for f in find_name(name, tables, [*batches, *taken])]
        return tuple(dict.fromkeys(found))
