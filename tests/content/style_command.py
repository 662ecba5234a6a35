"""The command behind `python -m tests.content.style`."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING

from tests.content.reading_age import grade
from tests.content.style import LENGTHS, domain_faults, is_measured, shipped, texts

from techmodel.core.errors import BadInput
from techmodel.importing.checklist_files import read_checklist_files, write_checklist_files
from techmodel.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.content.style import Content, Row


def main(arguments: Sequence[str]) -> int:
    """Print what is wrong with each domain and its figures; 0 when nothing is."""
    content = shipped()
    named = [argument for argument in arguments if not argument.startswith("--")]
    wrong = 0
    for domain in named or sorted({*content.rows, *content.broken}):
        lines = schema_faults(domain, content)
        if domain in content.rows:
            lines += map(str, domain_faults(domain, content))
        wrong += len(lines)
        lines += figure_lines(domain, content)
        if "--write" in arguments:
            lines.append(write(domain, content))
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.write(f"{wrong} faults.\n")
    return 1 if wrong else 0


def schema_faults(domain: str, content: Content) -> list[str]:
    """What the checklist's own check says about the file of one domain."""
    try:
        read_checklist_files(content.files)
    except BadInput as error:
        return [line for line in error.problems if line.startswith(f"domains/{domain}.toml")]
    return []


def write(domain: str, content: Content) -> str:
    """Put the file of a domain into our one form; says what was done."""
    name = f"domains/{domain}.toml"
    try:
        text = write_checklist_files(read_checklist_files(content.files))[name]
    except BadInput as error:
        return f"{name} is as it was, because of a problem: {error}"
    if text == content.files[name]:
        return f"{name} is in our form."
    Path(str(resource("checklist")), name).write_bytes(text.encode())
    return f"{name} was put into our form."


def figures(rows: Sequence[Row], content: Content) -> dict[str, tuple[int, float, int, float]]:
    """By kind of text: how many, mean and longest length, mean grade."""
    found: dict[str, tuple[int, float, int, float]] = {}
    for kind in LENGTHS:
        own = [text for row in rows for text in texts(row) if text.kind == kind and text.words]
        lengths = [len(text.words) for text in own]
        grades = [grade(text.words, content.terms) for text in own if is_measured(text)]
        if own:
            found[kind] = (len(own), mean(lengths), max(lengths), mean(grades or [0]))
    return found


def figure_lines(domain: str, content: Content) -> list[str]:
    """The figures of a domain, one line a kind of text."""
    return [
        f"{domain} {kind:9} {count:4} texts, {length:4.0f} characters (longest {longest}),"
        f" grade {level:4.1f}"
        for kind, (count, length, longest, level) in figures(
            content.rows.get(domain, []), content
        ).items()
    ]
