"""What a cell that came back means: dates, shares, words, numbers, ids; nothing is worked out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from techmodel.core.answers import NOT_ANSWERED, State, Value
from techmodel.core.returning_parts import Fault, Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.organisations import OrganisationId
    from techmodel.core.returning_parts import Raw

T = TypeVar("T")

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+Z?)?")
_SLASHES = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})")
_WORDS = re.compile(
    r"(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2}|\d{4})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december", "sept"),
)
_NUMBER = re.compile(r"£?\s*([+-]?\d{1,3}(?:,\d{3}){1,5}|[+-]?\d{1,18})(?:\.0+)?")
_SHARE = re.compile(r"([+-]?\d{1,18}(?:\.\d+)?)\s*(%?)")
_YEAR = re.compile(r"(\d{4})(?:\s*[/–-]\s*(\d{2}|\d{4}))?")
_SHARES = 10
"""Up to here a number with a fraction is a share: a sheet holds 140 % as 1.4."""
_WAIT = re.compile(r"(.+?)\s*\+\s*(\d{1,6})")
_PARTS = re.compile(r"[,;\n]")


@dataclass(frozen=True, slots=True)
class Answering:
    """The words of answers.

    Attributes:
        levels: the names of the levels, from 0.
        states: the words of the other states, folded.
        organisations: ids by folded name.
    """

    levels: tuple[str, ...] = ()
    states: Mapping[str, State] = field(default_factory=dict)
    organisations: Mapping[str, OrganisationId] = field(default_factory=dict)


def read_text(raw: Raw) -> str:
    """A text as verbs keep it: normalised, no control characters, no space at its ends."""
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, datetime):
        raw = raw.date()
    text = "" if raw is None else unicodedata.normalize("NFC", str(raw))
    kept = "".join(c for c in text if c in "\n\t\u200d" or unicodedata.category(c)[0] != "C")
    return kept.strip()


def read_line(raw: Raw) -> str:
    """A text on one line."""
    return " ".join(read_text(raw).split())


def read_date(raw: Raw) -> date | None:
    """A day: a date of the sheet, "2027-01-04", "4 January 2027", "04/01/2027"; None for none.

    Raises:
        Unreadable: it is none of these.
    """
    if isinstance(raw, datetime):
        return raw.date()
    if raw is None or isinstance(raw, date):
        return raw
    text = read_line(raw).lower()
    if not text:
        return None
    found = _day_in(text) if isinstance(raw, str) else None
    if found is None:
        raise Unreadable(Fault.NOT_A_DATE)
    return found


def read_whole(raw: Raw) -> int | None:
    """A whole number: 12, 12.0, "12", "12,500", "£12,500"; None for none.

    Raises:
        Unreadable: it is none of these.
    """
    if isinstance(raw, float) and raw.is_integer():
        return int(raw)
    if isinstance(raw, int) and not isinstance(raw, bool):
        return raw
    text = read_line(raw)
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    if found is None or not isinstance(raw, str):
        raise Unreadable(Fault.NOT_WHOLE)
    return int(found[1].replace(",", ""))


def read_percent(raw: Raw) -> int:
    """How much is done, in whole per cent: 0.4, 40, "40 %" and "0.4" are 40; nothing is 0.

    A number up to 1 is a share, as a sheet holds 40 %; so 1 is all of it, and 1.4 is 140. Other
    numbers are per cent. A half goes up.

    Raises:
        Unreadable: it is not a number.
    """
    text = read_line(raw)
    if not text:
        return 0
    found = None if isinstance(raw, bool | date) else _SHARE.fullmatch(text)
    if found is None:
        raise Unreadable(Fault.NOT_A_SHARE)
    number = float(found[1])
    is_share = abs(number) <= 1 or (abs(number) < _SHARES and not number.is_integer())
    share = number * 100 if is_share and not found[2] else number
    return int(share + 0.5 + 1e-9) if share >= 0 else int(share - 0.5)


def read_year(raw: Raw) -> int | None:
    """The year in which a financial year begins: 2027, "2027/28", "2027-2028"; None for none.

    Raises:
        Unreadable: it is none of these, or two years that do not follow.
    """
    text = read_text(int(raw) if isinstance(raw, float) and raw.is_integer() else raw)
    if not text:
        return None
    found = _YEAR.fullmatch(text)
    if found is None:
        raise Unreadable(Fault.NOT_A_YEAR)
    year = int(found[1])
    if found[2] and (year + 1) % 10 ** len(found[2]) != int(found[2]):
        raise Unreadable(Fault.NOT_A_YEAR)
    return year


def read_word(raw: Raw, words: Mapping[str, T]) -> T | None:
    """What a word of a list stands for, in any case; None for an empty cell.

    Args:
        raw: the cell; True and False are "true" and "false".
        words: by folded word.

    Raises:
        Unreadable: it is none of them.
    """
    text = read_line(raw).casefold()
    if not text:
        return None
    if text not in words:
        raise Unreadable(Fault.NOT_A_WORD)
    return words[text]


def read_ids(raw: Raw, names: Mapping[str, str]) -> tuple[str, ...]:
    """Ids in one cell, apart by commas, semicolons or lines, each once; names stand for ids.

    Args:
        raw: the cell.
        names: ids by folded id and folded name; what is not among them stays as it is.
    """
    whole = read_line(raw)
    parts = [whole] if whole.casefold() in names else _PARTS.split(read_text(raw))
    texts = [" ".join(part.split()) for part in parts]
    return tuple(dict.fromkeys(names.get(t.casefold(), t) for t in texts if t))


def read_waits(raw: Raw, names: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    """Projects to wait for with the working days after: "P01, P05+3"; the last of each counts."""
    found: dict[str, int] = {}
    for part in read_ids(raw, names):
        lagged = None if part.casefold() in names else _WAIT.fullmatch(part)
        id_, lag = (lagged[1], int(lagged[2])) if lagged else (part, 0)
        found[names.get(id_.casefold(), id_)] = lag
    return tuple(sorted(found.items()))


def read_answer(raw: Raw, words: Answering) -> Value:
    """An answer without its reason: "3 Structured", 3, "Structured", "Don’t know", "Provided by".

    An empty cell is not answered.

    Raises:
        Unreadable: it is none of the words, a level with the name of another, or an organisation
            that is not there.
    """
    text = " ".join(read_line(raw).replace("'", "’").split())
    folded = text.casefold()
    if not text:
        return NOT_ANSWERED
    if folded in words.states:
        return Value(words.states[folded])
    for lead in ("provided by ", "provided-by:"):
        if folded.startswith(lead):
            provider = words.organisations.get(folded.removeprefix(lead).strip())
            return _provided(provider)
    level = _level(folded, [name.casefold() for name in words.levels])
    if level is None:
        raise Unreadable(Fault.NOT_AN_ANSWER)
    return Value(State.LEVEL, level)


def _provided(provider: OrganisationId | None) -> Value:
    if provider is None:
        raise Unreadable(Fault.NOT_AN_ANSWER)
    return Value(State.PROVIDED_BY, provider=provider)


def _level(text: str, names: list[str]) -> int | None:
    """The level that a digit, a name or both say."""
    for level, name in enumerate(names):
        if text in {f"{level}", name, f"{level} {name}", f"{level}: {name}", f"{level} – {name}"}:
            return level
    return None


def _day_in(text: str) -> date | None:
    """The day that a text names, the day of the month first unless it is ISO."""
    for pattern, order in ((_ISO, (0, 1, 2)), (_SLASHES, (2, 1, 0)), (_WORDS, (2, 1, 0))):
        found = pattern.fullmatch(text)
        if found is not None:
            year, month, day = (found.groups()[n] for n in order)
            return _date(year, month, day)
    return None


def _date(year: str, month: str, day: str) -> date | None:
    whole = int(year) + 2000 if len(year) == 2 else int(year)
    number = int(month) if month.isdigit() else _month(month)
    try:
        return date(whole, number, int(day))
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month by its name, 0 for none."""
    known = word in _MONTHS or word in _FULL_MONTHS
    return _MONTHS.index(word[:3]) + 1 if known else 0
