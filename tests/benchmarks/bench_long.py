"""A file with a long history: opening it, answering in it, its size (issue: nothing lost).

Run with `python tests/benchmarks/bench_long.py`; compares a file of 5,000 changes with a new one.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bench_answer import open_session

from techmodel.core.answers import State, Value
from techmodel.session.session import Session
from techmodel.store.working_file import Document

CHANGES = 5_000
ANSWERS = 100
OPENINGS = 5
OPEN_AT_MOST = 1.0
ANSWER_AT_MOST = 1.2
SIZE_AT_MOST = 5.0


def change_often(session: Session, times: int) -> None:
    """Answer, note and take back, until so many batches are written."""
    pairs = [(c.id, o) for c in session.gaps().capabilities for o in c.pairs]
    n = 0
    while session.revision < times:
        pair = pairs[n % len(pairs)]
        session.answers.give(*pair, Value(State.LEVEL, (n + 3) % 6))
        if n % 5 == 0:
            session.answers.note(
                *pair, f"As agreed in the room, point {n}: it depends on the site"
            )
        if n % 11 == 0:
            session.undo()
        n += 1


def opening_seconds(path: Path, work: Path) -> float:
    """Median seconds from opening a document to its gaps and history."""
    taken = []
    for _ in range(OPENINGS):
        started = time.perf_counter()
        document = Document.open(path, work)
        session = Session(document.file, document)
        session.gaps()
        session.batches()
        taken.append(time.perf_counter() - started)
        session.close()
    return statistics.median(taken)


def answer_seconds(sessions: tuple[Session, Session]) -> tuple[float, float]:
    """Median seconds of an answer in two sessions, interleaved."""
    pairs = [(c.id, o) for c in sessions[0].gaps().capabilities for o in c.pairs]
    found: tuple[list[float], list[float]] = ([], [])
    for n in range(ANSWERS):
        for session, taken in zip(sessions, found, strict=True):
            organisations = session.assessment().organisations
            place = [o.id for o in sessions[0].assessment().organisations].index(pairs[n][1])
            started = time.perf_counter()
            session.answers.give(
                pairs[n][0], organisations[place].id, Value(State.LEVEL, n * 5 % 6)
            )
            session.gaps()
            taken.append(time.perf_counter() - started)
    return statistics.median(found[0]), statistics.median(found[1])


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folders = [Path(name) / part for part in ("new", "long")]
        for folder in folders:
            folder.mkdir()
        new, long = (open_session(folder) for folder in folders)
        change_often(long, CHANGES)
        answers = answer_seconds((new, long))
        paths = [session.document.path for session in (new, long) if session.document]
        new.close()
        long.close()
        opening = [opening_seconds(path, path.parent / "work") for path in paths]
        size = paths[1].stat().st_size / 1e6
    more = opening[1] - opening[0]
    print(
        f"a file of {CHANGES:,} changes: opening {opening[1]:.2f} s, a new one {opening[0]:.2f}; "
        f"{more:.2f} s more (at most {OPEN_AT_MOST})\n"
        f"  one answer {answers[1] * 1000:.2f} ms, in a new one {answers[0] * 1000:.2f}; "
        f"ratio {answers[1] / answers[0]:.2f} (at most {ANSWER_AT_MOST})\n"
        f"  its size {size:.1f} MB (at most {SIZE_AT_MOST})"
    )


if __name__ == "__main__":
    main()
