"""Title, lead, care models, threshold and which domains count."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.session.noun import MAX_NAME, Noun, clean_name, clean_text
from techmodel.wording.numbers import join_words, percent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.checklist import CareModelId, Checklist, DomainId
    from techmodel.core.journal import Json
    from techmodel.session.touched import Touched


class Scope(Noun):
    """The verbs of what the whole assessment is about."""

    def change(self, settings: Mapping[str, Json]) -> Touched:
        """Change several settings as one batch: title, lead, care_models, threshold, domains_out.

        Raises:
            WrongUse: a value that `checked_setting` refuses.
        """
        assessment = self._assessment
        now: dict[str, Json] = {
            "title": assessment.title,
            "lead": assessment.lead,
            "care_models": [str(m) for m in assessment.care_models],
            "threshold": assessment.threshold,
            "domains_out": [str(d) for d in sorted(assessment.domains_out)],
        }
        stored = self._session.stored_settings()
        edits, words = [], []
        for name, value in settings.items():
            new = checked_setting(assessment.checklist, name, value)
            if new == now[name]:
                continue
            edits.append(_edit(name, stored, new))
            words.append(_words(name, new))
        return self._session.apply(edits, "; ".join(words))

    def entitle(self, title: str) -> Touched:
        """Change the title."""
        return self.change({"title": title})

    def choose_models(self, models: Sequence[CareModelId]) -> Touched:
        """Choose the care models anew."""
        return self.change({"care_models": [str(m) for m in models]})

    def cover(self, threshold: float) -> Touched:
        """Change the coverage threshold, 0.5 to 1.0."""
        return self.change({"threshold": threshold})

    def leave_out(self, domains: Iterable[DomainId]) -> Touched:
        """Say which domains are out of scope; all others are in."""
        return self.change({"domains_out": [str(d) for d in sorted(domains)]})


def _edit(name: str, stored: Mapping[str, Json], new: Json) -> Edit:
    if name not in stored:
        return Edit("setting", (name,), WHOLE_ROW, None, {"value": new})
    return Edit("setting", (name,), "value", stored[name], new)


def checked_setting(checklist: Checklist, name: str, value: Json) -> Json:
    """The value as it is stored; WrongUse says what is allowed."""
    if name == "title":
        return clean_name(str(value), "The title")
    if name == "lead":
        return clean_text(str(value), "The lead", MAX_NAME)
    if name == "threshold":
        return checked_threshold(value)
    known = checklist.care_models if name == "care_models" else checklist.domains
    what = "care model" if name == "care_models" else "domain"
    return list(_known_ids([str(k.id) for k in known], value, what))


def checked_threshold(value: Json) -> float:
    """A coverage threshold from 0.5 to 1.0; WrongUse otherwise."""
    if not isinstance(value, int | float) or not math.isfinite(value) or not 0.5 <= value <= 1:
        shown = f"{value:g}" if isinstance(value, float) else value
        raise WrongUse(f"{_THRESHOLD}, not {shown}.")
    return float(value)


def parse_threshold(text: str) -> float:
    """A coverage threshold as the command line writes it: "0.8"; WrongUse otherwise."""
    try:
        number = float(text)
    except ValueError as error:
        raise WrongUse(f"{_THRESHOLD}, not {text!r}.") from error
    return checked_threshold(number)


_THRESHOLD = "The coverage threshold is a share from 0.5 to 1.0, such as 0.8 for 80%"


def _known_ids(known: Sequence[str], value: Json, what: str) -> tuple[str, ...]:
    wanted = {str(v) for v in value} if isinstance(value, list) else {str(value)}
    for id_ in sorted(wanted):
        if id_ not in known:
            raise WrongUse(f"There is no {what} {id_!r}. Choose from: {', '.join(known)}.")
    return tuple(k for k in known if k in wanted)


def _words(name: str, new: Json) -> str:
    """The label of a changed setting."""
    if name == "threshold" and isinstance(new, float):
        return f"Coverage threshold {percent(new)}"
    if isinstance(new, list):
        what = "Care models" if name == "care_models" else "Domains out of scope"
        return f"{what}: {join_words([str(n) for n in new]) or 'none'}"
    return f"{'Title' if name == 'title' else 'Lead'}: {new or 'none'}"
