"""Sources, licences and the appendix of guides in words."""

from __future__ import annotations

GUIDES = "Guides from the field"
"""The appendix, and the choice to leave it out."""

OPEN_NOTICE = (
    "Contains public sector information licensed under the Open Government Licence v3.0:"
    " https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/. Names of"
    " services and standards are used only to describe them. No logo, badge or text of a standard"
    " is reproduced."
)
"""The attribution that the licence asks for, and the terms of names."""
OPEN = "Open Government Licence"
"""Stands in the words for every licence that asks for that attribution."""

MODELS_LEAD = (
    "What these care models are was read in the places named here, which are linked only. The"
    " targets are the checklist’s own judgement of what they need."
)


def told_there(domain: str) -> str:
    """Where a case stands that two guides have."""
    return f"Told above, in the guide on “{domain}”."
