"""How the plan comes about, in plain words, and the words that a report with a plan needs."""

from __future__ import annotations

from techmodel.wording.phrases import Strong

PLAN_METHOD = (
    (
        Strong("Projects and steps. "),
        (
            "A step takes one capability up one level. It waits for the step below it, and for the"
            " prerequisites that the checklist names. A project is a set of steps that one owner"
            " answers for; projects may also wait for each other because people said so."
        ),
    ),
    (
        Strong("Schedule. "),
        (
            "Every step is placed on the first working day on which all it waits for has ended and"
            " there is room for it, taking its likely weeks. What stands first in the list goes"
            " first where there is no room for all. Weekends, bank holidays of England and days"
            " that people closed are left out. A date that cannot be kept is said and never moved."
        ),
    ),
    (
        Strong("Capacity. "),
        (
            "How many steps may be in work at once, over all and for each role. It stands for the"
            " people there are; with fewer, the same work ends later."
        ),
    ),
    (
        Strong("Slack. "),
        (
            "The working days that a project may slip before the whole plan ends later, if all"
            " other work keeps its order and its places. One with none is critical: if it slips,"
            " the end slips. When a start is fixed by hand, everything is placed anew: others may"
            " take the free place, and more may move than the slack says."
        ),
    ),
    (
        Strong("Forecast. "),
        (
            "The levels that would be reached if every project ended on its planned day, and"
            " nothing else changed. Open answers keep it a range. It is no promise."
        ),
    ),
    (
        Strong("Costs. "),
        (
            "As people wrote them down: low, likely and high, once or every year, by financial"
            " year from April to March, at the prices they were given in. Sums add the lows, the"
            " likely and the highs. What is dropped or not counted is left out of sums."
        ),
    ),
    (
        Strong("Risk scores. "),
        (
            "Likelihood, 1 rare to 5 almost certain, times impact, 1 negligible to 5 severe: 1 to"
            " 3 is low, 4 to 6 medium, 8 to 12 high, 15 and over very high."
        ),
    ),
)
"""How the plan, its forecast, its sums and its scores come about (design.md 4.7-4.9)."""

PLAN_WORDS = (
    ("Baseline", "What an outcome measures before the plan begins."),
    ("Capacity", "How many steps may be in work at once."),
    ("Critical", "A project with no slack: if it ends later, the plan does."),
    ("Forecast", "What would be reached by a day if all went as planned."),
    ("Issue", "Something that has happened and needs dealing with."),
    ("Logic model", "From what is put in, over what is done, to what changes for residents."),
    ("Outcome", "A change for residents or staff that can be measured."),
    ("Project", "A set of steps that one owner answers for."),
    ("RAID", "Risks, assumptions, issues and dependencies."),
    ("Risk", "Something that may happen and would harm the plan."),
    ("Scenario", "The same plan under other terms, to compare with."),
    (
        "Slack",
        "Working days a project may slip, if other work keeps its order, before the end moves.",
    ),
)
"""The words that a report needs where there is a plan."""
