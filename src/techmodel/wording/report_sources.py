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

MODELS_LEAD = (
    "The targets of this report are our own judgement of what these care models need. What they"
    " are was read in these places, which are named and linked only."
)


def told_there(domain: str) -> str:
    """Where a case stands that two guides have."""
    return f"Told above, in the guide on “{domain}”."
