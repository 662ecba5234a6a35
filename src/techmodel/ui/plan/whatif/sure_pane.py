"""How sure the end is: a simulation in the background, with its progress and a way to stop it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from techmodel.core.spread import find_spread
from techmodel.session.simulating import RUNS, simulating
from techmodel.ui.look import XL, M, S
from techmodel.ui.widgets.words import when_pressed, words
from techmodel.wording import plan_whatif as wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.ui.look import Look
    from techmodel.ui.plan.whatif.outcome import Outcome
    from techmodel.ui.workspace import Workspace

Ends = tuple[int, ...]
TURN = 0.0005
"""Seconds after which Python lets another thread go on; with its own 5 ms painting stutters."""
BAR = 420
"""CSS pixels of the progress bar."""


class _Runs:
    """One simulation; what is asked of it in the background is the next step.

    Attributes:
        outcome: what is simulated.
        wanted: whether somebody still waits for it.
    """

    def __init__(self, outcome: Outcome) -> None:
        self.outcome, self.wanted = outcome, True
        self._steps: Iterator[Ends] = simulating(outcome.plan, outcome.terms)

    def go_on(self) -> Ends:
        """The ends of all runs so far, after another step."""
        return next(self._steps)


def _go_on(runs: _Runs) -> Ends:
    """Another step, during which the window's thread need not wait long for its turn."""
    held = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        return runs.go_on()
    finally:
        sys.setswitchinterval(held)


class SurePane(QWidget):
    """The words of the last simulation, or how far the one under way is.

    Signals:
        said(str): what a screen reader says.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._look = workspace, look
        self._outcome: Outcome | None = None
        self._runs: _Runs | None = None
        self.run, self.cancel = QPushButton(wording.RUN, self), QPushButton(wording.CANCEL, self)
        self.progress = QProgressBar(self)
        self._told = words(role="large", wrap=True)
        self._build()

    @property
    def told(self) -> str:
        """What is said of the simulation."""
        return self._told.text()

    @property
    def busy(self) -> bool:
        """Whether a simulation is under way."""
        return self._runs is not None

    def show_outcome(self, outcome: Outcome) -> None:
        """Ask about other terms; what was said of the ones before does not hold any more."""
        if self._outcome is not None and outcome.plan is self._outcome.plan:
            return
        self._outcome = outcome
        self._stop()
        self._say("")
        self.run.setEnabled(outcome.plan.end is not None)

    def stop(self) -> None:
        """Stop what is under way."""
        if self.busy:
            self._stop()
            self._say(wording.STOPPED)

    def _build(self) -> None:
        self.progress.setAccessibleName(wording.PROGRESS)
        self.progress.setRange(0, RUNS)
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.run, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, M, XL, M)
        column.setSpacing(M)
        column.addWidget(words(wording.RUN_TEXT, "quiet", wrap=True))
        column.addLayout(buttons)
        column.addWidget(self.progress)
        column.addWidget(self._told)
        column.addStretch(1)
        self._look.changed.connect(self._fit)
        when_pressed(self.run, self._begin)
        when_pressed(self.cancel, self.stop)
        self._fit()
        self._stop()

    def _fit(self) -> None:
        self.progress.setMaximumWidth(self._look.px(BAR))

    def _begin(self) -> None:
        if self._outcome is None:
            return
        self._stop()
        self._runs = _Runs(self._outcome)
        self._show_progress(0)
        self.run.setVisible(False)
        for part in (self.cancel, self.progress):
            part.setVisible(True)
        self.cancel.setFocus()
        self._next(self._runs)

    def _next(self, runs: _Runs) -> None:
        def done(ends: Ends | BaseException) -> None:
            if isinstance(ends, BaseException):
                raise ends
            if runs.wanted:
                self._on_step(runs, ends)

        self._workspace.work(_go_on, runs, done)

    def _on_step(self, runs: _Runs, ends: Ends) -> None:
        self._show_progress(len(ends))
        if len(ends) < RUNS:
            self._next(runs)
            return
        had_focus = self.cancel.hasFocus()
        self._stop()
        plan = runs.outcome.plan
        self._say(" ".join(wording.spread_words(plan, find_spread(plan, ends))))
        if had_focus:
            self.run.setFocus()

    def _show_progress(self, done: int) -> None:
        self.progress.setValue(done)
        self._told.setText(wording.running(done, RUNS))

    def _stop(self) -> None:
        if self._runs is not None:
            self._runs.wanted = False
            self._runs = None
        self.run.setVisible(True)
        for part in (self.cancel, self.progress):
            part.setVisible(False)

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setAccessibleName(sentence)
        if sentence:
            self.said.emit(sentence)
