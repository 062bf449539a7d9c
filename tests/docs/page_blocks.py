"""The fenced blocks of a page, in order, with what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "rules/README.md")
_FENCE = re.compile(r"^```(?P<kind>\w+)(?P<about>[^\n]*)\n(?P<text>.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its title, its text, its line; and what it should print."""

    kind: str
    title: str
    text: str
    line: int
    prints: str | None


def blocks_of(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page; a `text` block right after a `python` one is what it prints."""
    text = page.read_text("utf-8")
    found = list(_FENCE.finditer(text))
    for at, match in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        shown = (
            following is not None
            and following["kind"] == "text"
            and not text[match.end() : following.start()].strip()
        )
        title = re.search(r'title="([^"]+)"', match["about"])
        yield Block(
            kind=match["kind"],
            title=title[1] if title else "",
            text=match["text"],
            line=text.count("\n", 0, match.start()) + 2,
            prints=following["text"] if following is not None and shown else None,
        )


def matches(shown: str, printed: str) -> bool:
    """Whether the output is as shown, where `...` stands for anything."""
    parts = [re.escape(part) for part in re.split(r"\.\.\.", shown.strip())]
    tidy = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch(".*".join(parts), tidy, re.S) is not None
