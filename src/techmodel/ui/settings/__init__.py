"""Settings: theme, text, keys, role, and where data is."""
