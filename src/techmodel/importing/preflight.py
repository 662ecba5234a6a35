"""The guard before a foreign workbook is read: only what is proved to be harmless goes on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from techmodel.core.errors import BadInput
from techmodel.core.file_starts import ZIP
from techmodel.importing.foreign_kinds import (
    PROTECTED,
    WORKBOOK,
    advice,
    kind_by_content,
    kind_by_start,
)
from techmodel.importing.limits import MAX_FILE, MAX_INDEX, MB
from techmodel.importing.zip_parts import damaged, protected, unpacked
from techmodel.wording.numbers import join_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

CONTENT_TYPES = "[content_types].xml"

_IGNORED = (
    ("macros", ("/vbaproject", "/vbadata", "/macrosheets/")),
    ("links to other workbooks", ("/externallinks/",)),
    ("embedded objects and controls", ("/embeddings/", "/activex/", "/ctrlprops/")),
    ("connections to other data", ("/connections", "/querytables/", "/xl/model/")),
    ("pivot tables", ("/pivotcache/", "/pivottables/")),
    ("comments on cells", ("/comments", "/threadedcomments/", "/persons/")),
    ("pictures and charts", ("/media/", "/charts/", "/chartsheets/", "/diagrams/")),
)
"""What is never looked into, and what the names of its parts hold (trust.md F16d)."""
_NEVER_PARSED = ("/media/", "/embeddings/")
"""Pictures may have a DOCTYPE, and embedded documents are zip files; both are never opened."""


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook that has passed the guard.

    Attributes:
        file: its name, for messages.
        parts: the parts that may be read, by their names in lower case.
        workbook: the name of the main part.
        left_out: sentences on what was not let through.
    """

    file: str
    parts: Mapping[str, bytes]
    workbook: str
    left_out: tuple[str, ...]


def read_file(path: Path) -> bytes:
    """The bytes of a file that may be a workbook.

    Raises:
        BadInput: there is none, it cannot be read, or it is larger than MAX_FILE.
    """
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is not there"
            raise BadInput(f"'{path.name}' {what}. {advice('')} Nothing was changed.")
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadInput(
            f"'{path.name}' cannot be read ({reason}). Check that it is connected and not open "
            "elsewhere, and try again. Nothing was changed."
        ) from error
    if len(raw) > MAX_FILE:
        raise BadInput(
            f"'{path.name}' is larger than {MAX_FILE // MB} MB, the limit for a workbook. "
            "Nothing was changed."
        )
    return raw


def check_workbook(raw: bytes, file: str) -> Package:
    """The parts of an .xlsx file that may be read; `file` is its name for messages.

    Caps: MAX_FILE, and those of `zip_parts`, counted while unpacking. Macros, links to other
    files, embedded objects, connections and the like are listed and dropped, never opened.

    Raises:
        BadInput: it is something else, too large, behind a password, damaged, or holds document
            type or entity declarations or zip files; one sentence, the limit, "Nothing was
            changed."
    """
    if not raw:
        raise BadInput(f"'{file}' is empty. {advice('')} Nothing was changed.")
    _refuse_other_kinds(kind_by_start(raw), file)
    parts = unpacked(raw, file)
    for name, content in parts.items():
        if not any(word in f"/{name}" for word in _NEVER_PARSED):
            _refuse_traps(content, file)
    main = _main_part(parts, file)
    kept = {name: part for name, part in parts.items() if not _ignored_as(name)}
    return Package(file, kept, main, _left_out(parts))


def small_tree(package_file: str, name: str, content: bytes) -> Element:
    """The XML of a part that lists others.

    Raises:
        BadInput: it is larger than MAX_INDEX, or no XML.
    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - only in the child
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    if len(content) > MAX_INDEX:
        raise BadInput(
            f"'{package_file}' has a table of contents larger than {MAX_INDEX // MB} MB, the "
            "limit. Nothing was changed."
        )
    try:
        return fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise damaged(package_file, f"the part '{name[:100]}' cannot be read") from error


def _refuse_other_kinds(kind: str, file: str) -> None:
    if kind == PROTECTED:
        raise protected(file)
    if kind:
        raise BadInput(
            f"'{file}' is {kind}, not an Excel workbook (.xlsx). {advice(kind)} "
            "Nothing was changed."
        )


def _refuse_traps(content: bytes, file: str) -> None:
    """Refuse declarations that make a parser expand or fetch something, in any encoding."""
    if content.startswith(ZIP):
        raise BadInput(
            f"'{file}' holds another zip file, which we do not open. {advice('workbook')} "
            "Nothing was changed."
        )
    plain = content.replace(b"\0", b"") if b"\0" in content[:64] else content
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise BadInput(
            f"'{file}' contains code we do not allow (a document type or entity declaration). "
            f"{advice('workbook')} Nothing was changed."
        )


def _main_part(parts: Mapping[str, bytes], file: str) -> str:
    """The name of the main part, in lower case."""
    listed = parts.get(CONTENT_TYPES)
    types = small_tree(file, CONTENT_TYPES, listed) if listed is not None else ()
    rows = [(e.get("ContentType", ""), e.get("PartName", "")) for e in types]
    mains = [part for type_, part in rows if type_.lower() == WORKBOOK.lower() and part]
    if not mains:
        kind = kind_by_content([type_ for type_, _ in rows], parts.get("mimetype", b""))
        _refuse_other_kinds(kind, file)
    name = mains[0].lstrip("/").lower()
    if len(mains) > 1 or name not in parts:
        raise damaged(file, "it does not say which part is the workbook")
    return name


def _ignored_as(name: str) -> str:
    """What a part belongs to that is never looked into, or ""."""
    for words, marks in _IGNORED:
        if any(mark in f"/{name}" for mark in marks):
            return words
    return ""


def _left_out(parts: Mapping[str, bytes]) -> tuple[str, ...]:
    found = {_ignored_as(name) for name in parts}
    listed = [words for words, _ in _IGNORED if words in found]
    if not listed:
        return ()
    sentence = f"{join_words(listed)} were left out."
    return (sentence[0].upper() + sentence[1:],)
