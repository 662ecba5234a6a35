"""The gaps place: where we are below target, and what comes first."""
