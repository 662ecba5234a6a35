"""Who answers for what, and what nobody answers for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.owners import OwnedKind, find_owners
from techmodel.core.plan_parts import ProjectId
from techmodel.export.content.blocks import (
    Align,
    Block,
    Column,
    Heading,
    Lines,
    Prose,
    Ref,
    Table,
)
from techmodel.export.content.view import project_key
from techmodel.wording.owners_page import (
    KINDS,
    money_of,
    next_words,
    owners_headline,
    role_name,
    when_words,
)
from techmodel.wording.phrases import Strong
from techmodel.wording.report_plan import NO_OWNER_HEAD, NONE, OWNERS_HEAD, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from techmodel.core.owners import Owned, Owner
    from techmodel.export.content.view import View
    from techmodel.wording.phrases import Words


def owner_blocks(view: View) -> Iterator[Block]:
    """The chapter with what has no owner first, then every role and what it answers for."""
    report = view.report
    owners = find_owners(view.assessment, view.gaps, report.book, report.plan, report.today)
    if not owners:
        return
    yield Heading("Who answers for what", 2, "owners")
    yield Prose((Strong(owners_headline(owners)),))
    bare = [o for o in owners if not o.role]
    if bare:
        yield Heading(NO_OWNER_HEAD, 3)
        yield _table(view, bare)
    named = [o for o in owners if o.role]
    if named:
        yield Heading(OWNERS_HEAD, 3)
        yield _table(view, named)


def _table(view: View, owners: Sequence[Owner]) -> Table:
    columns = (
        Column("Owner", 0.2),
        Column("Answers for", 0.67),
        Column("Costs, likely", 0.13, Align.RIGHT),
    )
    money = money_of(owners)
    rows = tuple(
        (
            (Strong(role_name(owner.role)),),
            Lines(tuple(_owned(view, thing) for thing in owner.owned)),
            money[owner.role] or NONE,
        )
        for owner in owners
    )
    return Table(columns, rows, "Every owner with all that they answer for.", dense=True)


def _owned(view: View, thing: Owned) -> Ref | Words:
    """One thing with its next date, leading to its row where it has one."""
    when = f", {when_words(thing)} {unbroken(next_words(thing))}" if thing.date else ""
    kind = KINDS[thing.kind]
    if thing.kind is OwnedKind.PROJECT:
        words: Words = (f"{kind} {thing.id} ", Strong(thing.name), when)
        return Ref(words, project_key(ProjectId(thing.id)))
    if thing.kind is OwnedKind.TARGET:
        return (f"{kind} {thing.id} ", Strong(thing.name), when)
    return (f"{kind}: ", Strong(thing.name), when)
