"""What the plan's page says: its views, its verbs, and what it says before anything is planned."""

from __future__ import annotations

GANTT, ROADMAP, EFFORT = "gantt", "roadmap", "effort"
COSTS, BENEFITS, RISKS, OWNERS = "costs", "benefits", "risks", "owners"
VIEW_WORDS = {
    GANTT: "Gantt",
    ROADMAP: "Roadmap",
    EFFORT: "Effort",
    COSTS: "Costs",
    BENEFITS: "Benefits",
    RISKS: "Risks",
    OWNERS: "Owners",
}
"""The views of the plan by key, in order."""
SHOW = "Show"
EXPORT = "Export to Excel"
FILL = "Fill from gaps…"
WHAT_IF = "What if…"


def view_name(key: str) -> str:
    """What the button that holds all views says: "View: Gantt"."""
    return f"View: {VIEW_WORDS[key]}"


def exporting(name: str) -> str:
    """That a workbook is being written."""
    return f"Writing {name}…"


def exported(name: str, folder: str) -> str:
    """That a workbook was written and compared."""
    return f"Exported {name} to {folder}."
