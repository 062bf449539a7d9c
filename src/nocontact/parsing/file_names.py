"""What a rule file holds, told from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nocontact.diagnostics import Diagnostic, Span

SINGLE_FILES = (
    "rulebook.yaml", "questions.yaml", "sources.yaml", "tactics.yaml", "planning.yaml",
    "promises.yaml",
)  # fmt: skip
"""The files that are there once, at the top of the folder; every other file is one decision."""

_MESSAGES = re.compile(r"messages\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml")


def language_of(name: str) -> str | None:
    """Return the language of a message catalogue; None for any other file.

    Examples:
        >>> language_of("messages.en.yaml"), language_of("wall.yaml")
        ('en', None)
    """
    match = _MESSAGES.fullmatch(name)
    return match.group(1) if match else None


def holds_decision(name: str) -> bool:
    """Return whether a file of this name holds one decision.

    Examples:
        >>> holds_decision("safety/danger.yaml"), holds_decision("tactics.yaml")
        (True, False)
    """
    return name not in SINGLE_FILES and not language_of(name) and not _meant(name)


def misnamed(names: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield one problem for each file whose name is nearly one with a meaning (NC107).

    Examples:
        >>> print(*misnamed(["rulebook.yaml", "tactics.yml"]))
        tactics.yml:1:1: NC107: `tactics.yml` should be called `tactics.yaml`
          help: rename or move the file
    """
    known = set(names)
    for name in sorted(known):
        meant = _meant(name)
        if meant:
            deep = name.endswith(f"/{meant}")
            said = f"belongs at the top, as `{meant}`" if deep else f"should be called `{meant}`"
            yield Diagnostic("NC107", f"`{name}` {said}",
                             Span(name, 1, 1, 1, 1), help="rename or move the file")  # fmt: skip
    if not known & {"rulebook.yaml", "rulebook.yml"}:
        yield Diagnostic("NC107", "`rulebook.yaml` is missing",
                         help="add it, with `name`, `version` and `date`")  # fmt: skip


def _meant(name: str) -> str | None:
    """Return what a misnamed file should be called; None when its name is as good as any."""
    stem, base = name.removesuffix(".yml"), name.rpartition("/")[2]
    if base != name and (base in SINGLE_FILES or language_of(base)):
        return base
    if f"{stem}.yaml" in SINGLE_FILES and stem != name:
        return f"{stem}.yaml"
    if name.startswith("messages.") and not language_of(name):
        language = stem.removesuffix(".yaml").removeprefix("messages.")
        fits = language_of(f"messages.{language}.yaml")
        return f"messages.{language if fits else '<language>'}.yaml"
    return None
