"""Small checklists and assessments for tests, made from the plain dicts of oracle.py."""

from datetime import date

from techmodel.core.answers import Answer, State, Value
from techmodel.core.assessment import Assessment, Override
from techmodel.core.checklist import (
    Action,
    Capability,
    CareModel,
    Checklist,
    Domain,
    Duty,
    Effort,
    Kind,
    Level,
    ModelTarget,
    Profile,
    Scoring,
    Weeks,
)
from techmodel.core.organisations import Organisation

BANDS = {"S": [2, 4, 6], "M": [6, 11, 16], "L": [16, 28, 40]}
LEVEL_NAMES = ("Absent", "Standalone", "Viewable", "Structured", "Shared", "Orchestrated")
_STATES = {"?": State.DONT_KNOW, "n/a": State.NOT_APPLICABLE, "-": State.NOT_ANSWERED}


def question(capabilities=(), organisations=(), answers=None, **changes):
    """A plain question as oracle.py describes it; what is left out is the plainest there is.

    Capabilities and organisations are dicts that need only an "id"; the domain is the id up to
    the dash.
    `answers` maps a capability to its answers in the order of the organisations, None for no row.
    """
    organisations = [
        {"name": o["id"], "kind": "gp", "weight": 1.0, "in_scope": True} | o for o in organisations
    ]
    capabilities = [_capability_defaults(c) | c for c in capabilities]
    pairs = {
        (c, o["id"]): said
        for c, row in (answers or {}).items()
        for o, said in zip(organisations, row, strict=True)
        if said is not None
    }
    return {
        "threshold": 0.8,
        "care_models": ["M"],
        "domains": list(dict.fromkeys(c["domain"] for c in capabilities)),
        "domains_out": [],
        "blocked_share": 0.5,
        "bands": BANDS,
        "generic": {},
        "capabilities": capabilities,
        "organisations": organisations,
        "answers": pairs,
        "overrides": {},
    } | changes


def one(levels, **changes):
    """One capability A-1 with target 3, answered by the organisations o1, o2, ..."""
    organisations = [{"id": f"o{n}"} for n in range(1, len(levels) + 1)]
    capability = {"id": "A-1", "targets": {"M": 3}}
    return assessment(question([capability], organisations, {"A-1": levels}, **changes))


def assessment(q):
    """The assessment of a plain question."""
    return Assessment(
        id="an-assessment",
        title="Wendlemere place partnership",
        lead="IM&T lead",
        care_models=tuple(q["care_models"]),
        threshold=q["threshold"],
        domains_out=frozenset(q["domains_out"]),
        checklist=checklist(q),
        organisations=tuple(organisation(o, n) for n, o in enumerate(q["organisations"], 1)),
        answers={(c, o): Answer(c, o, value(said)) for (c, o), said in q["answers"].items()},
        evidence=(),
        overrides={
            c: Override(c, level, "Decided by the board", "SRO")
            for c, level in q["overrides"].items()
        },
    )


def checklist(q):
    """The checklist of a plain question."""
    models = {m for c in q["capabilities"] for m in c["targets"]} | set(q["care_models"])
    kinds = {k for c in q["capabilities"] for k in c["applies_to"]}
    kinds |= {o["kind"] for o in q["organisations"]}
    return Checklist(
        title="A small checklist",
        version="1",
        date=date(2026, 11, 22),
        notice="",
        levels=tuple(level(n, name) for n, name in enumerate(LEVEL_NAMES)),
        domains=tuple(Domain(d, f"Domain {d}", d, "") for d in q["domains"]),
        capabilities=tuple(capability(c) for c in q["capabilities"]),
        services=(),
        care_models=tuple(CareModel(m, f"Care model {m}", "today", "") for m in sorted(models)),
        roles={"SRO": "Senior responsible owner"},
        kinds=tuple(Kind(k, k, k) for k in sorted(kinds)),
        scoring=scoring(q),
    )


def scoring(q):
    """The bands and generic actions of a plain question."""
    return Scoring(
        bands={Effort(b): Weeks(*weeks) for b, weeks in q["bands"].items()},
        band_meanings={},
        blocked_share=q["blocked_share"],
        generic_actions=tuple(action(n, b) for n, b in q["generic"].items()),
        default_threshold=0.8,
        evidence_grades=(),
    )


def capability(c):
    """One capability of a plain question."""
    return Capability(
        id=c["id"],
        domain=c["domain"],
        name=c.get("name", f"Name of {c['id']}"),
        question="",
        test="",
        why="",
        weight=c["weight"],
        profile=Profile.EXCHANGE,
        applies_to=tuple(c["applies_to"]),
        levels=("zero", "one", "two", "three", "four", "five"),
        evidence=(),
        actions=tuple(action(n, b) for n, b in c["actions"].items()),
        prerequisites=tuple(c["prerequisites"]),
        services=(),
        targets={m: ModelTarget(n) for m, n in c["targets"].items()},
        duty=None if c["duty"] is None else duty(c["duty"]),
    )


def level(number, name):
    """One level of the scale."""
    return Level(number, name, "", dict.fromkeys(Profile, name), "")


def action(to_level, band):
    """An action for one step."""
    return Action(to_level, f"Do what level {to_level} needs", Effort(band), ())


def duty(when):
    """A duty with an ISO date, or "" for none."""
    return Duty("A duty", "An Act", date.fromisoformat(when) if when else None)


def organisation(o, position):
    """One organisation of a plain question."""
    return Organisation(
        o["id"], o["name"], o["name"], o["kind"], o["weight"], o["in_scope"], position
    )


def value(said):
    """A level, "?", "n/a", "-" or ("by", organisation) as an answer's value."""
    if isinstance(said, int):
        return Value(State.LEVEL, said)
    if isinstance(said, tuple):
        return Value(State.PROVIDED_BY, provider=said[1])
    return Value(_STATES[said], reason="Not our work" if said == "n/a" else "")


def _capability_defaults(c):
    return {
        "domain": c["id"].split("-")[0],
        "weight": 1.0,
        "applies_to": ["gp"],
        "prerequisites": [],
        "targets": {},
        "actions": {},
        "duty": None,
    }
