"""Work that a crash left: what it is, and what to do with it."""
