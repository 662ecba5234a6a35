"""Filling the plan from the gaps: looked at first, then one batch."""
