"""The parts of a derivation in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.explanation.picture.derivation_links import Part
from nocontact.explanation.situation import Situation

_KINDS = ("answer", "rule", "finding", "need", "step")


def in_reading_order(situation: Situation, parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return parts in order: answers as asked, rules and findings by decision, steps as planned.

    Args:
        situation: the answer.
        parts: parts of its derivation.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(reach_out="often")).situation
        >>> parts = [Part("finding", "wall"), Part("answer", "reach_out")]
        >>> [part.kind for part in in_reading_order(situation, parts)]
        ['answer', 'finding']
    """
    rulebase, plan = situation.rulebase, situation.plan
    steps = (*plan.steps, *plan.later)
    questions = [question.name for question in rulebase.vocabulary.questions()]
    named = {
        "answer": questions,
        "rule": [firing.rule for firing in situation.trace.firings],
        "finding": [*rulebase.findings],
        "need": [need for step in steps for need in step.needs],
        "step": situation.steps,
    }
    place = {Part(kind, name): at for kind, names in named.items() for at, name in enumerate(names)}
    return tuple(sorted(
        parts, key=lambda part: (_KINDS.index(part.kind), place.get(part, len(place)), part)
    ))  # fmt: skip
