"""Progress since a round in words, and where each figure comes from (design.md 4.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.explain import Explanation, Line
from techmodel.wording.numbers import (
    british_date,
    level_range,
    percent_beside,
    percent_range,
    plural,
    short_number,
    sum_number,
)
from techmodel.wording.rounds import local_moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import DomainId
    from techmodel.core.progress import Advance, Progress, ProgressPart
    from techmodel.core.report import Since

NOTHING_COMPARED = "nothing to compare"
FALLEN = "fell back"
NOTHING_TO_CLOSE = "nothing to close"
"""What stands for a progress that is none, in places for a figure."""

MINUS = "−"


def share_words(share: float) -> str:
    """A progress as a percentage: "22%", "−5%"; never 0% or 100% unless it is."""
    size = abs(share)
    limit = 0.0 if size < 0.5 else 1.0
    return (MINUS if share < 0 else "") + percent_beside(size, limit)


def advance_words(advance: Advance) -> str:
    """The progress in few words, for cells: "22%", "nothing to compare", "fell back".

    Where nothing was missing the share of it is 1 (design.md 4.6), but 100% would look like
    progress, so it is "nothing to close".
    """
    if _has_figure(advance):
        return share_words(advance.share or 0.0)
    if advance.share is not None:
        return NOTHING_TO_CLOSE
    return FALLEN if advance.falls else NOTHING_COMPARED


def round_choice(name: str, advance: Advance) -> str:
    """A round in a list to choose from: "Spring 2026: 22% of the way"."""
    way = " of the way" if _has_figure(advance) else ""
    return f"{name}: {advance_words(advance)}{way}"


def _has_figure(advance: Advance) -> bool:
    """Whether people are told a percentage."""
    return advance.share is not None and bool(advance.to_close)


def advance_sentence(advance: Advance, since: str) -> str:
    """How far one domain, or the whole, has come since a round, with what is counted apart."""
    return " ".join(filter(None, (way_sentence(advance, since), _apart(advance))))


def way_sentence(advance: Advance, since: str) -> str:
    """How far one domain, or the whole, has come since a round, and how many levels fell."""
    share = advance.share
    if share is None and not advance.falls:
        return f"Nothing can be compared with {since}: no level was known both then and now."
    if share is None:
        return f"Every target compared was reached at {since}, and {_fell(advance)}."
    if not advance.to_close:
        return f"Every target compared was reached at {since} and still is."
    fell = f"; {_fell(advance)}" if advance.falls else ""
    if share > 0:
        return f"{share_words(share)} of the way to target since {since}{fell}."
    if share == 0:
        return f"No nearer to target than at {since}{fell}."
    return f"Further from target than at {since}, by {share_words(-share)} of the way{fell}."


def way_prose(advance: Advance, since: str) -> str:
    """The same as `way_sentence` for running text: "Since Spring 2026 the partners have ..."."""
    share = advance.share
    if share is None or not advance.to_close:
        return way_sentence(advance, since)
    fell = f"; {_fell(advance)}" if advance.falls else ""
    if share > 0:
        way = f"come {share_words(share)} of the way from there to the target"
    elif share == 0:
        way = "come no nearer to the target"
    else:
        way = f"moved away from the target, by {share_words(-share)} of the way"
    return f"Since {since} the partners have {way}{fell}."


def advance_prose(advance: Advance, since: str) -> str:
    """How far one domain, or the whole, has come, in running text with what is counted apart."""
    return " ".join(filter(None, (way_prose(advance, since), _apart(advance))))


def _fell(advance: Advance) -> str:
    count = len(advance.falls)
    return f"{plural(count, 'level')} fell"


def _apart(advance: Advance) -> str:
    """What is counted apart: "12 newly known and 1 no longer known count apart."."""
    groups = [
        f"{len(parts):,} {words}"
        for parts, words in (
            (advance.newly_known, "newly known"),
            (advance.no_longer_known, "no longer known"),
        )
        if parts
    ]
    if not groups:
        return ""
    total = len(advance.newly_known) + len(advance.no_longer_known)
    return f"{' and '.join(groups)} {'counts' if total == 1 else 'count'} apart."


def progress_lead(since: Since) -> str:
    """When the round was, how then and now are measured, and what was told then if it differs."""
    day = british_date(local_moment(since.round.at).date())
    said = (
        f"{since.round.name} was marked on {day}. Then and now are shares of today’s targets, so "
        "that they can be compared."
    )
    told = percent_range(since.then.overall.attainment)
    if told == percent_range(since.progress.overall.reached_then):
        return said
    return f"{said} Of the targets of then, {told} was reached."


def fall_words(assessment: Assessment, part: ProgressPart) -> str:
    """A capability and its two levels: "REC-02 Shared record: 3 → 2, target 4"."""
    return (
        f"{named(assessment, part)}: {level_range(part.then)} → {level_range(part.now)}, "
        f"target {part.target}"
    )


def named(assessment: Assessment, part: ProgressPart) -> str:
    """A capability as a person knows it: "REC-02 Shared record"."""
    found = assessment.checklist.capability(part.capability)
    return f"{part.capability} {found.name}" if found else part.capability


def explain_progress(
    assessment: Assessment, progress: Progress, domain: DomainId | None, since: str
) -> Explanation:
    """Why the progress since a round is what it is, over all or in one domain.

    One line for each capability of a domain that is compared, or for each domain of the whole.
    """
    advance = progress.overall if domain is None else progress.of(domain)
    if advance is None:
        raise KeyError(domain)
    said = advance_words(advance)
    if domain is None:
        lines = _domain_lines(assessment, progress.domains)
    else:
        lines = [Line(_part_words(p), _of(p.gained, p.to_close)) for p in advance.compared]
    totals = (
        Line("Won up to the target, less what fell", _signed(advance.gained)),
        Line(f"Missing to the targets at {since}", f"÷ {short_number(advance.to_close)}"),
        Line("Share of the way gone", said),
    )
    why = said if _has_figure(advance) else "is there no figure"
    return Explanation(f"Why {why} since {since}?", (*lines, *totals), _note(advance))


def _domain_lines(assessment: Assessment, domains: Sequence[Advance]) -> list[Line]:
    names = {d.id: d.name for d in assessment.checklist.domains}
    return [
        Line(names[d.domain], _of(d.gained, d.to_close))
        for d in domains
        if d.domain is not None and d.compared
    ]


def _part_words(part: ProgressPart) -> str:
    levels = f"{level_range(part.then)} → {level_range(part.now)}"
    return f"{part.capability}: {levels}, target {part.target}, weight {short_number(part.weight)}"


def _of(gained: float, to_close: float) -> str:
    return f"{_signed(gained)} of {sum_number(to_close)}"


def _signed(number: float) -> str:
    return (MINUS if number < 0 else "") + sum_number(abs(number))


def _note(advance: Advance) -> str:
    """What is left out, and the rule of nothing to close."""
    counts = (
        (advance.newly_known, "newly known"),
        (advance.no_longer_known, "no longer known"),
        (advance.never_known, "known neither then nor now"),
    )
    apart = ", ".join(f"{len(parts):,} {words}" for parts, words in counts if parts)
    notes = [f"Counted apart: {apart}."] if apart else []
    if not advance.to_close and advance.falls:
        notes.append("Nothing was missing then, so what fell cannot be a share of it.")
    elif not advance.to_close and advance.compared:
        notes.append("Nothing was missing then among what can be compared.")
    return " ".join(["Measured against today’s targets.", *notes])
