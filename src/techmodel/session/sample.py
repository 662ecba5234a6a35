"""The sample assessment, made from its script with the same verbs a person uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.answers import Value
from techmodel.session.changes import Change
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.evidence import Piece
from techmodel.session.organisations import Newcomer
from techmodel.session.sample_conditions import play_conditions
from techmodel.session.sample_flows import play_flows
from techmodel.session.sample_plan import DECIDED_BY, play_plan
from techmodel.session.sample_services import play_services
from techmodel.session.session import Session

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import CapabilityId
    from techmodel.core.organisations import OrganisationId
    from techmodel.importing.sample_script import SampleScript
    from techmodel.session.changes import PairId
    from techmodel.store.working_file import Document


def make_sample(file: Path, work: Path, *, force: bool, role: str = "") -> Document:
    """A document that holds the sample, published.

    Raises:
        Refused: the file exists and `force` is not given.
        FileProblem: the place cannot be written.
    """
    from techmodel.importing.sample_conditions import read_sample_conditions
    from techmodel.importing.sample_flows import read_sample_flows
    from techmodel.importing.sample_plan import read_sample_plan
    from techmodel.importing.sample_script import read_sample
    from techmodel.importing.sample_services import read_sample_services
    from techmodel.resources import resource

    script = read_sample(resource("sample", "sample.toml").read_text(encoding="utf-8"))
    flows = read_sample_flows(resource("sample", "flows.toml").read_text(encoding="utf-8"))
    services = read_sample_services(
        resource("sample", "services.toml").read_text(encoding="utf-8")
    )
    conditions = read_sample_conditions(
        resource("sample", "conditions.toml").read_text(encoding="utf-8")
    )
    plan = read_sample_plan(resource("sample", "plan.toml").read_text(encoding="utf-8"))
    document = create_document(file, work, _draft(script), force=force, role=role)
    try:
        session = Session(document.file, document)
        _play(session, script)
        play_flows(session, flows)
        play_services(session, services)
        play_conditions(session, conditions)
        play_plan(session, plan)
        document.publish()
    except BaseException:
        document.close(publish=False)
        raise
    return document


def _draft(script: SampleScript) -> Draft:
    return Draft(
        title=script.title,
        checklist=built_in_checklist(),
        organisations=[
            Newcomer(o.name, o.kind, o.weight, o.short_name) for o in script.organisations
        ],
        care_models=script.care_models,
        lead=script.lead,
        threshold=script.threshold,
        domains_out=script.domains_out,
    )


def _play(session: Session, script: SampleScript) -> None:
    """Answer capability by capability with evidence, then targets, as a workshop would."""
    ids = {o.name: o.id for o in session.assessment().organisations}
    for changes in _by_capability(script, ids):
        session.answers.record(changes, decided_by=DECIDED_BY)
    for target in script.overrides:
        session.targets.aim(
            target.capability,
            target.level,
            target.reason,
            owner=target.owner,
            decided_by=DECIDED_BY,
        )


def _by_capability(
    script: SampleScript, ids: dict[str, OrganisationId]
) -> list[dict[PairId, Change]]:
    evidence: dict[tuple[CapabilityId, str], list[Piece]] = {}
    for e in script.evidence:
        evidence.setdefault(e.pair, []).append(Piece(e.grade, e.title, e.date, e.where))
    grouped: dict[CapabilityId, dict[PairId, Change]] = {}
    for pair, answer in script.answers.items():
        capability, name = pair
        provider = ids[answer.provider] if answer.provider else None
        grouped.setdefault(capability, {})[capability, ids[name]] = Change(
            value=Value(answer.state, answer.level, provider, answer.reason),
            note=script.notes.get(pair),
            dissent=script.dissents.get(pair),
            parked=pair in script.parked or None,
            evidence=tuple(evidence.get(pair, ())),
        )
    return list(grouped.values())
