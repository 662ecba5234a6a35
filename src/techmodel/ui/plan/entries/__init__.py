"""What costs, benefits and risks share: a table that is typed in, a form, and the way between."""
