"""The verbs of the conditions for change: a level 0..5 and a note for each factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import LEVELS
from techmodel.core.conditions import Condition, condition_fields, condition_of, find_standing
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.session.noun import Noun, clean_text
from techmodel.wording import conditions as wording
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.conditions import Factor, FactorId, Standing
    from techmodel.session.touched import Touched


class Conditions(Noun):
    """The verbs of the conditions for change, and how they stand."""

    def factors(self) -> tuple[Factor, ...]:
        """What this assessment's checklist asks; empty where it asks nothing."""
        conditions = self._assessment.checklist.conditions
        return conditions.factors if conditions else ()

    def factor(self, id_: FactorId) -> Factor:
        """The factor with this id.

        Raises:
            WrongUse: there is none; the sentence names those there are.
        """
        factors = self.factors()
        for factor in factors:
            if factor.id == id_:
                return factor
        if not factors:
            raise WrongUse(wording.NO_FACTORS)
        names = join_words([f.id for f in factors])
        raise WrongUse(f"There is no condition for change {id_!r} here. There are: {names}.")

    def all(self) -> Mapping[FactorId, Condition]:
        """Everything that is recorded, by factor; also of factors that have gone."""
        return {c.factor: c for c in map(condition_of, self._session.rows("condition"))}

    def standing(self) -> Standing:
        """How the conditions stand: counted by themselves."""
        return find_standing(self._assessment.checklist.conditions, self.all())

    def give(self, factor: FactorId, level: int, note: str | None = None) -> Touched:
        """Record the level of one factor; a note of None stays as it is.

        Raises:
            WrongUse: an unknown factor, a level outside 0..5, or a note that is too long.
        """
        name = self.factor(factor).name
        old = self.all().get(factor)
        said = note if note is not None else old.note if old else ""
        new = Condition(factor, _checked(name, level), clean_text(said, f"The note on “{name}”"))
        return self._record({factor: new})

    def give_many(self, levels: Mapping[FactorId, int]) -> Touched:
        """Record the levels of several factors as one batch; notes stay. Raises as `give`."""
        stored = self.all()
        made = {}
        for factor, level in levels.items():
            checked = _checked(self.factor(factor).name, level)
            note = stored[factor].note if factor in stored else ""
            made[factor] = Condition(factor, checked, note)
        return self._record(made)

    def note(self, factor: FactorId, text: str) -> Touched:
        """Write down why this level.

        Raises:
            WrongUse: an unknown factor, or a text that is too long.
            Refused: it has no level yet.
        """
        name = self.factor(factor).name
        old = self.all().get(factor)
        if old is None:
            raise Refused(f"“{name}” has no level yet. Choose one first; then add the note.")
        return self.give(factor, old.level, text)

    def clear(self, factor: FactorId) -> Touched:
        """Take back the answer and the note of one factor.

        Raises:
            WrongUse: an unknown factor.
        """
        old = self.all().get(factor)
        if old is None:
            self.factor(factor)
            return self._session.apply([], "")
        edit = Edit("condition", (factor,), WHOLE_ROW, condition_fields(old), None)
        name = wording.factor_name(self._assessment.checklist, factor)
        label = wording.change_words(name, [wording.level_change(old.level, None)])
        return self._session.apply([edit], label)

    def _record(self, given: Mapping[FactorId, Condition]) -> Touched:
        stored = self.all()
        changed = [new for id_, new in given.items() if stored.get(id_) != new]
        edits = [edit for new in changed for edit in _edits(stored.get(new.factor), new)]
        if len(changed) != 1:
            return self._session.apply(edits, wording.many_words(len(changed)))
        (new,) = changed
        name = wording.factor_name(self._assessment.checklist, new.factor)
        said = _said(stored.get(new.factor), new)
        return self._session.apply(edits, wording.change_words(name, said))


def _checked(name: str, level: int) -> int:
    if level not in LEVELS:
        raise WrongUse(f"A level is 0 to 5; “{name}” cannot have {level}.")
    return level


def _said(old: Condition | None, new: Condition) -> list[str]:
    """What changed, in words."""
    before = old.level if old else None
    said = [] if before == new.level else [wording.level_change(before, new.level)]
    return said if (old.note if old else "") == new.note else [*said, "note"]


def _edits(old: Condition | None, new: Condition) -> list[Edit]:
    key, after = (new.factor,), condition_fields(new)
    if old is None:
        return [Edit("condition", key, WHOLE_ROW, None, after)]
    before = condition_fields(old)
    return [Edit("condition", key, f, before[f], after[f]) for f in before]
