"""What kind of file it is that somebody took for an Excel workbook, by its first bytes."""

from __future__ import annotations

from techmodel.core.file_starts import OLE, SQLITE, ZIP, is_text
from techmodel.core.file_starts import kind_by_start as known_start

SAVE_AS_XLSX = "Open it in Excel and save it as “Excel Workbook (.xlsx)”."
CHOOSE_XLSX = "Choose an .xlsx file."

PROTECTED = "protected with a password"
"""What is said instead of a kind; the content cannot be looked at."""

_MAIN = "application/vnd.openxmlformats-officedocument"
_EXCEL = "application/vnd.ms-excel"

WORKBOOK = f"{_MAIN}.spreadsheetml.sheet.main+xml"
"""The content type of the main part of an .xlsx file; nothing else is read."""

_BY_CONTENT = {
    f"{_EXCEL}.sheet.macroenabled.main+xml": "a workbook with macros (.xlsm)",
    f"{_EXCEL}.sheet.binary.macroenabled.main": "a binary workbook (.xlsb)",
    f"{_MAIN}.spreadsheetml.template.main+xml": "a workbook template (.xltx)",
    f"{_EXCEL}.template.macroenabled.main+xml": "a workbook template with macros (.xltm)",
    f"{_EXCEL}.addin.macroenabled.main+xml": "an add-in of Excel (.xlam)",
    f"{_MAIN}.wordprocessingml.document.main+xml": "a Word document (.docx)",
    f"{_MAIN}.presentationml.presentation.main+xml": "a PowerPoint presentation (.pptx)",
}
_BY_MIMETYPE = (
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_SPREADSHEETS = ("workbook", "spreadsheet", "text file")


def kind_by_start(raw: bytes) -> str:
    """What a file that is no zip file is, with its article; "" for a zip file.

    PROTECTED for a workbook behind a password, which Excel keeps in an old container.
    """
    if raw.startswith(ZIP):
        return ""
    if raw.startswith(OLE):
        return _kind_of_container(raw)
    if raw.startswith(SQLITE):
        return "a database or an assessment"
    return known_start(raw) or _kind_of_text(raw[:4_096])


def kind_by_content(types: list[str], mimetype: bytes) -> str:
    """What a zip file is, by the content types of its parts or its part `mimetype`."""
    found = (_BY_CONTENT.get(type_.lower(), "") for type_ in types)
    by_mimetype = (kind for start, kind in _BY_MIMETYPE if mimetype.startswith(start))
    return next((kind for kind in (*found, *by_mimetype) if kind), "a zip file")


def advice(kind: str) -> str:
    """What to do with a file of a kind."""
    return SAVE_AS_XLSX if any(word in kind for word in _SPREADSHEETS) else CHOOSE_XLSX


def _kind_of_container(raw: bytes) -> str:
    """What an old Office container holds, by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in raw:
        return PROTECTED
    if any(name.encode("utf-16-le") + b"\0\0" in raw for name in ("Workbook", "Book")):
        return "an old Excel workbook (.xls)"
    return "a document in an old Office format"


def _kind_of_text(start: bytes) -> str:
    plain = start.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if plain.startswith((b"<!doctype html", b"<html")):
        return "a web page"
    if plain.startswith(b"<?xml"):
        is_sheet = b"schemas-microsoft-com:office:spreadsheet" in plain
        return "an XML spreadsheet of 2003" if is_sheet else "an XML file"
    return "a text file, such as CSV" if is_text(plain) else "another kind of file"
