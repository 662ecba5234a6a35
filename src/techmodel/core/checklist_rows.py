"""The checklist's values, built from the JSON data of `checklist_json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from techmodel.core.checklist import (
    LEVELS,
    Action,
    Capability,
    CapabilityId,
    CareModel,
    CareModelId,
    Checklist,
    Domain,
    DomainId,
    Duty,
    Effort,
    EvidenceGrade,
    Kind,
    KindId,
    Level,
    ModelTarget,
    Profile,
    RoleId,
    Scoring,
    Service,
    ServiceId,
    ServiceStatus,
    Term,
    Weeks,
)
from techmodel.core.conditions import Conditions, Factor, FactorId
from techmodel.core.flow_parts import FlowId, TypicalFlow
from techmodel.core.json_rows import (
    as_choice,
    as_row,
    read_choice,
    read_chosen_texts,
    read_date,
    read_day,
    read_flag,
    read_named_texts,
    read_number,
    read_rows,
    read_table,
    read_text,
    read_texts,
    read_whole,
)
from techmodel.core.learning import Licence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from techmodel.core.json_rows import Row

_NOTHING_PROVED: Row = {"proof": {}, "was": [], "hidden": False}
_BARE_ACTION: Row = {"tasks": [], "risk": "", "benefit": ""}
_BARE_SERVICE: Row = {"connect": [], "needs": [], "ask": "", "duty": None}
_BARE_MODEL: Row = {"population": "", "typical": "", "leans_on": [], "sources": []}


def parse_checklist(data: Row) -> Checklist:
    """The checklist in JSON data; KeyError or TypeError carries the key at fault."""
    return Checklist(
        title=read_text(data, "title"),
        version=read_text(data, "version"),
        date=read_date(data, "date"),
        notice=read_text(data, "notice"),
        levels=tuple(map(_level, read_rows(data, "levels"))),
        domains=tuple(map(_domain, read_rows(data, "domains"))),
        capabilities=tuple(map(_capability, read_rows(data, "capabilities"))),
        services=tuple(map(_service, read_rows(data, "services"))),
        care_models=tuple(map(_care_model, read_rows(data, "care_models"))),
        roles={RoleId(key): name for key, name in read_named_texts(data, "roles").items()},
        kinds=tuple(map(_kind, read_rows(data, "kinds"))),
        scoring=_scoring(read_table(data, "scoring")),
        glossary=tuple(map(_term, read_rows({"glossary": []} | data, "glossary"))),
        flows=tuple(map(_flow, read_rows({"flows": []} | data, "flows"))),
        conditions=_conditions(data.get("conditions")),
    )


def _level(row: Row) -> Level:
    return Level(
        level=read_whole(row, "level"),
        name=read_text(row, "name"),
        summary=read_text(row, "summary"),
        wording=read_chosen_texts(row, "wording", Profile),
        test=read_text(row, "test"),
    )


def _domain(row: Row) -> Domain:
    return Domain(
        id=DomainId(read_text(row, "id")),
        name=read_text(row, "name"),
        short_name=read_text(row, "short_name"),
        description=read_text(row, "description"),
    )


def _capability(row: Row) -> Capability:
    row = _NOTHING_PROVED | row
    duty = row["duty"]
    return Capability(
        id=CapabilityId(read_text(row, "id")),
        domain=DomainId(read_text(row, "domain")),
        name=read_text(row, "name"),
        question=read_text(row, "question"),
        test=read_text(row, "test"),
        why=read_text(row, "why"),
        weight=read_number(row, "weight"),
        profile=read_choice(row, "profile", Profile),
        applies_to=tuple(map(KindId, read_texts(row, "applies_to"))),
        levels=_wordings(row),
        evidence=tuple(read_texts(row, "evidence")),
        actions=tuple(map(_action, read_rows(row, "actions"))),
        prerequisites=tuple(map(CapabilityId, read_texts(row, "prerequisites"))),
        services=tuple(map(ServiceId, read_texts(row, "services"))),
        targets=_targets(row),
        duty=None if duty is None else _duty(as_row(duty, "duty")),
        proof=_proof(read_named_texts(row, "proof")),
        was=tuple(map(CapabilityId, read_texts(row, "was"))),
        hidden=read_flag(row, "hidden"),
    )


def _wordings(row: Row) -> tuple[str, str, str, str, str, str]:
    levels = read_table(row, "levels")
    return cast(
        "tuple[str, str, str, str, str, str]",
        tuple(read_text(levels, str(level)) for level in LEVELS),
    )


def _proof(texts: Mapping[str, str]) -> dict[int, str]:
    if not set(texts) <= set(map(str, LEVELS[1:])):
        raise TypeError("proof")
    return {int(level): texts[level] for level in sorted(texts)}


def _targets(row: Row) -> dict[CareModelId, ModelTarget]:
    targets = read_table(row, "targets")
    return {CareModelId(key): _target(as_row(target, key)) for key, target in targets.items()}


def _target(row: Row) -> ModelTarget:
    return ModelTarget(read_whole(row, "level"), read_text(row, "reason"))


def _duty(row: Row) -> Duty:
    return Duty(read_text(row, "name"), read_text(row, "source"), read_day(row, "date"))


def _action(row: Row) -> Action:
    row = _BARE_ACTION | row
    return Action(
        to_level=read_whole(row, "to_level"),
        action=read_text(row, "action"),
        effort=read_choice(row, "effort", Effort),
        roles=tuple(map(RoleId, read_texts(row, "roles"))),
        tasks=tuple(read_texts(row, "tasks")),
        risk=read_text(row, "risk"),
        benefit=read_text(row, "benefit"),
    )


def _service(row: Row) -> Service:
    row = _BARE_SERVICE | row
    replaced_by, duty = row["replaced_by"], row["duty"]
    return Service(
        id=ServiceId(read_text(row, "id")),
        name=read_text(row, "name"),
        kind=read_text(row, "kind"),
        what=read_text(row, "what"),
        operator=read_text(row, "operator"),
        standards=read_text(row, "standards"),
        status=read_choice(row, "status", ServiceStatus),
        status_note=read_text(row, "status_note"),
        status_date=read_day(row, "status_date"),
        replaced_by=None if replaced_by is None else ServiceId(read_text(row, "replaced_by")),
        licence=read_text(row, "licence"),
        source=read_text(row, "source"),
        confidence=read_text(row, "confidence"),
        connect=tuple(read_texts(row, "connect")),
        needs=tuple(read_texts(row, "needs")),
        ask=read_text(row, "ask"),
        duty=None if duty is None else _duty(as_row(duty, "duty")),
    )


def _care_model(row: Row) -> CareModel:
    row = _BARE_MODEL | row
    return CareModel(
        id=CareModelId(read_text(row, "id")),
        name=read_text(row, "name"),
        family=read_text(row, "family"),
        description=read_text(row, "description"),
        population=read_text(row, "population"),
        typical=read_text(row, "typical"),
        leans_on=tuple(read_texts(row, "leans_on")),
        sources=tuple(read_texts(row, "sources")),
    )


def _term(row: Row) -> Term:
    row = {"source": ""} | row
    return Term(read_text(row, "term"), read_text(row, "meaning"), read_text(row, "source"))


def _flow(row: Row) -> TypicalFlow:
    return TypicalFlow(
        id=FlowId(read_text(row, "id")),
        information=read_text(row, "information"),
        capability=CapabilityId(read_text(row, "capability")),
        senders=tuple(map(KindId, read_texts(row, "from"))),
        receivers=tuple(map(KindId, read_texts(row, "to"))),
        targets=_targets(row),
    )


def _conditions(data: object) -> Conditions | None:
    if data is None:
        return None
    row = as_row(data, "conditions")
    return Conditions(
        title=read_text(row, "title"),
        notice=read_text(row, "notice"),
        source=read_text(row, "source"),
        url=read_text(row, "url"),
        licence=read_choice(row, "licence", Licence),
        factors=tuple(map(_factor, read_rows(row, "factors"))),
    )


def _factor(row: Row) -> Factor:
    return Factor(
        id=FactorId(read_text(row, "id")),
        name=read_text(row, "name"),
        question=read_text(row, "question"),
        why=read_text(row, "why"),
        levels=_wordings(row),
    )


def _kind(row: Row) -> Kind:
    return Kind(KindId(read_text(row, "id")), read_text(row, "name"), read_text(row, "short_name"))


def _scoring(row: Row) -> Scoring:
    bands = read_table(row, "bands")
    return Scoring(
        bands={as_choice(key, "bands", Effort): _weeks(bands, key) for key in bands},
        band_meanings=read_chosen_texts(row, "band_meanings", Effort),
        blocked_share=read_number(row, "blocked_share"),
        generic_actions=tuple(map(_action, read_rows(row, "generic_actions"))),
        default_threshold=read_number(row, "default_threshold"),
        evidence_grades=tuple(map(_grade, read_rows(row, "evidence_grades"))),
    )


def _grade(row: Row) -> EvidenceGrade:
    return EvidenceGrade(
        read_text(row, "grade"), read_text(row, "name"), read_text(row, "meaning")
    )


def _weeks(bands: Row, key: str) -> Weeks:
    weeks = bands[key]
    if not isinstance(weeks, list) or len(weeks) != 3 or not all(type(n) is int for n in weeks):
        raise TypeError(key)
    return Weeks(*weeks)
