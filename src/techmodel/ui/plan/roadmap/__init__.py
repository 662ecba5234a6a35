"""The roadmap: what is done by when, by quarter and domain, and in three horizons."""
