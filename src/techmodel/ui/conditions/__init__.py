"""The page of the conditions for change."""
