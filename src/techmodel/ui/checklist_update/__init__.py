"""The screen of another version of the checklist, before it is taken."""
