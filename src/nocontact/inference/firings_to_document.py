"""Firings → document: each decision folds open to the rules that fired in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Protocol

from nocontact.display import Block, Callout, Details, Document, Paragraph, Text, Tree, inlines
from nocontact.sources import citation

Pairs = tuple[tuple[str, str], ...]


class Fired(Protocol):
    """What is shown of a rule that fired."""

    @property
    def rule(self) -> str:
        """Its id."""
        ...

    @property
    def decision(self) -> str:
        """The decision it belongs to."""
        ...

    @property
    def on(self) -> Pairs:
        """What made its condition true."""
        ...

    @property
    def raised(self) -> Pairs:
        """What it concluded."""
        ...

    @property
    def sources(self) -> tuple[int | str, ...]:
        """What it cites."""
        ...


def firings_to_document(
    rulebook: Mapping[str, str], engines: Sequence[str], firings: Sequence[Fired]
) -> Document:
    """Return a derivation as a document.

    Args:
        rulebook: name, version and content hash.
        engines: who worked it out.
        firings: in order of decision.

    Examples:
        >>> firings_to_document({}, ["reference"], []).title
        '0 rules fired'
    """
    named = " ".join((rulebook.get("name", ""), rulebook.get("version", "")))
    blocks: list[Block] = [
        Callout("caution", "This holds what the person told us. Keep it as private as that."),
        Paragraph(f"Rules: {named}. Engines: {', '.join(engines)}."),
    ]
    for decision, found in groupby(firings, key=lambda firing: firing.decision):
        rules = list(found)
        blocks.append(Details(f"{decision} ({len(rules)})", list(map(_tree, rules))))
    return Document(blocks, f"{len(firings)} rules fired")


def _tree(firing: Fired) -> Tree:
    label = inlines(Text(firing.rule, "code"), " ", citation(firing.sources))
    return Tree(label, [*_lines("because", firing.on), *_lines("so", firing.raised)])


def _lines(word: str, pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{word} {name}: {value}" for name, value in pairs]
