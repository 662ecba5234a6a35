"""How much of a workbook from outside is read at most (trust.md F16a-d)."""

MB = 1_000_000

MAX_FILE = 20 * MB
"""Bytes of the file."""
MAX_PARTS = 200
"""Parts it may consist of."""
MAX_TOTAL = 100 * MB
"""Bytes that all parts may unpack to."""
MAX_PART = 50 * MB
"""Bytes that one part may unpack to."""
MAX_RATIO = 200
RATIO_FROM = 1 * MB
"""A part may unpack to MAX_RATIO times its packed size, or to RATIO_FROM, which does no harm."""
MAX_INDEX = 1 * MB
"""Bytes of a part that lists others: content types, relationships, sheets."""

MAX_SHEETS, MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 20, 20_000, 200, 1_000_000
"""Sheets and cells of a workbook, rows and columns of a sheet; what is beyond is left out."""
MAX_TEXT = 32_767
"""Characters of a cell (Excel's own limit); a longer text is cut."""

SECONDS = 30.0
"""Time that reading may take."""
MEMORY = 1 << 30
"""Bytes of address space that reading may take, where the system can limit it."""
MAX_SAID = 64 * MB
"""Bytes that the reader may hand back."""
