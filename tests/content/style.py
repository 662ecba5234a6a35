"""What is wrong with the wording of a domain, row by row.

python -m tests.content.style REC           one domain (or several): what is wrong, and figures
python -m tests.content.style REC --write   and put its file into our one form
python -m tests.content.style               all domains
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from statistics import mean
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.content.reading_age import grade

from techmodel.importing.checklist_folder import read_folder
from techmodel.resources import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Row = dict[str, Any]

LENGTHS = {
    "question": (20, 160), "test": (20, 180), "why": (20, 200), "levels": (25, 160),
    "proof": (10, 120), "action": (5, 90), "tasks": (10, 110), "risk": (20, 140),
    "benefit": (20, 140), "reason": (15, 140), "evidence": (5, 120),
}  # fmt: skip
"""Least and most characters of each kind of text."""

MAX_GRADE = 12
"""The highest Flesch-Kincaid grade of one text; shorter ones than MIN_WORDS are not measured."""
MAX_MEAN_GRADE = 9
"""The highest grade a domain may have on average."""
MIN_WORDS = 8

BANNED = re.compile(
    r"\b(leverag\w+|robust\w*|seamless\w*|holistic\w*|stakeholders?|utili[sz]\w+|facilitat\w+"
    r"|going forward|best practices?|ensur\w+ that|empower\w*|cutting.edge|world.class|synerg\w+"
    r"|state.of.the.art|innovative\w*|journeys?|deep dives?|game.chang\w+|transformational"
    r"|organiz\w+|prioriti[z]\w+|recogniz\w+|digitiz\w+|standardiz\w+|behaviors?|centers?"
    r"|programs?|fulfill)\b",
    re.IGNORECASE,
)
"""Words that sell instead of saying, and spellings that are not British."""

ABBREVIATION = re.compile(r"(?<!\w)(?:dm\+d|IM&T|e-RS|CP-IS|\w*[A-Z]\w*[A-Z]\w*)(?!\w)")
SENTENCES = {"test", "why", "levels", "risk", "reason"}
PHRASES = {"action", "tasks", "benefit", "proof", "evidence"}
ONE = {"risk", "benefit", "reason"}
LEVELS = ("0", "1", "2", "3", "4", "5")


class Text(NamedTuple):
    """One text of a capability: its id, where it stands ("levels.3"), its kind, and the words."""

    id: str
    place: str
    kind: str
    words: str


class Fault(NamedTuple):
    """Something wrong: where, and what in a sentence."""

    id: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.id}, {self.place}: {self.message}"


class Content:
    """The texts of all domains that can be read, and the glossary."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files
        self.rows: dict[str, list[Row]] = {}
        self.broken: dict[str, str] = {}
        for name, text in files.items():
            if name.startswith("domains/"):
                self._add(name.removeprefix("domains/").removesuffix(".toml"), text)
        terms = tomllib.loads(files.get("glossary.toml", "terms = []"))["terms"]
        self.terms = tuple(row["term"] for row in terms)
        self.known = {word for term in self.terms for word in _tokens(term)}
        scale = tomllib.loads(files["levels.toml"])["levels"]
        self.general = {words for row in scale for words in row["wording"].values()}

    def _add(self, domain: str, text: str) -> None:
        try:
            self.rows[domain] = tomllib.loads(text)["capabilities"]
        except (ValueError, KeyError) as error:
            self.broken[domain] = str(error)

    def times(self, kind: str) -> Counter[str]:
        """How often each wording of a kind of text stands in the whole checklist."""
        rows = [row for domain in self.rows.values() for row in domain]
        return Counter(text.words for row in rows for text in texts(row) if text.kind == kind)


def texts(row: Row) -> Iterator[Text]:
    """Every text of a capability that the writers write."""
    id_ = row["id"]
    for kind in ("question", "test", "why"):
        yield Text(id_, kind, kind, row.get(kind, ""))
    for kind in ("levels", "proof"):
        for level, words in row.get(kind, {}).items():
            yield Text(id_, f"{kind}.{level}", kind, words)
    for line in row.get("evidence", []):
        yield Text(id_, "evidence", "evidence", line)
    for model, target in row.get("targets", {}).items():
        yield Text(id_, f"targets.{model}", "reason", target.get("reason", ""))
    for action in row.get("actions", []):
        yield from _texts_of_action(id_, action)


def _texts_of_action(id_: str, action: Row) -> Iterator[Text]:
    place = f"action to level {action['to_level']}"
    for kind in ("action", "risk", "benefit"):
        yield Text(id_, f"{place}, {kind}", kind, action.get(kind, ""))
    for task in action.get("tasks", []):
        yield Text(id_, f"{place}, tasks", "tasks", task)


def faults(row: Row, content: Content) -> Iterator[Fault]:
    """Everything wrong with one capability."""
    rules = (incomplete, too_long, banned, unexplained, alike, shared, badly_put, hard)
    for rule in rules:
        for place, message in rule(row, content):
            yield Fault(row["id"], place, message)


def incomplete(row: Row, _content: Content) -> Iterator[tuple[str, str]]:
    """Parts that are missing: proof, actions, tasks, reasons, evidence."""
    if tuple(row.get("proof", {})) != LEVELS[1:]:
        yield "proof", "There must be one line for each of the levels 1 to 5, in this order."
    steps = [action["to_level"] for action in row.get("actions", [])]
    if steps != [1, 2, 3, 4, 5]:
        yield "actions", f"There must be one for each step 1 to 5, in this order; it has {steps}."
    for action in row.get("actions", []):
        if len(action.get("tasks", [])) != 3:
            yield f"action to level {action['to_level']}, tasks", "There must be three."
    if not 3 <= len(row["evidence"]) <= 5:
        yield "evidence", f"There must be 3 to 5 things; it has {len(row['evidence'])}."


