"""The tree: a label, and under it what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nocontact.display.inline import Inlines, InlinesLike, inlines, listed


@dataclass(frozen=True, slots=True, init=False)
class Tree:
    """A label and what lies under it, such as a finding and the rules and answers it rests on.

    Args:
        label: The line of this node.
        children: The nodes below, in order; a plain line is a node without children.
        open: Whether the children show at first, where a format can fold them away.

    Raises:
        TypeError: `children` is one string, or holds something that is neither node nor line.

    Examples:
        >>> tree = Tree("wall: lock", [Tree("wall.as-high-as-difficulty", ["difficulty: strong"])])
        >>> tree.children[0].children
        (Tree(label=(Text(<18 characters>, role='plain'),), children=(), open=True),)
    """

    label: Inlines
    children: tuple[Tree, ...]
    open: bool

    def __init__(
        self, label: InlinesLike, children: Iterable[Tree | InlinesLike] = (), open: bool = True
    ) -> None:
        """Bring label and children into normal form."""
        nodes = [c if isinstance(c, Tree) else Tree(c) for c in listed(children, "children")]
        object.__setattr__(self, "label", inlines(label))
        object.__setattr__(self, "children", tuple(nodes))
        object.__setattr__(self, "open", bool(open))
