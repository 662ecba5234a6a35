"""Flows and stages at two moments in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.compare_answers import Turn
from techmodel.core.compare_integration import count_turns
from techmodel.wording.flows import flow_name, value_words
from techmodel.wording.numbers import join_words, plural
from techmodel.wording.service_edits import change_words, service_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from techmodel.core.compare_integration import FlowChange, StageChange
    from techmodel.wording.edits import Book

_MOVED = {Turn.RAISED: "up", Turn.LOWERED: "down"}
_KNOWN = {Turn.NEWLY_KNOWN: "newly known", Turn.NO_LONGER_KNOWN: "no longer known"}


def integration_sentence(flows: Sequence[FlowChange], stages: Iterable[StageChange]) -> str:
    """How flows and services moved: "12 flows moved up, 1 down; 3 partners newly live."; or ""."""
    said = "; ".join(filter(None, (_flows(flows), _live(stages))))
    return f"{said}." if said else ""


def flow_change_words(change: FlowChange, book: Book) -> str:
    """A flow and what differs: "Test results, Riverside Trust to Hill Practice: level 2 → 3"."""
    return f"{flow_name(change.flow, book.organisations)}: {join_words([*_flow_parts(change)])}"


def stage_change_words(change: StageChange, book: Book) -> str:
    """A service, who, and what differs: "PDS ... for Hill Practice: planned → live"."""
    who = book.organisation(change.now.organisation)
    about = f"{service_words(book.checklist, change.now.service)} for {who}"
    return change_words(about, change.then, change.now)


def _flows(changes: Sequence[FlowChange]) -> str:
    moved = [(count_turns(changes, t), word) for t, word in _MOVED.items()]
    known = [(count_turns(changes, t), word) for t, word in _KNOWN.items()]
    verb = "moved "
    said: list[str] = []
    for count, word in (*moved, *known):
        if count:
            first = plural(count, "flow") if not said else f"{count:,}"
            said.append(f"{first} {verb if word in _MOVED.values() else ''}{word}")
            verb = ""
    return ", ".join(said)


def _live(changes: Iterable[StageChange]) -> str:
    live = [c.now for c in changes if c.newly_live]
    if not live:
        return ""
    partners = plural(len({held.organisation for held in live}), "partner")
    services = plural(len({held.service for held in live}), "service")
    return f"{partners} newly live on {services}"


def _flow_parts(change: FlowChange) -> Iterator[str]:
    then, now = change.then, change.now
    if then is None or now is None:
        yield f"{'removed' if now is None else 'new'}, {value_words(change.flow.value).lower()}"
        return
    if "value" in change.fields:
        was, is_ = (value_words(flow.value).lower() for flow in (then, now))
        short = is_.removeprefix("level ") if then.value.level is not None else is_
        yield f"{was} → {short}" if was != is_ else "another reason"
    if "target" in change.fields:
        was, is_ = ("none" if f.target is None else f"{f.target}" for f in (then, now))
        yield f"target {was} → {is_}"
    if "information" in change.fields:
        yield f"was “{then.information}”"
    if "note" in change.fields:
        yield "note changed"
