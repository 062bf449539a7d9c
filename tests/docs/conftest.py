"""Lets these tests import what writes the pages of the site."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "docs/_hooks"))
