"""A rulebook → document: every decision with its question and paragraphs, folded open to rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from nocontact.display import Block, Details, Document, InlinesLike, Paragraph, Table, Text, inlines
from nocontact.rulebook.decision import Decision
from nocontact.rulebook.rules_to_items import rules_to_items
from nocontact.sources import citation


def rulebook_to_document(
    title: str, digest: str, decisions: Iterable[Decision], counts: Mapping[str, int]
) -> Document:
    """Return an overview of a rulebook.

    Args:
        title: name and version.
        digest: the content hash.
        decisions: in the order in which they are shown.
        counts: how many there are of what.

    Examples:
        >>> rulebook_to_document("mine 1", "0", (), {"rules": 0}).title
        'mine 1'
    """
    shown = list(decisions)
    summary = ", ".join(f"{count} {name}" for name, count in counts.items())
    rows: list[list[InlinesLike]] = [
        [Text(each.name, "code"), each.asks, citation(each.sources), str(len(each.rules))]
        for each in shown
    ]
    return Document(
        [
            Paragraph(f"{summary}. Content: {digest[:12]}."),
            Table(["decision", "asks", "source", "rules"], rows),
            Details("Every rule", list(_rules(shown))),
        ],
        title,
    )


def _rules(decisions: Iterable[Decision]) -> Iterator[Block]:
    for decision in decisions:
        yield Details(inlines(Text(decision.name, "code"), f" {decision.asks}"),
                      [rules_to_items(decision.rules)])  # fmt: skip
