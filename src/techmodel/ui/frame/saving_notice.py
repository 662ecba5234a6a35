"""The banner about a document that cannot be written; it stays until it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from techmodel.wording.versions import changed_banner

if TYPE_CHECKING:
    from techmodel.ui.frame.actions import Actions
    from techmodel.ui.frame.notice_area import NoticeArea
    from techmodel.ui.widgets.notices import Choice
    from techmodel.ui.workspace import Workspace

KEY, WAITING, SPARE = "saving", "waiting", "spare"
"""The keys of the banners: about the document, what is not saved at all yet, spare copies."""


class SavingNotice(QObject):
    """Shows why the work is not in the document, or not saved yet, while that is so.

    Closed by hand, the first waits for another problem.
    """

    def __init__(self, notices: NoticeArea, workspace: Workspace, actions: Actions | None) -> None:
        """Without `actions` only what is new is said, and offered what needs no page."""
        super().__init__(notices)
        self._notices, self._workspace, self._actions = notices, workspace, actions
        self._shown = "" if actions else workspace.problem
        self._waits = ""
        workspace.saving_changed.connect(self._look_again)
        workspace.spare.changed.connect(self._look_at_spare)
        workspace.spare.told.connect(self._tell_of_spare)
        self._look_again()
        self._look_at_spare()

    def _look_again(self) -> None:
        self._look_at_waiting()
        problem = self._workspace.problem
        if problem == self._shown:
            return
        self._shown = problem
        if problem:
            self._notices.put(KEY, self._told(problem), "stop", self._choices())
        else:
            self._notices.clear(KEY)

    def _told(self, problem: str) -> str:
        """The sentence; of a document changed underneath without advice, which the verbs give."""
        document = self._workspace.session.document
        if document is None or not self._workspace.publisher.changed_underneath:
            return problem
        return changed_banner(document.path.name)

    def _choices(self) -> list[Choice]:
        from techmodel.ui.widgets.notices import Choice  # noqa: PLC0415 - starts light

        publisher, actions = self._workspace.publisher, self._actions
        again = [Choice("Try again", publisher.now)] if publisher.may_retry else []
        if actions is None:
            return again
        if not publisher.changed_underneath:
            return [*again, Choice("Save a copy…", actions.save_copy.trigger)]
        return [
            Choice("Merge both…", actions.merge_theirs.trigger),
            Choice("See theirs", actions.see_theirs.trigger),
            Choice("Save mine as a copy…", actions.save_copy.trigger),
            Choice("Keep mine as main", actions.keep_mine.trigger),
        ]

    def _look_at_spare(self) -> None:
        problem = self._workspace.spare.problem
        if problem:
            self._notices.put(SPARE, problem)
        else:
            self._notices.clear(SPARE)

    def _tell_of_spare(self, said: str) -> None:
        self._notices.put(SPARE, said, "done")

    def _look_at_waiting(self) -> None:
        waiting, actions = self._workspace.waiting, self._actions
        things = [thing.words for thing in waiting.things]
        rest = f" and {len(things) - 1} more" if len(things) > 1 else ""
        told = f"{waiting.sentence}\nNot saved yet: {things[0]}{rest}." if things else ""
        if told == self._waits:
            return
        self._waits = told
        if not told:
            self._notices.clear(WAITING)
            return
        from techmodel.ui.widgets.notices import Choice  # noqa: PLC0415 - starts light

        choices = [Choice("Try again", waiting.try_again)]
        if actions is not None:
            choices.append(Choice("Save to another place…", actions.save_copy.trigger))
        self._notices.put(WAITING, told, "stop", choices, closes=False)
