"""Cases as rulesets for durable-rules, each well inside what its network can hold.

One message carries every value that a ruleset reads, as short strings of one length, and one
network rule stands for one case: a single antecedent, a plain conjunction of `$eq`, `$neq`,
`$gte` and `$lte`. No `$or` (it fires once for each true part), no negation, no join.

The bounds are those of the C source of durable-rules 2.0.28. It does not always keep them
itself: 512 comparisons under one node make it hang.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from nocontact.fork_safety import cached_property
from nocontact.inference.positive_form import Case, Cases
from nocontact.inference.property_tests import Codes, PropertyTest, property_tests

MOST_SUBJECTS = 200  # state.h: MAX_OBJECT_PROPERTIES 255
MOST_RULES = 300  # a state takes about 10 kB for each rule
MOST_BRANCHES = 400  # rules.h: NEXT_BUCKET_LENGTH 512
MOST_WAITING = 56  # events.c: MAX_STACK_SIZE 64

GUARD = "k"
"""The property that every message has, with itself as its value, so that a rule always fires."""


@dataclass(frozen=True)
class Network:
    """One ruleset: which conclusions each network rule stands for, and what it reads.

    Attributes:
        heads: network rule → what follows when it fires: ids of rules, names of helpers.
        chains: network rule → its comparisons, in the order of the network.

    Examples:
        >>> Network({"r0": ("help.be-ready",)}, {"r0": ()}).properties
        {}
    """

    heads: Mapping[str, tuple[str, ...]]
    chains: Mapping[str, tuple[PropertyTest, ...]] = field(repr=False)

    @cached_property
    def properties(self) -> Mapping[str, str]:
        """Subject → the property of the message that carries it.

        Examples:
            >>> Network({}, {"r0": (PropertyTest("wall", "$eq", "c"),)}).properties
            {'wall': 'x0'}
        """
        subjects = dict.fromkeys(test.subject for chain in self.chains.values() for test in chain)
        return {subject: f"x{at}" for at, subject in enumerate(subjects)}

    def message(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return what the ruleset has to be told: property → code.

        Examples:
            >>> Network({}, {"r0": (PropertyTest("wall", "$eq", "c"),)}).message({"wall": "b"})
            {'x0': 'b'}
        """
        return {each: values[subject] for subject, each in self.properties.items()}

    @cached_property
    def definition(self) -> str:
        """The ruleset in the JSON form of durable-rules.

        Examples:
            >>> Network({}, {"r0": (PropertyTest("wall", "$gte", "c"),)}).definition
            '{"r0": {"all": [{"m": {"$and": [{"k": "k"}, {"$gte": {"x0": "c"}}]}}]}}'
        """
        return json.dumps({name: self._rule(chain) for name, chain in self.chains.items()})

    def _rule(self, chain: Sequence[PropertyTest]) -> Mapping[str, object]:
        tests: list[object] = [{GUARD: GUARD}]
        for subject, operator, code in chain:
            equal = {self.properties[subject]: code}
            tests.append(equal if operator == "$eq" else {operator: equal})
        return {"all": [{"m": {"$and": tests} if chain else tests[0]}]}


def networks_of(concluded: Mapping[str, Cases], codes: Mapping[str, Codes]) -> tuple[Network, ...]:
    """Spread what can be concluded over as few rulesets as the bounds allow.

    Args:
        concluded: rule id or helper → the cases in which it follows.
        codes: subject → codes of its values.

    Examples:
        >>> from nocontact.inference.positive_form import Membership
        >>> from nocontact.inference.property_tests import codes_of
        >>> case = frozenset({Membership("wall", frozenset({"lock"}))})
        >>> codes = {"wall": codes_of(("none", "lock"))}
        >>> [network] = networks_of({"a": (case,), "b": (case,), "c": (frozenset(),)}, codes)
        >>> network.heads
        {'always': ('c',), 'r0': ('a', 'b')}
    """
    heads: dict[Case, list[str]] = {}
    for head, cases in concluded.items():
        for case in cases:
            heads.setdefault(case, []).append(head)
    always = tuple(heads.pop(frozenset(), ()))
    parts = list(_parts(_chained(heads, codes), codes))
    return tuple(
        _network(part, () if at else always, heads)
        for at, part in enumerate(parts)
        if part or always
    )


_Chain: TypeAlias = tuple[tuple[PropertyTest, ...], Case]


def _chained(cases: Iterable[Case], codes: Mapping[str, Codes]) -> list[_Chain]:
    """Order comparisons and cases so that what begins alike stands together."""
    cases = tuple(cases)
    often = Counter(each.subject for case in cases for each in case)
    chains: list[_Chain] = []
    for case in cases:
        members = sorted(case, key=lambda each: (-often[each.subject], each.subject))
        tests = (test for each in members for test in property_tests(each, codes[each.subject]))
        chains.append((tuple(tests), case))
    return sorted(chains, key=lambda chain: chain[0])


def _network(
    part: Sequence[_Chain], always: tuple[str, ...], heads: Mapping[Case, Sequence[str]]
) -> Network:
    named = {f"r{at}": chain for at, chain in enumerate(part)}
    return Network(
        {"always": always} | {name: tuple(heads[case]) for name, (_, case) in named.items()},
        {"always": ()} | {name: tests for name, (tests, _) in named.items()},
    )


def _parts(chains: list[_Chain], codes: Mapping[str, Codes]) -> Iterator[list[_Chain]]:
    if len(chains) <= 1 or _fits(chains, codes):
        yield chains
        return
    half = len(chains) // 2
    yield from _parts(chains[:half], codes)
    yield from _parts(chains[half:], codes)


class _Tree(dict[PropertyTest, "_Tree"]):
    """The comparisons as durable-rules arranges them: those that begin alike are shared."""


def _fits(chains: Sequence[_Chain], codes: Mapping[str, Codes]) -> bool:
    root = _Tree()
    for tests, _ in chains:
        node = root
        for test in tests:
            node = node.setdefault(test, _Tree())
    subjects = {test.subject for tests, _ in chains for test in tests}
    return (
        len(chains) <= MOST_RULES
        and len(subjects) <= MOST_SUBJECTS
        and _branches(root) <= MOST_BRANCHES
        and _waiting(root, codes) <= MOST_WAITING
    )


def _branches(node: _Tree) -> int:
    return max(len(node), *map(_branches, node.values()), 0)


def _waiting(node: _Tree, codes: Mapping[str, Codes]) -> int:
    """Return the most nodes that one message can leave waiting on the stack below this one."""
    by_subject: dict[str, list[PropertyTest]] = {}
    for test in node:
        by_subject.setdefault(test.subject, []).append(test)
    together = sum(
        max(sum(test.passes(code) for test in tests) for code in codes[subject].values())
        for subject, tests in by_subject.items()
    )
    deepest = max((_waiting(child, codes) for child in node.values()), default=0)
    return max(together, together - 1 + deepest)
