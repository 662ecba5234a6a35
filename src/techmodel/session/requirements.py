"""Saves what care models require as a file; nothing has to be answered or open for that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.errors import WrongUse
from techmodel.core.requirements import find_requirements
from techmodel.wording.requirements import NO_MODELS, WRONG_ENDING

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import CareModelId, Checklist

    List = tuple[Checklist, tuple[CareModelId, ...], Path]


def save_requirements(what: List) -> Path:
    """Write the list of a checklist and care models; the ending of the path says which kind.

    A plain function of a frozen value, for the background worker.

    Returns:
        where it is.

    Raises:
        WrongUse: no care model is given, or the ending is none of ours.
        BadInput: a care model is not in the checklist, or is named twice.
        ExportFailed: it could not be written; what was there is unchanged.
    """
    checklist, models, path = what
    if not models:
        raise WrongUse(NO_MODELS)
    rows = find_requirements(checklist, models)
    match path.suffix.lower():
        case ".xlsx":
            from techmodel.export.requirements import write_requirements_workbook

            write_requirements_workbook(checklist, models, rows, path)
        case ".html" | ".htm":
            from techmodel.export.requirements import write_requirements_html

            write_requirements_html(checklist, models, rows, path)
        case ".csv":
            from techmodel.export.csv import write_requirements_csv

            write_requirements_csv(checklist, rows, path)
        case _:
            raise WrongUse(WRONG_ENDING)
    return path
