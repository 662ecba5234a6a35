"""The owners view of the plan."""
