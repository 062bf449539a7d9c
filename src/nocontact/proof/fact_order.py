"""A good order of facts for diagrams: what is tested together stands together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nocontact.rulebook import STATUS, CheckedRulebase, Condition, atoms_of

ROUNDS = 200
PATIENCE = 10

Group = tuple[str, ...]


def fact_order(rulebase: CheckedRulebase) -> list[str]:
    """Return every fact once, in a good order.

    It starts with the channels, which every barrier of a plan asks about, and goes on by first
    use, decision by decision, with each finding after what it rests on. From there each name is
    drawn to the middle of the rules, needs and questions that it belongs to, again and again, as
    long as they become shorter (the FORCE heuristic: Aloul, Markov and Sakallah, 2003). In the
    end the findings are left out.

    The size of a diagram hangs on how far apart things stand that are tested together. No order
    is best for every rulebook; this one takes little time, and is the same each time.

    Args:
        rulebase: the rules.

    Examples:
        >>> from nocontact import Rulebook
        >>> rulebase = Rulebook.load()
        >>> sorted(fact_order(rulebase)) == sorted(rulebase.vocabulary)
        True
    """
    groups = [group for group in _groups(rulebase) if len(group) > 1]
    order = drawn_together(by_first_use(rulebase), groups)
    return [name for name in order if name in rulebase.vocabulary]


def drawn_together(names: Sequence[str], groups: Sequence[Group]) -> list[str]:
    """Return the names in an order in which the groups stretch over fewer of the others.

    Args:
        names: each name once; where nothing decides, their order stays.
        groups: names that belong together.

    Examples:
        >>> drawn_together(["a", "x", "b", "y"], [("a", "b"), ("x", "y")])
        ['a', 'b', 'x', 'y']
    """
    order, shortest = list(names), list(names)
    least, patience = _length(order, groups), PATIENCE
    for _ in range(ROUNDS):
        order = _drawn_once(order, groups)
        length = _length(order, groups)
        if length < least:
            shortest, least, patience = order, length, PATIENCE
        elif not (patience := patience - 1):
            break
    return shortest


def _drawn_once(order: list[str], groups: Sequence[Group]) -> list[str]:
    """Move each name to the mean of the middles of its groups."""
    place = {name: at for at, name in enumerate(order)}
    total = dict.fromkeys(order, 0.0)
    count = dict.fromkeys(order, 0)
    for group in groups:
        middle = sum(place[name] for name in group) / len(group)
        for name in group:
            total[name] += middle
            count[name] += 1
    wanted = {name: total[name] / count[name] if count[name] else place[name] for name in order}
    return sorted(order, key=wanted.__getitem__)


def _length(order: Iterable[str], groups: Iterable[Group]) -> int:
    place = {name: at for at, name in enumerate(order)}
    places = ([place[name] for name in group] for group in groups)
    return sum(max(each) - min(each) for each in places)


def by_first_use(rulebase: CheckedRulebase) -> list[str]:
    """Return the channels, then all facts and findings by first use, decision by decision.

    Examples:
        >>> from nocontact import Rulebook
        >>> by_first_use(Rulebook.load())[0]
        'pull.email'
    """
    return list(dict.fromkeys(_used(rulebase)))


def _used(rulebase: CheckedRulebase) -> Iterator[str]:
    barriers = rulebase.policy.barriers
    if barriers:
        yield from _facts_of(rulebase, barriers.channels)
    for rule in rulebase.rules:
        yield from _group(rule.condition, rule.raises)
    for need in rulebase.policy.needs:
        yield from _group(need.condition)
    yield from rulebase.vocabulary


def _groups(rulebase: CheckedRulebase) -> Iterator[Group]:
    for rule in rulebase.rules:
        yield _group(rule.condition, rule.raises)
    for need in rulebase.policy.needs:
        yield _group(need.condition)
    for question in rulebase.vocabulary.questions():
        yield tuple(_facts_of(rulebase, question.name))


def _group(condition: Condition, raises: Iterable[tuple[str, str]] = ()) -> Group:
    """Return what a condition asks about, and what follows from it; every tactic has a status."""
    raised = (finding for finding, _ in raises if not finding.startswith(f"{STATUS}."))
    return tuple(dict.fromkeys([*(atom.subject for atom in atoms_of(condition)), *raised]))


def _facts_of(rulebase: CheckedRulebase, question: str) -> Iterator[str]:
    return (fact.name for fact in rulebase.vocabulary.facts_of(question))
