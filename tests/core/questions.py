"""Random plain questions for oracle.py, with everything in them that can occur."""

from tests.core.builders import BANDS, question

KINDS = ("gp", "acute", "care-home", "council")
MODELS = ("M", "N", "P")
WEIGHTS = (1.0, 1.0, 1.0, 0.5, 2.0, 2.5, 0.1, 1000.0)


def random_question(draw, capabilities=None):
    """A question drawn with a `random.Random`; `capabilities` are drawn unless given."""
    organisations = random_organisations(draw)
    q = question(capabilities or random_capabilities(draw), organisations)
    ids = [c["id"] for c in q["capabilities"]]
    habits = draw.choice(((0, 5), (2, 3), (1, 4)))
    openness = draw.choice((0.0, 0.1, 0.5, 1.0))
    return q | {
        "threshold": draw.choice((0.5, 0.6, 2 / 3, 0.75, 0.8, 0.9, 1.0)),
        "care_models": draw.sample(MODELS, draw.randint(1, 2)),
        "domains_out": [d for d in q["domains"] if draw.random() < 0.15],
        "blocked_share": draw.choice((0.5, 0.0, 1.0, 0.25)),
        "bands": draw.choice((BANDS, {"S": [1, 1, 1], "M": [2, 3, 9], "L": [5, 7, 8]})),
        "generic": draw.choice(({}, {1: "S", 5: "M"}, dict.fromkeys(range(1, 6), "L"))),
        "answers": {
            (c, o["id"]): random_answer(draw, organisations, habits, openness)
            for c in ids
            for o in organisations
            if draw.random() < 0.9
        },
        "overrides": {c: draw.randint(0, 5) for c in ids if draw.random() < 0.1},
    }


def real_question(draw, checklist):
    """A question about the real checklist, drawn like the others."""
    kinds = [kind.id for kind in checklist.kinds]
    models = [model.id for model in checklist.care_models]
    q = random_question(draw, [plain_capability(c) for c in checklist.capabilities])
    return q | {
        "care_models": draw.sample(models, draw.randint(1, 3)),
        "organisations": [o | {"kind": draw.choice(kinds)} for o in q["organisations"]],
        "blocked_share": checklist.scoring.blocked_share,
        "bands": {b: [w.low, w.likely, w.high] for b, w in checklist.scoring.bands.items()},
        "generic": {a.to_level: a.effort for a in checklist.scoring.generic_actions},
    }


def plain_capability(c):
    """A capability of a checklist as oracle.py describes it."""
    return {
        "id": c.id,
        "domain": c.domain,
        "weight": c.weight,
        "applies_to": list(c.applies_to),
        "prerequisites": list(c.prerequisites),
        "targets": {m: target.level for m, target in c.targets.items()},
        "actions": {a.to_level: a.effort for a in c.actions},
        "duty": c.duty and (c.duty.date.isoformat() if c.duty.date else ""),
    }


def random_organisations(draw):
    weights = draw.choice(((1.0,), WEIGHTS))
    return [
        {
            "id": f"o{n}",
            "name": draw.choice(("Ash", "Birch", "Cedar")) + f" {draw.randint(1, 30)}",
            "kind": draw.choice(KINDS),
            "weight": draw.choice(weights),
            "in_scope": draw.random() < 0.9,
        }
        for n in range(1, draw.randint(1, 20) + 1)
    ]


def random_capabilities(draw):
    """Up to 16, in three domains; prerequisites make no circle, but may point either way."""
    ids = [f"{draw.choice('ABC')}-{n:02}" for n in range(1, draw.randint(1, 16) + 1)]
    height = {c: draw.random() for c in ids}
    return [random_capability(draw, c, [p for p in ids if height[p] < height[c]]) for c in ids]


def random_capability(draw, name, lower):
    return {
        "id": name,
        "weight": draw.choice((1.0, 1.0, 2.0, 0.5, 3.0)),
        "applies_to": draw.sample(KINDS, draw.choice((1, 2, 4, 4))),
        "prerequisites": draw.sample(lower, min(len(lower), draw.randint(0, 3))),
        "targets": {m: draw.randint(1, 5) for m in MODELS if draw.random() < 0.6},
        "actions": {n: draw.choice("SML") for n in range(1, 6) if draw.random() < 0.6},
        "duty": draw.choice((None, None, None, "", "2026-09-30", "2027-06-30")),
    }


def random_answer(draw, organisations, habits, openness):
    """A level, or the more openness, the more of everything else; providers may not hold."""
    if draw.random() >= openness:
        return draw.randint(*habits)
    return draw.choice(("?", "n/a", "-", ("by", draw.choice(organisations)["id"]), ("by", "gone")))
