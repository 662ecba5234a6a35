"""What Set-up says: what the assessment is about, and what a change would do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from techmodel.wording.numbers import (
    british_date,
    half_up,
    join_words,
    percent,
    plural,
    short_number,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.core.asks import Asks, DomainAsks
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Checklist
    from techmodel.core.effects import Effect, TargetChange
    from techmodel.core.organisations import OrganisationId

QUESTION = "What is this assessment about?"
NO_EFFECT = "No question, target or level changes."
FAMILIES = {"programme": "Of the programme", "today": "Of today"}
"""The two families of care models."""
TITLE_HINT = "As it will stand on the report, such as Wendlemere place partnership."
SEVERAL_MODELS = (
    "A care model sets the level to aim for in every capability it needs. With several, the most "
    "demanding counts."
)
LEAD_HINT = "A role, not a person’s name, such as IM&T lead."
COVERAGE = (
    "A level counts for the partnership when partners holding at least this share of the weight "
    "have reached it. A lower share hides more of those who are behind."
)
DOMAINS = "A domain out of scope asks nothing and has no targets. Its answers are kept."
LEFT = "Those who left"
LEFT_HINT = "Their answers are kept and do not count."
CARRIED = (
    "This assessment carries the checklist it was made with, so that it reads the same on every "
    "computer."
)
DECIDED = (
    "A target set by decision holds whatever the care models ask for, and nothing raises it. "
    "Decide one on its card in the Checklist; change or clear it here."
)
NOTHING_DECIDED = (
    "No target is set by decision: each is what the care models ask for. To decide otherwise, "
    "open the capability’s card in the Checklist and choose Change target."
)
SECTIONS = (
    *("Title and lead", "Organisations", "Care models", "Scope", "Decided targets", "Checklist"),
)
NAMED = 3
"""So many organisations or targets are named; of more, only how many there are."""

_NUMBERS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)


def counted(number: int, one: str) -> str:
    """A count in words up to twelve: "two care models", "20 partners", "no partners"."""
    words = plural(number, one)
    if number >= len(_NUMBERS):
        return words
    return words.replace(str(number), _NUMBERS[number], 1)


def headline(assessment: Assessment, questions: int) -> str:
    """What the assessment is about: "Seven partners, 407 questions, two care models."."""
    partners = counted(len(assessment.scope), "partner")
    models = counted(len(assessment.care_models), "care model")
    words = f"{partners}, {plural(questions, 'question')}, {models}."
    return words[0].upper() + words[1:]


def asks_words(asks: Asks) -> str:
    """What a care model asks for: "asks for 68 capabilities, 41 at level 3 or more"."""
    capabilities = plural(asks.capabilities, "capability", "capabilities")
    return f"asks for {capabilities}, {asks.demanding:,} at level 3 or more"


def domain_asks_words(asks: DomainAsks) -> str:
    """What is asked for in one domain: "2.8 on average, at most 4"."""
    if not asks.highest:
        return "nothing"
    return f"{half_up(asks.average, 1)} on average, at most {asks.highest}"


def domain_words(capabilities: int, questions: int) -> str:
    """What a domain holds: "9 capabilities, 58 questions"."""
    return f"{plural(capabilities, 'capability', 'capabilities')}, {plural(questions, 'question')}"


def threshold_example(threshold: float, organisations: Sequence[tuple[str, float]]) -> str:
    """The coverage threshold worked through for these organisations (name, weight)."""
    weights = [weight for _, weight in organisations]
    total, count = sum(weights), len(weights)
    if not count:
        return ""
    if count == 1:
        return (
            f"With one organisation, the level of {organisations[0][0]} is the level that counts."
        )
    needed = f"{short_number(threshold * total)} of {short_number(total)} weight"
    said = f"With {percent(threshold)}, partners holding {needed} must have reached a level"
    if len(set(weights)) == 1:
        enough = math.ceil(threshold * count - 1e-9)
        every = f"all {count}" if enough == count else f"{enough} of your {count}"
        return f"{said}: {every} organisations."
    spare = total * (1 - threshold) + 1e-9
    needed_names = [name for name, weight in organisations if weight > spare]
    if not needed_names:
        return f"{said}. No single organisation can hold a level back."
    return f"{said}. No level counts without {_named(needed_names)}."


def effect_words(effect: Effect, names: Mapping[OrganisationId, str]) -> str:
    """What a change would do: "Adds 68 questions for Hillside Care; 3 targets change."."""
    clauses = [*_question_clauses(effect, names), *_target_clauses(effect.targets)]
    clauses += _level_clauses(effect)
    if not clauses:
        return NO_EFFECT
    words = "; ".join(clauses)
    return f"{words[0].upper()}{words[1:]}."


def _question_clauses(effect: Effect, names: Mapping[OrganisationId, str]) -> list[str]:
    said = []
    if effect.added:
        said.append(f"adds {_sum(effect.added, 'question')} for {_who(effect.added, names)}")
    if effect.taken_up:
        answers = _sum(effect.taken_up, "kept answer")
        said.append(f"counts {answers} of {_who(effect.taken_up, names)} again")
    if effect.removed:
        removed = _sum(effect.removed, "question")
        said.append(f"takes {removed} away from {_who(effect.removed, names)}")
    if effect.set_aside:
        answers, kept = _sum(effect.set_aside, "answer"), "they are kept"
        if sum(effect.set_aside.values()) == 1:
            kept = "it is kept"
        said.append(f"sets aside {answers} of {_who(effect.set_aside, names)}; {kept}")
    return said


def _target_clauses(targets: Sequence[TargetChange]) -> list[str]:
    if not targets:
        return []
    count = len(targets)
    said = f"{plural(count, 'target')} {'changes' if count == 1 else 'change'}"
    if count > NAMED:
        return [said]
    steps = [f"{t.capability} {_level(t.before)} → {_level(t.after)}" for t in targets]
    return [f"{said} ({', '.join(steps)})"]


def _level_clauses(effect: Effect) -> list[str]:
    said = []
    if effect.levels:
        changes = "changes" if effect.levels == 1 else "change"
        said.append(f"{plural(effect.levels, 'partnership level')} {changes}")
    before, after = effect.below
    if before != after:
        are = "capability is" if after == 1 else "capabilities are"
        said.append(f"{after or 'no'} {are} below target instead of {before or 'none'}")
    return said


def _level(level: int | None) -> str:
    return "none" if level is None else str(level)


def _sum(counts: Mapping[OrganisationId, int], one: str) -> str:
    return plural(sum(counts.values()), one)


def _who(counts: Mapping[OrganisationId, int], names: Mapping[OrganisationId, str]) -> str:
    return _named([name for id_, name in names.items() if id_ in counts])


def _named(names: Sequence[str]) -> str:
    if len(names) > NAMED:
        return f"{len(names)} organisations"
    return join_words(names)


def section_words(assessment: Assessment, left: int) -> tuple[str, ...]:
    """The sections of Set-up in a few words each, in order."""
    checklist = assessment.checklist
    models = [m.name for m in checklist.care_models if m.id in assessment.care_models]
    count, out = len(assessment.scope), len(assessment.domains_out)
    domains = len(checklist.domains)
    decisions = len(assessment.overrides)
    return (
        assessment.title,
        f"{count} {'takes' if count == 1 else 'take'} part{f', {left} left' if left else ''}",
        models[0] if len(models) == 1 else f"{len(models)} chosen",
        f"{domains - out} of {domains} domains, {percent(assessment.threshold)}",
        plural(decisions, "decision") if decisions else "None",
        f"Version {checklist.version}",
    )


def left_words(answers: int) -> str:
    """What is kept of an organisation that left."""
    return f"{plural(answers, 'answer')} kept" if answers else "no answers"


def checklist_facts(checklist: Checklist) -> tuple[tuple[str, str], ...]:
    """What there is to know about a checklist, as heads and texts."""
    capabilities = plural(len(checklist.capabilities), "capability", "capabilities")
    return (
        ("Version", checklist.version),
        ("Date", british_date(checklist.date)),
        ("Asks about", f"{capabilities} in {plural(len(checklist.domains), 'domain')}"),
        ("Care models", str(len(checklist.care_models))),
        ("Kinds of organisation", str(len(checklist.kinds))),
        ("Services and standards", str(len(checklist.services))),
    )
