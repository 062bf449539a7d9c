"""A page for each diagnostic code, with the text that `nocontact explain CODE` prints."""

from pathlib import Path

from generated_page import GeneratedPage

from nocontact.diagnostics import AREAS, Area, Code, codes
from nocontact.display import document_to_markdown
from nocontact.explanation import code_to_document

FOLDER = "diagnostics"
TWINS = "tests/diagnostics/twins"


def pages(root: Path) -> list[GeneratedPage]:
    """The overview, then a page for each code."""
    written = [
        GeneratedPage(f"{FOLDER}/{code.code}.md", code.code, _text(code, root))
        for code in codes().values()
    ]
    return [GeneratedPage(f"{FOLDER}/index.md", "Overview", _overview()), *written]


def nocontact_docs_pages(root: Path) -> dict[str, str]:
    """The same pages as plain data: path below docs/ to Markdown."""
    return {page.uri: page.text for page in pages(root)}


def _overview() -> str:
    groups = [_group(area) for area in AREAS]
    head = "# Diagnostics\n\nWhat each code means, and the way out. The numbers never change.\n"
    return "\n".join([head, *groups])


def _group(area: Area) -> str:
    listed = [code for code in codes().values() if code.area == area]
    links = [f"- [{code.code}]({code.code}.md): {code.title}" for code in listed]
    return f"## {area.capitalize()}\n\n" + "\n".join(links) + "\n"


def _text(code: Code, root: Path) -> str:
    """The explanation, and the report on the bad twin that the tests compare word by word."""
    text = document_to_markdown(code_to_document(code))
    report = next(iter(sorted(root.glob(f"{TWINS}/{code.code}*/expected.txt"))), None)
    if report is None:
        return f"{text}\n"
    return f"{text}\n\n## What it looks like\n\n```text\n{report.read_text('utf-8').strip()}\n```\n"
