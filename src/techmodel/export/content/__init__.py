"""What the report says, free of any format: PDF and web page are made from the same blocks."""
