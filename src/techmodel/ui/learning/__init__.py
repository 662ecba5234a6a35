"""What others have learnt: the guides that come with the program, a page to read them."""
