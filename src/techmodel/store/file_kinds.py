"""What kind of file it is that somebody took for an assessment, by its first bytes."""

from __future__ import annotations

SQLITE = b"SQLite format 3\x00"

_BY_START = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document in an old Office format"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder"),
    (b"Rar!\x1a\x07", "a compressed folder"),
    (b"\x1f\x8b", "a compressed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"<?xml", "an XML file"),
    (b"{", "a JSON file"),
    (b"[", "a text file with settings or JSON"),
)
_BY_PART = (
    (b"xl/workbook", "an Excel workbook"),
    (b"word/document", "a Word document"),
    (b"ppt/presentation", "a PowerPoint presentation"),
    (b"oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"oasis.opendocument.text", "an OpenDocument text"),
)


def kind_of(start: bytes, end: bytes = b"") -> str:
    """What a file is, with its article ("an Excel workbook"); "another kind of file" if unknown.

    Args:
        start: its first few kilobytes.
        end: its last ones; the directory of a zip file, which tells workbooks from documents.
    """
    if start.startswith(b"PK\x03\x04"):
        return _first_in(start + end, _BY_PART) or "a zip file"
    if start.startswith(SQLITE):
        return "a database of another program"
    if start.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    for begin, kind in _BY_START:
        if start.startswith(begin):
            return kind
    return "a text file" if _is_text(start) else "another kind of file"


def _first_in(data: bytes, parts: tuple[tuple[bytes, str], ...]) -> str:
    """The kind named beside the first part that is found in the data, or ""."""
    return next((kind for part, kind in parts if part in data), "")


def _is_text(start: bytes) -> bool:
    """Whether the bytes read like text: no control characters but tabs and line ends."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in b"\t\r\n\x0c" for byte in start)
