"""The plan in sentences: when we get there, what is missed, what waits for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.wording.plan_labels import project_words

if TYPE_CHECKING:
    from techmodel.core.plan_parts import PlanBook
    from techmodel.core.plan_tasks import LoopedLink


def loop_refused(book: PlanBook, looped: LoopedLink) -> str:
    """Why a link is refused, with the circle it would close."""
    names = {p.id: project_words(p) for p in book.projects}
    one, other = names[looped.link.project], names[looped.link.after]
    ring = " → ".join(names[p] for p in looped.projects)
    return (
        f"{one} cannot wait for {other}: they would wait for each other in a circle ({ring}). "
        "Unlink one of these first."
    )
