"""One case: these answers, and what the rulebook has to say about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from nocontact.diagnostics import Span
from nocontact.facts import Answers

Test = Literal["is", "exactly", "include", "exclude", "first", "in_order", "at_most"]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that has to hold of the answer.

    Attributes:
        about: which part of the answer, such as `wall`, `steps` or `status`.
        name: which entry of that part, such as a tactic for `status`; else empty.
        test: how what is found is compared.
        values: what it is compared with; for `is`, any one of them will do.

    Examples:
        >>> Expectation("status", "block_email", "is", ("held",)).values
        ('held',)
    """

    about: str
    name: str
    test: Test
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A case that somebody who knows the subject can read and write.

    Attributes:
        name: what is shown, as a sentence.
        scenario: the answers of the person.
        expect: what has to hold, in the order of the file.
        claims: ids of the claims of the article that it shows.
        article_only: whether the safety rules are switched off.
        span: where it stands.

    Examples:
        >>> from nocontact import Scenario
        >>> Case("A high wall", Scenario(reach_out="often"), ())
        Case('A high wall')
    """

    name: str
    scenario: Answers
    expect: tuple[Expectation, ...]
    claims: tuple[str, ...] = ()
    article_only: bool = False
    span: Span | None = field(default=None, compare=False)

    def __repr__(self) -> str:
        return f"Case({self.name!r})"

    def rules(self, test: Literal["include", "exclude"]) -> tuple[str, ...]:
        """Return the rules that the case says must fire (`include`) or must not (`exclude`).

        Examples:
            >>> from nocontact import Scenario
            >>> fires = Expectation("fired", "", "include", ("wall.lock",))
            >>> Case("", Scenario(), (fires,)).rules("include")
            ('wall.lock',)
        """
        return tuple(
            rule
            for each in self.expect
            if each.about == "fired" and each.test == test
            for rule in each.values
        )
