"""The parts of a recommendation that a case may speak of, each as a tuple of words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeAlias

from nocontact.explanation import reasons_for
from nocontact.recommendation import Recommendation
from nocontact.rulebook import CheckedRulebase

Words: TypeAlias = tuple[str, ...]


def part_of_answer(answer: Recommendation, about: str, name: str = "") -> Words:
    """Return one part of a recommendation.

    Args:
        answer: the recommendation.
        about: the part, such as `wall`, `status` or `steps`.
        name: which entry of that part, such as a tactic for `status`.

    Returns:
        Its words. For a finding or a status: its level, then the rules that raised it so high.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.recommendation import recommend
        >>> person = Scenario(staying_away="nothing_holds")
        >>> part_of_answer(recommend(person, engine="reference"), "wall")
        ('lock', 'wall.lock')
    """
    return _PARTS[about](answer, name)


def known_names(rulebook: CheckedRulebase, about: str) -> Collection[str] | None:
    """Return the names that a part may hold; None when any word may stand there.

    Examples:
        >>> from nocontact.recommendation import Rulebook
        >>> "wall.lock" in known_names(Rulebook.load(), "fired")
        True
    """
    names = _NAMES.get(about)
    return names(rulebook) if names else None


def _finding(answer: Recommendation, name: str) -> Words:
    rulebase = answer.rulebase
    if name not in rulebase.findings:
        return ()
    level = answer.trace.findings.get(name, rulebase.findings[name].levels[0])
    why = (r.rule for r in reasons_for(rulebase, answer.trace, name) if r.level == level)
    return level, *why


def _objectives(answer: Recommendation, name: str) -> Words:
    steps = [*answer.steps, *answer.later]
    return tuple(each for step in steps if name in ("", step.tactic) for each in step.objectives)


def _cites(answer: Recommendation, name: str) -> Words:
    """Return what a step or a finding rests on: its own sources, its needs', its rules'."""
    finding = f"status.{name}" if name in answer.verdicts else name
    cited = [each for firing in answer.trace.raising(finding) for each in firing.sources]
    for step in (*answer.steps, *answer.later):
        if step.tactic == name:
            cited += step.sources
            cited += [each for purpose in step.purposes for each in purpose.sources]
    return tuple(map(str, cited))


def _because(answer: Recommendation, name: str) -> Words:
    verdict = answer.verdicts.get(name)
    return tuple(reason.rule for reason in verdict.reasons) if verdict else ()


def _considered(answer: Recommendation, name: str) -> Words:
    return (answer.considered[name].fit,) if name in answer.considered else ()


def _too_weak(answer: Recommendation, _: str) -> Words:
    return tuple(name for name, verdict in answer.considered.items() if verdict.too_weak)


def _instead(answer: Recommendation, name: str) -> Words:
    return answer.verdicts[name].instead if name in answer.verdicts else ()


_PARTS: Mapping[str, Callable[[Recommendation, str], Words]] = {
    "standing": lambda answer, _: (answer.standing,),
    "also": lambda answer, _: answer.also,
    "wall": lambda answer, _: _finding(answer, "wall"),
    "wall_in": lambda answer, _: (answer.wall_in,),
    "wall_out": lambda answer, _: (answer.wall_out,),
    "stance": lambda answer, _: _finding(answer, "stance"),
    "help": lambda answer, _: _finding(answer, "help"),
    "findings": _finding,
    "status": lambda answer, name: _finding(answer, f"status.{name}"),
    "considered": _considered,
    "too_weak": _too_weak,
    "steps": lambda answer, _: tuple(step.tactic for step in answer.steps),
    "later": lambda answer, _: tuple(step.tactic for step in answer.later),
    "let_go": lambda answer, _: answer.let_go,
    "gaps": lambda answer, _: tuple(gap.need for gap in answer.gaps),
    "notes": lambda answer, _: tuple(note.id for note in answer.notes),
    "ask": lambda answer, _: tuple(question.name for question in answer.ask),
    "serves": lambda answer, _: _objectives(answer, ""),
    "objectives": _objectives,
    "cites": _cites,
    "because": _because,
    "instead": _instead,
    "stages": lambda answer, _: answer.trace.stages,
    "fired": lambda answer, _: tuple(firing.rule for firing in answer.trace.firings),
}


def _tactics(rulebook: CheckedRulebase) -> Collection[str]:
    return rulebook.tactics


def _members(rulebook: CheckedRulebase, name: str) -> Collection[str]:
    return {f.removeprefix(f"{name}.") for f in rulebook.findings if f.startswith(f"{name}.")}


def _needs(rulebook: CheckedRulebase) -> Collection[str]:
    maps = rulebook.vocabulary.of_shape("map")
    channels = {"any", *(channel for question in maps for channel in question.members)}
    walls = {f"wall.{channel}.{way}" for channel in channels for way in ("in", "out")}
    return {*walls, *(need.id for need in rulebook.policy.needs)}


_NAMES: Mapping[str, Callable[[CheckedRulebase], Collection[str]]] = {
    **dict.fromkeys(("steps", "later", "let_go", "too_weak", "status", "considered"), _tactics),
    **dict.fromkeys(("objectives", "because", "instead"), _tactics),
    "findings": lambda rulebook: rulebook.findings,
    "cites": lambda rulebook: {*rulebook.tactics, *rulebook.findings},
    "fired": lambda rulebook: rulebook.rules_by_id,
    "stages": lambda rulebook: rulebook.decisions,
    "gaps": _needs,
    "ask": lambda rulebook: {question.name for question in rulebook.vocabulary.questions()},
    "notes": lambda rulebook: _members(rulebook, "notes"),
    "also": lambda rulebook: _members(rulebook, "standing"),
    "serves": lambda _: ("O1", "O2", "O3", "O4", "O5"),
}
