"""The RAID log in words: kinds, steps of likelihood and impact, scores, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.plan_parts import RaidKind
from techmodel.core.raid import Band, RaidLack, band, score
from techmodel.wording.numbers import join_words, plural, short_date

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from techmodel.core.plan_parts import RaidItem

KINDS = {
    RaidKind.RISK: "Risk",
    RaidKind.ASSUMPTION: "Assumption",
    RaidKind.ISSUE: "Issue",
    RaidKind.DEPENDENCY: "Dependency",
}
MEANINGS = {
    RaidKind.RISK: "Something that may happen and would harm the plan.",
    RaidKind.ASSUMPTION: "Something the plan takes as given; it may prove wrong.",
    RaidKind.ISSUE: "Something that has happened and needs dealing with.",
    RaidKind.DEPENDENCY: "Something that others must do before the plan can go on.",
}
LIKELIHOOD = {
    1: ("Rare", "It would be a surprise: less than 1 in 20."),
    2: ("Unlikely", "Not expected, but it could: up to 1 in 5."),
    3: ("Possible", "It may well happen: up to 1 in 2."),
    4: ("Likely", "It will probably happen: up to 4 in 5."),
    5: ("Almost certain", "Everybody expects it: more than 4 in 5."),
}
"""Each step with its name and what it means."""
IMPACT = {
    1: ("Negligible", "Hardly noticed: days lost, no change for residents."),
    2: ("Minor", "A nuisance: weeks lost, or a little more money."),
    3: ("Moderate", "A project slips by months, or costs a quarter more."),
    4: ("Major", "An outcome or a statutory date is missed, or care is made harder."),
    5: ("Severe", "The plan fails, or residents may come to harm."),
}
"""Each step with its name and what it means."""
BANDS = {
    Band.LOW: "Low",
    Band.MEDIUM: "Medium",
    Band.HIGH: "High",
    Band.VERY_HIGH: "Very high",
}
BAND_MEANINGS = {
    Band.LOW: "Accept it and look again at the next review.",
    Band.MEDIUM: "The owner deals with it.",
    Band.HIGH: "The programme board sees it at every meeting.",
    Band.VERY_HIGH: "The senior responsible owner is told at once.",
}
LACKS = {
    RaidLack.NO_SCORE: "no score",
    RaidLack.NO_OWNER: "no owner",
    RaidLack.NO_RESPONSE: "nothing is done about it",
    RaidLack.DUE_PASSED: "its date has passed",
}
NOT_SCORED = "Not scored"
FIELDS = {
    "kind": "kind",
    "text": "text",
    "cause": "cause",
    "consequence": "consequence",
    "likelihood": "likelihood",
    "impact": "impact",
    "response": "response",
    "owner": "owner",
    "due": "date",
    "is_open": "state",
    "project": "project",
}
"""What the fields of an entry are called in a sentence."""

_SHOWN = 60


def step_name(words: dict[int, tuple[str, str]], step: int | None) -> str:
    """A step of likelihood or impact as lists show it: "4 Likely"; "" for none."""
    return f"{step} {words[step][0]}" if step else ""


def score_words(item: RaidItem) -> str:
    """The score with its band: "12 High"; "Not scored"."""
    number = score(item)
    return NOT_SCORED if number is None else f"{number} {BANDS[band(number)]}"


def score_trace(item: RaidItem) -> str:
    """How the score comes about: "4 Likely × 3 Moderate = 12 High"."""
    if score(item) is None:
        return NOT_SCORED
    likelihood, impact = step_name(LIKELIHOOD, item.likelihood), step_name(IMPACT, item.impact)
    return f"{likelihood} × {impact} = {score_words(item)}"


def short_text(text: str) -> str:
    """The beginning of a text, for labels."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def item_name(item: RaidItem) -> str:
    """An entry in a label: "Risk “A supplier is late”"."""
    return f"{KINDS[item.kind]} “{short_text(item.text)}”"


def raid_headline(items: Sequence[RaidItem], today: date) -> str:
    """The answer to "What could go wrong?" in one or two sentences."""
    if not items:
        return "No risks are written down yet."
    risks = [i for i in items if i.kind is RaidKind.RISK and i.is_open]
    if not risks:
        return "No risk is open."
    numbers = [n for n in map(score, risks) if n is not None]
    top = max(numbers, default=0)
    bands = [b for b in (Band.VERY_HIGH, Band.HIGH) if any(band(n) is b for n in numbers)]
    said = [f"{sum(band(n) is b for n in numbers)} {BANDS[b].lower()}" for b in bands]
    unscored = len(risks) - len(numbers)
    said += [f"{unscored} not scored"] if unscored else []
    counts = f", {join_words(said)}" if said else f", none above {BANDS[band(top)].lower()}"
    late = sum(i.is_open and i.due is not None and i.due < today for i in items)
    more = f" {plural(late, 'date has', 'dates have')} passed." if late else ""
    return f"{plural(len(risks), 'risk is', 'risks are')} open{counts}.{more}"


def raid_change(old: RaidItem, new: RaidItem) -> str:
    """What changed about an entry, for history and undo; the two differ."""
    changed = [f for f in FIELDS if getattr(old, f) != getattr(new, f)]
    about = item_name(old)
    if changed == ["is_open"]:
        return f"{about} {'opened again' if new.is_open else 'closed'}"
    if changed == ["owner"]:
        return f"{about}: owner {new.owner or 'nobody'}"
    if changed == ["due"]:
        return f"{about}: due {short_date(new.due)}" if new.due else f"{about}: no date"
    if changed == ["kind"]:
        return f"{about} is now {_article(new.kind)} {KINDS[new.kind].lower()}"
    if set(changed) <= {"likelihood", "impact"}:
        return f"{about}: {score_words(old)} → {score_words(new)}"
    return f"{about}: {join_words([FIELDS[f] for f in changed])} changed"


def _article(kind: RaidKind) -> str:
    return "an" if kind in {RaidKind.ASSUMPTION, RaidKind.ISSUE} else "a"
