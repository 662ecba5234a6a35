"""Start: the last assessment, recent ones, and ways to begin."""
