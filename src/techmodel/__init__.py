"""Which technology capabilities joined-up care needs, how far partners are, what is first."""

__version__ = "0.1.0"