def too_long(row: Row, _content: Content) -> Iterator[tuple[str, str]]:
    """Texts that are missing, too short or too long."""
    for text in texts(row):
        least, most = LENGTHS[text.kind]
        if not text.words:
            yield text.place, "It is missing."
        elif not least <= len(text.words) <= most:
            yield text.place, f"{len(text.words)} characters; {least} to {most} are right."


def banned(row: Row, _content: Content) -> Iterator[tuple[str, str]]:
    """Words we do not use."""
    for text in texts(row):
        for word in BANNED.finditer(text.words):
            yield text.place, f"Say “{word.group()}” in another way."


def unexplained(row: Row, content: Content) -> Iterator[tuple[str, str]]:
    """Abbreviations the glossary does not know."""
    for text in texts(row):
        for word in unknown(text.words, content.known):
            yield text.place, f"“{word}” is not in the glossary; spell it out or add it."


def unknown(words: str, known: set[str]) -> list[str]:
    """The abbreviations in a text that are not known; a number's letters are: DCB of DCB0129."""
    found = set(abbreviations(words))
    return sorted(word for word in found if not {word, word.rstrip("0123456789")} & known)


def abbreviations(words: str) -> list[str]:
    """The abbreviations in a text, without their plural s: MDTs is MDT."""
    found = (word.group() for word in ABBREVIATION.finditer(words))
    return [re.sub(r"(?<=[A-Z])s$", "", word) for word in found]


def _tokens(term: str) -> set[str]:
    return {term, *abbreviations(term)}


def alike(row: Row, _content: Content) -> Iterator[tuple[str, str]]:
    """Levels that begin alike, and texts said twice within the capability."""
    starts: dict[str, str] = {}
    for level, words in row["levels"].items():
        start = " ".join(re.findall(r"[\w'’-]+", words.lower())[:3])
        if start in starts:
            yield f"levels.{level}", f"It begins like level {starts[start]}: “{start}”."
        starts.setdefault(start, level)
    for words, count in Counter(text.words for text in texts(row) if text.words).items():
        if count > 1:
            places = [text.place for text in texts(row) if text.words == words]
            yield " and ".join(places), f"They say the same: “{words}”"


def shared(row: Row, content: Content) -> Iterator[tuple[str, str]]:
    """Wordings that another capability has too, and general wordings of the scale."""
    for kind in ("levels", "test", "question", "why", "risk", "benefit", "proof"):
        times = content.times(kind)
        for text in texts(row):
            if text.kind == kind and text.words and times[text.words] > 1:
                yield text.place, "Another row says exactly the same; be specific to this one."
    for level, words in row["levels"].items():
        if words in content.general:
            yield f"levels.{level}", "This is the general wording of the scale; be specific."


def badly_put(row: Row, _content: Content) -> Iterator[tuple[str, str]]:
    """The forms each kind of text has: a question, “Show me”, one sentence, a capital first."""
    if not row["question"].endswith("?") or row["question"].count("?") != 1:
        yield "question", "It must be one question with one question mark, at its end."
    if not row["test"].startswith("Show me"):
        yield "test", "It must begin with “Show me”."
    for text in texts(row):
        if text.words[:1].islower():
            yield text.place, "It must begin with a capital."
        if text.kind in SENTENCES and text.words and not text.words.endswith("."):
            yield text.place, "It must be a sentence with a full stop."
        if text.kind in PHRASES and text.words.endswith("."):
            yield text.place, "It is no sentence: leave the full stop out."
        if text.kind in ONE and re.search(r"[.?!] [A-Z]", text.words):
            yield text.place, "It must be one sentence."


def hard(row: Row, content: Content) -> Iterator[tuple[str, str]]:
    """Texts that are hard to read."""
    for text in texts(row):
        level = grade(text.words, content.terms) if is_measured(text) else 0
        if level > MAX_GRADE:
            yield (
                text.place,
                f"Hard to read (grade {level:.0f}, at most {MAX_GRADE}): {text.words}",
            )


def is_measured(text: Text) -> bool:
    """Whether a text is long enough for a grade to mean something."""
    return len(text.words.split()) >= MIN_WORDS


def mean_grade(rows: Sequence[Row], content: Content) -> float:
    """The mean grade of all measured texts of some capabilities."""
    measured = [text for row in rows for text in texts(row) if is_measured(text)]
    return mean(grade(text.words, content.terms) for text in measured)


def domain_faults(domain: str, content: Content) -> list[Fault]:
    """Everything wrong with the wording of one domain."""
    rows = content.rows[domain]
    found = [fault for row in rows for fault in faults(row, content)]
    if (level := mean_grade(rows, content)) > MAX_MEAN_GRADE:
        found.append(Fault(domain, "mean", f"Grade {level:.1f}; at most {MAX_MEAN_GRADE}."))
    return found


def shipped() -> Content:
    """The content we ship, as it is on disk."""
    return Content(read_folder(resource("checklist")))


if __name__ == "__main__":
    from tests.content.style_command import main

    sys.exit(main(sys.argv[1:]))
