"""What each project brings for how much work."""
