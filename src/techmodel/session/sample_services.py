"""How far the sample's partners are with services, made with the verbs a person uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import ServiceId

if TYPE_CHECKING:
    from techmodel.importing.sample_services import SampleServices
    from techmodel.session.session import Session


def play_services(session: Session, script: SampleServices) -> None:
    """Record row by row how far the partners are."""
    ids = {o.name: o.id for o in session.assessment().organisations}
    for row in script.onboarding:
        session.services.change(
            ServiceId(row.service),
            [ids[script.organisations[key]] for key in row.organisations],
            stage=row.stage,
            owner=row.owner,
            day=row.date,
            note=row.note,
        )
