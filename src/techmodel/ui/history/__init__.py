"""The history: every change that was made, and what it did."""
