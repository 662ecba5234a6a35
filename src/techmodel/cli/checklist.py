"""Commands about the content: checklist check, checklist show and checklist requirements."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import PATH
from techmodel.core.checklist import CareModelId
from techmodel.core.checklist_json import checklist_to_json
from techmodel.core.errors import BadInput
from techmodel.session.content import WORKBOOK, checklist_from, whole_checklist
from techmodel.settings import built_in_folder
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.checklist import Checklist


@click.group("checklist", help="The questions, levels and targets: check them, show them.")
def checklist() -> None:
    """The group of verbs about the content."""


@checklist.command(
    "check",
    help="Is every file, id, reference and level as it must be, and every guide? DIR is a "
    "checklist folder; without it, the built-in one is checked.",
    short_help="Is a checklist folder in order?",
)
@click.argument("folder", required=False, type=PATH, metavar="[DIR]")
def check(folder: Path | None) -> None:
    """Check the built-in checklist or one in a folder; BadInput names file, id and key."""
    from techmodel.core.checklist_warnings import warnings

    source = folder or built_in_folder()
    found = whole_checklist(source)
    guides = guides_beside(source, found)
    for warning in warnings(found):
        click.echo(f"Worth a look: {warning}")
    click.echo(f"The checklist is in order: {counts(found)}{guides}.")


@checklist.command(
    "show",
    help="The ids and names of domains, capabilities, care models and kinds.",
    short_help="What the checklist holds, by id and name.",
)
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
def show(*, as_json: bool) -> None:
    """Print the built-in checklist."""
    found = checklist_from(built_in_folder())
    if as_json:
        click.echo(json.dumps(checklist_to_json(found), ensure_ascii=False, indent=2))
        return
    click.echo(f"{found.title}, version {found.version}, {found.date}: {counts(found)}.")
    asked = Counter(k for c in found.capabilities for k in c.applies_to)
    for domain in found.domains:
        click.echo(f"\n{domain.id}  {domain.name}")
        for capability in found.of_domain(domain.id):
            click.echo(f"  {capability.id}  {capability.name}")
    click.echo("\nCare models:")
    for model in found.care_models:
        click.echo(f"  {model.id:<7}{model.name}")
    click.echo("\nQuestions by kind of organisation:")
    for kind in found.kinds:
        click.echo(f"  {kind.id:<16}{asked[kind.id]:>3}  {kind.name}")


@checklist.command(
    "requirements",
    help="Which capabilities one or more care models ask for, at what level and why; nothing has "
    "to be answered for that. MODEL is an id such as EHCH; `checklist show` lists them.",
    short_help="What care models ask for.",
)
@click.argument("models", nargs=-1, required=True, metavar="MODEL...")
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
@click.option("--csv", "as_csv", is_flag=True, help="One row for each capability.")
def requirements(models: tuple[str, ...], *, as_json: bool, as_csv: bool) -> None:
    """Print what care models require; BadInput names the care models there are."""
    from techmodel.core.requirements import find_requirements, requirements_to_json
    from techmodel.wording.requirements import requirement_lines

    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    found = checklist_from(built_in_folder())
    wanted = [CareModelId(model.upper()) for model in models]
    rows = find_requirements(found, wanted)
    if as_json:
        data = requirements_to_json(found, wanted, rows)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif as_csv:
        from techmodel.export.csv import requirements_csv

        click.echo(requirements_csv(found, rows), nl=False)
    else:
        click.echo("\n".join(requirement_lines(found, wanted, rows)))


def counts(checklist: Checklist) -> str:
    """How much a checklist holds, in words."""
    return ", ".join(
        (
            plural(len(checklist.domains), "domain"),
            plural(len(checklist.capabilities), "capability", "capabilities"),
            plural(len(checklist.services), "service"),
            plural(len(checklist.care_models), "care model"),
        )
    )


def guides_beside(source: Path | None, checklist: Checklist) -> str:
    """How many guides stand beside a checklist, as ", 10 guides"; "" where none can or do.

    Raises:
        BadInput: names what is wrong in them, or what they name that the checklist does not have.
    """
    from techmodel.core.learning_checks import check_against
    from techmodel.importing.checklist_learning import read_learning_folder
    from techmodel.resources import resource

    if source and source.suffix.lower() == WORKBOOK:
        return ""
    learning = read_learning_folder(source or resource("checklist"))
    strange = tuple(
        f"guides/{problem.id.partition(':')[0]}.toml: {problem}"
        for problem in check_against(learning, checklist)
    )
    if strange:
        raise BadInput(strange[0], strange)
    return f", {plural(len(learning.guides), 'guide')}" if learning.guides else ""


COMMANDS = (checklist,)
