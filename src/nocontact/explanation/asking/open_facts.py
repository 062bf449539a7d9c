"""Which facts may still become anything, and how many ways there are to answer the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from nocontact.facts import UNKNOWN, Question
from nocontact.proof.all_scenarios import all_scenarios, alone_when_full
from nocontact.proof.budget import explaining
from nocontact.rulebook import CheckedRulebase


def open_facts(
    rulebase: CheckedRulebase, facts: Mapping[str, str], closed: Collection[str] = ()
) -> frozenset[str]:
    """Return the facts of the questions that were not answered.

    A set is answered as a whole, so "I would rather not say" answers it. A map is open for the
    channels of which nothing is known.

    Args:
        rulebase: the rules.
        facts: the flat facts, unknown ones too.
        closed: questions that are taken as they are, such as those that were skipped.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> facts = Scenario(hope="some", danger_signs={"rather_not_say"}).flat()
        >>> found = open_facts(Rulebook.load(), facts, {"unsure"})
        >>> [name in found for name in ("hope", "danger_signs.choked", "unsure", "reach_out")]
        [False, False, False, True]
    """
    questions = rulebase.vocabulary.questions()
    open_ = (each for each in questions if each.name not in closed)
    return frozenset(name for each in open_ for name in _open(each, facts))


def _open(question: Question, facts: Mapping[str, str]) -> Iterator[str]:
    if question.shape != "set" or question.state(facts) == "open":
        yield from (each.name for each in question.facts() if facts[each.name] == UNKNOWN)


@alone_when_full
def ways_left(
    rulebase: CheckedRulebase, facts: Mapping[str, str], open_: Collection[str]
) -> int:  # fmt: skip
    """Return in how many ways the open questions can be answered or left, exactly.

    Args:
        rulebase: the rules.
        facts: the flat facts.
        open_: those of them that may still become anything.

    Raises:
        ProofError: when diagrams cannot be built (NC701 to NC703).

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> ways_left(Rulebook.load(), Scenario().flat(), {"hope"})
        4
    """
    known = {name: value for name, value in facts.items() if name not in open_}
    with explaining("counting the ways that are left"):
        scenarios = all_scenarios(rulebase)
        return scenarios.count(scenarios.space.as_given(known))
