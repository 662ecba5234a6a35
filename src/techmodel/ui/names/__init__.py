"""People's names: which are held, where free text holds them, and removing them."""
