"""Section 4 of design.md again, slow and straight, to check the fast one against.

Plain dicts in, plain dicts out, exact fractions; shares nothing with techmodel.core. A question is
    {"threshold", "care_models": [ids], "domains": [ids], "domains_out": [ids], "blocked_share",
     "bands": {"S": [2, 4, 6], ...}, "generic": {level: band},
     "capabilities": [{"id", "domain", "weight", "applies_to": [kinds], "prerequisites": [],
                       "targets": {model: level}, "actions": {level: band},
                       "duty": None | ISO date | "" (no date found)}],
     "organisations": [{"id", "name", "kind", "weight", "in_scope"}],
     "answers": {(capability, organisation): level | "?" | "n/a" | "-" | ("by", organisation)},
     "overrides": {capability: level}}
"""

from fractions import Fraction

TOLERANCE = Fraction(1, 10**9)


def needs(level):
    return max(1, min(level - 1, 3))


def capabilities_in_scope(q):
    return [c for c in q["capabilities"] if c["domain"] not in q["domains_out"]]


def organisations_in_scope(q):
    return [o for o in q["organisations"] if o["in_scope"]]


def by_id(rows):
    return {row["id"]: row for row in rows}


def is_asked(q, c, o):
    inside = c["id"] in by_id(capabilities_in_scope(q))
    return inside and o["in_scope"] and o["kind"] in c["applies_to"]


# 4.1


def pair(q, c, o):
    """(state, level, provided by, broken) of an asked pair."""
    said = q["answers"].get((c["id"], o["id"]), "-")
    if isinstance(said, int):
        return ("level", said, None, False)
    if said in ("?", "n/a", "-"):
        state = {"?": "dont_know", "n/a": "not_applicable", "-": "not_answered"}[said]
        return (state, None, None, False)
    provider = by_id(q["organisations"]).get(said[1])
    if provider is not None and is_asked(q, c, provider) and provider["id"] != o["id"]:
        own = q["answers"].get((c["id"], provider["id"]), "-")
        if isinstance(own, int):
            return ("level", own, said[1], False)
        if own == "?":
            return ("dont_know", None, said[1], False)
    return ("not_answered", None, said[1], True)


def asked_pairs(q, c):
    return {o["id"]: pair(q, c, o) for o in q["organisations"] if is_asked(q, c, o)}


# 4.2


def level_held(q, levels):
    """The highest level that enough weight is at; `levels` maps organisations to numbers."""
    weight = {o["id"]: Fraction(o["weight"]) for o in q["organisations"]}
    total = sum(weight[o] for o in levels)
    held = 0
    for level in range(1, 6):
        at = sum(weight[o] for o in levels if levels[o] >= level)
        if at / total >= Fraction(q["threshold"]) - TOLERANCE:
            held = level
    return held


def median(numbers):
    numbers = sorted(numbers)
    middle = len(numbers) // 2
    if len(numbers) % 2:
        return Fraction(numbers[middle])
    return Fraction(numbers[middle - 1] + numbers[middle], 2)


def partnership(q, pairs):
    applicable = {o: p for o, p in pairs.items() if p[0] != "not_applicable"}
    if not applicable:
        return None
    known = {o: p[1] for o, p in applicable.items() if p[0] == "level"}
    low = level_held(q, {o: known.get(o, 0) for o in applicable})
    high = level_held(q, {o: known.get(o, 5) for o in applicable})
    if not known:
        return {"low": low, "high": high, "min": None, "median": None, "max": None, "outliers": []}
    middle = median(known.values())
    return {
        "low": low,
        "high": high,
        "min": min(known.values()),
        "median": middle,
        "max": max(known.values()),
        "outliers": [o for o in known if known[o] < low or known[o] <= middle - 2],
    }


# 4.3


def levels_asked(q):
    """What is asked before raising: by override, else by the most demanding care model."""
    asked = {}
    for c in capabilities_in_scope(q):
        wanted = [c["targets"][m] for m in q["care_models"] if m in c["targets"]]
        if c["id"] in q["overrides"]:
            asked[c["id"]] = q["overrides"][c["id"]]
        elif wanted:
            asked[c["id"]] = max(wanted)
    return asked


def asked_of_somebody(q, c):
    return any(is_asked(q, c, o) for o in q["organisations"])


def most_dependent_first(q):
    left = capabilities_in_scope(q)
    order = []
    while left:
        free = [c for c in left if not any(c["id"] in d["prerequisites"] for d in left)]
        order += free
        left = [c for c in left if c not in free]
    return order


