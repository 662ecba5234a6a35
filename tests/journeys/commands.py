"""Running commands in this process, and drawing random assessments that only commands make.

What is put in is kept as the plain question that tests/core/oracle.py answers; nothing is read
back from the file.
"""

import csv
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from tests.core import oracle
from tests.journeys.commands_content import KINDS, MODELS, question_of

from techmodel.cli import main

TRUST, PRACTICE = "Riverside Trust", "Hill: Practice"
"""The partners of the assessment that conftest.py makes."""
WEIGHTS = (1, 1, 1, 0.5, 2, 2.5, 0.1, 1000)
NAMES = (
    "Ash Trust",
    "Tŷ Bryn",
    "Oak: North",
    'The "Elm"',
    "-Fir",
    "=1+1 Ltd",
    "Yew, Ivy & Co",
    "😀",
)


def run(*arguments):
    """The exit code, output and error text of one command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([str(a) for a in arguments])
    return code, out.getvalue(), err.getvalue()


def done(*arguments):
    """The output of a command that must succeed and complain of nothing."""
    code, out, err = run(*arguments)
    assert (code, err) == (0, ""), (arguments, out, err)
    return out


def refusal(file, verb, *arguments):
    """What a refused command says: exit code and sentence; everything is as it was."""
    before, beside = content_of(file), listing()
    code, out, err = run(verb, file.name, *arguments)

    assert (out, "Traceback" in err) == ("", False)
    assert err.strip().endswith((".", ")"))
    assert (content_of(file), listing()) == (before, beside)
    return code, err


def content_of(file):
    return file.read_bytes() if file.is_file() else None


def listing(folder=Path()):
    """What is in a folder, the one we are in unless told."""
    return sorted(path.name for path in folder.iterdir())


def gaps_of(file):
    """What `gaps --json` prints."""
    return json.loads(done("gaps", file, "--json"))


# what people put in


@dataclass
class Made:
    """An assessment that commands have made, and the question that says what was put in."""

    draw: object
    file: object
    q: dict
    title: str = ""
    reasons: dict = None

    def do(self, verb, *arguments):
        return done(verb, self.file, *arguments)

    def organisation(self, *arguments):
        """A change of who takes part; after "--", since a name may begin with a hyphen."""
        return done("organisation", "--", self.file, *arguments)


def make(draw, file, content, checklist=()):
    """A random assessment made by `new`, `answer --from` and some changes of it."""
    made = Made(draw, file, question_of(content), "Place “=1+1”", {})
    begin(made, checklist)
    answer_many(made)
    for change in draw.sample((aim, aim, settle, leave, come, answer_one, rename, undone), 3):
        change(made)
    return made


def begin(made, checklist):
    """Make the assessment with random partners."""
    draw = made.draw
    kinds = sorted({k for c in made.q["capabilities"] for k in c["applies_to"]})
    weights = draw.choice(((1,), WEIGHTS))
    partners = [organisation(draw, n, kinds, weights) for n in range(1, draw.randint(1, 20) + 1)]
    made.q["threshold"] = draw.choice((None, 0.5, 0.6, 2 / 3, 0.75, 0.9, 1))
    begin_with(made, partners, draw.sample(MODELS, draw.randint(1, 2)), checklist)


def begin_with(made, partners, models, checklist=()):
    """Make the assessment by `new`; a partner is its name as "id", its kind and its weight."""
    draw, q = made.draw, {"threshold": None} | made.q
    made.q = q
    q["organisations"] = [{"name": p["id"], "in_scope": True} | p for p in partners]
    q["care_models"], q["answers"], q["overrides"] = models, {}, {}
    options = [x for o in q["organisations"] for x in ("--organisation", typed(draw, o))]
    options += [x for m in q["care_models"] for x in ("--care-model", m)]
    options += [] if q["threshold"] is None else ["--threshold", q["threshold"]]
    q["threshold"] = q["threshold"] or 0.8
    made.do("new", "--title", made.title, *options, *checklist)


def organisation(draw, number, kinds, weights):
    """One organisation; its name is its id here, since commands know no other."""
    name = f"{draw.choice(NAMES)} {number}"
    kind, weight = draw.choice(kinds), draw.choice(weights)
    return {"id": name, "name": name, "kind": kind, "weight": weight, "in_scope": True}


def typed(draw, o):
    """NAME:KIND[:WEIGHT], the weight left out now and then where it is 1."""
    short = o["weight"] == 1 and draw.random() < 0.5
    return f"{o['name']}:{o['kind']}" + ("" if short else f":{o['weight']}")


def asked(made):
    """Every asked pair: capability and organisation, as the oracle has them."""
    q = made.q
    return [
        (c, o) for c in q["capabilities"] for o in q["organisations"] if oracle.is_asked(q, c, o)
    ]


def answer_many(made):
    draw, q = made.draw, made.q
    habits = draw.choice(((0, 5), (2, 3), (1, 4)))
    openness = draw.choice((0.0, 0.1, 0.4, 0.9))
    said = {}
    for c, o in asked(made):
        if draw.random() < 0.9:
            said[c["id"], o["id"]] = own_answer(draw, habits, openness)
    for c, o in asked(made):
        if draw.random() < openness / 3:
            provide(draw, said, c, o)
    q["answers"].update(said)
    source = made.file.with_suffix(".csv")
    write_answers(draw, source, said)
    made.do("answer", "--from", source)
    source.unlink()


def own_answer(draw, habits, openness):
    if draw.random() >= openness:
        return draw.randint(*habits)
    return draw.choice(("?", "?", "n/a", "-"))


def provide(draw, said, c, o):
    """Let another answer for this one, where it can and nobody relies on this one."""
    pair = c["id"], o["id"]
    own = [
        other
        for (capability, other), value in said.items()
        if capability == c["id"] and other != o["id"] and (isinstance(value, int) or value == "?")
    ]
    if own and ("by", o["id"]) not in [v for k, v in said.items() if k[0] == c["id"]]:
        said[pair] = ("by", draw.choice(own))


COLUMNS = ("capability", "organisation", "answer", "reason", "evidence")
WORDS = {"?": "dont-know", "n/a": "not-applicable", "-": "not-answered"}


def word(value):
    """A value as the command line writes it."""
    if isinstance(value, tuple):
        return f"provided-by:{value[1]}"
    return WORDS.get(value, str(value))


def write_answers(draw, path, said):
    """A CSV file as people make them: columns and rows in any order, ids in any case."""
    columns = [*COLUMNS]
    draw.shuffle(columns)
    rows = [answer_row(draw, *pair, value) for pair, value in said.items()]
    draw.shuffle(rows)
    write_rows(path, rows, columns, draw.choice(("utf-8", "utf-8-sig")))


def write_rows(path, rows, columns=COLUMNS, encoding="utf-8"):
    """Rows, dicts by column, as CSV; nothing is guarded."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)


