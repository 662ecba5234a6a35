"""The costs view of the plan."""
