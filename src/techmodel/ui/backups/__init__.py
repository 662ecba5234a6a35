"""Backups: the list, what is inside, what differs, and going back to one."""
