"""What the board is asked to decide about the plan (design.md 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.costs import counted, total, unfunded
from techmodel.core.plan_parts import RaidKind
from techmodel.core.plan_tasks import is_counted
from techmodel.core.raid import Band, band, in_order, score
from techmodel.wording.costs import money_range, short_pounds
from techmodel.wording.numbers import british_date, month_year
from techmodel.wording.phrases import Strong
from techmodel.wording.plan import count_words
from techmodel.wording.raid import score_words, short_text
from techmodel.wording.report_plan import projects_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.plan import Plan
    from techmodel.core.report import Report
    from techmodel.wording.phrases import Words

    Asked = tuple[Words, str]
    """The sentence, and how it stands beside the boxes to tick."""


def is_to_decide(report: Report) -> bool:
    """Whether there is a plan with dates to be believed, which a board can agree."""
    plan = report.plan
    return plan is not None and plan.end is not None and not plan.endless


def plan_asks(report: Report, plan: Plan) -> Iterator[Asked]:
    """What is to be decided about a plan that has dates, the most telling first."""
    yield from _agree(report, plan)
    yield from _funding(report)
    yield from _late(plan)
    yield from _risk(report)
    yield from _owners(report)


def _agree(report: Report, plan: Plan) -> Iterator[Asked]:
    assert plan.end is not None, "asked only of plans with dates"
    number = projects_words(sum(is_counted(p, report.book) for p in report.book.projects))
    money = total(counted(report.book)).total
    cost = f", for {money_range(money, short=True)}" if money.high else ""
    by = month_year(plan.end)
    yield (
        (Strong("Agree the plan"), f": {number} by {by}{cost}."),
        f"Agree the plan: {number} by {by}{cost}",
    )


def _funding(report: Report) -> Iterator[Asked]:
    missing = total(unfunded(counted(report.book))).total
    if missing.high:
        amount = short_pounds(missing.likely)
        yield (
            (Strong(f"Find {amount}"), " for costs that have no funding yet."),
            f"Find {amount} for costs that have no funding yet",
        )


def _late(plan: Plan) -> Iterator[Asked]:
    """Duty dates that the plan meets late, and those that nothing in it meets."""
    late = [d for d in plan.duties if not d.kept]
    days = [d.got for d in late if d.got]
    if days:
        what = f"{_dates(len(days))} {'is' if len(days) == 1 else 'are'} met late"
        by = f"{'in' if len(days) == 1 else 'the last in'} {month_year(max(days))}"
        yield (
            (Strong(f"Accept that {what}"), f", {by}, or say what gives way."),
            f"Accept that {what}, {by}",
        )
    bare = len(late) - len(days)
    if bare:
        yield (
            (Strong(f"Plan for {_dates(bare)}"), " that no project reaches."),
            f"Plan for {_dates(bare)} that no project reaches",
        )


def _dates(number: int) -> str:
    return f"{count_words(number)} duty date{'' if number == 1 else 's'}"


def _risk(report: Report) -> Iterator[Asked]:
    """The highest open risk, where its score calls for the board."""
    risks = [i for i in in_order(report.book.raid) if i.is_open and i.kind is RaidKind.RISK]
    number = score(risks[0]) if risks else None
    if number and band(number) is Band.VERY_HIGH:
        text = short_text(risks[0].text)
        by = f" by {british_date(risks[0].due)}" if risks[0].due else ""
        yield (
            (
                Strong("Agree what is done about the top risk"),
                f": “{text}” ({score_words(risks[0])}).",
            ),
            f"Agree what is done about “{text}”{by}",
        )


def _owners(report: Report) -> Iterator[Asked]:
    book = report.book
    bare = sum(is_counted(p, book) and not p.owner.strip() for p in book.projects)
    if bare:
        what = projects_words(bare)
        yield (
            (Strong(f"Name who answers for {what}"), " without an owner."),
            f"Name who answers for {what} without an owner",
        )
