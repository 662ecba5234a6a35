"""One answer, from the verb to durable and gaps recomputed, against one bare transaction.

Run with `python tests/benchmarks/bench_answer.py`; prints the ratio of interleaved medians.
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from techmodel.core.answers import State, Value
from techmodel.core.checklist import CareModelId, KindId
from techmodel.session.content import built_in_checklist
from techmodel.session.create import Draft, create_document
from techmodel.session.organisations import Newcomer
from techmodel.session.session import Session

RUNS = 200
KINDS = (
    "acute",
    "community",
    "gp",
    "mental-health",
    "local-authority",
    "care-home",
    "urgent-care",
)
AT_MOST = 2.5

BARE_SCHEMA = """
CREATE TABLE answer(capability TEXT, organisation TEXT, value TEXT, note TEXT, dissent TEXT,
    parked INTEGER, PRIMARY KEY(capability, organisation)) STRICT;
CREATE TABLE batch(id TEXT PRIMARY KEY, revision INTEGER, kind TEXT, at TEXT, label TEXT,
    decided_by TEXT) STRICT;
CREATE TABLE edit(batch TEXT, position INTEGER, tbl TEXT, key TEXT, field TEXT, old TEXT,
    new TEXT) STRICT;
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT) STRICT;
"""


def open_session(folder: Path) -> Session:
    """A session on a full assessment of seven organisations, every question answered."""
    draft = Draft(
        "Benchmark",
        built_in_checklist(),
        [Newcomer(f"Organisation {k}", KindId(k)) for k in KINDS],
        [CareModelId("PLACE")],
    )
    document = create_document(folder / "a.techmodel", folder / "work", draft, force=True)
    session = Session(document.file, document)
    pairs = [(c.id, o) for c in session.gaps().capabilities for o in c.pairs]
    session.answers.give_many({p: Value(State.LEVEL, n % 6) for n, p in enumerate(pairs)})
    return session


def open_bare(folder: Path, pairs: list[tuple[str, str]]) -> sqlite3.Connection:
    """The same pairs in a bare file with the same pragmas."""
    connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
    for pragma in (
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        "locking_mode=EXCLUSIVE",
        "secure_delete=ON",
        "foreign_keys=ON",
    ):
        connection.execute(f"pragma {pragma}")
    connection.executescript(BARE_SCHEMA)
    value = json.dumps({"state": "level", "level": 1})
    connection.executemany(
        "insert into answer values(?,?,?,'','',0)", [(c, o, value) for c, o in pairs]
    )
    return connection


def bare_answer(
    connection: sqlite3.Connection, pair: tuple[str, str], level: int, n: int
) -> float:
    """The same rows in one transaction, then one pass over the pairs."""
    value = json.dumps({"state": "level", "level": level})
    connection.execute("begin immediate")
    (old,) = connection.execute(
        "select value from answer where capability=? and organisation=?", pair
    ).fetchone()
    connection.execute(
        "update answer set value=? where capability=? and organisation=?", (value, *pair)
    )
    connection.execute("insert into batch values(?,?,'edit','2026-11-24','x','')", (str(n), n))
    connection.execute(
        "insert into edit values(?,0,'answer',?,'value',?,?)",
        (str(n), json.dumps(pair), old, value),
    )
    connection.execute("insert or replace into meta values('digest', ?)", (str(n),))
    connection.execute("commit")
    total = 0.0
    for (text,) in connection.execute("select value from answer"):
        total += json.loads(text)["level"]
    return total


def measure(runs: int = RUNS) -> tuple[float, float]:
    """Median seconds of an answer of ours and of the bare one, interleaved."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = open_session(folder)
        pairs = [(c.id, o) for c in session.gaps().capabilities for o in c.pairs]
        bare = open_bare(folder, [(str(c), str(o)) for c, o in pairs])
        ours, theirs = [], []
        for n in range(runs):
            pair, level = pairs[n % len(pairs)], (n + 3) % 6
            started = time.perf_counter()
            session.answers.give(*pair, Value(State.LEVEL, level))
            session.gaps()
            middle = time.perf_counter()
            bare_answer(bare, (str(pair[0]), str(pair[1])), level, n)
            theirs.append(time.perf_counter() - middle)
            ours.append(middle - started)
        bare.close()
        session.close()
    return statistics.median(ours), statistics.median(theirs)


def main() -> None:
    """Print the figures."""
    ours, theirs = measure()
    print(
        f"one answer, durable, gaps recomputed: {ours * 1000:.2f} ms, bare {theirs * 1000:.2f}; "
        f"ratio {ours / theirs:.2f} (at most {AT_MOST})"
    )


if __name__ == "__main__":
    main()
