"""The services guide inside Integration: list and filters, one entry, where each partner is."""
