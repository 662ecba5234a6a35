"""The checklist: the tree of capabilities, the card of each, and answering from the keyboard."""
