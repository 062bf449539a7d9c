"""Sets of answers as comparisons that durable-rules gets right: of short strings, one length.

It compares strings as C does and mixes types freely, so nothing but such strings is used.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_lowercase
from typing import NamedTuple, TypeAlias

from nocontact.inference.positive_form import Membership

Codes: TypeAlias = Mapping[str, str]
"""Value → its code: short strings of one length that sort as the values do."""


class PropertyTest(NamedTuple):
    """One comparison of one property with one code.

    Examples:
        >>> PropertyTest("wall", "$gte", "c").passes("b")
        False
    """

    subject: str
    operator: str
    code: str

    def passes(self, code: str) -> bool:
        """Return whether a value passes.

        Examples:
            >>> PropertyTest("wall", "$eq", "c").passes("c")
            True
        """
        match self.operator:
            case "$eq":
                return code == self.code
            case "$neq":
                return code != self.code
            case "$gte":
                return code >= self.code
        return code <= self.code


def codes_of(values: Sequence[str]) -> Codes:
    """Return the code of each value.

    Examples:
        >>> codes_of(("unknown", "none", "some"))
        {'unknown': 'a', 'none': 'b', 'some': 'c'}
    """
    width = 1
    while 26**width < len(values):
        width += 1
    return {value: _letters(rank, width) for rank, value in enumerate(values)}


def property_tests(membership: Membership, codes: Codes) -> tuple[PropertyTest, ...]:
    """Return comparisons that all pass exactly when the value is one of the set.

    Examples:
        >>> codes = codes_of(("unknown", "none", "some", "strong"))
        >>> property_tests(Membership("hope", frozenset({"none", "strong"})), codes)
        (PropertyTest(subject='hope', operator='$gte', code='b'), \
PropertyTest(subject='hope', operator='$neq', code='c'))
    """
    subject, wanted = membership.subject, sorted(codes[value] for value in membership.values)
    every = sorted(codes.values())
    if len(wanted) == 1:
        return (PropertyTest(subject, "$eq", wanted[0]),)
    tests = [PropertyTest(subject, "$gte", wanted[0])] if wanted[0] != every[0] else []
    if wanted[-1] != every[-1]:
        tests.append(PropertyTest(subject, "$lte", wanted[-1]))
    between = every[every.index(wanted[0]) : every.index(wanted[-1])]
    holes = (code for code in between if code not in wanted)
    return (*tests, *(PropertyTest(subject, "$neq", code) for code in holes))


def _letters(rank: int, width: int) -> str:
    letters = ""
    for _ in range(width):
        rank, last = divmod(rank, 26)
        letters = ascii_lowercase[last] + letters
    return letters
