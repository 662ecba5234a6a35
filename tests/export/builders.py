"""Reports for export tests, made from random plain questions."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

from tests.core.builders import assessment
from tests.core.questions import random_question

from techmodel.core.answers import Evidence, State, Value
from techmodel.core.checklist import EvidenceGrade, Service, ServiceStatus
from techmodel.core.decisions import find_decisions
from techmodel.core.gaps import find_gaps
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit
from techmodel.core.progress import find_progress
from techmodel.core.ready import find_checks
from techmodel.core.report import Report, Since
from techmodel.core.rounds import Round
from techmodel.core.tables import answer_fields

MADE = datetime(2026, 11, 26, 14, 3, tzinfo=UTC)


def report_of(assessment, batches=()):
    """The report of an assessment, made on 26 November 2026."""
    gaps = find_gaps(assessment)
    return Report(
        assessment=assessment,
        gaps=gaps,
        decisions=find_decisions(assessment, batches),
        checks=find_checks(assessment, gaps, MADE.date()),
        batches=tuple(batches),
        made=MADE,
        answers_to=MADE.date(),
        revision=len(batches),
        version="1.0",
    )


SPRING = Round("round-1", "Spring 2026", "2026-03-03T14:03:00Z", 1)


def with_since(report, then, round_=SPRING):
    """The report with the progress since a round at which the assessment was `then`."""
    gaps = find_gaps(then)
    since = Since(round_, gaps, find_progress(gaps, report.gaps))
    return replace(report, rounds=(round_,), since=since)


def earlier(held, draw):
    """An assessment as it may have been: other answers, fewer of them, another threshold."""
    answers = {
        pair: replace(a, value=Value(State.LEVEL, draw.randint(0, 5)))
        if draw.random() < 0.4
        else a
        for pair, a in held.answers.items()
        if draw.random() < 0.9
    }
    return replace(held, answers=answers, threshold=draw.choice((0.5, 0.8, 1.0)))


def random_report(seed):
    """A report of a random assessment with evidence, services and a journal."""
    draw = random.Random(seed)
    q = random_question(draw)
    names = {o["id"]: f"{o['name']} {o['id']}" for o in q["organisations"]}
    q["organisations"] = [o | {"name": names[o["id"]]} for o in q["organisations"]]
    found = with_content(assessment(q))
    evidence = tuple(
        Evidence(f"ev-{n}", c, o, draw.choice("ABCD"), f"Log {n}", "2026-10-01", "Shared drive")
        for n, (c, o) in enumerate(found.answers)
        if draw.random() < 0.4
    )
    return report_of(replace(found, evidence=evidence), journal_of(found))


def with_content(assessment):
    """The assessment with grades of evidence and a service in its checklist."""
    scoring = replace(
        assessment.checklist.scoring,
        evidence_grades=tuple(EvidenceGrade(g, f"Grade {g}", f"Earns {g}") for g in "ABCD"),
    )
    first, *others = assessment.checklist.capabilities
    checklist = replace(
        assessment.checklist,
        scoring=scoring,
        services=(service("nrl", "National Record Locator"), service("old", "Older service")),
        capabilities=(replace(first, services=("nrl",)), *others),
    )
    return replace(assessment, checklist=checklist)


def service(key, name):
    return Service(
        *(key, name, "national service", "Finds records", "NHS England", "FHIR"),
        status=ServiceStatus.LIVE,
        status_note="",
        status_date=date(2026, 9, 1),
        replaced_by=None,
        licence="Open",
        source="A page",
        confidence="verified",
    )


def journal_of(assessment):
    """One batch a day that made each answer."""
    return tuple(
        Batch(
            id=f"batch-{n}",
            kind=BatchKind.EDIT,
            at=f"2026-11-{1 + n % 28:02}T09:30:00Z",
            label=f"{a.capability} answered",
            edits=(
                Edit("answer", (a.capability, a.organisation), WHOLE_ROW, None, answer_fields(a)),
            ),
            revision=n + 1,
            decided_by="Clinical lead",
        )
        for n, a in enumerate(assessment.answers.values())
    )