def targets(q):
    asked = levels_asked(q)
    level = dict(asked)
    inside = by_id(capabilities_in_scope(q))
    for c in most_dependent_first(q):
        if level.get(c["id"], 0) >= 1:
            for p in c["prerequisites"]:
                if p in inside and p not in q["overrides"] and asked_of_somebody(q, inside[p]):
                    level[p] = max(level.get(p, 0), needs(level[c["id"]]))
    return {c: describe_target(q, c, level, asked) for c in level}


def describe_target(q, c, level, asked):
    if c in q["overrides"]:
        source = "override"
    elif level[c] > asked.get(c, 0):
        source = "prerequisite"
    else:
        source = "care model"
    by = [d for d, need in demands(q, level, c) if need == level[c]]
    return {"level": level[c], "source": source, "asked": asked.get(c), "by": by}


def demands(q, level, p):
    """Who in scope needs p, and at what level."""
    return [
        (d["id"], needs(level[d["id"]]))
        for d in capabilities_in_scope(q)
        if p in d["prerequisites"] and level.get(d["id"], 0) >= 1
    ]


def shortfalls(q, gaps):
    level = {c: t["level"] for c, t in targets(q).items()}
    found = []
    for p in q["capabilities"]:
        wanted = demands(q, level, p["id"])
        held = level.get(p["id"])
        if p["domain"] in q["domains_out"]:
            why = "out of scope"
        elif p["id"] in q["overrides"]:
            why = "held by decision"
        elif not asked_of_somebody(q, p):
            why = "asked of nobody"
        else:
            why = "no partnership level"
        short = [(d, n) for d, n in wanted if n > (held or 0)]
        if not short and p["id"] in gaps and gaps[p["id"]]["partnership"] is None:
            why = "no partnership level" if asked_of_somebody(q, p) else "asked of nobody"
            short = [(d, n) for d, n in wanted if gaps[d]["gap"] and gaps[d]["gap"][1] > 0]
            held = None if why == "no partnership level" else held
        if short:
            most = max(n for _, n in short)
            by = [d for d, n in short if n == most]
            found.append(
                {"capability": p["id"], "held_at": held, "by": by, "needs": most, "why": why}
            )
    return found


# 4.4, 4.8


def gap_of(target, level):
    if level is None:
        return None
    if target is None:
        return (0, 0)
    return (max(0, target["level"] - level["high"]), max(0, target["level"] - level["low"]))


def weeks_of(q, c, target, level):
    weeks = [0, 0, 0]
    if level is not None and target is not None:
        for step in range(level["low"] + 1, target["level"] + 1):
            band = c["actions"].get(step) or q["generic"].get(step) or "M"
            weeks = [a + b for a, b in zip(weeks, q["bands"][band], strict=True)]
    return weeks


# 4.5


def attainment(rows):
    """rows: (weight, low, high, target)."""
    rows = [(Fraction(w), low, high, t) for w, low, high, t in rows if t > 0]
    if not rows:
        return None
    full = sum(w * t for w, _, _, t in rows)
    return (
        sum(w * min(low, t) for w, low, _, t in rows) / full,
        sum(w * min(high, t) for w, _, high, t in rows) / full,
    )


def together(gaps, capabilities):
    return attainment(
        [
            (c["weight"], g["partnership"]["low"], g["partnership"]["high"], g["target"]["level"])
            for c in capabilities
            for g in [gaps[c["id"]]]
            if g["partnership"] is not None and g["target"] is not None
        ]
    )


def alone(gaps, capabilities, organisation):
    rows = []
    for c in capabilities:
        g = gaps[c["id"]]
        if organisation not in g["pairs"] or g["target"] is None:
            continue
        state, level, _, _ = g["pairs"][organisation]
        if state == "level":
            rows.append((c["weight"], level, level, g["target"]["level"]))
        elif state != "not_applicable":
            rows.append((c["weight"], 0, 5, g["target"]["level"]))
    return attainment(rows)


def completeness(pairs):
    if not pairs:
        return None
    done = [p for p in pairs if p[0] in ("level", "not_applicable")]
    return Fraction(len(done), len(pairs))


