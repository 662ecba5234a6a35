"""What the wizard of a new assessment says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.effects import count_questions
from techmodel.wording.numbers import join_words, percent, plural
from techmodel.wording.setup import asks_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.asks import Asks
    from techmodel.core.checklist import Checklist

Help = tuple[tuple[str, str], ...]
"""Heads and sentences of the help column; a page without any has no column."""


@dataclass(frozen=True, slots=True)
class Step:
    """One page: its name, what it is about, the question it asks, and how to come to it."""

    name: str
    about: str
    question: str
    verb: str


STEPS = (
    Step("Title and lead", "What, and who leads", "what is it, and who leads it?", ""),
    Step("Organisations", "Who takes part", "which organisations take part?", "organisations"),
    Step("Care models", "What good looks like", "what does good look like?", "care models"),
    Step("Scope", "Domains and threshold", "what counts, and when?", "scope"),
)

MAKE = "Make the assessment"
LEAVE = "Leave without making the assessment?"
LEAVE_DETAIL = "Nothing is saved yet. What you typed would be lost."
NO_TITLE = "Give it a title to go on."
NO_ORGANISATION = "Add at least one organisation to go on."
NO_MODEL = "Choose at least one care model to go on."
NO_DOMAIN = "Keep at least one domain in scope to go on."
TO_GO_ON = "to go on"
WHERE_HINT = "One file holds everything. It can be carried on a USB stick."


_PAGES = "Nothing is made before the last one, and everything can be changed later in Set-up."
_SAFE = (
    "Answers are also kept on this computer until the file is written, so a stick that is pulled "
    "out loses nothing."
)
_WEIGHT = (
    "Leave it at 1 unless one partner stands for many sites. The coverage threshold counts weight."
)
_COVERAGE = (
    "The share of the weight that must have reached a level before the partnership has. At 80%, "
    "few can stay behind unseen."
)
_HELP: tuple[Help, ...] = (
    (
        ("Four short pages", _PAGES),
        ("Where to save", _SAFE),
    ),
    (
        ("Short name", "One or two short words for column heads, as in “GP group”."),
        ("Weight", _WEIGHT),
        ("From a spreadsheet", "Copy name, kind, weight and short name there; Ctrl+V here."),
    ),
    (),
    (
        ("Domains", "Leave out what this partnership will not look at now."),
        ("Coverage threshold", _COVERAGE),
    ),
)


def question(step: int) -> str:
    """The question of a page, 0 to 3, in small type over the headline."""
    return f"New assessment, step {step + 1} of {len(STEPS)}: {STEPS[step].question}"


def next_words(step: int) -> str:
    """The button that leaves a page."""
    return MAKE if step + 1 == len(STEPS) else f"Next: {STEPS[step + 1].verb}"


def title_headline(title: str) -> str:
    """The first page's headline."""
    return title or "A new assessment, not saved yet"


def organisations_headline(count: int, questions: int) -> str:
    """The second page's headline: "7 organisations, 392 questions so far"."""
    if not count:
        return "No organisation yet"
    return f"{plural(count, 'organisation')}, {plural(questions, 'question')} so far"


def models_headline(names: Sequence[str], asks: Asks) -> str:
    """The third page's headline: "Place partnership asks for 74 capabilities, ..."."""
    if not names:
        return "No care model chosen yet"
    if len(names) == 1:
        return f"{names[0]} {asks_words(asks)}"
    return f"{len(names)} care models: together they {asks_words(asks).replace('asks', 'ask')}"


def scope_headline(inside: int, domains: int, threshold: float) -> str:
    """The fourth page's headline: "10 of 10 domains, a level counts at 80%"."""
    return f"{inside} of {domains} domains, a level counts at {percent(threshold)}"


def take_part(count: int) -> str:
    """The second page in a few words, once it is done."""
    return "1 takes part" if count == 1 else f"{count} take part"


def chosen_models(names: Sequence[str]) -> str:
    """The third page in a few words, once it is done."""
    return names[0] if len(names) == 1 else f"{len(names)} chosen"


def taken_words(name: str) -> str:
    """When a file of that name is there already."""
    return f"“{name}” is there already. Choose another name or place to go on."


def summary(organisations: int, questions: int, models: Sequence[str], domains: int) -> str:
    """What will be made, in one sentence."""
    return (
        f"{plural(organisations, 'organisation')} will be asked "
        f"{plural(questions, 'question')} in {plural(domains, 'domain')}, measured against "
        f"{join_words([_small(m) for m in models])}. Everything can be changed later in Set-up."
    )


def help_words(step: int, checklist: Checklist) -> Help:
    """The help column of a page."""
    if step == 1:
        return (("Kind", _kind_help(checklist)), *_HELP[step])
    return _HELP[step]


def _kind_help(checklist: Checklist) -> str:
    """What the kind decides, with the kinds that are asked least and most."""
    asked = sorted((count_questions(checklist, k.id), k.short_name) for k in checklist.kinds)
    (fewest, least), (most, highest) = asked[0], asked[-1]
    return (
        f"Decides which of the {len(checklist.capabilities)} capabilities are asked: "
        f"{fewest} of “{least}”, {most} of “{highest}”."
    )


def _small(name: str) -> str:
    """A care model's name inside a sentence."""
    return name[0].lower() + name[1:] if name[1:2].islower() else name
