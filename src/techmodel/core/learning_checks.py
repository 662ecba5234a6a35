"""The sense of the guides: what must be put right."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from techmodel.core.checklist_checks import Problem
from techmodel.core.checklist_texts import ADDRESS, Text
from techmodel.core.learning import Case, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from techmodel.core.checklist import Checklist
    from techmodel.core.learning import Guide, Learning

MAX_CASES = 6
"""So that a guide stays at about two printed pages."""

_GUIDES = "guides"
_CASE = {
    "title": 80, "place": 100, "what": 520, "result": 320, "period": 60, "source": 160,
    "url": 300,
}  # fmt: skip
_LINE = 200
_ID = re.compile(r"[a-z][a-z0-9-]{1,39}", re.ASCII)
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness)\b\.? [A-Z]|\w@\w"
)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")


class _Many(NamedTuple):
    """How many of something there may be."""

    least: int
    most: int

    def fault(self, count: int) -> str | None:
        """A sentence when there are too few or too many, or None."""
        if self.least <= count <= self.most:
            return None
        return f"There must be {self.least} to {self.most}; there are {count}."


_SENTENCES = _Many(3, 6)
_POINTS = _Many(4, 6)
_LESSONS = _Many(1, 6)
_CASES = _Many(1, MAX_CASES)


def check(learning: Learning) -> tuple[Problem, ...]:
    """Everything wrong with guides by themselves (report.md 5 on licences).

    The table of a problem is "guides"; its id is the domain or "DOMAIN:case".
    """
    rules = (_check_numbers, _check_ids, _check_references, _check_addresses, _check_texts)
    return tuple(chain.from_iterable(rule(learning) for rule in rules))


def check_against(learning: Learning, checklist: Checklist) -> tuple[Problem, ...]:
    """What guides name that the checklist does not have: domains, capabilities, services."""
    strange = [
        Problem(_GUIDES, guide.domain, "domain", "The checklist has no such domain.")
        for guide in learning.guides
        if checklist.domain(guide.domain) is None
    ]
    known: dict[str, set[str]] = {
        "capabilities": {str(row.id) for row in checklist.capabilities},
        "services": {str(row.id) for row in checklist.services},
    }
    for place, case in _own_cases(learning):
        for key, ids in known.items():
            for id_ in getattr(case, key):
                if id_ not in ids:
                    message = f"The checklist has no “{id_}”."
                    strange.append(Problem(_GUIDES, place, key, message))
    return tuple(strange)


def _check_numbers(learning: Learning) -> Iterator[Problem]:
    for guide in learning.guides:
        counts = {
            "problem": _SENTENCES.fault(len(_SENTENCE_END.findall(guide.problem))),
            "worked": _POINTS.fault(len(guide.worked)),
            "avoid": _POINTS.fault(len(guide.avoid)),
            "lessons": _LESSONS.fault(len(guide.lessons)),
            "cases": _CASES.fault(len(guide.entries)),
        }
        for key, fault in counts.items():
            if fault:
                more = f" (sentences) {fault}" if key == "problem" else fault
                yield Problem(_GUIDES, guide.domain, key, more.strip())


def _check_ids(learning: Learning) -> Iterator[Problem]:
    for domain in _twice(guide.domain for guide in learning.guides):
        yield Problem(_GUIDES, domain, "domain", "There are two guides for it.")
    for place, case in _own_cases(learning):
        if not _ID.fullmatch(case.id):
            yield Problem(_GUIDES, place, "id", "It must be small letters, digits and hyphens.")


def _check_references(learning: Learning) -> Iterator[Problem]:
    for guide in learning.guides:
        for entry in guide.entries:
            if isinstance(entry, Reference) and learning.case(entry) is None:
                yield Problem(_GUIDES, guide.domain, "see", f"There is no case “{entry}”.")
        for name in _twice(_name(guide, entry) for entry in guide.entries):
            yield Problem(_GUIDES, guide.domain, "cases", f"“{name}” stands here twice.")


def _name(guide: Guide, entry: Case | Reference) -> str:
    return f"{guide.domain}:{entry.id}" if isinstance(entry, Case) else str(entry)


def _check_addresses(learning: Learning) -> Iterator[Problem]:
    for place, case in _own_cases(learning):
        if not ADDRESS.fullmatch(case.url):
            yield Problem(_GUIDES, place, "url", "It must be an address that begins https://.")


def _check_texts(learning: Learning) -> Iterator[Problem]:
    for text in find_texts(learning):
        if fault := text.fault:
            yield Problem(text.table, text.id, text.key, fault)
        elif named := _PERSON.search(text.text):
            message = f"It may name a person (“{named.group()}”); say the role instead."
            yield Problem(text.table, text.id, text.key, message)


def find_texts(learning: Learning) -> Iterator[Text]:
    """Every text a person wrote, with the room there is for it."""
    yield from chain.from_iterable(map(_of_guide, learning.guides))
    for place, case in _own_cases(learning):
        for key, limit in _CASE.items():
            yield Text(_GUIDES, place, key, getattr(case, key), limit)
        yield Text(_GUIDES, place, "read_on", case.read_on, _LINE, may_be_empty=True)


def _of_guide(guide: Guide) -> Iterator[Text]:
    yield Text(_GUIDES, guide.domain, "problem", guide.problem, 900)
    for key in ("worked", "avoid"):
        for line in getattr(guide, key):
            yield Text(_GUIDES, guide.domain, key, line, _LINE)
    for lesson in guide.lessons:
        yield Text(_GUIDES, guide.domain, "lessons.lesson", lesson.lesson, _LINE)
        yield Text(_GUIDES, guide.domain, "lessons.source", lesson.source, 160)


def _own_cases(learning: Learning) -> Iterator[tuple[str, Case]]:
    """Every case once, with its place such as "TOC:red-bag"."""
    for guide in learning.guides:
        for entry in guide.entries:
            if isinstance(entry, Case):
                yield f"{guide.domain}:{entry.id}", entry


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]
