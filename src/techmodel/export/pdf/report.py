"""Writes the report as a tagged PDF, and reads it back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from techmodel.core.errors import ExportFailed
from techmodel.export.content.report import report_content
from techmodel.export.pdf.document import document
from techmodel.export.replacing import replacing

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.report import Report

_OBJECT = re.compile(rb"(\d{10}) (\d{5}) n")


def write_report(report: Report, path: Path) -> None:
    """Write the report as a tagged PDF, whole or not at all.

    Equal reports give equal bytes.

    Raises:
        ExportFailed: the file could not be written or read back, or a font is missing; the file
            that was there before is then unchanged.
    """
    content = _report_bytes(report)
    with replacing(path) as temporary:
        temporary.write_bytes(content)
        if temporary.read_bytes() != content:
            raise ExportFailed(
                f"'{path.name}' did not read back as it was written; the previous file is"
                " unchanged. Export it again, to another place if it goes on."
            )


def verify_report(report: Report, path: Path) -> None:
    """Read the file back: it is, byte for byte, what the report makes, and its frame is sound.

    The report is built anew, so that this compares what stands on the disk with what ought to;
    then the table of objects is followed from the end of the file, as a reader would: every entry
    leads to its object, and there are as many pages as the file says. How a page looks is not
    judged.

    Raises:
        ExportFailed: the file cannot be read, differs, or is not a sound PDF.
    """
    try:
        found = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ExportFailed(
            f"'{path.name}' was written, but could not be read back ({reason})."
            " Export it again, to another place if it goes on."
        ) from error
    if found != _report_bytes(report):
        raise ExportFailed(
            f"'{path.name}' does not read back as it was written. Do not send it; export it"
            " again, to another place if it goes on."
        )
    fault = frame_fault(found)
    if fault:
        raise ExportFailed(
            f"'{path.name}' is not a sound PDF: {fault}. Do not send it; please report this."
        )


def frame_fault(content: bytes) -> str:
    """What is wrong with the frame of a PDF written here; "" where it is sound."""
    if not content.startswith(b"%PDF-1.7"):
        return "it does not begin as a PDF"
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*\Z", content)
    if not end:
        return "its end is missing"
    table = content[int(end[1]) :]
    if not table.startswith(b"xref"):
        return "its table of objects is not where it should be"
    places = [int(m[1]) for m in _OBJECT.finditer(table)]
    for number, place in enumerate(places, 1):
        if not content.startswith(b"%d 0 obj" % number, place):
            return f"object {number} is not where it should be"
    said = re.search(rb"/Count (\d+)[^>]*/Kids \[([^\]]*)\]", content)
    if not said or int(said[1]) != said[2].count(b" R"):
        return "it has not as many pages as it says"
    return ""


def _report_bytes(report: Report) -> bytes:
    return document(report_content(report), report.made)
