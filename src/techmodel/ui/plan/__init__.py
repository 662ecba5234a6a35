"""The plan place: when we get there, and everything that is kept of it."""
