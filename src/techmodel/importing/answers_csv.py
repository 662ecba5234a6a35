"""Answers from a CSV file, row by row; what they mean is judged against the assessment later."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from techmodel.core.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MAX_ROWS = 20_000
"""Rows below the header that are read at most (trust.md F16c)."""
MAX_BYTES = 20_000_000
"""Size of a file that is read at most."""

_NEEDED = ("capability", "organisation", "answer")
_OPTIONAL = ("reason", "evidence")
_COLUMNS = _NEEDED + _OPTIONAL
_GUARD = re.compile(r"\A'(?='*\s*[=+\-@\t\r＝＋－＠])")  # noqa: RUF001 - as the writer guards them


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row as it stands in the file; `row` counts as a spreadsheet does, the header being 1.

    `answer` is one of `0..5 | dont-know | not-applicable | provided-by:NAME | not-answered`, not
    checked yet; `evidence` holds GRADE:TITLE texts.
    """

    row: int
    capability: str
    organisation: str
    answer: str
    reason: str
    evidence: tuple[str, ...]


def read_answers_csv(path: Path) -> tuple[AnswerRow, ...]:
    """The rows of a CSV file with the columns capability, organisation, answer, reason, evidence.

    The columns may stand in any order; reason and evidence may be left out. UTF-8, with or without
    a byte order mark; the guard `'` before a sign that a spreadsheet would run is taken off.

    Raises:
        BadInput: the file cannot be read as a whole, or `problems` lists a sentence for every row
            that is not as it must be. Nothing is taken then.
    """
    rows = _records(_text(path), path.name)
    header = _header(next(rows, []), path.name)
    return _judge(rows, header, path.name)


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise BadInput(f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB. {_UNREAD}")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        where = path.absolute().parent
        raise BadInput(f"There is no file '{path.name}' in {where}. {_UNREAD}") from error
    except OSError as error:
        what = "is a folder" if path.is_dir() else f"cannot be read ({error.strerror})"
        raise BadInput(f"{path.name} {what}. {_UNREAD}") from error
    _refuse_other_kinds(raw, path.name)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        raise BadInput(f"{path.name}, line {row}: a character is not UTF-8. {_SAVE_AS}") from error


_UNREAD = "Nothing was read."
_SAVE_AS = f"In Excel, save it as “CSV UTF-8 (Comma delimited)” and try again. {_UNREAD}"


def _refuse_other_kinds(raw: bytes, name: str) -> None:
    if raw.startswith(b"PK\x03\x04"):
        raise BadInput(f"{name} is an Excel workbook, not CSV. {_SAVE_AS}")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{name} is UTF-16, not UTF-8. {_SAVE_AS}")
    if b"\0" in raw:
        raise BadInput(f"{name} holds zero bytes, so it is not a CSV file in UTF-8. {_SAVE_AS}")


def _records(text: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield cells
            line = reader.line_num + 1
    except csv.Error as error:
        why = next((said for part, said in _NOT_CSV if part in str(error)), str(error))
        raise BadInput(f"{name}, line {line}: {why}. {_UNREAD}") from error


_NOT_CSV = (
    ("unexpected end", "a quotation mark is opened here and not closed"),
    ("expected after", "after a closing quotation mark there must be a comma or the line's end"),
    ("field limit", "a cell holds more than 131,072 characters, the limit"),
)
"""What the csv module says, and how a person reads it."""


def _header(cells: Sequence[str], name: str) -> tuple[str, ...]:
    header = tuple(c.strip().casefold() for c in cells)
    if not any(header):
        raise BadInput(f"{name} is empty: row 1 must name the columns {', '.join(_COLUMNS)}.")
    missing = [c for c in _NEEDED if c not in header]
    unknown = [c for c in header if c not in _COLUMNS]
    twice = sorted({c for c in header if header.count(c) > 1})
    said = [
        *([f"columns missing: {', '.join(missing)}"] if missing else []),
        *(
            [f"columns not known: {', '.join(c or '(no name)' for c in unknown)}"]
            if unknown
            else []
        ),
        *([f"columns there twice: {', '.join(twice)}"] if twice else []),
    ]
    if said:
        raise BadInput(
            f"{name}, row 1: {'; '.join(said)}. The columns are {', '.join(_COLUMNS)},"
            f" separated by commas. {_UNREAD}"
        )
    return header


def _judge(
    records: Iterator[list[str]], header: tuple[str, ...], name: str
) -> tuple[AnswerRow, ...]:
    rows: list[AnswerRow] = []
    problems: list[str] = []
    seen: dict[tuple[str, str], int] = {}
    for number, cells in enumerate(records, 2):
        if number - 1 > MAX_ROWS:
            raise BadInput(f"{name} has more than {MAX_ROWS:,} rows, the limit. {_UNREAD}")
        if not any(c.strip() for c in cells):
            continue
        problem = _ragged(cells, header)
        if not problem:
            row = _row(number, dict(zip(header, cells, strict=False)))
            problem = _problem(row, seen)
            rows.append(row)
        if problem:
            problems.append(f"{name}, row {number}: {problem}.")
    if problems:
        others = len(problems) - 1
        more = f" {others} more {'row has' if others == 1 else 'rows have'} problems."
        raise BadInput(f"{problems[0]}{more if others else ''} {_UNREAD}", tuple(problems))
    return tuple(rows)


def _ragged(cells: Sequence[str], header: Sequence[str]) -> str:
    """What is wrong with the number of cells; empty ones at the end are no fault."""
    if len(cells) < len(header) or any(c.strip() for c in cells[len(header) :]):
        return f"{len(cells)} cells where the header has {len(header)}"
    return ""


def _row(number: int, cells: dict[str, str]) -> AnswerRow:
    text = {c: _GUARD.sub("", cells.get(c, ""), count=1).strip() for c in _COLUMNS}
    evidence = tuple(part.strip() for part in text["evidence"].split(" | ") if part.strip())
    return AnswerRow(
        number,
        text["capability"],
        text["organisation"],
        text["answer"],
        text["reason"],
        evidence,
    )


def _problem(row: AnswerRow, seen: dict[tuple[str, str], int]) -> str:
    empty = [c for c in _NEEDED if not getattr(row, c)]
    if empty:
        return f"{' and '.join(empty)} must be filled in"
    key = (row.capability.casefold(), row.organisation.casefold())
    first = seen.setdefault(key, row.row)
    if first != row.row:
        return f"{row.capability} for {row.organisation} is already answered in row {first}"
    return ""
