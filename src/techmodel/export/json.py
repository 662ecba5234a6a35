"""The whole assessment as JSON: what the file holds, its checklist and its journal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from techmodel.core.batch_json import batch_json
from techmodel.core.checklist_json import checklist_to_json
from techmodel.core.compare_json import progress_json, round_json
from techmodel.core.conditions import condition_fields
from techmodel.core.flow_rows import flow_fields
from techmodel.core.onboarding import onboarding_fields
from techmodel.core.plan_rows import (
    benefit_fields,
    cost_fields,
    project_fields,
    raid_fields,
    terms_json,
)
from techmodel.core.tables import (
    answer_fields,
    evidence_fields,
    organisation_fields,
    override_json,
)
from techmodel.export.replacing import replacing
from techmodel.export.text import clean

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Json
    from techmodel.core.plan_parts import PlanBook
    from techmodel.core.report import Report

SCHEMA = 1
"""Raised when a key changes its meaning or goes."""


def write_json(report: Report, path: Path) -> None:
    """Write `assessment_json` to a file: UTF-8 without a byte order mark, two spaces of indent.

    Raises:
        ExportFailed: the file could not be written; the previous one is unchanged.
    """
    text = json.dumps(assessment_json(report), ensure_ascii=False, indent=2, allow_nan=False)
    with replacing(path) as temporary:
        temporary.write_bytes(f"{clean(text)}\n".encode())


def assessment_json(report: Report) -> dict[str, Json]:
    """Everything the file holds, as plain JSON data.

    `{"schema": 1, "program", "made", "revision", "assessment": {"id", "title", "lead",
    "care_models", "coverage_threshold", "domains_out"}, "organisations": [...], "answers": [...],
    "evidence": [...], "targets": [...], "rounds": [{"id", "name", "at", "revision"}], "progress":
    {"since": a round, "overall", "domains": as `compare --json`} | null, "plan": {"projects",
    "links", "costs", "benefits", "raid", "scenarios", "terms", "closed_days"}, "flows": [...],
    "onboarding": [{"service", "organisation", "state", "owner", "date", "note"}],
    "conditions": [{"factor", "level", "note"}], "checklist": {as `checklist show --json`},
    "journal": [{"revision", "id", "kind", "at", "label", "decided_by", "workshop", "takes",
    "edits": [{"table", "key", "field", "old", "new"}]}], "taken": {MERGE: [batches of the other
    file, alike]}}`. Organisations that left and answers that are not asked
    are in it. A row holds its key and the fields it has in the journal.
    """
    assessment = report.assessment
    return {
        "schema": SCHEMA,
        "program": f"techmodel {report.version}",
        "made": report.made.isoformat(timespec="seconds"),
        "revision": report.revision,
        "assessment": _head(assessment),
        "organisations": [
            {"id": o.id, **organisation_fields(o)} for o in assessment.organisations
        ],
        "answers": [
            {"capability": a.capability, "organisation": a.organisation, **answer_fields(a)}
            for a in assessment.answers.values()
        ],
        "evidence": [{"id": e.id, **evidence_fields(e)} for e in assessment.evidence],
        "targets": [
            {"capability": o.capability, "value": override_json(o)}
            for o in assessment.overrides.values()
        ],
        "rounds": [round_json(r) for r in report.rounds],
        "progress": _progress(report),
        "plan": _plan(report.book),
        "flows": [{**f.key._asdict(), **flow_fields(f)} for f in assessment.flows.values()],
        "onboarding": [
            {"service": o.service, "organisation": o.organisation, **onboarding_fields(o)}
            for o in report.onboarding.values()
        ],
        "conditions": [
            {"factor": c.factor, **condition_fields(c)} for c in report.conditions.values()
        ],
        "checklist": checklist_to_json(assessment.checklist),
        "journal": [batch_json(b) for b in report.batches],
        "taken": {
            merge: [batch_json(b) for b in batches] for merge, batches in report.taken.items()
        },
    }


def _progress(report: Report) -> Json:
    since = report.since
    if since is None:
        return None
    return {
        "since": round_json(since.round),
        **progress_json(since.progress, report.assessment),
    }


def _plan(book: PlanBook) -> Json:
    """What is stored of the plan, as its rows lie in the file."""
    return {
        "projects": [{"id": p.id, **project_fields(p)} for p in book.projects],
        "links": [{"project": k.project, "after": k.after, "lag": k.lag} for k in book.links],
        "costs": [{"id": c.id, **cost_fields(c)} for c in book.costs],
        "benefits": [{"id": b.id, **benefit_fields(b)} for b in book.benefits],
        "raid": [{"id": i.id, **raid_fields(i)} for i in book.raid],
        "scenarios": [
            {"id": s.id, "name": s.name, "terms": terms_json(s.terms)} for s in book.scenarios
        ],
        "terms": terms_json(book.terms),
        "closed_days": [day.isoformat() for day in sorted(book.closed_days)],
    }


def _head(assessment: Assessment) -> Json:
    return {
        "id": assessment.id,
        "title": assessment.title,
        "lead": assessment.lead,
        "care_models": list(assessment.care_models),
        "coverage_threshold": assessment.threshold,
        "domains_out": [*sorted(assessment.domains_out)],
    }
