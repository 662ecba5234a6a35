"""The Integration place: what flows between us, and which services would help."""
