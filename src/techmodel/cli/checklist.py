"""Commands about the content: checklist check and checklist show."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import PATH
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