def answer_row(draw, capability, name, value):
    guard = "'" if name[0] in "=+-@" else ""
    evidence = draw.choice(("", "", "A:Usage log | d:Said in the workshop", "B:'=1+1: shown"))
    return {
        "capability": draw.choice((capability, capability.lower())),
        "organisation": guard + draw.choice((name, name.upper())),
        "answer": word(value),
        "reason": "Not our work" if value == "n/a" else draw.choice(("", "Seen")),
        "evidence": evidence,
    }


# what people change afterwards


def aim(made):
    """Decide on a target, or go back on it."""
    draw, q = made.draw, made.q
    c = draw.choice(q["capabilities"])["id"]
    if c in q["overrides"]:
        made.do("target", c, "--clear")
        del q["overrides"][c], made.reasons[c]
        return
    level, owner = draw.randint(0, 5), draw.choice(("", "Digital lead"))
    made.do("target", c.lower(), level, "--reason", "No supplier yet", "--owner", owner)
    q["overrides"][c] = level
    made.reasons[c] = ("No supplier yet", owner)


def settle(made):
    """Change threshold, care models and scope in one go."""
    draw, q = made.draw, made.q
    q["threshold"] = draw.choice((0.5, 0.8, 0.99))
    q["care_models"] = draw.sample(MODELS, draw.randint(1, 3))
    q["domains_out"] = draw.sample(q["domains"], 1)
    models = [x for m in q["care_models"] for x in ("--care-model", m)]
    out = ("--domain-out", q["domains_out"][0].lower())
    made.do("set", "--threshold", q["threshold"], *models, *out)


def leave(made):
    """Let an organisation leave that provides for nobody."""
    draw, q = made.draw, made.q
    needed = {value[1] for value in q["answers"].values() if isinstance(value, tuple)}
    free = [o for o in q["organisations"] if o["in_scope"] and o["id"] not in needed]
    if len(free) > 1:
        gone = draw.choice(free)
        made.organisation("leave", gone["name"].lower())
        gone["in_scope"] = False


def come(made):
    """Let an organisation return, or a new one join."""
    draw, q = made.draw, made.q
    gone = [o for o in q["organisations"] if not o["in_scope"]]
    if gone:
        made.organisation("return", gone[0]["name"])
        gone[0]["in_scope"] = True
    else:
        new = organisation(draw, 21, KINDS, WEIGHTS)
        made.organisation("add", typed(draw, new))
        q["organisations"].append(new)


def answer_one(made):
    """Answer one pair anew that nobody relies on."""
    draw, q = made.draw, made.q
    pairs = [
        (c["id"], o["id"])
        for c, o in asked(made)
        if ("by", o["id"]) not in [v for k, v in q["answers"].items() if k[0] == c["id"]]
    ]
    if pairs:
        c, o = draw.choice(pairs)
        value = draw.choice((0, 3, 5, "?", "n/a", "-"))
        made.do("answer", c, word(value), "--organisation", o, "--reason", "Because")
        q["answers"][c, o] = value


def rename(made):
    """Give an organisation another name; everything stays with it."""
    q = made.q
    o = made.draw.choice(q["organisations"])
    old, new = o["name"], f"Larch {o['name']}"
    made.organisation("rename", old, new)
    o["id"] = o["name"] = new
    q["answers"] = {
        (c, new if who == old else who): ("by", new) if value == ("by", old) else value
        for (c, who), value in q["answers"].items()
    }


def undone(made):
    """Do something and take it back."""
    made.do(
        "set", "--title", "Never mind", "--threshold", "0.51", "--domain-out", made.q["domains"][0]
    )
    made.do("undo")
