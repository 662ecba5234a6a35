"""Everything about one project, and what is done with it."""
