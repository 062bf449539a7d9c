"""Where a rule comes from: paragraphs of the article, entries of the source list, claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PARAGRAPHS = range(1, 47)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One numbered paragraph of the article, in our words.

    Attributes:
        number: 1 to 46.
        gist: what it says, in one or two sentences.
        heading: whether it is a heading; no rule needs to cite one.

    Examples:
        >>> Paragraph(35, "The harder it is, the higher the wall.", False).number
        35
    """

    number: int
    gist: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the source list: a safety fact, a reading we chose, a study.

    Attributes:
        id: such as `SA01`, `A6`, `marshall_2012`.
        voice: who speaks: safety or rulebook.
        title: short name.
        says: the fact, in our words.
        citation: where it was read.
        confidence: H, M or L; empty when not rated.
        checked: `yes` when it was looked up, `no` when not yet; empty when it does not say.
        limits: claims of the article that this one limits.

    Examples:
        >>> Source("SA22", "safety", "Unknown is not safe").limits
        ()
    """

    id: str
    voice: str
    title: str
    says: str = ""
    citation: str = ""
    confidence: str = ""
    checked: str = ""
    limits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable claim of the article.

    Attributes:
        id: such as `C59`.
        paragraphs: where it is made.
        star: whether it has a golden case of its own.
        gist: the claim, in our words.

    Examples:
        >>> Claim("C59", (35,), True, "The harder, the higher.").star
        True
    """

    id: str
    paragraphs: tuple[int, ...]
    star: bool
    gist: str


@dataclass(frozen=True, slots=True)
class SourceList:
    """Everything that a rule may cite.

    Attributes:
        title: what the article is.
        paragraphs: by number.
        excluded: paragraphs that no rule needs to cite, with the reason.
        entries: by id.
        claims: by id.

    Examples:
        >>> SourceList().label(35)
        '¶35'
        >>> SourceList().label("SA01")
        'SA01'
    """

    title: str = ""
    paragraphs: Mapping[int, Paragraph] = field(default_factory=dict)
    excluded: Mapping[int, str] = field(default_factory=dict)
    entries: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)

    def knows(self, cited: int | str) -> bool:
        """Return whether a citation leads somewhere.

        Examples:
            >>> key_point = Paragraph(35, "The harder, the higher.", False)
            >>> sources = SourceList(paragraphs={35: key_point})
            >>> sources.knows(35), sources.knows(47), sources.knows("SA99")
            (True, False, False)
        """
        return cited in (self.paragraphs if isinstance(cited, int) else self.entries)

    def label(self, cited: int | str) -> str:
        """Return how a citation is shown.

        Examples:
            >>> SourceList().label(7), SourceList().label("SA03"), SourceList().label("mason_2012")
            ('¶7', 'SA03', 'Mason 2012')
        """
        if isinstance(cited, int):
            return f"¶{cited}"
        return cited if cited[:1].isupper() else cited.replace("_", " ").title()

    def gist(self, cited: int | str) -> str:
        """Return what the cited source says, in our words; empty when it is not known.

        Examples:
            >>> key_point = Paragraph(35, "The harder, the higher.", False)
            >>> sources = SourceList(paragraphs={35: key_point})
            >>> sources.gist(35), sources.gist(47)
            ('The harder, the higher.', '')
        """
        if isinstance(cited, int):
            paragraph = self.paragraphs.get(cited)
            return paragraph.gist if paragraph else ""
        entry = self.entries.get(cited)
        return (entry.says or entry.title) if entry else ""
