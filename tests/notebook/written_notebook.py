"""A notebook written for one test."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def write_notebook(path: Path, *cells: str) -> None:
    """Write a notebook of code cells."""
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    written: list[dict[str, Any]] = [
        {"cell_type": "code", "id": f"cell-{at}", "metadata": {}, "source": source,
         "execution_count": None, "outputs": []}
        for at, source in enumerate(cells)
    ]  # fmt: skip
    notebook = {"cells": written, "metadata": {"kernelspec": kernel}, "nbformat": 4,
                "nbformat_minor": 5}  # fmt: skip
    path.write_text(json.dumps(notebook), "utf-8")
