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
            "Put its themes on Domains, its questions on Capabilities and its levels on "
            "Levels. Its own name of a level goes into Their level; Level says which of our 0 "
            "to 5 you take it for. Levels it lacks take the general wording of the sheet "
            "Scale. Mind its licence."
        ),
    ),
    (
        "Bringing it in",
        (
            "techmodel checklist import THIS.xlsx --to FOLDER --dry-run lists everything that "
            "is wrong, by sheet, row and column, and what would change. Without --dry-run it "
            "writes the folder. Nothing is written while anything is wrong."
        ),
    ),
)
"""What to know, as pairs of heading and sentence."""
