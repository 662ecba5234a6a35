"""The sample assessment, made from its script like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import Evidence
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.store.working_file import Document
