"""The document: what is to be said, before any format is chosen.

Every class is frozen and compares by value. Where a line of text is expected, a plain string does;
where blocks are expected, a string is a paragraph. No `repr` shows the words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from nocontact.display.inline import Inlines, InlinesLike, inlines, listed, printable
from nocontact.display.table import Table
from nocontact.display.tree import Tree

CalloutKind: TypeAlias = Literal["info", "caution", "urgent"]
"""How pressing a callout is."""

_LABELS: dict[CalloutKind, str] = {"info": "Note", "caution": "Take care", "urgent": "Urgent"}


@dataclass(frozen=True, slots=True, init=False)
class Heading:
    """A heading; level 1 is the highest below the document's title.

    Args:
        level: A whole number from 1 to 6.
        text: The line of the heading.

    Raises:
        ValueError: `level` is anything else.

    Examples:
        >>> Heading(1, "What to do now")
        Heading(level=1, text=(Text(<14 characters>, role='plain'),))
    """

    level: int
    text: Inlines

    def __init__(self, level: int, text: InlinesLike) -> None:
        """Check the level and bring the line into normal form."""
        if type(level) is not int or not 1 <= level <= 6:
            raise ValueError(f"a heading's level is a whole number from 1 to 6, found {level!r}")
        _fill(self, level=level, text=inlines(text))


@dataclass(frozen=True, slots=True, init=False)
class Paragraph:
    """One paragraph of running text.

    Args:
        text: The line or lines of text; line breaks in it count as spaces.

    Examples:
        >>> from nocontact.display.inline import Text
        >>> Paragraph(["See ", Text("¶35", "citation")]).text
        (Text(<4 characters>, role='plain'), Text(<3 characters>, role='citation'))
    """

    text: Inlines

    def __init__(self, text: InlinesLike) -> None:
        """Bring the text into normal form."""
        _fill(self, text=inlines(text))


@dataclass(frozen=True, slots=True, init=False)
class Item:
    """One entry of a list: a line, and blocks below it where there is more to say.

    Args:
        text: The line of the entry.
        blocks: What belongs to it; may be left out.

    Examples:
        >>> Item("Mute the chat", "You can undo this now.").blocks
        (Paragraph(text=(Text(<22 characters>, role='plain'),)),)
    """

    text: Inlines
    blocks: tuple[Block, ...]

    def __init__(self, text: InlinesLike, blocks: BlocksLike = ()) -> None:
        """Bring line and blocks into normal form."""
        _fill(self, text=inlines(text), blocks=_blocks(blocks))


@dataclass(frozen=True, slots=True, init=False)
class Items:
    """A list, numbered where the order matters.

    Args:
        items: Entries in order; a plain line is an entry without blocks.
        ordered: Whether to number them, from 1.

    Raises:
        TypeError: `items` is one string, or holds something that is neither entry nor line.

    Examples:
        >>> steps = Items(["Mute the chat", Item("Filter the mail", "Later.")], ordered=True)
        >>> len(steps.items)
        2
    """

    items: tuple[Item, ...]
    ordered: bool

    def __init__(self, items: Iterable[Item | InlinesLike], ordered: bool = False) -> None:
        """Bring the entries into normal form."""
        entries = [e if isinstance(e, Item) else Item(e) for e in listed(items, "items")]
        _fill(self, items=tuple(entries), ordered=bool(ordered))


@dataclass(frozen=True, slots=True, init=False)
class Details:
    """A summary whose blocks a reader can fold away.

    Args:
        summary: The line that always shows.
        blocks: What it holds.
        open: Whether the blocks show at first.

    Examples:
        >>> Details("Why?", "The harder it is to stay away, the higher the wall.").open
        False
    """

    summary: Inlines
    blocks: tuple[Block, ...]
    open: bool

    def __init__(self, summary: InlinesLike, blocks: BlocksLike, open: bool = False) -> None:
        """Bring summary and blocks into normal form."""
        _fill(self, summary=inlines(summary), blocks=_blocks(blocks), open=bool(open))


@dataclass(frozen=True, slots=True, init=False)
class Callout:
    """Blocks that stand out, under a word that says why.

    Args:
        kind: How pressing it is.
        blocks: What it says.
        label: The word above it; by default an English one for the kind.

    Raises:
        ValueError: `kind` is not info, caution or urgent.

    Examples:
        >>> Callout("urgent", "Talk to someone today.").label
        'Urgent'
    """

    kind: CalloutKind
    blocks: tuple[Block, ...]
    label: str = field(repr=False)

    def __init__(self, kind: CalloutKind, blocks: BlocksLike, label: str = "") -> None:
        """Check the kind and bring the blocks into normal form."""
        if kind not in _LABELS:
            raise ValueError(f"`{kind}` is no kind of callout; expected {', '.join(_LABELS)}")
        _fill(self, kind=kind, blocks=_blocks(blocks), label=printable(label) or _LABELS[kind])


@dataclass(frozen=True, slots=True, init=False)
class Preformatted:
    r"""Text whose line breaks and spaces stay as they are, such as an excerpt of a file.

    Args:
        text: The lines.

    Examples:
        >>> Preformatted("when:\n  wall: lock").text
        'when:\n  wall: lock'
    """

    text: str = field(repr=False)

    def __init__(self, text: str) -> None:
        """Keep the text printable."""
        _fill(self, text=printable(text))


Block: TypeAlias = Heading | Paragraph | Items | Tree | Table | Details | Callout | Preformatted
"""One part of a document."""

BlocksLike: TypeAlias = str | Block | Iterable[str | Block]
"""What a caller may write where blocks are expected."""

_BLOCKS = (Heading, Paragraph, Items, Tree, Table, Details, Callout, Preformatted)


@dataclass(frozen=True, slots=True, init=False)
class Document:
    """Blocks in reading order, under a title.

    Args:
        blocks: Headings, paragraphs, lists and so on.
        title: What the whole is called; may be left out.

    Raises:
        TypeError: A block is neither a block nor a string.

    Examples:
        >>> document = Document([Heading(1, "Steps"), Items(["Mute the chat"])], title="A plan")
        >>> len(document.blocks), document.title
        (2, 'A plan')
    """

    blocks: tuple[Block, ...]
    title: str = field(repr=False)

    def __init__(self, blocks: BlocksLike, title: str = "") -> None:
        """Bring the blocks into normal form."""
        _fill(self, blocks=_blocks(blocks), title=printable(title))


def _fill(node: object, **values: object) -> None:
    for name, value in values.items():
        object.__setattr__(node, name, value)


def _blocks(like: BlocksLike) -> tuple[Block, ...]:
    if isinstance(like, (str, *_BLOCKS)):
        return (_block(like),)
    return tuple(_block(block) for block in listed(like, "blocks"))


def _block(like: str | Block) -> Block:
    if isinstance(like, str):
        return Paragraph(like)
    if isinstance(like, _BLOCKS):
        return like
    raise TypeError(f"a block is a Heading, Paragraph, ... or str, found {type(like).__name__}")
