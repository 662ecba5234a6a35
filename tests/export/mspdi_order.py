"""The order of elements in Microsoft's published schema, mspdi_pj12.xsd, as far as we use them.

Typed in from "Project XML Data Interchange Schema Reference" (Microsoft, Project 2007 SDK):
"XML Schema for the Project, ExtendedAttributes, Calendars and Tasks Element". `Active` and
`Manual` are those that Project 2010 added behind the name of a task.
"""

ORDER = {
    "Project": (
        *("SaveVersion", "UID", "Name", "Title", "Subject", "Category", "Company", "Manager"),
        *("Author", "CreationDate", "Revision", "LastSaved", "ScheduleFromStart", "StartDate"),
        *("FinishDate", "FYStartDate", "CriticalSlackLimit", "CurrencyDigits"),
        *("CurrencySymbol", "CurrencyCode", "CurrencySymbolPosition", "CalendarUID"),
        *("DefaultStartTime", "DefaultFinishTime", "MinutesPerDay", "MinutesPerWeek"),
        *("DaysPerMonth", "DefaultTaskType", "DefaultFixedCostAccrual", "DefaultStandardRate"),
        *("DefaultOvertimeRate", "DurationFormat", "WorkFormat", "EditableActualCosts"),
        *("HonorConstraints", "EarnedValueMethod", "InsertedProjectsLikeSummary"),
        *("MultipleCriticalPaths", "NewTasksEffortDriven", "NewTasksEstimated"),
        *("SplitsInProgressTasks", "SpreadActualCost", "SpreadPercentComplete"),
        *("TaskUpdatesResource", "FiscalYearStart", "WeekStartDay", "OutlineCodes", "WBSMasks"),
        *("ExtendedAttributes", "Calendars", "Tasks", "Resources", "Assignments"),
    ),
    "ExtendedAttributes": ("ExtendedAttribute",),
    "Calendars": ("Calendar",),
    "Calendar": ("UID", "Name", "IsBaseCalendar", "BaseCalendarUID", "WeekDays", "Exceptions"),
    "WeekDays": ("WeekDay",),
    "WeekDay": ("DayType", "DayWorking", "TimePeriod", "WorkingTimes"),
    "WorkingTimes": ("WorkingTime",),
    "WorkingTime": ("FromTime", "ToTime"),
    "Exceptions": ("Exception",),
    "Exception": (
        *("EnteredByOccurrences", "TimePeriod", "Occurrences", "Name", "Type", "Period"),
        *("DaysOfWeek", "MonthItem", "MonthPosition", "Month", "MonthDay", "DayWorking"),
    ),
    "TimePeriod": ("FromDate", "ToDate"),
    "Tasks": ("Task",),
    "Task": (
        *("UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "CreateDate", "Contact"),
        *("WBS", "WBSLevel", "OutlineNumber", "OutlineLevel", "Priority", "Start", "Finish"),
        *("Duration", "DurationFormat", "Work", "Stop", "Resume", "ResumeValid"),
        *("EffortDriven", "Recurring", "OverAllocated", "Estimated", "Milestone", "Summary"),
        *("Critical", "FixedCost", "FixedCostAccrual", "PercentComplete"),
        *("PercentWorkComplete", "Cost", "ActualStart", "ActualFinish", "ActualDuration"),
        *("ActualCost", "ActualWork", "RegularWork", "RemainingDuration", "RemainingCost"),
        *("RemainingWork", "ACWP", "CV", "ConstraintType", "CalendarUID", "ConstraintDate"),
        *("Deadline", "LevelAssignments", "Hyperlink", "IgnoreResourceCalendar", "Notes"),
        *("HideBar", "Rollup", "PhysicalPercentComplete", "EarnedValueMethod"),
        *("PredecessorLink", "ActualWorkProtected", "ExtendedAttribute", "Baseline"),
        *("OutlineCode", "IsPublished"),
    ),
    "PredecessorLink": (
        *("PredecessorUID", "Type", "CrossProject", "CrossProjectName", "LinkLag", "LagFormat"),
    ),
}
"""Children by parent, in their order."""
FIELD = (
    "FieldID",
    "FieldName",
    "CFType",
    "Guid",
    "ElemType",
    "MaxMultiValues",
    "UserDef",
    "Alias",
)
"""Children of an extended attribute of the project."""
VALUE = ("FieldID", "Value", "ValueGUID", "DurationFormat")
"""Children of an extended attribute of a task."""
