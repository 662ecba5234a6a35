"""Deciding on a target other than the care models ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.assessment import Override
from techmodel.core.checklist import LEVELS
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.tables import override_json
from techmodel.session.noun import MAX_NAME, Noun, clean_text, known_capability

if TYPE_CHECKING:
    from techmodel.core.checklist import CapabilityId
    from techmodel.session.touched import Touched


class Targets(Noun):
    """The verbs of targets."""

    def aim(
        self,
        capability: CapabilityId,
        level: int,
        reason: str,
        *,
        owner: str = "",
        decided_by: str = "",
    ) -> Touched:
        """Hold the target of a capability at a level, with a reason; 0 means not pursued.

        Raises:
            WrongUse: unknown capability, level outside 0..5, no reason.
        """
        known_capability(self._assessment, capability)
        if level not in LEVELS:
            raise WrongUse(f"{capability}: a target is a whole number from 0 to 5, not {level!r}.")
        why = clean_text(reason, f"The reason for the target of {capability}")
        if not why:
            raise WrongUse(f"{capability}: say why the target changes; a reason is required.")
        new = Override(capability, int(level), why, clean_text(owner, "The owner", MAX_NAME))
        old = self._assessment.overrides.get(capability)
        if old is None:
            edit = Edit("override", (capability,), WHOLE_ROW, None, {"value": override_json(new)})
        else:
            edit = Edit("override", (capability,), "value", override_json(old), override_json(new))
        was = str(old.level) if old else "as asked"
        label = f"Target of {capability}: {was} → {level}"
        return self._session.apply([edit], label, decided_by=decided_by)

    def clear(self, capability: CapabilityId) -> Touched:
        """Go back to what the care models ask for. Refused when nothing was decided."""
        known_capability(self._assessment, capability)
        old = self._assessment.overrides.get(capability)
        if old is None:
            raise Refused(
                f"The target of {capability} is not set by decision, so there is nothing to clear."
            )
        edit = Edit("override", (capability,), WHOLE_ROW, {"value": override_json(old)}, None)
        return self._session.apply([edit], f"Target of {capability}: {old.level} → as asked")
