"""Whole reports for tests: the real checklist, invented partners, and answers from a seed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from techmodel.core.answers import Answer, Evidence, State, Value
from techmodel.core.assessment import Assessment, Override
from techmodel.core.decisions import find_decisions
from techmodel.core.gaps import find_gaps
from techmodel.core.organisations import Organisation
from techmodel.core.ready import find_checks
from techmodel.core.report import Report
from techmodel.importing.checklist_files import read_checklist_folder
from techmodel.resources import resource

MADE = datetime(2026, 12, 9, 14, 3, tzinfo=UTC)

PARTNERS = (
    ("Wendlemere Hospitals", "Acute trust", "acute"),
    ("Wendlemere Community Trust", "Comm. trust", "community"),
    ("Vale Mental Health", "Mental health", "mental-health"),
    ("Riverside GP Group", "GP group", "gp"),
    ("Wendlemere Council", "Council", "local-authority"),
    ("Out of Hours Vale", "Urgent care", "urgent-care"),
    ("Hazelcombe Care Homes", "Care homes", "care-home"),
)

NOTES = (
    "Shown live on the day; the failures are worked every morning.",
    "Two of nine sites still on paper. The date for the rest is not agreed.",
    "",
)


def checklist():
    return read_checklist_folder(resource("checklist"))


def partners(count=7, name="", short=""):
    """So many organisations; with `name` every one is called that and a number."""
    made = []
    for n in range(count):
        full, brief, kind = PARTNERS[n % len(PARTNERS)]
        full = f"{name} {n + 1}" if name else full if n < len(PARTNERS) else f"{full} {n + 1}"
        brief = f"{short or name} {n + 1}" if name else brief
        made.append(Organisation(f"org{n}", full, brief, kind, 1.0, True, n))
    return tuple(made)


def assessment(seed=7, organisations=None, answered=0.94, **changes):
    """An assessment where about `answered` of the pairs are known."""
    random = Random(seed)
    content = checklist()
    organisations = partners() if organisations is None else organisations
    answers, evidence = {}, []
    for capability in content.capabilities:
        base = random.choice((1, 2, 2, 3, 3, 4))
        for o in organisations:
            if o.kind not in capability.applies_to:
                continue
            value = _value(random, base, answered, last=o is organisations[-1])
            note = random.choice(NOTES) if random.random() < 0.15 else ""
            if value.state is State.NOT_ANSWERED and not note:
                continue
            dissent = "One partner saw it a level lower." if random.random() < 0.02 else ""
            answers[capability.id, o.id] = Answer(capability.id, o.id, value, note, dissent)
            if value.state is State.LEVEL and random.random() < 0.5:
                evidence.append(_evidence(random, capability.id, o.id, len(evidence)))
    base = Assessment(
        id="0190-test",
        title="Wendlemere place partnership",
        lead="IM&T lead, Wendlemere Hospitals",
        care_models=tuple(m.id for m in content.care_models[:2]),
        threshold=0.8,
        domains_out=frozenset(),
        checklist=content,
        organisations=organisations,
        answers=answers,
        evidence=tuple(evidence),
        overrides=_overrides(content),
    )
    return replace(base, **changes)


def report(base=None, **changes):
    """The report of an assessment, with a fixed clock and no journal."""
    base = base or assessment()
    gaps = find_gaps(base)
    made = Report(
        assessment=base,
        gaps=gaps,
        decisions=find_decisions(base, ()),
        checks=find_checks(base, gaps, MADE.date()),
        batches=(),
        made=MADE,
        answers_to=date(2026, 11, 26) if base.answers else None,
        revision=312,
        version="0.1.0",
    )
    return replace(made, **changes)


def _value(random, base, answered, *, last):
    draw = random.random()
    if draw > answered:
        return Value(random.choice((State.DONT_KNOW, State.NOT_ANSWERED)))
    if draw > answered - 0.02:
        return Value(State.NOT_APPLICABLE, reason="Runs no such service and has none planned.")
    shift = random.choice((-2, -1, -1, 0)) if last else random.choice((-1, 0, 0, 0, 1))
    return Value(State.LEVEL, level=min(5, max(0, base + shift)))


def _evidence(random, capability, organisation, number):
    title = random.choice(("Service report, October", "Screens shown in the workshop", "Contract"))
    grade = random.choice("AABBBCCCCD")
    return Evidence(
        f"e{number}", capability, organisation, grade, title, "2026-10-14", "Shared drive"
    )


def _overrides(content):
    first, second = content.capabilities[5].id, content.capabilities[20].id
    return {
        first: Override(first, 1, "Waits for the new contract in 2028.", "Director of digital"),
        second: Override(second, 3, "The board asked for one step more.", ""),
    }
