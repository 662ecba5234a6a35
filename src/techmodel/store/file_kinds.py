"""What kind of file it is that somebody took for an assessment, by its first bytes."""

from __future__ import annotations

from techmodel.core.file_starts import OLE, SQLITE, ZIP, is_text, kind_by_start

_BY_START = (
    (OLE, "a document in an old Office format"),
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
    if start.startswith(ZIP):
        return _first_in(start + end, _BY_PART) or "a zip file"
    if start.startswith(SQLITE):
        return "a database of another program"
    if start.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    known = kind_by_start(start)
    if known:
        return known
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
    return is_text(start)
