"""The wizard that makes a new assessment."""
