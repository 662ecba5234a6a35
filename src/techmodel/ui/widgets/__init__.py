"""Small things that two or more screens use; nothing is put here in advance."""
