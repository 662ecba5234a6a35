"""The plan for other planning tools and for calendars."""
