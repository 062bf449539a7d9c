"""Paragraphs, source entries and claims: what everything else cites."""

from nocontact.sources.citation import citation
from nocontact.sources.source import PARAGRAPHS, Claim, Paragraph, Source, SourceList

__all__ = ["PARAGRAPHS", "Claim", "Paragraph", "Source", "SourceList", "citation"]
