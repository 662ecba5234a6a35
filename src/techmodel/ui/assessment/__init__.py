"""Set-up: what the assessment is about."""
