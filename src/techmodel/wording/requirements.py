"""What care models are and what they require, in words."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from techmodel.wording.numbers import join_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from techmodel.core.checklist import Capability, CareModel, CareModelId, Checklist
    from techmodel.core.requirements import Requirement

TIP_WIDTH = 70
"""Characters in a line of a tool tip."""


def model_page(model: CareModel) -> tuple[tuple[str, str], ...]:
    """Heads and sentences of a care model's page; what its checklist does not say is left out."""
    parts = (
        ("What it is", model.description),
        ("For whom", model.population),
        ("Who takes part", model.typical),
        ("What it leans on", "; ".join(model.leans_on)),
        ("Sources", " ".join(model.sources)),
    )
    return tuple((head, said) for head, said in parts if said)


def model_words(model: CareModel) -> str:
    """For whom a care model is, who takes part and what it leans on, in lines of a tool tip."""
    wanted = {"For whom", "Who takes part", "What it leans on"}
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


def _requirement(names: dict[CareModelId, str], row: Requirement) -> list[str]:
    it = row.capability
    lines = [f"  {it.id}  level {row.level}  {it.name}", f"      {it.levels[row.level]}"]
    lines += [f"      {names[model]}: {said}" for model, said in row.reasons.items() if said]
    if row.asked is None or row.asked < row.level:
        lines.append(f"      Raised, because {join_words(list(row.needed_by))} needs it.")
    return lines
