"""The benefits view of the plan: the logic model."""
