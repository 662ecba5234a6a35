"""The first bytes by which kinds of files are known, whatever their names say."""

from __future__ import annotations

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office formats, and of workbooks behind a password."""
SQLITE = b"SQLite format 3\x00"
ZIP = b"PK\x03\x04"

KINDS = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed folder"),
    (b"Rar!\x1a\x07", "a compressed folder"),
    (b"\x1f\x8b", "a compressed file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)
"""First bytes and what a file that begins with them is, with its article."""


def kind_by_start(start: bytes) -> str:
    """What a file is by its first bytes; "" when they say nothing."""
    return next((kind for begin, kind in KINDS if start.startswith(begin)), "")


def is_text(start: bytes) -> bool:
    """Whether bytes read like text: no control characters but tabs and line ends."""
    return not any(byte < 32 and byte not in b"\t\r\n\x0c" for byte in start)
