"""What the verbs of every noun share: looking things up, and refusing with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.checklist import LOCAL
from techmodel.core.errors import WrongUse
from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from techmodel.core.assessment import Assessment
    from techmodel.core.checklist import Capability, CapabilityId, Checklist
    from techmodel.core.organisations import Organisation, OrganisationId
    from techmodel.session.session import Session

MAX_TEXT = 20_000
"""Characters a note, reason or dissent may have (trust.md F20)."""
MAX_NAME = 200
"""Characters a title or a name may have."""


class Noun:
    """The verbs of one noun, on one session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _assessment(self) -> Assessment:
        return self._session.assessment()


def known_capability(assessment: Assessment, id: CapabilityId) -> Capability:  # noqa: A002
    """The capability with this id; WrongUse when the checklist has none."""
    found = assessment.checklist.capability(id)
    if found is None:
        raise WrongUse(
            f"There is no capability {id!r} in this assessment’s checklist. "
            f"{_others(assessment.checklist, id)}"
        )
    return found


def typed_id(text: str) -> str:
    """The id of a capability, domain or care model that is meant: they are all capitals."""
    return text.strip().upper()


def _others(checklist: Checklist, wrong: str) -> str:
    """Which ids there are: those of the same domain, or else which domains."""
    domain = wrong.removeprefix(LOCAL).partition("-")[0]
    ids = [c.id for c in checklist.capabilities if c.domain == domain]
    if ids:
        return f"Those of {domain} are {join_words(ids)}."
    names = join_words([d.id for d in checklist.domains])
    return f"Its ids begin with {names}, such as {checklist.capabilities[0].id}."


def known_organisation(assessment: Assessment, id: OrganisationId) -> Organisation:  # noqa: A002
    """The organisation with this id; WrongUse when there is none."""
    for organisation in assessment.organisations:
        if organisation.id == id:
            return organisation
    raise WrongUse(f"There is no organisation {id!r} in this assessment.")


def organisation_named(assessment: Assessment, name: str, file: str = "") -> Organisation:
    """The organisation with this name, or with this short name if only one has it, in any case.

    WrongUse lists those there are; `file` names whose they are where it is another file.
    """
    wanted = clean_name(name, "An organisation’s name").casefold()
    for organisation in assessment.organisations:
        if organisation.name.casefold() == wanted:
            return organisation
    short = [o for o in assessment.organisations if o.short_name.casefold() == wanted]
    if len(short) == 1:
        return short[0]
    names = ", ".join(o.name for o in assessment.organisations) or "none yet"
    where = f"'{file}'" if file else "this assessment"
    raise WrongUse(f"There is no organisation {name!r} in {where}. There are: {names}.")


def clean_text(text: str, what: str, limit: int = MAX_TEXT) -> str:
    """Text from a person, normalised (NFC, no control characters); WrongUse when too long."""
    import unicodedata

    kept = "".join(
        c
        for c in unicodedata.normalize("NFC", text)
        if c in "\n\t" or unicodedata.category(c)[0] != "C" or c == "\u200d"
    ).strip()
    if len(kept) > limit:
        over = plural(len(kept) - limit, "character")
        raise WrongUse(f"{what} is {over} over the limit of {limit:,}.")
    return kept


def clean_name(text: str, what: str) -> str:
    """A name or title on one line; WrongUse when it is empty or too long."""
    kept = " ".join(clean_text(text, what, MAX_NAME).split())
    if not kept:
        raise WrongUse(f"{what} is missing.")
    return kept
