"""Named moments: marking, renaming and forgetting them, looking back, and comparing."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from techmodel.core.aliases import aliases_between, aliases_of
from techmodel.core.as_was import tables_at
from techmodel.core.compare import Moment, compare
from techmodel.core.deciding import Deciders
from techmodel.core.errors import OtherAssessment, Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, BatchKind, Edit
from techmodel.core.merge_aliases import in_force, renamed
from techmodel.core.merge_parts import Side
from techmodel.core.progress import find_progress
from techmodel.core.report import Since
from techmodel.core.rounds import NEWEST, default_round, find_rounds
from techmodel.session.ids import short_id
from techmodel.session.moments import moment_of
from techmodel.session.noun import Noun, clean_name
from techmodel.wording.rounds import round_when

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from techmodel.core.compare import Comparison
    from techmodel.core.progress import Progress
    from techmodel.core.rounds import Round, RoundId
    from techmodel.session.session import Session
    from techmodel.session.touched import Touched


class Rounds(Noun):
    """The verbs of rounds, and what can be seen of them.

    The past does not change, so a moment once worked out is kept.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._moments: dict[int, Moment] = {}

    def all(self) -> tuple[Round, ...]:
        """The rounds in the order in which they were marked."""
        return find_rounds(self._session.rows("round"), self._session.batches())

    def named(self, name: str) -> Round:
        """The round of this name, ignoring case; WrongUse lists those there are."""
        found = self._find(name)
        if found is None:
            names = ", ".join(f"{r.name} ({round_when(r)})" for r in self.all()) or "none yet"
            raise WrongUse(f"There is no round {name!r} in this assessment. There are: {names}.")
        return found

    def mark(self, name: str) -> Touched:
        """Mark this moment with a name.

        Raises:
            WrongUse: no name, or one that is too long.
            Refused: another round has the name.
        """
        kept = self._free_name(name)
        now = self._session.now().astimezone(UTC)
        row = {"name": kept, "at": now.strftime("%Y-%m-%dT%H:%M:%SZ")}
        edit = Edit("round", (short_id("round"),), WHOLE_ROW, None, {**row})
        return self._apply(edit, f"Round “{kept}” marked")

    def rename(self, round_: RoundId, name: str) -> Touched:
        """Give a round another name. WrongUse and Refused as `mark`."""
        held = self._known(round_)
        kept = self._free_name(name, but=round_)
        edit = Edit("round", (round_,), "name", held.name, kept)
        return self._apply(edit, f"Round “{held.name}” is now “{kept}”")

    def forget(self, round_: RoundId) -> Touched:
        """Forget a round; its moment stays in the history. WrongUse for an unknown one."""
        held = self._known(round_)
        row = self._session.tables()["round"][round_,]
        edit = Edit("round", (round_,), WHOLE_ROW, {**row}, None)
        return self._apply(edit, f"Round “{held.name}” forgotten")

    def at(self, round_: Round) -> Session:
        """The assessment as it was at a round, for reading only."""
        return self._session.as_of(round_.revision)

    def moments(self, rounds: Sequence[Round]) -> tuple[Moment, ...]:
        """The assessment at each of some rounds, as values."""
        wanted = {r.revision for r in rounds} - self._moments.keys()
        if wanted:
            id_ = self._assessment.id
            for revision, tables in tables_at(self._session.batches(), wanted).items():
                self._moments[revision] = moment_of(id_, tables)
        return tuple(self._moments[r.revision] for r in rounds)

    def now(self) -> Moment:
        """The assessment as it is now, as a value."""
        session = self._session
        return Moment(session.assessment(), session.gaps(), session.tables())

    def progress(self, round_: Round) -> Progress:
        """The progress from a round to now (design.md 4.6)."""
        return find_progress(self.moments([round_])[0].gaps, self._session.gaps())

    def compare(self, round_: Round) -> Comparison:
        """Everything that changed from a round to now."""
        known = (b.id for b in self._session.batches() if b.revision <= round_.revision)
        return self._compare(self.moments([round_])[0], known)

    def compare_with(self, other: Session) -> Comparison:
        """Everything that is another than in another file of the same assessment.

        Raises:
            OtherAssessment: it is a file of another assessment.
        """
        moment = other.rounds.now()
        if moment.assessment.id != self._assessment.id:
            raise OtherAssessment(
                f"‘{moment.assessment.title}’ is another assessment, so there is nothing to "
                "compare. Choose a copy of this one."
            )
        known = [b.id for b in other.batches()]
        known += [b.id for some in other.taken().values() for b in some]
        return self._compare(moment, known)

    def since(self, round_: RoundId | None = NEWEST) -> Since | None:
        """What reports say about the progress since a round; None where there is none.

        `NEWEST` and a round that is gone stand for the one taken when nobody says which.
        """
        rounds = self.all()
        chosen = next((r for r in rounds if r.id == round_), None)
        if chosen is None and round_ is not None:
            chosen = default_round(rounds, self._session.batches())
        if chosen is None:
            return None
        then, found = self.moments([chosen])[0], self.compare(chosen)
        progress = find_progress(then.gaps, self._session.gaps())
        return Since(chosen, then.gaps, progress, found.flows, found.stages)

    def _compare(self, then: Moment, known: Iterable[str]) -> Comparison:
        """Compare with now, organisations that have become one since seen as one."""
        session, now = self._session, self.now()
        present = {str(o.id) for o in now.assessment.organisations}
        aliases = aliases_between((then.tables, now.tables), present)
        side = Side((), then.tables)
        aliases = in_force(aliases, side)
        if aliases:
            then = moment_of(then.assessment.id, renamed(side, aliases).tables)
        batches = session.batches()
        deciders = Deciders(batches, session.taken(), aliases_of(batches, present))
        return compare(then, now, deciders.since(known))

    def _apply(self, edit: Edit, label: str) -> Touched:
        return self._session.apply([edit], label, kind=BatchKind.ROUND)

    def _find(self, name: str) -> Round | None:
        wanted = " ".join(name.split()).casefold()
        return next((r for r in self.all() if r.name.casefold() == wanted), None)

    def _known(self, round_: RoundId) -> Round:
        for found in self.all():
            if found.id == round_:
                return found
        raise WrongUse(f"There is no round {round_!r} in this assessment.")

    def _free_name(self, name: str, but: RoundId | None = None) -> str:
        kept = clean_name(name, "The name of the round")
        held = self._find(kept)
        if held is not None and held.id != but:
            raise Refused(
                f"There is a round “{held.name}” already, of {round_when(held)}. "
                "Choose another name."
            )
        return kept
