"""XML from outside, read in pieces: no tree is built, and no declaration is let through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterator

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_PIECE = 65_536
_NO_MEMORY = 1
"""Expat's own number for it."""


class Unreadable(Exception):
    """A part is not XML as it must be."""


class Listener(Protocol):
    """What is told of the elements of a part; names are "NAMESPACE NAME"."""

    done: bool

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Text within an element."""


def main(name: str) -> str:
    """An element of the workbook's own namespace, as listeners are told of it."""
    return f"{MAIN} {name}"


def listen(content: bytes, listener: Listener) -> Iterator[None]:
    """Read a part piece by piece until its end or until the listener is done.

    Raises:
        Unreadable: it is no XML, or declares a document type or an entity.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = listener.start
    parser.EndElementHandler = listener.end
    parser.CharacterDataHandler = listener.text
    try:
        for at in range(0, len(content), _PIECE):
            parser.Parse(content[at : at + _PIECE], False)  # noqa: FBT003 - expat's own way
            yield
            if listener.done:
                return
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        if getattr(error, "code", 0) == _NO_MEMORY:
            raise MemoryError from error
        raise Unreadable from error
    yield


def _refuse(*_: object) -> None:
    raise Unreadable
