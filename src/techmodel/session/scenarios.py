"""Scenarios: terms of the plan kept under a name, to look at beside it, or to become it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.plan_names import TERMS
from techmodel.core.plan_rows import terms_json
from techmodel.session.ids import short_id
from techmodel.session.noun import Noun, clean_name
from techmodel.session.plan_edits import setting_edit
from techmodel.session.plan_terms import checked_terms

if TYPE_CHECKING:
    from techmodel.core.plan_parts import Scenario, Terms
    from techmodel.session.touched import Touched


class Scenarios(Noun):
    """The verbs of scenarios, and those there are."""

    def all(self) -> tuple[Scenario, ...]:
        """Those that are kept, by name."""
        found = self._session.plan.book().scenarios
        return tuple(sorted(found, key=lambda s: (s.name.casefold(), s.id)))

    def is_plan(self, scenario: Scenario) -> bool:
        """Whether a scenario is what the plan is worked out under now."""
        return scenario.terms == self._session.plan.book().terms

    def keep(self, name: str, terms: Terms) -> Touched:
        """Keep terms under a name; the plan stays as it is.

        Raises:
            WrongUse: no name, or terms that the plan cannot be worked out under.
            Refused: another scenario has the name.
        """
        kept = self._free_name(name)
        checked = checked_terms(self._assessment, self._session.plan.book(), terms)
        row = {"name": kept, "terms": terms_json(checked)}
        edit = Edit("scenario", (short_id("scenario"),), WHOLE_ROW, None, row)
        return self._session.apply([edit], f"Scenario “{kept}” kept")

    def change(self, scenario: str, terms: Terms) -> Touched:
        """Keep other terms under the name of a scenario. WrongUse as `keep`."""
        held = self._known(scenario)
        checked = checked_terms(self._assessment, self._session.plan.book(), terms)
        old, new = terms_json(held.terms), terms_json(checked)
        edit = Edit("scenario", (held.id,), "terms", old, new)
        return self._session.apply([edit], f"Scenario “{held.name}” changed")

    def rename(self, scenario: str, name: str) -> Touched:
        """Give a scenario another name. WrongUse and Refused as `keep`."""
        held = self._known(scenario)
        kept = self._free_name(name, but=scenario)
        edit = Edit("scenario", (held.id,), "name", held.name, kept)
        return self._session.apply([edit], f"Scenario “{held.name}” is now “{kept}”")

    def forget(self, scenario: str) -> Touched:
        """Forget a scenario; undo brings it back."""
        held = self._known(scenario)
        row = {"name": held.name, "terms": terms_json(held.terms)}
        edit = Edit("scenario", (held.id,), WHOLE_ROW, row, None)
        return self._session.apply([edit], f"Scenario “{held.name}” forgotten")

    def adopt(self, scenario: str) -> Touched:
        """Let the plan be worked out under the terms of a scenario."""
        held = self._known(scenario)
        terms = checked_terms(self._assessment, self._session.plan.book(), held.terms)
        edit = setting_edit(TERMS, self._session.stored_settings(), terms_json(terms))
        return self._session.apply([edit], f"Scenario “{held.name}” is the plan")

    def _known(self, scenario: str) -> Scenario:
        for found in self.all():
            if found.id == scenario:
                return found
        raise WrongUse(f"There is no scenario {scenario!r} in this plan.")

    def _free_name(self, name: str, but: str = "") -> str:
        kept = clean_name(name, "The name of the scenario")
        for held in self.all():
            if held.id != but and held.name.casefold() == kept.casefold():
                raise Refused(f"There is a scenario “{held.name}” already. Choose another name.")
        return kept
