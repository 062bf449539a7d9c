"""The room comes in quickly and alone."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
import nocontact.facts
heavy = {"yaml", "rich", "durable", "narwhals", "hypothesis", "oxidd"} & set(sys.modules)
assert not heavy, heavy
"""


def test_importing_the_room_loads_nothing_heavy() -> None:
    subprocess.run([sys.executable, "-c", PROBE], check=True)
