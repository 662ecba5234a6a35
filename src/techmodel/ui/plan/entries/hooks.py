"""What a view of entries says about itself; costs, benefits and risks fill it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.session.session import Session
    from techmodel.session.touched import Touched
    from techmodel.ui.look import Look
    from techmodel.ui.plan.entries.fields import Field, Row
    from techmodel.ui.plan.entries.frame import Names
    from techmodel.ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class First:
    """What a view says before there is anything.

    Attributes:
        title, text: what it is for.
        example_title, example_text, example_verb: the way that begins with an example.
        own_title, own_text, own_verb: the way that begins with an empty form.
    """

    title: str
    text: str
    example_title: str
    example_text: str
    example_verb: str
    own_title: str
    own_text: str
    own_verb: str


class Hooks(QWidget):
    """Everything about one kind of entries that is not alike for all of them.

    Signals:
        said(str): a sentence for the status line and for screen readers.
        place_wanted(str, str): another place should be shown, by its key, and one thing in it.
        failed(str): a refusal's sentence that no verb of the workspace said.

    Attributes:
        FIELDS, NAMES, FIRST, ICON: what is shown, and what it is called.
        EXAMPLE: the words that a new entry begins with where there is none yet, by field.
    """

    said = Signal(str)
    place_wanted = Signal(str, str)
    failed = Signal(str)
    FIELDS: ClassVar[tuple[Field, ...]]
    NAMES: ClassVar[Names]
    FIRST: ClassVar[First]
    ICON: ClassVar[str] = "table"

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.look = workspace, look

    @property
    def session(self) -> Session:
        """The open assessment."""
        return self.workspace.session

    def rows(self) -> tuple[Row, ...]:
        """Every entry."""
        raise NotImplementedError

    def choices(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """What can be chosen, by field: (key, words)."""
        raise NotImplementedError

    def add(self, session: Session, values: dict[str, object]) -> Touched:
        """Add an entry."""
        raise NotImplementedError

    def change(self, session: Session, id_: str, values: dict[str, object]) -> Touched:
        """Change fields of an entry."""
        raise NotImplementedError

    def remove(self, session: Session, id_: str) -> Touched:
        """Take an entry away."""
        raise NotImplementedError

    def blank(self) -> dict[str, str]:
        """The words that a new entry begins with."""
        return {}

    def example(self) -> dict[str, str]:
        """The words of an example."""
        return {}

    def filters(self) -> tuple[QWidget, ...]:
        """What else is filtered by; asked once, before anything is built."""
        return ()

    def build(self) -> None:
        """Add parts of one's own to the frame."""

    def keeps(self, row: Row) -> bool:
        """Whether the filters of one's own leave an entry in."""
        return True

    def clear_filters(self) -> None:
        """Leave nothing out by the filters of one's own."""

    def value_of(self, id_: str, key: str, text: str) -> dict[str, object]:
        """What typed words set: fields of the verb. WrongUse where they mean nothing."""
        field = next(f for f in self.FIELDS if f.key == key)
        return {key: field.read(text)}

    def form_key(self, key: str) -> str:
        """The field of the form in which a column is typed."""
        return key

    def show_more(self) -> None:
        """Show what stands beside the entries; called after they are shown."""

    def show_filtered(self) -> None:
        """Show what the filters leave elsewhere, too; called when that may have changed."""

    def show_one(self, row: Row | None) -> None:
        """Show what is beside the form of one entry; called after it is shown."""

    def more_panes(self) -> tuple[QWidget, ...]:
        """Panes of one's own, for F6."""
        return ()
