"""Commands that change a document: set, organisation, answer, target, undo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import Opening, say_done, writing, writing_verb
from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import WrongUse
from techmodel.session.imports import change_from, changes_from
from techmodel.session.noun import organisation_named
from techmodel.session.organisations import parse_newcomer
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Json
    from techmodel.core.organisations import Organisation
    from techmodel.session.session import Session


@click.command("set", help="Change title, care models (replaced), threshold, domains in or out.")
@writing_verb
@click.option("--title")
@click.option("--lead")
@click.option("--care-model", "care_models", multiple=True, metavar="ID")
@click.option("--threshold", type=float)
@click.option("--domain-out", "out", multiple=True, metavar="ID")
@click.option("--domain-in", "back", multiple=True, metavar="ID")
def set_(
    file: Path,
    opening: Opening,
    title: str | None,
    lead: str | None,
    care_models: Sequence[str],
    threshold: float | None,
    out: Sequence[str],
    back: Sequence[str],
) -> None:
    """Change what the whole assessment is about."""
    given: dict[str, Json] = {"title": title, "lead": lead, "threshold": threshold}
    settings: dict[str, Json] = {k: v for k, v in given.items() if v is not None}
    if care_models:
        settings["care_models"] = list(care_models)
    if not (settings or out or back):
        raise WrongUse(
            "Say what to change: --title, --lead, --care-model, --threshold, --domain-out "
            "or --domain-in."
        )
    with writing(file, opening) as session:
        if out or back:
            settings["domains_out"] = _domains_out(session.assessment(), out, back)
        before = session.revision
        session.scope.change(settings)
        say_done(session, before)


def _domains_out(assessment: Assessment, out: Sequence[str], back: Sequence[str]) -> Json:
    """The domains out of scope afterwards; WrongUse names an unknown one."""
    known = [str(d.id) for d in assessment.checklist.domains]
    for domain in (*out, *back):
        if domain not in known:
            raise WrongUse(f"There is no domain {domain!r}. Choose from: {', '.join(known)}.")
    left = {str(d) for d in assessment.domains_out} | set(out)
    return [*sorted(left - set(back))]


@click.command(
    "organisation",
    help='Who takes part: add "NAME:KIND[:WEIGHT]", rename OLD NEW, leave NAME, return NAME.',
)
@writing_verb
@click.argument("action", type=click.Choice(["add", "rename", "leave", "return"]))
@click.argument("names", nargs=-1, required=True)
def organisation(file: Path, opening: Opening, action: str, names: Sequence[str]) -> None:
    """Change who takes part."""
    if action == "rename" and len(names) != 2:
        raise WrongUse("rename needs two names: the old one and the new one.")
    with writing(file, opening) as session:
        before = session.revision
        _change_organisations(session, action, names)
        say_done(session, before)


def _change_organisations(session: Session, action: str, names: Sequence[str]) -> None:
    if action == "add":
        session.organisations.add([parse_newcomer(n) for n in names])
        return
    if action == "rename":
        old = organisation_named(session.assessment(), names[0])
        session.organisations.rename(old.id, names[1])
        return
    if len(names) != 1:
        raise WrongUse(f"{action} needs one name.")
    found = organisation_named(session.assessment(), names[0])
    verbs = session.organisations
    (verbs.leave if action == "leave" else verbs.return_)(found.id)


@click.command(
    "answer",
    help="Record an answer: 0..5, dont-know, not-applicable (with --reason), provided-by:NAME, or "
    "not-answered to clear. --from reads many from a CSV file with the columns capability, "
    "organisation, answer, reason, evidence; all or nothing.",
)
@writing_verb
@click.argument("capability", required=False)
@click.argument("value", required=False)
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="ANSWERS.csv")
@click.option("--organisation", "name", help="May be left out only when there is one.")
@click.option("--reason", default="", help="Why it is not applicable.")
@click.option("--note", help="Why this level.")
@click.option("--evidence", multiple=True, metavar="GRADE:TITLE")
@click.option("--decided-by", default="", metavar="ROLE")
def answer(
    file: Path,
    opening: Opening,
    capability: str | None,
    value: str | None,
    source: Path | None,
    name: str | None,
    reason: str,
    note: str | None,
    evidence: Sequence[str],
    decided_by: str,
) -> None:
    """Record one answer, or many from a file."""
    if source is not None:
        if capability or value or name or note or evidence or reason:
            raise WrongUse("With --from, the file says everything; leave the other arguments out.")
        _answer_from(file, opening, source, decided_by)
        return
    if not (capability and value):
        raise WrongUse("Give a capability and an answer, or --from ANSWERS.csv.")
    with writing(file, opening) as session:
        assessment = session.assessment()
        found = _only_or_named(assessment, name)
        change = change_from(assessment, value, reason, evidence, note)
        before = session.revision
        session.answers.record(
            {(CapabilityId(capability), found.id): change}, decided_by=decided_by
        )
        say_done(session, before)


def _answer_from(file: Path, opening: Opening, source: Path, decided_by: str) -> None:
    from techmodel.importing.answers_csv import read_answers_csv

    rows = read_answers_csv(source)
    with writing(file, opening) as session:
        changes = changes_from(session.assessment(), rows, source.name)
        before = session.revision
        label = f"{plural(len(changes), 'answer')} from {source.name}"
        session.answers.record(changes, decided_by=decided_by, label=label)
        say_done(session, before)


def _only_or_named(assessment: Assessment, name: str | None) -> Organisation:
    if name is not None:
        return organisation_named(assessment, name)
    if len(assessment.scope) != 1:
        names = ", ".join(o.name for o in assessment.scope)
        raise WrongUse(f"Say for whom with --organisation. There are: {names}.")
    return assessment.scope[0]


@click.command("target", help="Hold a target at a level with a reason, or --clear it.")
@writing_verb
@click.argument("capability")
@click.argument("level", required=False)
@click.option("--reason", default="")
@click.option("--owner", default="", metavar="ROLE")
@click.option("--clear", is_flag=True, help="Go back to what the care models ask for.")
def target(
    file: Path,
    opening: Opening,
    capability: str,
    level: str | None,
    reason: str,
    owner: str,
    *,
    clear: bool,
) -> None:
    """Decide on a target."""
    if clear == (level is not None):
        raise WrongUse("Give a level from 0 to 5, or --clear.")
    if level is not None and level not in set("012345"):
        raise WrongUse(f"{capability}: a target is a whole number from 0 to 5, not {level!r}.")
    with writing(file, opening) as session:
        before = session.revision
        if level is None:
            session.targets.clear(CapabilityId(capability))
        else:
            session.targets.aim(CapabilityId(capability), int(level), reason, owner=owner)
        say_done(session, before)


@click.command("undo", help="Take back the newest change; history keeps everything.")
@writing_verb
def undo(file: Path, opening: Opening) -> None:
    """Take back the newest change."""
    with writing(file, opening) as session:
        before = session.revision
        session.undo()
        say_done(session, before)


COMMANDS = (set_, organisation, answer, target, undo)
