"""What stands somewhere in a file, in words."""

from __future__ import annotations

from nocontact.diagnostics import Node, Scalar, Sequence, shown


def described(node: Node) -> str:
    """Return what stands somewhere, in words.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> [described(read_yaml(text, "x")[0]) for text in ("[a]", "3", "no", "true")]
        ['a list', 'the number `3`', 'the text `no`', '`true`']
    """
    if not isinstance(node, Scalar):
        return "a list" if isinstance(node, Sequence) else "a mapping"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return "`true`" if node.value else "`false`"
    kind = "text" if isinstance(node.value, str) else "number"
    return f"the {kind} `{shown(str(node.value))}`"
