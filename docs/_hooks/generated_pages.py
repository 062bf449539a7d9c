"""The door for mkdocs: fills the empty sections of the navigation with written pages."""

from pathlib import Path
from typing import Any

import api_pages
import diagnostic_pages
import rulebook_pages
from generated_page import GeneratedPage
from mkdocs.structure.files import File, Files

WRITERS = {
    "The rulebook": rulebook_pages.pages,
    "Diagnostics": diagnostic_pages.pages,
    "API": api_pages.pages,
}
RECORDS = "Decision records"

_written: list[GeneratedPage] = []


def on_config(config: Any) -> Any:
    """Write the pages of each section, and list them in the navigation."""
    root = Path(config["config_file_path"]).parent
    _written.clear()
    for section in config["nav"]:
        ((title, _),) = section.items()
        if title in WRITERS:
            pages = WRITERS[title](root)
            section[title] = [{page.title: page.uri} for page in pages]
            _written.extend(pages)
        elif title == RECORDS:
            section[title] = _records(root)
    return config


def on_files(files: Files, *, config: Any) -> Files:
    """Put the written pages among the files of the site."""
    for page in _written:
        files.append(File.generated(config, page.uri, content=page.text))
    return files


def _records(root: Path) -> list[str]:
    """Those in docs/decisions/, the overview first; each is called what its heading says."""
    names = sorted(path.name for path in (root / "docs/decisions").glob("*.md"))
    names.sort(key=lambda name: name != "index.md")
    return [f"decisions/{name}" for name in names]
