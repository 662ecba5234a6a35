"""Trying other terms beside the plan: what they come to, kept, compared, adopted."""
