"""People's names: given, looked for in free text, brought in by a merge, removed everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.session.ids import short_id
from techmodel.session.noun import Noun, clean_name

if TYPE_CHECKING:
    from techmodel.session.session import Session
    from techmodel.store.assessment_file import AssessmentFile


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
