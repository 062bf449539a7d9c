"""YAML → what a case expects of the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from nocontact.diagnostics import Mapping as MappingNode
from nocontact.diagnostics import Node
from nocontact.parsing import Reading
from nocontact.testing.case import Expectation, Test

Found: TypeAlias = Iterator[Expectation]

ONE = ("standing", "wall", "wall_in", "wall_out", "stance", "help")
LEVELS = ("findings", "status", "considered")
MEMBERS = (
    "also", "steps", "later", "notes", "gaps", "ask", "let_go", "too_weak", "stages", "serves",
)  # fmt: skip
LISTS = ("objectives", "cites", "because", "instead")
RULES: Mapping[str, Test] = {"fired": "include", "not_fired": "exclude"}
TESTS: tuple[Test, ...] = ("exactly", "include", "exclude", "first", "in_order", "at_most")
KEYS = (*ONE, *LEVELS, *MEMBERS, *LISTS, *RULES)


def expectations_from_yaml(reading: Reading, node: Node | None) -> tuple[Expectation, ...]:
    """Read what a case expects; problems are noted in `reading`.

    | key | what is written |
    |---|---|
    | standing, wall, wall_in, wall_out, stance, help | the answer, or a list of which one will do |
    | findings, status, considered | name: answer; `considered` is fits, wait or avoid |
    | steps, later, notes, gaps, ask, also, let_go, too_weak, stages, serves | a list: exactly \
these; or include, exclude, first, in_order, at_most |
    | objectives, cites, because, instead | name: a list; each of these has to be there |
    | fired, not_fired | a list of rules |

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{wall: lock, steps: {exclude: [block_email]}}"
        >>> found = expectations_from_yaml(Reading("x", text), read_yaml(text, "x")[0])
        >>> [(each.about, each.test, each.values) for each in found]
        [('wall', 'is', ('lock',)), ('steps', 'exclude', ('block_email',))]
    """
    fields = reading.fields(node, (), KEYS)
    if isinstance(node, MappingNode) and not node.entries:
        reading.say("NC106", "this expects nothing", node.span, "say what the answer must be")
    parts = (_part(reading, about, value) for about, value in fields.items())
    return tuple(each for part in parts for each in part)


def _part(reading: Reading, about: str, node: Node) -> Found:
    for keys, read in _READERS:
        if about in keys:
            yield from read(reading, about, node)


def _one(reading: Reading, about: str, node: Node) -> Found:
    yield Expectation(about, "", "is", reading.words(node))


def _levels(reading: Reading, about: str, node: Node) -> Found:
    for key, value in reading.entries(node):
        yield Expectation(about, str(key.value), "is", reading.words(value))


def _lists(reading: Reading, about: str, node: Node) -> Found:
    for key, value in reading.entries(node):
        yield Expectation(about, str(key.value), "include", reading.words(value))


def _members(reading: Reading, about: str, node: Node) -> Found:
    if not isinstance(node, MappingNode):
        yield Expectation(about, "", "exactly", reading.words(node))
        return
    given = reading.fields(node, (), TESTS)
    for test in TESTS:
        if test in given:
            yield Expectation(about, "", test, _values(reading, test, given[test]))


def _values(reading: Reading, test: Test, node: Node) -> tuple[str, ...]:
    words = reading.words(node)
    if test == "at_most" and not (len(words) == 1 and words[0].isdecimal()):
        reading.say("NC105", "`at_most` must be a number", node.span, "count what is allowed")
        return ("0",)
    return words


def _rules(reading: Reading, about: str, node: Node) -> Found:
    yield Expectation("fired", "", RULES[about], reading.words(node))


_READERS: tuple[tuple[tuple[str, ...], Callable[[Reading, str, Node], Found]], ...] = (
    (ONE, _one),
    (LEVELS, _levels),
    (MEMBERS, _members),
    (LISTS, _lists),
    (tuple(RULES), _rules),
)
