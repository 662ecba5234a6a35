"""The checklist inside an assessment file: packing, unpacking, and the one we ship."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from techmodel.core.checklist_checks import check
from techmodel.core.checklist_json import checklist_from_json, checklist_to_json
from techmodel.core.checklist_versions import in_use
from techmodel.core.errors import BadInput, DamagedFile

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import Checklist
    from techmodel.store.assessment_file import AssessmentFile

WORKBOOK = ".xlsx"
"""How the name of a checklist's workbook ends."""
MAX_CONTENT = 20_000_000
"""Bytes an unpacked checklist may have; more is not a checklist of ours."""


def pack(checklist: Checklist) -> tuple[str, str]:
    """The id (SHA-256 of the canonical JSON) and the packed text of a checklist."""
    text = json.dumps(
        checklist_to_json(checklist), ensure_ascii=False, separators=(",", ":")
    ).encode()
    packed = base64.b64encode(zlib.compress(text, 9)).decode()
    return hashlib.sha256(text).hexdigest(), packed


@lru_cache(maxsize=4)
def unpack(id: str, content: str) -> Checklist:  # noqa: A002 - the row's name
    """The checklist in a row; DamagedFile when it is not what its id says or makes no sense."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(base64.b64decode(content, validate=True), MAX_CONTENT)
    except (ValueError, zlib.error) as error:
        raise DamagedFile("The checklist inside this assessment cannot be read.") from error
    if unpacker.unconsumed_tail or hashlib.sha256(text).hexdigest() != id:
        raise DamagedFile("The checklist inside this assessment does not match its seal.")
    try:
        checklist = checklist_from_json(json.loads(text))
    except (ValueError, RecursionError, BadInput) as error:
        raise DamagedFile("The checklist inside this assessment cannot be read.") from error
    problems = check(checklist)
    if problems:
        raise DamagedFile(f"The checklist inside this assessment is not in order: {problems[0]}")
    return checklist


def stored_checklist(file: AssessmentFile) -> Checklist:
    """The checklist that the settings of a file point to."""
    wanted = {str(r["name"]): r["value"] for r in file.rows("setting")}.get("checklist")
    for row in file.rows("checklist"):
        if row["id"] == wanted:
            return unpack(str(row["id"]), str(row["content"]))
    raise DamagedFile("This assessment does not hold its checklist.")


def built_in_checklist() -> Checklist:
    """The checklist that comes with the program."""
    from techmodel.importing.checklist_files import read_checklist_folder
    from techmodel.resources import resource

    return read_checklist_folder(resource("checklist"))


def checklist_from(source: Path | None) -> Checklist:
    """The checklist that `whole_checklist` gives, as an assessment carries it: none hidden."""
    return in_use(whole_checklist(source))


def whole_checklist(source: Path | None) -> Checklist:
    """The checklist in a folder or a workbook (.xlsx), or the built-in one, with what it hides.

    Raises:
        BadInput: names everything that is wrong in it.
    """
    if source is None:
        return built_in_checklist()
    if source.suffix.lower() == WORKBOOK:
        from techmodel.importing.checklist_workbook import read_checklist_workbook

        return read_checklist_workbook(source).checklist
    from techmodel.importing.checklist_files import read_checklist_folder

    return read_checklist_folder(source)
