"""Laws of catching up: what an organisation changed stays, and all else is as in the newer one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from techmodel.core.checklist import CapabilityId, CareModelId, ModelTarget
from techmodel.core.checklist_catch_up import Clash, catch_up
from techmodel.core.checklist_checks import check
from techmodel.core.flow_parts import FlowId

if TYPE_CHECKING:
    from techmodel.core.checklist import Checklist


def changed(checklist: Checklist, id_: str, **fields: Any) -> Checklist:
    rows = tuple(replace(c, **fields) if c.id == id_ else c for c in checklist.capabilities)
    return replace(checklist, capabilities=rows)


def without(checklist: Checklist, id_: str) -> Checklist:
    rows = tuple(
        replace(c, prerequisites=tuple(p for p in c.prerequisites if p != id_))
        for c in checklist.capabilities
        if c.id != id_
    )
    flows = tuple(f for f in checklist.flows if f.capability != id_)
    return replace(checklist, capabilities=rows, flows=flows)


def test_who_changed_nothing_gets_the_newer_version(checklist: Checklist) -> None:
    newer = replace(changed(without(checklist, "TOC-02"), "GOV-01", why="Because."), version="9")
    assert catch_up(checklist, checklist, newer).checklist == newer


def test_what_was_changed_here_stays_where_the_newer_version_is_as_before(
    checklist: Checklist,
) -> None:
    model = checklist.care_models[0].id
    own = changed(checklist, "GOV-01", name="Our name", targets={model: ModelTarget(5, "Ours.")})
    own = changed(own, "GOV-02", hidden=True)
    assert catch_up(checklist, own, checklist).checklist == own


def test_both_sides_together_and_what_both_changed_is_listed(checklist: Checklist) -> None:
    own = changed(checklist, "GOV-01", why="Ours.", weight=2.0, evidence=("Our paper.",))
    newer = changed(checklist, "GOV-01", why="Theirs.", question="New?", evidence=("Other.",))
    found = catch_up(checklist, replace(own, version="own"), replace(newer, version="9"))
    first = found.checklist.capability(CapabilityId("GOV-01"))
    assert first is not None
    assert (first.why, first.weight, first.question) == ("Ours.", 2.0, "New?")
    assert found.clashes == (
        Clash("Capabilities", "GOV-01", "Why", "Ours.", "Theirs."),
        Clash("Evidence", "GOV-01", "Evidence", ["Our paper."], ["Other."]),
    )
    assert found.checklist.version == "own"


def test_own_capabilities_stay_and_follow_new_ids(checklist: Checklist) -> None:
    first = checklist.capabilities[0]
    mine = replace(first, id=CapabilityId("X-GOV-01"), name="Own", prerequisites=(first.id,))
    own = replace(checklist, capabilities=(*checklist.capabilities, mine))
    now = CapabilityId("GOV-91")
    rows = tuple(
        replace(c, prerequisites=tuple(now if p == first.id else p for p in c.prerequisites))
        for c in checklist.capabilities[1:]
    )
    flows = tuple(
        replace(f, capability=now) if f.capability == first.id else f for f in checklist.flows
    )
    moved = replace(first, id=now, was=(first.id,))
    newer = replace(checklist, capabilities=(moved, *rows), flows=flows)
    found = catch_up(checklist, own, newer).checklist
    kept = found.capability(mine.id)
    assert kept is not None
    assert kept.prerequisites == (now,)
    assert found.capabilities[:-1] == newer.capabilities
    assert not check(found)


def test_what_was_taken_out_here_stays_out_and_nothing_is_about_it(checklist: Checklist) -> None:
    needed = next(id_ for c in checklist.capabilities for id_ in c.prerequisites)
    model = checklist.care_models[-1].id
    own = without(checklist, needed)
    rows = tuple(
        replace(c, targets={m: t for m, t in c.targets.items() if m != model})
        for c in own.capabilities
    )
    flows = tuple(
        replace(f, targets={m: t for m, t in f.targets.items() if m != model}) for f in own.flows
    )
    own = replace(own, capabilities=rows, flows=flows, care_models=own.care_models[:-1])
    newer = changed(checklist, needed, why="Newly worded.")
    newer = changed(newer, "GOV-03", targets={CareModelId(model): ModelTarget(2, "New.")})
    found = catch_up(checklist, own, newer).checklist
    assert found.capability(needed) is None
    assert model not in {m.id for m in found.care_models}
    assert not check(found)


def test_a_service_taken_out_here_replaces_nothing(checklist: Checklist) -> None:
    row = next(s for s in checklist.services if s.replaced_by)
    gone = row.replaced_by
    rows = tuple(
        replace(s, replaced_by=None if s.replaced_by == gone else s.replaced_by)
        for s in checklist.services
        if s.id != gone
    )
    capabilities = tuple(
        replace(c, services=tuple(s for s in c.services if s != gone))
        for c in checklist.capabilities
    )
    own = replace(checklist, services=rows, capabilities=capabilities)
    newer = replace(
        checklist,
        services=tuple(
            replace(s, operator="Others") if s.id == row.id else s for s in checklist.services
        ),
    )
    found = catch_up(checklist, own, newer).checklist
    kept = next(s for s in found.services if s.id == row.id)
    assert (kept.replaced_by, kept.operator) == (None, "Others")
    assert not check(found)


def test_a_newer_flow_about_what_was_taken_out_here_does_not_come(checklist: Checklist) -> None:
    flow = replace(checklist.flows[0], id=FlowId("F-99"), information="Something new")
    own = without(checklist, flow.capability)
    newer = replace(checklist, flows=(*checklist.flows, flow))
    found = catch_up(checklist, own, newer).checklist
    assert flow.id not in {f.id for f in found.flows}
    assert not check(found)


def factor_changed(checklist: Checklist, **fields: Any) -> Checklist:
    """The checklist with its first condition for change told otherwise."""
    assert checklist.conditions
    first, *rest = checklist.conditions.factors
    factors = (replace(first, **fields), *rest)
    return replace(checklist, conditions=replace(checklist.conditions, factors=factors))


def test_conditions_for_change_are_caught_up_like_the_rest(checklist: Checklist) -> None:
    own = factor_changed(checklist, question="Ours?", why="Ours.")
    newer = factor_changed(checklist, question="Theirs?", name="New name")
    found = catch_up(checklist, own, newer)

    assert found.checklist == factor_changed(own, name="New name")
    assert found.clashes == (Clash("Factors", "one-message", "Question", "Ours?", "Theirs?"),)


def test_conditions_that_only_the_newer_version_has_come_with_it(checklist: Checklist) -> None:
    before = replace(checklist, conditions=None)

    assert catch_up(before, before, checklist).checklist == checklist
    assert catch_up(checklist, before, checklist).checklist.conditions is None
