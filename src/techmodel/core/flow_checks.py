"""The sense of a checklist's typical flows: what must be put right before they can be used."""

from __future__ import annotations

import re
from itertools import chain, combinations
from typing import TYPE_CHECKING

from techmodel.core.checklist import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.checklist import Checklist, KindId
    from techmodel.core.flow_parts import TypicalFlow

Fault = tuple[str, str, str]
"""The id of a flow, the key at fault, and a sentence about it."""
_ID = r"[A-Z][A-Z0-9]{0,7}-\d{2,4}"


def find_flow_faults(checklist: Checklist) -> Iterator[Fault]:
    """What is wrong with the typical flows (design.md 4.10): ids, references, levels, doubles."""
    for flow in checklist.flows:
        yield from _of_ids(flow)
        yield from _of_references(flow, checklist)
        yield from _of_targets(flow, checklist)
    yield from _doubles(checklist.flows)


def find_flow_oddities(checklist: Checklist) -> Iterator[Fault]:
    """What works in the typical flows but deserves a look."""
    for flow in checklist.flows:
        capability = checklist.capability(flow.capability)
        asked = capability.targets if capability else {}
        if not flow.targets:
            yield flow.id, "targets", "No care model asks for it."
        for model, target in flow.targets.items():
            key = f"targets.{model}"
            if target.level == 0:
                yield flow.id, key, "Level 0 asks for nothing; leave the care model out instead."
            elif model not in asked or asked[model].level < target.level:
                message = (
                    f"{model} asks for more of the flow than of {flow.capability} as a whole."
                )
                yield flow.id, key, message


def _of_ids(flow: TypicalFlow) -> Iterator[Fault]:
    if not re.fullmatch(_ID, flow.id, re.ASCII):
        yield flow.id, "id", f"“{flow.id}” must be capital letters and a number, such as F-01."


def _of_references(flow: TypicalFlow, checklist: Checklist) -> Iterator[Fault]:
    if checklist.capability(flow.capability) is None:
        message = f"“{flow.capability}” is not a capability of this checklist."
        yield flow.id, "capability", message
    known = {kind.id for kind in checklist.kinds}
    for key, kinds in (("from", flow.senders), ("to", flow.receivers)):
        if not kinds:
            yield flow.id, key, "There must be at least one kind of organisation."
        for kind in dict.fromkeys(kinds):
            if kind not in known:
                message = f"“{kind}” is not among the kinds of this checklist."
                yield flow.id, key, message
            if kinds.count(kind) > 1:
                yield flow.id, key, f"“{kind}” is named twice."


def _of_targets(flow: TypicalFlow, checklist: Checklist) -> Iterator[Fault]:
    models = {model.id for model in checklist.care_models}
    for model, target in flow.targets.items():
        if model not in models:
            message = f"“{model}” is not a care model of this checklist."
            yield flow.id, "targets", message
        if target.level not in LEVELS:
            yield flow.id, f"targets.{model}", f"A level is 0 to 5, not {target.level}."


def _doubles(flows: tuple[TypicalFlow, ...]) -> Iterator[Fault]:
    """Flows that share their id, or the same information between the same two kinds."""
    for one, other in combinations(flows, 2):
        if one.id == other.id:
            yield other.id, "id", f"“{other.id}” is used twice."
        elif _same_words(one, other) and (twice := _both(one, other)):
            message = f"{one.id} and {other.id} are the same information from {twice}."
            yield other.id, "information", message


def _same_words(one: TypicalFlow, other: TypicalFlow) -> bool:
    return one.information.casefold() == other.information.casefold()


def _both(one: TypicalFlow, other: TypicalFlow) -> str:
    """The first way that both go, in words; "" for none."""
    ways = chain.from_iterable(_ways(sender, one, other) for sender in one.senders)
    return next((f"{sender} to {receiver}" for sender, receiver in ways), "")


def _ways(sender: KindId, one: TypicalFlow, other: TypicalFlow) -> Iterator[tuple[KindId, KindId]]:
    if sender in other.senders:
        yield from ((sender, to) for to in one.receivers if to in other.receivers)
