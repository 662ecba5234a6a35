"""What the workbook of a checklist says about itself."""

from __future__ import annotations

HOW = (
    (
        "What this is",
        (
            "The whole checklist, so that you can make a version of your own. Change what you "
            "like on the sheets after this one. Select a cell to see what its column holds."
        ),
    ),
    (
        "Ids",
        (
            "The first column tells which row is meant. Do not change an id: answers are kept "
            "by it. If you must, put the old one into Earlier ids; the answers then follow."
        ),
    ),
    (
        "Your own capabilities",
        (
            "Begin their ids with X-, such as X-GOV-01. A later version of the checklist "
            "never uses such ids, so yours stay yours."
        ),
    ),
    (
        "Leaving one out",
        (
            "Put yes into the column Hidden on Capabilities. It stays in your version, but "
            "nobody is asked about it, and you can bring it back."
        ),
    ),
    (
        "Other targets",
        (
            "Change Level and Reason on Targets. A care model that asks for nothing has no "
            "row there."
        ),
    ),
    (
        "Several in one cell",
        (
            "Ids stand with commas between them. Tasks, steps and sources stand one on each "
            "line of the cell (Alt+Enter makes a new line)."
        ),
    ),
    (
        "A framework of others",
        (
            "Put its themes on Domains, its questions on Capabilities, what each level looks like "
            "on Levels, what would show it on Evidence, and the levels to reach on Targets. "
            "Where themes have themes below them, the lower ones are the domains; put the upper "
            "one in front of their names. Pasted line breaks are taken out. Mind its licence."
        ),
    ),
    (
        "Its scale and ours",
        (
            "On Levels, its own name of a level goes into Their level, and Level may then stay "
            "empty: say once on the sheet Their scale which of our levels 0 to 5 each of its "
            "levels is. Levels that it lacks, such as two of ours for a scale of 0 to 3, take the "
            "general wording of the sheet Scale and can be answered like any other."
        ),
    ),
    (
        "Bringing it in",
        (
            "In the window: Tools, Checklist, Bring in a workbook. It lists everything that is "
            "wrong, by sheet, row and column, or what would change; nothing is written before you "
            "say so. The command does the same: techmodel checklist import THIS.xlsx --to FOLDER "
            "(--dry-run only lists)."
        ),
    ),
    (
        "What is not here",
        (
            "The guides with cases from the field stay with the program. They are shown for "
            "domains that have the same id as ours."
        ),
    ),
)
"""What to know, as pairs of heading and sentence."""
