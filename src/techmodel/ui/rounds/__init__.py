"""The rounds: named moments, and how far we have come since."""
