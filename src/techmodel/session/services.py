"""The verbs of services: how far each organisation is with connecting to each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict

from techmodel.core.checklist import ServiceStatus
from techmodel.core.errors import Refused, WrongUse
from techmodel.core.journal import WHOLE_ROW, Edit
from techmodel.core.onboarding import Onboarding, Stage, onboarding_fields, onboarding_of
from techmodel.core.ready import ENDED
from techmodel.core.services_guide import find_entries
from techmodel.session.noun import Noun, clean_text, known_organisation
from techmodel.session.plan_edits import checked_day, checked_line
from techmodel.wording.numbers import plural
from techmodel.wording.service_edits import change_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from typing_extensions import Unpack

    from techmodel.core.checklist import Service, ServiceId
    from techmodel.core.organisations import OrganisationId
    from techmodel.core.services_guide import Entry
    from techmodel.session.touched import Touched

_UNDER_WAY = frozenset({Stage.PLANNED, Stage.ONBOARDING})


class OnboardingFields(TypedDict, total=False):
    """What a person gives; what is left out stays, or is empty."""

    stage: Stage
    owner: str
    day: date | None
    note: str


class Services(Noun):
    """The verbs of services, and the guide to them."""

    def all(self) -> Mapping[tuple[ServiceId, OrganisationId], Onboarding]:
        """Everything that is recorded, by service and organisation; also of what has gone."""
        rows = map(onboarding_of, self._session.rows("onboarding"))
        return {(o.service, o.organisation): o for o in rows}

    def guide(self) -> tuple[Entry, ...]:
        """Every service with our gaps that it helps to close, the most pressing first."""
        found = self._session.gaps()
        return find_entries(self._assessment, found, self.all(), self.today())

    def today(self) -> date:
        """The day it is, in local time."""
        return self._session.now().astimezone().date()

    def change(
        self,
        service: ServiceId,
        organisations: Sequence[OrganisationId],
        **fields: Unpack[OnboardingFields],
    ) -> Touched:
        """Record the same for one organisation or several, as one batch.

        Raises:
            WrongUse: an unknown service or organisation, a text that is too long, a date out of
                its range, or no organisation.
            Refused: live on a service that is only planned, or from a day to come; planned or
                onboarding for one that has ended.
        """
        known = self._known(service)
        if not organisations:
            raise WrongUse(f"Say for which organisation {known.id} is meant.")
        stored, edits, changes = self.all(), list[Edit](), list[tuple[Onboarding, Onboarding]]()
        for id_ in dict.fromkeys(organisations):
            known_organisation(self._assessment, id_)
            old = stored.get((service, id_))
            new = self._checked(known, replace(old or Onboarding(service, id_), **fields))
            changes.append((old or Onboarding(service, id_), new))
            edits += _edits(old, new)
        return self._session.apply(edits, self._label(known, changes))

    def checked(self, new: Onboarding) -> Onboarding:
        """An entry as it would be recorded. Raises as `change`."""
        known_organisation(self._assessment, new.organisation)
        return self._checked(self._known(new.service), new)

    def _label(self, service: Service, changes: Sequence[tuple[Onboarding, Onboarding]]) -> str:
        real = [(old, new) for old, new in changes if old != new] or changes
        names = {o.id: o.name for o in self._assessment.organisations}
        old, new = real[0]
        many = plural(len(real), "organisation")
        who = names[new.organisation] if len(real) == 1 else many
        about = f"{service.id} for {who}"
        return change_words(about, old, new) if len(real) == 1 else f"{about}: {new.stage.value}"

    def _known(self, id_: ServiceId) -> Service:
        services = self._assessment.checklist.services
        for service in services:
            if service.id == id_:
                return service
        raise WrongUse(
            f"There is no service {id_!r} in this assessment’s checklist. It has "
            f"{plural(len(services), 'service')}, such as {services[0].id}."
            if services
            else f"There is no service {id_!r}: this assessment’s checklist has none."
        )

    def _checked(self, service: Service, new: Onboarding) -> Onboarding:
        self._refuse(service, new)
        where = f"{service.id}"
        return replace(
            new,
            owner=checked_line(new.owner, f"The owner of connecting to {where}"),
            day=checked_day(new.day, where),
            note=clean_text(new.note, f"The note on {where}"),
        )

    def _refuse(self, service: Service, new: Onboarding) -> None:
        """Refused where the stage cannot be, as the checklist knows the service."""
        if service.status is ServiceStatus.PLANNED and new.stage is Stage.LIVE:
            raise Refused(
                f"{service.name} is only planned, so nobody can be live on it. Choose “planned” "
                "for now; ask the operator when it opens."
            )
        if service.status in ENDED and new.stage in _UNDER_WAY:
            after = (
                f" {service.replaced_by} came after it: plan that." if service.replaced_by else ""
            )
            raise Refused(
                f"{service.name} is {service.status.value}, so nobody can newly connect to "
                f"it.{after}"
            )
        if new.stage is Stage.LIVE and new.day and new.day > self.today():
            raise Refused(
                f"{service.id} cannot be live from a day to come. Choose “onboarding” until then, "
                "or correct the date."
            )


def _edits(old: Onboarding | None, new: Onboarding) -> list[Edit]:
    """The edits that record it."""
    key, after = (new.service, new.organisation), onboarding_fields(new)
    if old is None:
        blank = onboarding_fields(Onboarding(new.service, new.organisation))
        return [] if after == blank else [Edit("onboarding", key, WHOLE_ROW, None, after)]
    before = onboarding_fields(old)
    return [Edit("onboarding", key, f, before[f], after[f]) for f in before]
