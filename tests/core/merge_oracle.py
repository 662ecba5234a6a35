"""Merging two files the plain way: by three pictures, without any journal.

Knows nothing of batches, only what was in the one common picture and what is in each file now.
"""

NONE = object()
BLANK = {
    "value": {"state": "not_answered", "level": None, "provider": None, "reason": ""},
    "note": "",
    "dissent": "",
    "parked": False,
}
TABLES = (
    "checklist", "setting", "override", "organisation", "evidence", "answer", "onboarding", "flow",
    "condition",
)  # fmt: skip
QUIET = ("position", "short_name")


def merged(base, ours, theirs, takes_theirs):
    """The tables that merging comes to.

    `takes_theirs(table, key)` says how a question about a row is settled; names are unique.
    """
    tables = {}
    for table in TABLES:
        three = [side.get(table, {}) for side in (base, ours, theirs)]
        tables[table] = dict(rows(table, three, takes_theirs))
    organisations(tables, (base, ours, theirs), takes_theirs)
    return {table: kept for table, kept in tables.items() if kept}


def rows(table, three, takes_theirs):
    for key in sorted(set().union(*three)):
        row = one_row(
            table, [side.get(key) for side in three], lambda k=key: takes_theirs(table, k)
        )
        if row is not None:
            yield key, row


def one_row(table, three, theirs):
    if table == "answer":
        return answer(*three, theirs)
    base, mine, other = three
    if mine is None or other is None or table in ("setting", "override", "checklist"):
        return decide(base, mine, other, theirs)
    fields = {n: decide((base or {}).get(n, NONE), mine[n], other[n], NONE) for n in mine}
    asked = [n for n, value in fields.items() if value is NONE]
    for name in asked:
        quiet = min(mine[name], other[name]) if name in QUIET else NONE
        fields[name] = (other if theirs() else mine)[name] if quiet is NONE else quiet
    return fields


def answer(base, mine, other, theirs):
    there = [row is not None for row in (base, mine, other)]
    base, mine, other = (row or BLANK for row in (base, mine, other))
    fields = {n: decide(base[n], mine[n], other[n], NONE) for n in BLANK}
    asked = [n for n, value in fields.items() if value is NONE]
    if "value" in asked:
        asked = ["value", "note", "dissent"]
    for name in asked:
        fields[name] = (other if theirs() else mine)[name]
    kept = there[1] if there[1] != there[0] else there[2]
    return fields if kept or fields != BLANK else None


def decide(base, mine, other, theirs):
    """Three values; `theirs` decides a question, or is what stands for one."""
    if other in (mine, base):
        return mine
    if mine == base:
        return other
    if theirs is NONE:
        return NONE
    return other if theirs() else mine


def organisations(tables, three, takes_theirs):
    """What happens to organisations that one file has deleted, and to all that is theirs."""
    base, ours, theirs = three
    for key in sorted(set(base["organisation"])):
        have = [key in side["organisation"] for side in (ours, theirs)]
        if have[0] == have[1]:
            continue
        keeper = ours if have[0] else theirs
        things = [("organisation", key), *belongings(keeper, key)]
        news = any(keeper[t][k] != base.get(t, {}).get(k) for t, k in things)
        if news and takes_theirs("organisation", key) != have[0]:
            tables["organisation"][key] = keeper["organisation"][key]
            for table, belonging in belongings(keeper, key, blank=True):
                tables[table][belonging] = keeper[table][belonging]
        else:
            tables["organisation"].pop(key, None)
            for table, belonging in belongings(tables, key, blank=True):
                del tables[table][belonging]


def belongings(tables, organisation, *, blank=False):
    """The answers and evidence of an organisation; blank answers only if asked for."""
    answers = tables.get("answer", {})
    found = [
        ("answer", key)
        for key, row in answers.items()
        if key[1:] == organisation and (blank or row != BLANK)
    ]
    found += [("onboarding", k) for k in tables.get("onboarding", {}) if k[1:] == organisation]
    found += [("flow", k) for k in tables.get("flow", {}) if organisation[0] in k[:2]]
    evidence = tables.get("evidence", {}).items()
    return found + [
        ("evidence", k) for k, row in evidence if (row["organisation"],) == organisation
    ]
