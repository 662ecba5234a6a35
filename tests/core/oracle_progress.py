"""Section 4.6 of design.md again, slow and straight, over what oracle.py finds.

Takes two answers of `oracle.find_gaps`, then and now, with the question of now; exact fractions.
"""

from fractions import Fraction

from tests.core.oracle import by_id, capabilities_in_scope


def level_of(found, capability):
    """The level known of a capability, "?" where it is a range, None where there is none."""
    gap = found["capabilities"].get(capability)
    if gap is None or gap["partnership"] is None:
        return None
    low, high = gap["partnership"]["low"], gap["partnership"]["high"]
    return low if low == high else "?"


def find_progress(q, then, now):
    """Progress over all and by domain, with the ids that are counted apart."""
    inside = [c["id"] for c in capabilities_in_scope(q)]
    aimed = {
        c: now["capabilities"][c]["target"]["level"]
        for c in inside
        if now["capabilities"][c]["target"] and now["capabilities"][c]["target"]["level"] > 0
    }
    domain = {c: by_id(q["capabilities"])[c]["domain"] for c in inside}
    weight = {c: Fraction(by_id(q["capabilities"])[c]["weight"]) for c in inside}
    found = {None: list(aimed)}
    for d in q["domains"]:
        if d not in q["domains_out"]:
            found[d] = [c for c in aimed if domain[c] == d]
    return {d: account(some, aimed, weight, then, now) for d, some in found.items()}


def account(capabilities, target, weight, then, now):
    before = {c: level_of(then, c) for c in capabilities}
    after = {c: level_of(now, c) for c in capabilities}
    known = [c for c in capabilities if isinstance(before[c], int) and isinstance(after[c], int)]
    won = sum(weight[c] * (min(after[c], target[c]) - min(before[c], target[c])) for c in known)
    missing = sum(weight[c] * (target[c] - min(before[c], target[c])) for c in known)
    falls = [c for c in known if min(after[c], target[c]) < min(before[c], target[c])]
    all_there = Fraction(1) if known and not falls else None
    return {
        "share": won / missing if missing else all_there,
        "falls": falls,
        "newly_known": [
            c for c in capabilities if isinstance(after[c], int) and not isinstance(before[c], int)
        ],
        "no_longer_known": [
            c for c in capabilities if isinstance(before[c], int) and not isinstance(after[c], int)
        ],
    }
