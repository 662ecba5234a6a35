"""Microsoft Project XML read back after writing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from techmodel.export.exchange.mspdi import NAMESPACE
from techmodel.export.exchange.mspdi_tasks import facts
from techmodel.export.exchange.reading import differs
from techmodel.export.exchange.rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from techmodel.core.report import Report

_PLAIN = (
    *("UID", "Name", "WBS", "OutlineNumber", "Start", "Finish", "Duration"),
    *("PercentComplete", "Milestone", "Notes"),
)


def verify_mspdi(report: Report, path: Path) -> None:
    """Read a written file back and compare it with the plan, row by row.

    Raises:
        ExportFailed: something differs; the text names the row.
        OSError: the file cannot be read.
    """
    read, rows = _read(path), rows_of(report)
    if len(read) != len(rows):
        raise differs(path, f"it has {len(read)} rows, not {len(rows)}")
    for found, row in zip(read, rows, strict=True):
        if found != facts(row):
            raise differs(path, f"{row.id} {row.name}")


def _read(path: Path) -> list[Mapping[str, object]]:
    """The facts of every row in a file but the one over all."""
    from defusedxml.ElementTree import parse  # noqa: PLC0415 - only when a file is read back

    try:
        root = parse(path).getroot()
    except Xml.ParseError as error:
        raise differs(path, "it is not whole") from error
    return [*_tasks(root)][1:] if root is not None else []


def _tasks(root: Xml.Element) -> Iterator[Mapping[str, object]]:
    for task in root.iter(f"{{{NAMESPACE}}}Task"):
        links = task.iter(f"{{{NAMESPACE}}}PredecessorLink")
        read: dict[str, object] = {name: _text(task, name) for name in _PLAIN}
        yield read | {"links": [(_text(k, "PredecessorUID"), _text(k, "LinkLag")) for k in links]}


def _text(element: Xml.Element, name: str) -> str:
    return element.findtext(f"{{{NAMESPACE}}}{name}") or ""
