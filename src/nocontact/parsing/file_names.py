"""What a rule file holds, told from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nocontact.diagnostics import Diagnostic, Span

SINGLE_FILES = (
    "rulebook.yaml", "questions.yaml", "sources.yaml", "attributes.yaml", "tactics.yaml",
    "planning.yaml", "promises.yaml",
)  # fmt: skip
"""The files that are there once, at the top of the folder; every other file is one decision."""

_ENDING = re.compile(r"\.(?:ya?ml|ymal|yalm)(?:\.txt)?\s*$", re.IGNORECASE)
"""How a YAML file ends, or one that was meant to be one."""

_MESSAGES = re.compile(r"messages\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.yaml")


def meant_for_rules(name: str) -> bool:
    """Return whether a file is a YAML file, or looks as if it was meant to be one.

    Examples:
        >>> [meant_for_rules(each) for each in ("wall.yaml", "wall.YAML", "wall.yaml.txt")]
        [True, True, True]
        >>> meant_for_rules("wall.yaml~"), meant_for_rules("README.md")
        (False, False)
    """
    return _ENDING.search(name) is not None


def well_named(name: str) -> str:
    """Return the name that a YAML file should have: `.yml` is as good as `.yaml`.

    Examples:
        >>> well_named("wall.Yml"), well_named("wall.yml"), well_named("wall.yaml.txt")
        ('wall.yaml', 'wall.yml', 'wall.yaml')
    """
    return name if name.endswith((".yaml", ".yml")) else _ENDING.sub(".yaml", name)


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
    base = name.rpartition("/")[2]
    stem = _ENDING.sub("", base)
    right = f"{stem.lower()}.yaml"
    if right not in SINGLE_FILES:
        if not base.lower().startswith("messages."):
            return None
        language = stem.partition(".")[2]
        fits = language_of(f"messages.{language}.yaml")
        right = f"messages.{language if fits else '<language>'}.yaml"
    return None if name == right else right
