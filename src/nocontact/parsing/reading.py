"""Located nodes taken apart, with every problem noted and none raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Words
from dataclasses import replace

from nocontact.diagnostics import (
    MOST_PROBLEMS,
    Diagnostic,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Span,
    nearest,
    shown,
    told_apart,
)
from nocontact.parsing.author_slips import slip_of_key
from nocontact.parsing.described import described
from nocontact.rulebook import Cited

_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_JOINED_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}([.-][a-z0-9_]{1,64}){0,9}")


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
        >>> fields = reading.fields(read_yaml(text, "wall.yaml")[0], ("when", "then"))
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
        if self._told_enough():
            return
        names, excerpt = tuple(expected), span.excerpt_of(self._text) or None
        guess, given = (None, None) if found is None else (nearest(found, names), shown(found))
        apart = told_apart(found or "", guess)
        help = f"{help}; {apart}" if apart else help
        self.problems.append(Diagnostic(code, message, span, excerpt, given, names, guess, help))

    def place(self, problem: Diagnostic, span: Span) -> None:
        """Note a problem that was found in what the text says, at its place in the text.

        Examples:
            >>> reading = Reading("x", "hope: big")
            >>> reading.place(Diagnostic("NC402", "`hope` cannot be `big`"), Span("x", 1, 7, 1, 10))
            >>> print(reading.problems[0].excerpt)
            hope: big
                  ^^^
        """
        if not self._told_enough():
            excerpt = span.excerpt_of(self._text) or None
            self.problems.append(replace(problem, span=span, excerpt=excerpt))

    def _told_enough(self) -> bool:
        """Return whether no more is told; the last problem then says that there are more."""
        if len(self.problems) < MOST_PROBLEMS:
            return False
        self.problems[MOST_PROBLEMS:] = [Diagnostic(
            "NC003", f"the file has more than {MOST_PROBLEMS} problems",
            Span(self.file, 1, 1, 1, 1), help="mend those shown first",
        )]  # fmt: skip
        return True

    def fields(
        self,
        node: Node | None,
        required: tuple[str, ...],
        optional: tuple[str, ...] = (),
        words: Words[str, str] | None = None,
    ) -> dict[str, Node]:
        """Return the nodes under the allowed keys; note missing and unknown keys.

        `words` says of keys of other languages what they are called here, or the way out.

        Examples:
            >>> Reading("x", "").fields(None, ())
            {}
        """
        if not isinstance(node, Mapping):
            if node is not None:
                self._no_mapping(node)
            return {}
        known = (*required, *optional)
        found: dict[str, Node] = {}
        misspelt: set[str | None] = set()
        for key, value in node.entries:
            name = str(key.value)
            if name in known:
                found[name] = value
            elif len(self.problems) <= MOST_PROBLEMS:
                cut = isinstance(value, Scalar) and value.value is None
                slip = slip_of_key(name, known, words, cut=cut)
                misspelt.add(slip.meant)
                self.say("NC101", slip.message, key.span, slip.help, found=name,
                         expected=slip.expected)  # fmt: skip
        for name in required:
            if name not in found and name not in misspelt:
                self.say("NC102", f"`{name}` is missing", node.span, f"add `{name}:`")
        return found

    def wrong_shape(self, node: Node, wanted: str, help: str = "") -> None:
        """Note that a node has not the shape that is wanted.

        Examples:
            >>> from nocontact.diagnostics import read_yaml
            >>> reading = Reading("x", "a")
            >>> reading.wrong_shape(read_yaml("a", "x")[0], "a list")
            >>> print(reading.problems[0].message)
            expected a list, found the text `a`
        """
        self.say("NC103", f"expected {wanted}, found {described(node)}", node.span,
                 help or f"write {wanted}")  # fmt: skip

    def _no_mapping(self, node: Node) -> None:
        way_out = "write `name: value` without a `-`" if isinstance(node, Sequence) else ""
        self.wrong_shape(node, "a mapping of names to values", way_out)

    def text(self, node: Node | None, wanted: str = "text") -> str:
        """Return plain text; empty when there is none."""
        if node is None:
            return ""
        if isinstance(node, Scalar) and isinstance(node.value, str):
            return node.value
        other = isinstance(node, Scalar) and node.value is not None
        self.wrong_shape(node, wanted, "put it in quotes" if other else "")
        return ""

    def answer(self, node: Node, wanted: str = "one answer") -> str:
        """Return the name of an answer or level; `3` is taken as text, `true` as yes."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool):
            return "yes" if value else "no"
        return str(value) if isinstance(value, int) else self.text(node, wanted)

    def identifier(self, node: Node | None) -> str:
        """Return a name: words of small letters, digits and `_`, joined by `.` or `-`."""
        way_out = "start with a letter; use small letters, digits, `_`, `.` and `-`"
        return self._named(self.text(node, "a name"), node, _JOINED_NAME, way_out)

    def plain_name(self, node: Node | None) -> str:
        """Return the name of a level, a finding or a tactic: small letters, digits and `_`."""
        name = self.answer(node, "a name") if node is not None else ""
        way_out = "start with a letter; use small letters, digits and `_`"
        return self._named(name, node, _NAME, way_out)

    def _named(self, name: str, node: Node | None, pattern: re.Pattern[str], way_out: str) -> str:
        written = isinstance(node, Scalar) and isinstance(node.value, str)
        if node is not None and (name or written) and not pattern.fullmatch(name):
            said = f"`{shown(name)}` cannot be a name" if name else "the name is empty"
            self.say("NC108", said, node.span, way_out, found=name)
        return name

    def one_of(self, node: Node | None, allowed: tuple[str, ...], default: str) -> str:
        """Return one of the allowed words, or the default when there is no node."""
        before = len(self.problems)
        word = default if node is None else self.answer(node, "one word")
        if node is None or word in allowed:
            return word
        if len(self.problems) == before:
            said = f"`{shown(word)}`" if word else "empty text"
            way_out = f"write one of: {', '.join(allowed)}"
            self.say("NC104", f"{said} is not one of the words that may stand here", node.span,
                     way_out, found=word, expected=allowed)  # fmt: skip
        return default

    def each_of(self, node: Node | None, allowed: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of words that are each one of those allowed."""
        return tuple(self.one_of(each, allowed, allowed[0]) for each in self.items(node))

    def items(self, node: Node | None, keys: tuple[str, ...] = ()) -> tuple[Node, ...]:
        """Return the items of a list; a single value counts as a list of one.

        With `keys`, each item is a mapping of these; a mapping of others is no item.
        """
        if node is None:
            return ()
        if keys and isinstance(node, Mapping) and not any(map(node.get, keys)):
            self.wrong_shape(node, "a list", f"start each entry with `- {keys[0]}:`")
            return ()
        return node.items if isinstance(node, Sequence) else (node,)

    def entries(self, node: Node | None) -> Iterator[tuple[Scalar, Node]]:
        """Yield the entries of a mapping of free names."""
        if isinstance(node, Mapping):
            yield from node.entries
        elif node is not None:
            self._no_mapping(node)

    def words(self, node: Node | None, wanted: str = "text") -> tuple[str, ...]:
        """Return a list of words."""
        return tuple(self.answer(each, wanted) for each in self.items(node))

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
            elif word := self.text(each, "a paragraph number or a source id"):
                found.append(word)
                if word.isdecimal():
                    self.say("NC103", f"the paragraph number `{shown(word)}` is in quotes",
                             each.span, "write the number without quotes")  # fmt: skip
        return tuple(found)
