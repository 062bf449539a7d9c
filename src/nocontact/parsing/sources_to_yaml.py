"""Source list → YAML."""

from __future__ import annotations

from nocontact.parsing.data_to_yaml import Data, data_to_yaml
from nocontact.sources import Claim, Paragraph, Source, SourceList

_TEXTS = ("says", "citation", "confidence", "checked")


def sources_to_yaml(sources: SourceList) -> str:
    """Return `sources.yaml`: paragraphs, exclusions, entries and claims.

    Examples:
        >>> print(sources_to_yaml(SourceList(title="T")))
        article: {title: T, paragraphs: {}}
        excluded: {}
        entries: {}
        <BLANKLINE>
    """
    paragraphs = {str(number): _paragraph(each) for number, each in sources.paragraphs.items()}
    data: dict[str, Data] = {
        "article": {"title": sources.title, "paragraphs": paragraphs},
        "excluded": {str(number): why for number, why in sources.excluded.items()},
        "entries": {name: _entry(entry) for name, entry in sources.entries.items()},
    }
    if sources.claims:
        data["claims"] = {name: _claim(claim) for name, claim in sources.claims.items()}
    return data_to_yaml(data)


def _paragraph(paragraph: Paragraph) -> Data:
    data: dict[str, Data] = {"gist": paragraph.gist}
    return data | {"heading": True} if paragraph.heading else data


def _entry(entry: Source) -> Data:
    data: dict[str, Data] = {"voice": entry.voice, "title": entry.title}
    data |= {name: getattr(entry, name) for name in _TEXTS if getattr(entry, name)}
    return data | {"limits": list(entry.limits)} if entry.limits else data


def _claim(claim: Claim) -> Data:
    star = "yes" if claim.star else "no"
    return {"paragraphs": list(claim.paragraphs), "star": star, "gist": claim.gist}
