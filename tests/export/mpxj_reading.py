"""What MPXJ finds in project files: the Java library with which planning tools read them.

It runs in a process of its own, because a Java machine cannot be taken out of one again.
"""

import json
import subprocess
import sys
from pathlib import Path


def read_projects(paths):
    """What is in each file, as plain data by its name; one Java machine reads all."""
    done = subprocess.run(
        [sys.executable, __file__, *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def main(paths):
    """Print what is in the files."""
    import jpype
    import mpxj  # noqa: F401 - tells the Java machine where its classes are

    jpype.startJVM(convertStrings=True)
    from org.mpxj.reader import UniversalProjectReader

    found = {Path(p).name: _project(UniversalProjectReader().read(p)) for p in paths}
    sys.stdout.write(json.dumps(found))


def _project(project):
    from org.mpxj.cpm import MicrosoftScheduler

    properties, calendar = project.getProjectProperties(), project.getDefaultCalendar()
    tasks = [_task(t) for t in project.getTasks()]
    read = {
        "title": _text(properties.getProjectTitle()),
        "start": _text(properties.getStartDate()),
        "finish": _text(properties.getFinishDate()),
        "resources": len([*project.getResources()]),
        "week": {str(d): bool(calendar.isWorkingDay(d)) for d in _week()},
        "closed": {
            str(e.getFromDate()): str(e.getName()) for e in calendar.getCalendarExceptions()
        },
        "tasks": tasks,
    }
    MicrosoftScheduler().schedule(project, properties.getStartDate())
    again = [_task(t) for t in project.getTasks()]
    ends = ("start", "finish")
    read["moved"] = [
        [t["name"], *(t[e] for e in ends), *(n[e] for e in ends)]
        for t, n in zip(tasks, again, strict=True)
        if any(t[e] != n[e] for e in ends)
    ]
    return read


def _week():
    from java.time import DayOfWeek

    return DayOfWeek.values()


def _task(task):
    links = [
        [
            int(r.getPredecessorTask().getUniqueID()),
            str(r.getType()),
            str(r.getLag()),
        ]
        for r in task.getPredecessors()
    ]
    return {
        "uid": int(task.getUniqueID()),
        "id": int(task.getID()),
        "level": int(task.getOutlineLevel()),
        "number": _text(task.getOutlineNumber()),
        "wbs": _text(task.getWBS()),
        "name": _text(task.getName()),
        "notes": _text(task.getNotes()),
        "start": _text(task.getStart()),
        "finish": _text(task.getFinish()),
        "duration": _text(task.getDuration()),
        "percent": float(task.getPercentageComplete() or 0),
        "milestone": bool(task.getMilestone()),
        "summary": bool(task.getSummary()),
        "constraint": _text(task.getConstraintType()),
        "constraint_date": _text(task.getConstraintDate()),
        "deadline": _text(task.getDeadline()),
        "actual_start": _text(task.getActualStart()),
        "mode": _text(task.getTaskMode()),
        "parent": int(task.getParentTask().getUniqueID()) if task.getParentTask() else None,
        "plan_id": _text(task.getText(1)),
        "owner": _text(task.getText(2)),
        "links": links,
    }


def _text(value):
    return "" if value is None else str(value)


if __name__ == "__main__":
    main(sys.argv[1:])
