"""techmodel: which technology capabilities joined-up care needs, how far each partner is, what comes first."""

__version__ = "0.1.0"
