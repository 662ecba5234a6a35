"""What is printed shows control characters; a terminal must not obey a stranger's file."""

from __future__ import annotations

import sys
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING, Any, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROLS = {
    code: f"\\u{code:04x}"
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if chr(code) not in "\n\t\r"
}
r"""As JSON writes them, so that JSON stays what it was. A lone \r is left to `write`."""


class Plain:
    """A stream on which control characters can be seen."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the stream has
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        """Write a text, with control characters as escapes."""
        seen = text.replace("\r\n", "\n").replace("\r", "\\r").translate(_CONTROLS)
        return self._stream.write(seen)


@contextmanager
def plain_streams() -> Iterator[None]:
    """Standard output and error as plain streams."""
    out, error = (cast("TextIO", Plain(stream)) for stream in (sys.stdout, sys.stderr))
    with redirect_stdout(out), redirect_stderr(error):
        yield
