"""What a verb changed, so that screens know whether to look again."""

from __future__ import annotations

from enum import Flag, auto


class Touched(Flag):
    """Flags a verb returns; NONE when nothing changed and no batch was written."""

    NONE = 0
    ANSWERS = auto()
    EVIDENCE = auto()
    TARGETS = auto()
    ORGANISATIONS = auto()
    SETTINGS = auto()
    CHECKLIST = auto()
    ROUNDS = auto()
    PLAN = auto()
    HISTORY = auto()
    ALL = ANSWERS | EVIDENCE | TARGETS | ORGANISATIONS | SETTINGS | CHECKLIST | ROUNDS | PLAN | HISTORY


BY_TABLE = {
    "answer": Touched.ANSWERS,
    "evidence": Touched.EVIDENCE,
    "override": Touched.TARGETS,
    "organisation": Touched.ORGANISATIONS,
    "setting": Touched.SETTINGS,
    "checklist": Touched.CHECKLIST,
    "round": Touched.ROUNDS,
    "project": Touched.PLAN,
    "link": Touched.PLAN,
    "cost": Touched.PLAN,
    "benefit": Touched.PLAN,
    "raid": Touched.PLAN,
    "scenario": Touched.PLAN,
}
"""The flag of each journalled table."""
