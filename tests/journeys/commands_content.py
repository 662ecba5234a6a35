"""Checklists for the journeys of the commands: the one we ship, and small ones drawn from it.

Read here by tomllib alone and described as tests/core/oracle.py has it.
"""

import json
import tomllib

from techmodel.resources import resource

KINDS = ("gp", "acute", "care-home", "voluntary")
MODELS = ("MCP", "PLACE", "CARE")


def real_content():
    """The data of every file of the checklist we ship, by name."""
    folder = resource("checklist")
    files = [f for f in folder.iterdir() if f.is_file()] + [*(folder / "domains").iterdir()]
    return {f.name: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}


def small_content(draw, real):
    """A checklist of 4 to 14 capabilities in three domains, with links and numbers of its own."""
    domains = draw.sample(real["checklist.toml"]["domains"], 3)
    pool = [c for d in domains for c in real[f"{d}.toml"]["capabilities"]]
    ids = {c["id"] for c in draw.sample(pool, draw.randint(4, 14))}
    kept = [c for c in pool if c["id"] in ids]
    height = {c["id"]: draw.random() for c in kept}
    kept = [small_capability(draw, c, height) for c in kept]
    small = {
        f"{d}.toml": {
            "domain": real[f"{d}.toml"]["domain"],
            "capabilities": [c for c in kept if c["id"].startswith(d)],
        }
        for d in domains
    }
    head = real["checklist.toml"] | {"domains": domains}
    services = {
        "services": [s for s in real["services.toml"]["services"] if "replaced_by" not in s][:1]
    }
    rest = {n: data for n, data in real.items() if len(n) > len("REC.toml")}
    return (
        rest
        | small
        | {
            "checklist.toml": head,
            "services.toml": services,
            "scoring.toml": small_scoring(draw, real["scoring.toml"]),
            "flows.toml": {
                "flows": [f for f in real["flows.toml"]["flows"] if f["capability"] in ids],
            },
        }
    )


def small_capability(draw, c, height):
    lower = sorted(p for p in height if height[p] < height[c["id"]])
    changed = c | {
        "weight": draw.choice((1.0, 1.0, 2.0, 0.5, 3.0)),
        "applies_to": draw.sample(KINDS, draw.choice((1, 2, 4, 4))),
        "prerequisites": draw.sample(lower, min(len(lower), draw.randint(0, 3))),
        "services": [],
        "targets": {m: {"level": draw.randint(1, 5)} for m in MODELS if draw.random() < 0.6},
        "actions": [
            small_action(draw, n, c["actions"][0]) for n in range(1, 6) if draw.random() < 0.6
        ],
    }
    changed.pop("duty", None)
    if draw.random() < 0.4:
        date = draw.choice(({}, {"date": tomllib.loads("d = 2026-09-30")["d"]}))
        changed["duty"] = {"name": "A duty", "source": "An Act, section 1"} | date
    return changed


def small_action(draw, level, like):
    return like | {"to_level": level, "effort": draw.choice("SML")}


def small_scoring(draw, real):
    bands = draw.choice((real["bands"], {"S": [1, 1, 1], "M": [2, 3, 9], "L": [5, 7, 8]}))
    levels = draw.choice(((), (1, 5), range(1, 6)))
    actions = [small_action(draw, n, real["generic_actions"][0]) for n in levels]
    share = draw.choice((0.5, 0.0, 1.0, 0.25))
    return real | {"bands": bands, "generic_actions": actions, "blocked_share": share}


def write_content(content, folder):
    """The checklist folder that holds some content."""
    (folder / "domains").mkdir(parents=True)
    for name, data in content.items():
        place = folder / "domains" if "domain" in data else folder
        text = "\n".join(f"{key} = {toml(value)}" for key, value in data.items())
        (place / name).write_text(text, encoding="utf-8")
    return folder


def toml(value):
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value).lower() if isinstance(value, bool) else str(value)


def question_of(content):
    """The part of an oracle's question that is content."""
    domains = content["checklist.toml"]["domains"]
    scoring = content["scoring.toml"]
    return {
        "domains": domains,
        "flows": content["flows.toml"]["flows"],
        "domains_out": [],
        "blocked_share": scoring["blocked_share"],
        "bands": scoring["bands"],
        "generic": {a["to_level"]: a["effort"] for a in scoring["generic_actions"]},
        "capabilities": [
            plain_capability(c, d) for d in domains for c in content[f"{d}.toml"]["capabilities"]
        ],
    }


def plain_capability(c, domain):
    duty = c.get("duty")
    date = duty["date"].isoformat() if duty and "date" in duty else ""
    return {
        "id": c["id"],
        "domain": domain,
        "name": c["name"],
        "weight": c["weight"],
        "applies_to": c["applies_to"],
        "prerequisites": c["prerequisites"],
        "targets": {m: t["level"] for m, t in c["targets"].items()},
        "actions": {a["to_level"]: a["effort"] for a in c["actions"]},
        "duty": date if duty else None,
        "source": duty and duty["source"],
    }
