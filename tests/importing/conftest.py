"""What laws of importing share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from techmodel.export.checklist_book import write_checklist_workbook
from techmodel.importing.sandbox import read_workbook

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist
    from techmodel.importing.workbook import Workbook


@pytest.fixture(scope="session")
def exported(checklist: Checklist, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The workbook of the program's checklist, as it is read."""
    path = tmp_path_factory.mktemp("book") / "checklist.xlsx"
    write_checklist_workbook(checklist, path)
    return read_workbook(path)
