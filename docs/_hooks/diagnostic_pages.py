"""A page for each diagnostic code, from the text that `nocontact explain CODE` prints."""

import re
from pathlib import Path

from generated_page import GeneratedPage

FOLDER = "diagnostics"
CODE = re.compile(r"NC\d{3}")


def pages(root: Path) -> list[GeneratedPage]:
    """The overview, then a page for each code."""
    written = [
        GeneratedPage(f"{FOLDER}/{code}.md", code, text) for code, text in texts(root).items()
    ]
    links = "\n".join(f"- [{page.title}]({page.title}.md)" for page in written)
    overview = f"# Diagnostics\n\nWhat each code means, and the way out.\n\n{links}\n"
    return [GeneratedPage(f"{FOLDER}/index.md", "Overview", overview), *written]


def texts(root: Path) -> dict[str, str]:
    """The Markdown of each code: the files inside the package that are named by a code."""
    files = (root / "src/nocontact").rglob("NC*.md")
    return {
        file.stem: file.read_text("utf-8") for file in sorted(files) if CODE.fullmatch(file.stem)
    }
