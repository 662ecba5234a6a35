"""What the plan's tables and settings are called in a file; light, since every start needs it."""

TABLES = ("project", "link", "cost", "benefit", "raid", "scenario")
"""The journalled tables of the plan."""
TERMS, CLOSED_DAYS = "plan_terms", "closed_days"
"""The settings of the plan."""
