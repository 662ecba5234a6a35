"""What the sheet Read me says, as pairs of a term and a text."""

from __future__ import annotations


def terms(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs from lines: a term, then its text on indented lines."""
    found: list[tuple[str, str]] = []
    for line in text.strip().splitlines():
        if line.startswith(" "):
            term, before = found.pop()
            found.append((term, f"{before} {line.strip()}".strip()))
        else:
            found.append((line, ""))
    return tuple(found)


WHAT_IT_IS = terms("""
What this is
    A gap analysis of the technology that joined-up care needs. It recalculates: change an answer
    on the sheet Answers, and levels, gaps and shares of target follow on every sheet.
""")

SUMMARY_PURPOSE = "The headlines, domains, partners and a chart."
LISTS_PURPOSE = "What drop-downs offer, and workings that other sheets look up."

MARKS = terms("""
Shaded
    Yours to change: answers, reasons and notes, stages with services, levels of flows, weights of
    partners, the coverage threshold. On Flows, a row without an id is a flow of your own. Bring
    the workbook back into the program to take answers, stages and flows over; it shows every
    change before it takes any.
Outlined
    The target of a capability.
Bold, underlined
    An outlier: below the level held together, or two or more under the median.
Hatched
    Not known: don’t know, not answered, or words that are not on the list.
Grey
    Not applicable, or not asked because the capability is not for that kind of partner.
""")

HOW_TO_READ = terms("""
Levels
    Whole numbers from 0 to 5. A level counts only if everything in it and below it is met.
Low and high
    What is not known makes a range: low counts it as 0, high as 5. Where both are the same, what
    is still open makes no difference.
Answers known
    The share of answers asked that are a level or not applicable. It stands apart from the shares
    of target, so that nothing unknown passes for zero.
Provided by
    A partner may be served by another. Its answer then counts with the level of that partner and
    its own weight.
Empty
    No target, no level because nobody is asked, or nothing to divide by. It never means zero.
""")

HOW_FIGURES = terms("""
Level low and high
    The highest level at which partners hold at least the coverage threshold of the weight. Share
    1+ to Share 5+ are those shares; level low counts how many of them reach the threshold, level
    high does so with the unknown share added to each.
Gap low and high
    Target less level, never below 0: with level high for the least, with level low for the most.
Lowest, Median, Highest
    Over known levels, without weights, from how many partners are At 1+ to At 5+.
Share of target reached
    Weight times level up to the target, over weight times target. Over the capabilities of a
    domain it uses the partnership's level; over the answers of a partner, its own. More than the
    target in one place never makes up for a gap in another.
Furthest from target
    The partner with the lowest share, unknown counted as 0, among those of whom at least half is
    known; the first by name among equals.
Evidence A or B
    The share of partners' own levels that the two best grades of evidence support.
Totals that agree
    Check lists every total of the program beside the same total worked out here. They agree when
    the workbook is made; they differ once something is changed here.
""")

HOW_PROGRESS = terms("""
Progress
    Levels won since the round, less those that fell, over the levels missing then: each by weight,
    up to today’s target, and only where the level was known then and is known now. Newly known
    and no longer known are counted apart. Words stand for the figure where nothing can be compared
    or nothing was missing then. The levels of the round do not recalculate; the targets of today
    count.
""")

NOT_WORKED_OUT = terms("""
Target, Target from
    From care models, decisions and what other capabilities need. What is typed here changes gaps
    and shares here, but raises no other target; decide targets in the program.
Rank, Priority
    As they were when the workbook was made. The program ranks again after a change.
Weeks, Waits for, Blocks
    From the checklist's actions and prerequisites when the workbook was made.
Everything in words
    Evidence, services, decisions, duties and dates stand as they were recorded.
""")

DISCLAIMER = terms("""
This workbook
    It is not an NHS product, and it is not endorsed by any body it names. It supports a
    conversation between partners; it is no ranking of organisations and no assurance.
""")
