"""Which explanation belongs to which cell of the gaps place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import CapabilityId, DomainId
from techmodel.core.organisations import OrganisationId
from techmodel.ui.gaps.gap_model import CAPABILITY, DOMAIN, GAP, LEVEL, WEEKS
from techmodel.ui.gaps.heat_model import FIRST, NAME, TOGETHER
from techmodel.wording.explain import explain_gap, explain_level, explain_rank, explain_target
from techmodel.wording.explain_pair import explain_pair
from techmodel.wording.explain_sums import explain_attainment

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from techmodel.core.assessment import Assessment
    from techmodel.core.gaps import Gaps
    from techmodel.ui.gaps.domain_model import DomainModel
    from techmodel.ui.gaps.heat_model import HeatModel
    from techmodel.ui.gaps.lists import ListRow
    from techmodel.wording.explain import Explanation

_BY_COLUMN = {
    LEVEL: explain_level,
    GAP: explain_gap,
    WEEKS: explain_gap,
    CAPABILITY: explain_target,
    DOMAIN: explain_target,
}


def explain_heat_cell(
    assessment: Assessment, gaps: Gaps, model: HeatModel, index: QModelIndex
) -> Explanation:
    """Why a cell of the heat map shows what it does; a capability's name tells its target."""
    column, domain, row = index.column(), model.domain(index), model.capability(index)
    columns = model.picture.columns
    if domain is not None:
        one = columns[column - FIRST].id if column >= FIRST else None
        return explain_attainment(assessment, gaps, DomainId(domain.id), one)
    assert row is not None
    capability = CapabilityId(row.id)
    if column == NAME:
        return explain_target(assessment, gaps, capability)
    if column == TOGETHER:
        return explain_level(assessment, gaps, capability)
    return explain_pair(assessment, gaps, capability, columns[column - FIRST].id)


def explain_domain_cell(
    assessment: Assessment, gaps: Gaps, model: DomainModel, index: QModelIndex
) -> Explanation:
    """Why a cell of a chart's table shows what it shows."""
    domain, organisation = model.subject(index)
    one = OrganisationId(organisation) if organisation else None
    return explain_attainment(assessment, gaps, DomainId(domain), one)


def explain_gap_cell(
    assessment: Assessment,
    gaps: Gaps,
    capability: CapabilityId,
    column: int,
    organisation: OrganisationId | None,
) -> Explanation:
    """Why a cell of the ranked list shows what it shows; rank and priority are one question.

    Levels and gaps are those of `organisation` when the list shows one.
    """
    if organisation is not None and column in {LEVEL, GAP}:
        return explain_pair(assessment, gaps, capability, organisation)
    return _BY_COLUMN.get(column, explain_rank)(assessment, gaps, capability)


def explain_list_row(assessment: Assessment, gaps: Gaps, row: ListRow) -> Explanation:
    """Why a row stands in a full list: one partner's answer, or else the rank."""
    if row.organisation:
        one = OrganisationId(row.organisation)
        return explain_pair(assessment, gaps, row.capability, one)
    return explain_rank(assessment, gaps, row.capability)
