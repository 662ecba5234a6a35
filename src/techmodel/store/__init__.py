"""The file: the only room that speaks SQL; working files, locks, publishing."""
