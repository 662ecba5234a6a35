"""What stands around every place: rail, top bar, notices, keys."""
