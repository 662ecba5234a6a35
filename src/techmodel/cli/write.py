"""Commands that change a document: set, organisation, answer, target, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, PATH, Opening, writing, writing_verb
from techmodel.core.checklist import CapabilityId
from techmodel.core.errors import WrongUse
from techmodel.session.imports import change_from, changes_from
from techmodel.session.noun import clean_text, organisation_named, typed_id
from techmodel.session.organisations import parse_newcomer
from techmodel.session.scope import parse_threshold
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.core.assessment import Assessment
    from techmodel.core.journal import Json
    from techmodel.core.organisations import Organisation
    from techmodel.session.session import Session


@click.command("set", help="Change what the assessment is about.")
@FILE
@click.option("--title", help="What the assessment is called.")
@click.option("--lead", metavar="ROLE", help="The role that leads it.")
@click.option(
    "--care-model",
    "care_models",
    multiple=True,
    metavar="ID",
    help="A care model, once for each; together they replace those chosen before.",
)
@click.option(
    "--threshold",
    metavar="SHARE",
    help="Share of the weight that must reach a level, 0.5 to 1.0.",
)
@click.option(
    "--domain-out",
    "out",
    multiple=True,
    metavar="ID",
    help="Take a domain out of scope; the others stay as they are.",
)
@click.option("--domain-in", "back", multiple=True, metavar="ID", help="Take it in again.")
@writing_verb
def set_(
    file: Path,
    opening: Opening,
    title: str | None,
    lead: str | None,
    care_models: Sequence[str],
    threshold: str | None,
    out: Sequence[str],
    back: Sequence[str],
) -> None:
    """Change what the whole assessment is about."""
    given: dict[str, Json] = {"title": title, "lead": lead}
    settings: dict[str, Json] = {k: v for k, v in given.items() if v is not None}
    if threshold is not None:
        settings["threshold"] = parse_threshold(threshold)
    if care_models:
        settings["care_models"] = [typed_id(m) for m in care_models]
    if not (settings or out or back):
        raise WrongUse(
            "Say what to change: --title, --lead, --care-model, --threshold, --domain-out "
            "or --domain-in."
        )
    with writing(file, opening) as session:
        if out or back:
            settings["domains_out"] = _domains_out(session.assessment(), out, back)
        session.scope.change(settings)


def _domains_out(assessment: Assessment, out: Sequence[str], back: Sequence[str]) -> Json:
    """The domains out of scope afterwards; WrongUse names an unknown one."""
    known = [str(d.id) for d in assessment.checklist.domains]
    leaving, coming = ({typed_id(d) for d in domains} for domains in (out, back))
    for domain in sorted(leaving | coming):
        if domain not in known:
            raise WrongUse(f"There is no domain {domain!r}. Choose from: {', '.join(known)}.")
        if domain in leaving & coming:
            raise WrongUse(f"{domain} cannot go out of scope and come in at once.")
    left = {str(d) for d in assessment.domains_out} | leaving
    return [*sorted(left - coming)]


@click.command(
    "organisation",
    help="Change who takes part. ACTION and NAMES are one of:\n\n"
    '\b\nadd "NAME:KIND[:WEIGHT]" ...\nrename OLD NEW\nleave NAME     (its answers are kept)\n'
    "return NAME",
    short_help="Add, rename, leave or return an organisation.",
)
@FILE
@click.argument(
    "action", type=click.Choice(["add", "rename", "leave", "return"]), metavar="ACTION"
)
@click.argument("names", nargs=-1, required=True)
@writing_verb
def organisation(file: Path, opening: Opening, action: str, names: Sequence[str]) -> None:
    """Change who takes part."""
    if action == "rename" and len(names) != 2:
        raise WrongUse("rename needs two names: the old one and the new one.")
    with writing(file, opening) as session:
        _change_organisations(session, action, names)


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
    help="Record an answer. VALUE is 0 to 5, dont-know, not-applicable (with --reason), "
    "provided-by:NAME, or not-answered to clear.\n\n--from reads many answers from a CSV file "
    "with the columns capability, organisation, answer, reason, evidence; all are taken or none.",
    short_help="Record an answer, or many from a CSV file.",
)
@FILE
@click.argument("capability", required=False)
@click.argument("value", required=False)
@click.option(
    "--from", "source", type=PATH, metavar="ANSWERS.csv", help="Read many answers from a file."
)
@click.option(
    "--organisation",
    "name",
    metavar="NAME",
    help="Whose answer it is; may be left out only when there is one.",
)
@click.option("--reason", default="", help="Why it is not applicable, or provided by another.")
@click.option("--note", help="Why this level.")
@click.option(
    "--evidence",
    multiple=True,
    metavar="GRADE:TITLE",
    help="What supports it, graded A to D; once for each.",
)
@click.option("--decided-by", default="", metavar="ROLE", help="The role that decided.")
@writing_verb
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
        session.answers.record(
            {(CapabilityId(typed_id(capability)), found.id): change}, decided_by=decided_by
        )


def _answer_from(file: Path, opening: Opening, source: Path, decided_by: str) -> None:
    from techmodel.importing.answers_csv import read_answers_csv
    from techmodel.session.backups import Reason

    rows = read_answers_csv(source)
    if not rows:
        click.echo(f"{source.name} holds no answers. Nothing was changed.")
        return
    with writing(file, opening) as session:
        changes = changes_from(session.assessment(), rows, source.name)
        session.backups.before(Reason.IMPORT)
        origin = clean_text(source.name, "The name of the file")
        label = f"{plural(len(changes), 'answer')} from {origin}"
        session.answers.record(changes, decided_by=decided_by, label=label)


def _only_or_named(assessment: Assessment, name: str | None) -> Organisation:
    if name is not None:
        return organisation_named(assessment, name)
    if len(assessment.scope) != 1:
        names = ", ".join(o.name for o in assessment.scope)
        raise WrongUse(f"Say for whom with --organisation. There are: {names}.")
    return assessment.scope[0]


@click.command(
    "target",
    help="Set a target by decision: LEVEL is 0 (not pursued) to 5, with a --reason. --clear goes "
    "back to what the care models ask for.",
    short_help="Set a target by decision, or clear that.",
)
@FILE
@click.argument("capability")
@click.argument("level", required=False)
@click.option("--reason", default="", help="Why it is not what the care models ask for.")
@click.option("--owner", default="", metavar="ROLE", help="The role that answers for it.")
@click.option("--clear", is_flag=True, help="Go back to what the care models ask for.")
@writing_verb
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
    id_ = CapabilityId(typed_id(capability))
    with writing(file, opening) as session:
        if level is None:
            session.targets.clear(id_)
        else:
            session.targets.aim(id_, int(level), reason, owner=owner)


@click.command("undo", help="Take back the newest change; history keeps everything.")
@FILE
@writing_verb
def undo(file: Path, opening: Opening) -> None:
    """Take back the newest change."""
    with writing(file, opening) as session:
        session.undo()


COMMANDS = (set_, organisation, answer, target, undo)
