"""The risks view of the plan."""
