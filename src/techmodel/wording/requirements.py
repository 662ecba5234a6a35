"""What care models are and what they require, in words."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import Capability, CareModel, CareModelId, Checklist
    from techmodel.core.requirements import Requirement

WHAT, LEANS_ON, SOURCES = "What it is", "What it leans on", "Sources"
SOURCE_LINK = "Source"
PAGE = "Care models"
QUESTION = "What do care models ask for?"
SAVE = "Save the requirements list…"
SAVE_TITLE = "Save the requirements list"
SAVE_FILTERS = "Excel workbook (*.xlsx);;CSV (*.csv);;Web page (*.html)"
SUGGESTED = "requirements.xlsx"
WRITING = "Writing the requirements list…"
MORE = "What care models are and ask for…"
ABOUT = "About the care model"
TOGETHER = "All chosen together"
TABLE = "What is asked for"
TABLE_HEADS = ("Domain", "Capability", "Level", "Why")
NO_MODELS = "Choose a care model first; the list says what the chosen ones ask for."
WRONG_ENDING = "End the name in .xlsx, .csv or .html, so that it says which kind of file is meant."
LIST_HEADS = (
    *("Id", "Domain", "Capability", "Level", "What that means", "Why"),
    *("Asked of", "Services", "Duty"),
)
MODEL_HEADS = ("Id", "Care model", WHAT, "For whom", "Who takes part", LEANS_ON)

TIP_WIDTH = 70
"""Characters in a line of a tool tip."""


def model_page(model: CareModel) -> tuple[tuple[str, str], ...]:
    """Heads and sentences of a care model's page; what its checklist does not say is left out."""
    parts = (
        (WHAT, model.description),
        ("For whom", model.population),
        ("Who takes part", model.typical),
        (LEANS_ON, "; ".join(model.leans_on)),
        (SOURCES, " ".join(model.sources)),
    )
    return tuple((head, said) for head, said in parts if said)


def model_words(model: CareModel) -> str:
    """For whom a care model is, who takes part and what it leans on, in lines of a tool tip."""
    wanted = {"For whom", "Who takes part", LEANS_ON}
    said = [f"{head}: {text}" for head, text in model_page(model) if head in wanted]
    return "\n".join(line for text in said for line in wrap(text, TIP_WIDTH))


def levels_words(asked: Sequence[tuple[Capability, int]]) -> str:
    """Which capabilities are asked for and at what level, a line each."""
    return "\n".join(f"Level {level}: {capability.name}" for capability, level in asked)


def requirement_lines(
    checklist: Checklist, models: Sequence[CareModelId], requirements: Sequence[Requirement]
) -> list[str]:
    """A list of requirements as lines for a terminal: the care models, then domain by domain."""
    names = {row.id: row.name for row in checklist.care_models}
    chosen = join_words([names[model] for model in models])
    verb = "asks" if len(models) == 1 else "ask"
    count = plural(len(requirements), "capability", "capabilities")
    lines = [f"{chosen} {verb} for {count}, with what those need first."]
    for domain in checklist.domains:
        rows = [row for row in requirements if row.capability.domain == domain.id]
        if rows:
            lines += ["", f"{domain.id}  {domain.name}"]
        for row in rows:
            lines += _requirement(names, row)
    return lines


def headline(name: str, count: int) -> str:
    """What one care model, or all chosen, ask for: "Place partnership asks for 74 ..."."""
    many = plural(count, "capability", "capabilities")
    if name == TOGETHER:
        return f"{name} ask for {many}; of several levels the highest counts."
    return f"{name} asks for {many}."


def list_title(checklist: Checklist, models: Sequence[CareModelId]) -> str:
    """The title of a list: "Technology requirements of Place partnership"."""
    names = [row.name for row in checklist.care_models if row.id in models]
    return f"Technology requirements of {join_words(names)}"


def list_notice(checklist: Checklist) -> str:
    """Where a list comes from and how it is to be read."""
    return (
        f"From “{checklist.title}”, version {checklist.version}. Of several care models the most "
        "demanding counts, and what a capability needs first is raised with it. Nothing had to "
        "be answered for this list."
    )


def saved(name: str) -> str:
    """What a notice says once a list is written."""
    return f"Saved as {name}."


def level_words(checklist: Checklist, level: int) -> str:
    """A level with its name: "3 Structured"."""
    return f"{level} {next(row.name for row in checklist.levels if row.level == level)}"


def why_words(
    checklist: Checklist, row: Requirement, *, named: bool = True, between: str = " "
) -> str:
    """Why a level is asked for: the reasons of the care models, `named` or not; who raised it."""
    names = {model.id: f"{model.name}: " if named else "" for model in checklist.care_models}
    said = [f"{names[model]}{reason}" for model, reason in row.reasons.items() if reason]
    if row.asked is None or row.asked < row.level:
        verb = "needs" if len(row.needed_by) == 1 else "need"
        said.append(f"Raised, because {join_words(list(row.needed_by))} {verb} it.")
    return between.join(said)


def list_rows(checklist: Checklist, requirements: Sequence[Requirement]) -> list[tuple[str, ...]]:
    """A list under `LIST_HEADS`, in checklist order."""
    domains: dict[str, str] = {row.id: row.name for row in checklist.domains}
    kinds: dict[str, str] = {row.id: row.name for row in checklist.kinds}
    services: dict[str, str] = {row.id: row.name for row in checklist.services}
    return [
        (
            *(it.id, domains[it.domain], it.name, level_words(checklist, row.level)),
            *(it.levels[row.level], why_words(checklist, row)),
            "; ".join(kinds[kind] for kind in it.applies_to),
            "; ".join(services.get(service, service) for service in it.services),
            it.duty.name if it.duty else "",
        )
        for row in requirements
        for it in (row.capability,)
    ]


def model_rows(checklist: Checklist, models: Sequence[CareModelId]) -> list[tuple[str, ...]]:
    """The pages of care models under `MODEL_HEADS`, in checklist order."""
    return [
        (
            *(row.id, row.name, row.description, row.population, row.typical),
            "; ".join(row.leans_on),
        )
        for row in checklist.care_models
        if row.id in models
    ]


def _requirement(names: dict[CareModelId, str], row: Requirement) -> list[str]:
    it = row.capability
    lines = [f"  {it.id}  level {row.level}  {it.name}", f"      {it.levels[row.level]}"]
    lines += [f"      {names[model]}: {said}" for model, said in row.reasons.items() if said]
    if row.asked is None or row.asked < row.level:
        lines.append(f"      Raised, because {join_words(list(row.needed_by))} needs it.")
    return lines
