"""How the values of an assessment lie in the rows of its file, and back."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from techmodel.core.answers import Answer, Evidence, State, Value
from techmodel.core.assessment import Assessment, Override
from techmodel.core.checklist import CapabilityId, CareModelId, DomainId, KindId
from techmodel.core.flow_rows import flow_of
from techmodel.core.organisations import Organisation, OrganisationId

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from techmodel.core.checklist import Checklist
    from techmodel.core.journal import Json

    Row = Mapping[str, Json]


def value_json(value: Value) -> Json:
    """The one field that holds an answer's value together."""
    return {
        "state": value.state.value,
        "level": value.level,
        "provider": value.provider,
        "reason": value.reason,
    }


def value_of(json: Json) -> Value:
    """The value in an answer's field."""
    field = cast("dict[str, str]", json)
    return _value(field["state"], field["level"], field["provider"], field["reason"])


@lru_cache(maxsize=4096)
def _value(state: str, level: str, provider: str, reason: str) -> Value:
    """The one value of these fields; most answers are alike."""
    return Value(
        State(state), cast("int | None", level), cast("OrganisationId | None", provider), reason
    )


def answer_of(row: Row) -> Answer:
    """An answer from its row."""
    return Answer(
        cast("CapabilityId", row["capability"]),
        cast("OrganisationId", row["organisation"]),
        value_of(row["value"]),
        cast("str", row["note"]),
        cast("str", row["dissent"]),
        cast("bool", row["parked"]),
    )


def answer_fields(answer: Answer) -> dict[str, Json]:
    """An answer's row without its key."""
    return {
        "value": value_json(answer.value),
        "note": answer.note,
        "dissent": answer.dissent,
        "parked": answer.parked,
    }


def organisation_of(row: Row) -> Organisation:
    """An organisation from its row."""
    return Organisation(
        OrganisationId(str(row["id"])),
        str(row["name"]),
        str(row["short_name"]),
        KindId(str(row["kind"])),
        cast("float", row["weight"]),
        bool(row["in_scope"]),
        cast("int", row["position"]),
    )


def organisation_fields(organisation: Organisation) -> dict[str, Json]:
    """An organisation's row without its key."""
    return {
        "name": organisation.name,
        "short_name": organisation.short_name,
        "kind": organisation.kind,
        "weight": organisation.weight,
        "in_scope": organisation.in_scope,
        "position": organisation.position,
    }


def evidence_of(row: Row) -> Evidence:
    """A piece of evidence from its row."""
    return Evidence(
        str(row["id"]),
        CapabilityId(str(row["capability"])),
        OrganisationId(str(row["organisation"])),
        str(row["grade"]),
        str(row["title"]),
        str(row["date"]),
        str(row["place"]),
    )


def evidence_fields(evidence: Evidence) -> dict[str, Json]:
    """A piece of evidence's row without its key."""
    return {
        "capability": evidence.capability,
        "organisation": evidence.organisation,
        "grade": evidence.grade,
        "title": evidence.title,
        "date": evidence.date,
        "place": evidence.where,
    }


def override_of(row: Row) -> Override:
    """A target set by decision, from its row."""
    field = cast("dict[str, Json]", row["value"])
    return Override(
        CapabilityId(str(row["capability"])),
        cast("int", field["level"]),
        str(field["reason"]),
        str(field["owner"]),
    )


def override_json(override: Override) -> Json:
    """The one field that holds an override together."""
    return {"level": override.level, "reason": override.reason, "owner": override.owner}


def assessment_of(
    id: str,  # noqa: A002 - the field's name
    tables: Mapping[str, Sequence[Row]],
    checklist: Checklist,
) -> Assessment:
    """The assessment that the rows of all journalled tables say."""
    settings = {str(r["name"]): r["value"] for r in tables["setting"]}
    answers = [answer_of(r) for r in tables["answer"]]
    overrides = [override_of(r) for r in tables["override"]]
    models = cast("list[str]", settings.get("care_models", []))
    out = cast("list[str]", settings.get("domains_out", []))
    threshold = settings.get("threshold", checklist.scoring.default_threshold)
    organisations = tuple(organisation_of(r) for r in tables["organisation"])
    return Assessment(
        id=id,
        title=str(settings.get("title", "")),
        lead=str(settings.get("lead", "")),
        care_models=tuple(CareModelId(m) for m in models),
        threshold=cast("float", threshold),
        domains_out=frozenset(DomainId(d) for d in out),
        checklist=checklist,
        organisations=organisations,
        answers={(a.capability, a.organisation): a for a in answers},
        evidence=_in_order(map(evidence_of, tables["evidence"]), organisations),
        overrides={o.capability: o for o in overrides},
        flows={f.key: f for f in map(flow_of, tables["flow"])},
    )


def _in_order(
    evidence: Iterable[Evidence], organisations: Sequence[Organisation]
) -> tuple[Evidence, ...]:
    """Evidence as people read it: by capability, by organisation as listed, strongest first."""
    place = {o.id: n for n, o in enumerate(organisations)}
    return tuple(
        sorted(
            evidence,
            key=lambda e: (e.capability, place.get(e.organisation, -1), e.grade, e.title, e.id),
        )
    )
