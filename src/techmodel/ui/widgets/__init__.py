"""Small things used by two or more screens."""