def overall(q, gaps, organisations):
    candidates = []
    below = []
    for o in organisations_in_scope(q):
        found = organisations[o["id"]]
        if found["completeness"] is not None and found["completeness"] < Fraction(1, 2):
            below.append(o["id"])
        elif found["attainment"] is not None:
            candidates.append((found["attainment"][0], o["name"], o["id"]))
    inside = capabilities_in_scope(q)
    every = [p for c in inside for p in gaps[c["id"]]["pairs"].values()]
    return {
        "attainment": together(gaps, inside),
        "completeness": completeness(every),
        "weakest": min(candidates)[2] if candidates else None,
        "below_half": below,
    }


# 4.7, 4.9


def links(q, gaps):
    """(c, d): c blocks d."""
    found = []
    for d in capabilities_in_scope(q):
        gap = gaps[d["id"]]["gap"]
        for p in d["prerequisites"]:
            level = gaps[p]["partnership"] if p in gaps else None
            if not gap or gap[1] == 0 or level is None:
                continue
            if level["low"] < needs(gaps[d["id"]]["target"]["level"]):
                found.append((p, d["id"]))
    return found


def unassessed(q, gaps):
    found = []
    for p in capabilities_in_scope(q):
        waiting = [d for d in capabilities_in_scope(q) if p["id"] in d["prerequisites"]]
        open_gap = [d for d in waiting if gaps[d["id"]]["gap"] and gaps[d["id"]]["gap"][1] > 0]
        if gaps[p["id"]]["partnership"] is None and open_gap:
            found.append(p["id"])
    return found


def reached_from(c, pairs):
    reached = set()
    while True:
        more = {d for p, d in pairs if p == c or p in reached} - reached
        if not more:
            return reached
        reached |= more


def priority(q, gaps, c, blocked):
    weight = {c["id"]: Fraction(c["weight"]) for c in q["capabilities"]}
    own = weight[c] * gaps[c]["gap"][1]
    others = sum(weight[d] * gaps[d]["gap"][1] for d in blocked)
    return (own + Fraction(q["blocked_share"]) * others) / gaps[c]["weeks"][1]


def ranked(q, gaps):
    def place(c):
        duty = by_id(q["capabilities"])[c]["duty"]
        when = (0, duty or "9999") if duty is not None else (1, "")
        return (when, -round(gaps[c]["priority"], 9), c)

    return sorted((c for c in gaps if gaps[c]["priority"] is not None), key=place)


# all together


def find_gaps(q):
    inside = capabilities_in_scope(q)
    aims = targets(q)
    gaps = {}
    for c in inside:
        pairs = asked_pairs(q, c)
        level = partnership(q, pairs)
        aim = aims.get(c["id"])
        gaps[c["id"]] = {
            "target": aim,
            "pairs": pairs,
            "partnership": level,
            "gap": gap_of(aim, level),
            "weeks": weeks_of(q, c, aim, level),
            "priority": None,
            "rank": None,
        }
    pairs = links(q, gaps)
    order = [c["id"] for c in inside]
    for c, found in gaps.items():
        blocked = reached_from(c, pairs)
        found["blocked"] = [d for d in order if d in blocked]
        found["waits_for"] = [p for p in order if (p, c) in pairs]
        if found["gap"] and found["gap"][1] > 0:
            found["priority"] = priority(q, gaps, c, found["blocked"])
    for place, c in enumerate(ranked(q, gaps), 1):
        gaps[c]["rank"] = place
    return {"capabilities": gaps} | sums(q, gaps)


def sums(q, gaps):
    inside = capabilities_in_scope(q)
    domains = {}
    for d in q["domains"]:
        if d not in q["domains_out"]:
            of = [c for c in inside if c["domain"] == d]
            domains[d] = {
                "attainment": together(gaps, of),
                "completeness": completeness(
                    [p for c in of for p in gaps[c["id"]]["pairs"].values()]
                ),
                "by_organisation": {
                    o["id"]: alone(gaps, of, o["id"]) for o in organisations_in_scope(q)
                },
            }
    organisations = {}
    for o in organisations_in_scope(q):
        own = [
            gaps[c["id"]]["pairs"][o["id"]] for c in inside if o["id"] in gaps[c["id"]]["pairs"]
        ]
        organisations[o["id"]] = {
            "attainment": alone(gaps, inside, o["id"]),
            "completeness": completeness(own),
        }
    return {
        "domains": domains,
        "organisations": organisations,
        "overall": overall(q, gaps, organisations),
        "shortfalls": shortfalls(q, gaps),
        "unassessed": unassessed(q, gaps),
        "unprovided": [
            c["id"]
            for c in inside
            if (gaps[c["id"]]["target"] or {"level": 0})["level"] >= 1
            and not gaps[c["id"]]["pairs"]
        ],
    }
