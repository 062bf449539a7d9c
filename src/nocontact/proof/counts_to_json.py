"""Counts of scenarios → JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nocontact.display import json_text
from nocontact.proof.count import Count
from nocontact.proof.counts_to_document import NOT_OF_PEOPLE

SCHEMA = "nocontact.stats/1"


def counts_to_json(
    rulebook: Mapping[str, str], regions: Sequence[tuple[str, int]], counts: Sequence[Count]
) -> str:
    """Return counts as JSON; numbers of scenarios are text, as they are large.

    Args:
        rulebook: name, version and content hash.
        regions: name and size of each region.
        counts: what was counted, each in every region.

    Examples:
        >>> import json
        >>> json.loads(counts_to_json({}, [("all scenarios", 8)], ()))["regions"]
        [{'name': 'all scenarios', 'scenarios': '8'}]
    """
    data = {
        "schema": SCHEMA,
        "rulebook": dict(rulebook),
        "about_shares": NOT_OF_PEOPLE,
        "regions": [{"name": name, "scenarios": str(size)} for name, size in regions],
        "counts": [
            {
                "kind": count.kind,
                "name": count.name,
                "level": count.level,
                "in": [
                    {"scenarios": str(part), "share": part / whole if whole else None}
                    for part, (_, whole) in zip(count.scenarios, regions, strict=True)
                ],
            }
            for count in counts
        ],
    }
    return json_text(data)
