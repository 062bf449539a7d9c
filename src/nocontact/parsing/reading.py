"""Located nodes taken apart, with every problem noted and none raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nocontact.diagnostics import Diagnostic, Mapping, Node, Scalar, Sequence, Span, nearest
from nocontact.rulebook import Cited

_ID = re.compile(r"[a-z][a-z0-9_]*([.-][a-z0-9_]+)*")


class Reading:
    """Reads one file node by node; problems are collected, and a lenient value is returned.

    Attributes:
        file: name of the file.
        problems: what was found so far.
        speaks_of_steps: whether conditions may speak of steps and statuses (promises only).

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "when: 3"
        >>> reading = Reading("wall.yaml", text)
        >>> fields = reading.fields(read_yaml(text, "wall.yaml")[0], ("when",), ("then",))
        >>> print(reading.problems[0].message)
        `then` is missing
    """

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._text = text
        self.problems: list[Diagnostic] = []
        self.speaks_of_steps = False

    def say(
        self,
        code: str,
        message: str,
        span: Span,
        help: str,
        *,
        found: str | None = None,
        expected: Iterable[str] = (),
    ) -> None:
        """Note one problem; `nearest` is worked out from what was found and expected.

        Examples:
            >>> reading = Reading("x", "a: 1")
            >>> reading.say("NC103", "it is wrong", Span("x", 1, 1, 1, 2), "mend it")
            >>> len(reading.problems)
            1
        """
        names = tuple(expected)
        guess = nearest(found, names) if found is not None else None
        excerpt = span.excerpt_of(self._text) or None
        self.problems.append(
            Diagnostic(code, message, span, excerpt, found, names, guess, help)
        )

    def fields(
        self, node: Node | None, required: tuple[str, ...], optional: tuple[str, ...] = ()
    ) -> dict[str, Node]:
        """Return the nodes under the allowed keys; note missing and unknown keys.

        Examples:
            >>> Reading("x", "").fields(None, ())
            {}
        """
        if not isinstance(node, Mapping):
            if node is not None:
                self.wrong_shape(node, "a mapping of names to values")
            return {}
        known = (*required, *optional)
        found: dict[str, Node] = {}
        for key, value in node.entries:
            name = str(key.value)
            if name in known:
                found[name] = value
            else:
                self.say("NC101", f"`{name}` is not a key here", key.span,
                         f"use one of: {', '.join(known)}", found=name, expected=known)  # fmt: skip
        for name in required:
            if name not in found:
                self.say("NC102", f"`{name}` is missing", node.span, f"add `{name}:`")
        return found

    def wrong_shape(self, node: Node, wanted: str) -> None:
        """Note that a node has not the shape that is wanted.

        Examples:
            >>> from nocontact.diagnostics import read_yaml
            >>> reading = Reading("x", "a")
            >>> reading.wrong_shape(read_yaml("a", "x")[0], "a list")
            >>> print(reading.problems[0].message)
            expected a list, found text
        """
        kinds: dict[type, str] = {Mapping: "a mapping", Sequence: "a list"}
        is_text = isinstance(node, Scalar) and isinstance(node.value, str)
        found = kinds.get(type(node), "text" if is_text else "a value that is not text")
        self.say("NC103", f"expected {wanted}, found {found}", node.span, f"write {wanted}")

    def text(self, node: Node | None) -> str:
        """Return plain text; empty when there is none.

        Examples:
            >>> Reading("x", "").text(None)
            ''
        """
        if node is None:
            return ""
        if isinstance(node, Scalar) and isinstance(node.value, str):
            return node.value
        self.wrong_shape(node, "text")
        return ""

    def answer(self, node: Node) -> str:
        """Return the name of an answer or level; a number such as `3` is taken as text.

        Examples:
            >>> from nocontact.diagnostics import read_yaml
            >>> Reading("x", "3").answer(read_yaml("3", "x")[0])
            '3'
        """
        if isinstance(node, Scalar) and isinstance(node.value, int) and node.value is not True:
            return "no" if node.value is False else str(node.value)
        if isinstance(node, Scalar) and node.value is True:
            return "yes"
        return self.text(node)

    def identifier(self, node: Node | None) -> str:
        """Return a name: lower-case words joined by `_`, `.` or `-`.

        Examples:
            >>> from nocontact.diagnostics import read_yaml
            >>> Reading("x", "a.b-c").identifier(read_yaml("a.b-c", "x")[0])
            'a.b-c'
        """
        name = self.text(node)
        if name and node is not None and not _ID.fullmatch(name):
            self.say("NC108", f"`{name}` is not a name", node.span,
                     "use lower-case letters, digits, `_`, `.` and `-`", found=name)  # fmt: skip
        return name

    def one_of(self, node: Node | None, allowed: tuple[str, ...], default: str) -> str:
        """Return one of the allowed words, or the default when there is no node.

        Examples:
            >>> Reading("x", "").one_of(None, ("a", "b"), "a")
            'a'
        """
        if node is None:
            return default
        word = self.answer(node)
        if word in allowed:
            return word
        if word:
            self.say("NC104", f"`{word}` is not allowed here", node.span,
                     f"write one of: {', '.join(allowed)}", found=word, expected=allowed)  # fmt: skip
        return default

    def items(self, node: Node | None) -> tuple[Node, ...]:
        """Return the items of a list; a single value counts as a list of one.

        Examples:
            >>> Reading("x", "").items(None)
            ()
        """
        if node is None:
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def entries(self, node: Node | None) -> Iterator[tuple[Scalar, Node]]:
        """Yield the entries of a mapping of free names.

        Examples:
            >>> list(Reading("x", "").entries(None))
            []
        """
        if isinstance(node, Mapping):
            yield from node.entries
        elif node is not None:
            self.wrong_shape(node, "a mapping of names to values")

    def words(self, node: Node | None) -> tuple[str, ...]:
        """Return a list of words.

        Examples:
            >>> Reading("x", "").words(None)
            ()
        """
        return tuple(self.answer(each) for each in self.items(node))

    def cited(self, node: Node | None) -> tuple[Cited, ...]:
        """Return citations: paragraph numbers and source ids.

        Examples:
            >>> from nocontact.diagnostics import read_yaml
            >>> Reading("x", "[35, A6]").cited(read_yaml("[35, A6]", "x")[0])
            (35, 'A6')
        """
        found: list[Cited] = []
        for each in self.items(node):
            if isinstance(each, Scalar) and type(each.value) is int:
                found.append(each.value)
            elif word := self.text(each):
                found.append(word)
        return tuple(found)
