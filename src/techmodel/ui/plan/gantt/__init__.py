"""Table and Gantt as one view."""
