"""Counts of scenarios → document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from nocontact.display import Block, Callout, Document, Heading, Items, Table
from nocontact.proof.count import KINDS, Count, Kind
from nocontact.proof.share_text import count_text, share_text

NOT_OF_PEOPLE = (
    "These are shares of combinations of answers. They are not shares of people: nobody knows "
    "how often a combination occurs."
)
HEADERS: Mapping[Kind, str] = {
    "rule": "rule fires",
    "finding": "finding stands at",
    "status": "status of the tactic",
    "step": "tactic is a step",
}


def counts_to_document(
    rules: str, regions: Sequence[tuple[str, int]], counts: Sequence[Count], restricted: bool
) -> Document:
    """Return counts as a document: a table for each kind, region by region.

    Args:
        rules: which rulebook, in words.
        regions: name and size of each region.
        counts: what was counted, each in every region.
        restricted: whether only the completions of one partial scenario were counted.

    Examples:
        >>> counts_to_document("Rules: mine.", (), (), False).title
        'How many scenarios'
    """
    lines = [NOT_OF_PEOPLE, rules]
    if restricted:
        lines.insert(1, "Counted among the completions of the answers that were given.")
    blocks: list[Block] = [Callout("caution", [Items(lines)], "What this is not")]
    for at, (name, size) in enumerate(regions):
        blocks += [Heading(1, name[:1].upper() + name[1:]), *_region(at, size, counts)]
    return Document(blocks, "How many scenarios")


def _region(at: int, size: int, counts: Sequence[Count]) -> Iterator[Block]:
    for kind in KINDS:
        rows = [_row(each, each.scenarios[at], size) for each in counts if each.kind == kind]
        if rows:
            caption = f"{count_text(size)} scenarios"
            yield Table([HEADERS[kind], "share", "scenarios"], rows, caption)


def _row(count: Count, part: int, whole: int) -> list[str]:
    name = f"{count.name}: {count.level}" if count.level else count.name
    return [name, share_text(part, whole) if whole else "none there", count_text(part)]
