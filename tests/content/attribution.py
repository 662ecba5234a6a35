"""The list of sources in the attribution, made from the services.

python -m tests.content.attribution     put the list into the file
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from techmodel.resources import resource

FILE = resource("ATTRIBUTION")
_LIST = re.compile(r"(?<=without consent\.\n\n)(?:  \S+: \S+\n)+")


def services() -> list[dict[str, Any]]:
    """The services as their file has them."""
    text = resource("checklist", "services.toml").read_text(encoding="utf-8")
    rows: list[dict[str, Any]] = tomllib.loads(text)["services"]
    return rows


def with_sources(text: str) -> str:
    """The attribution with a line for each service under the Open Government Licence."""
    lines = [
        f"  {row['id']}: {row['source']}\n"
        for row in services()
        if row["licence"].startswith("Open Government Licence")
    ]
    return _LIST.sub(lambda _: "".join(lines), text)


if __name__ == "__main__":
    FILE.write_text(with_sources(FILE.read_text(encoding="utf-8")), encoding="utf-8")
