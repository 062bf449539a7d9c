"""Which open questions could still change the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from nocontact.facts.fact import UNKNOWN
from nocontact.inference import Test
from nocontact.inference.program import Compiler, program_of
from nocontact.rulebook import CheckedRule, CheckedRulebase, IsUnknown, atoms_of


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that some rule still needs.

    Attributes:
        name: the field of the scenario.
        asks: the question in plain words.
        answers: answer → its plain words.
        block: `safety` questions come first.
        rules: ids of the rules that need it.

    Examples:
        >>> OpenQuestion("hope", "Do you hope?", {"none": "No."}, "article", ("a.b",)).name
        'hope'
    """

    name: str
    asks: str
    answers: Mapping[str, str]
    block: str
    rules: tuple[str, ...]


def open_questions(
    rulebase: CheckedRulebase, facts: Mapping[str, str], findings: Mapping[str, str]
) -> tuple[OpenQuestion, ...]:
    """Return the unanswered questions that a rule needs, safety first, most needed first.

    A rule needs a question when its condition is still open and it would raise something, or
    when it fired only because the question was not answered.

    Examples:
        >>> open_questions.__name__
        'open_questions'
    """
    row = program_of(rulebase).filled(facts, findings)
    needed: dict[str, list[str]] = {}
    for rule, holds, fails in _tests(rulebase):
        fired_on_silence = holds(row) and _asks_silence(rule, facts, True)
        still_open = not holds(row) and (not fails(row) or _asks_silence(rule, facts, False))
        if not fired_on_silence and not (still_open and _would_raise(rule, findings, rulebase)):
            continue
        for name in dict.fromkeys(_open_facts(rule, facts)):
            needed.setdefault(rulebase.vocabulary[name].question, []).append(rule.id)
    found = [_question(rulebase, name, tuple(dict.fromkeys(ids))) for name, ids in needed.items()]
    places = {question.name: at for at, question in enumerate(rulebase.vocabulary.questions())}
    return tuple(sorted(found, key=lambda each: (
        each.block != "safety", -len(each.rules), places[each.name])))  # fmt: skip


@lru_cache(maxsize=16)
def _tests(rulebase: CheckedRulebase) -> tuple[tuple[CheckedRule, Test, Test], ...]:
    program = program_of(rulebase)
    compiler = Compiler(program.slots, program.scales)
    return tuple(
        (rule, compiler.true(rule.condition), compiler.false(rule.condition))
        for rule in rulebase.rules
    )


def _open_facts(rule: CheckedRule, facts: Mapping[str, str]) -> list[str]:
    return [a.subject for a in atoms_of(rule.condition) if facts.get(a.subject) == UNKNOWN]


def _asks_silence(rule: CheckedRule, facts: Mapping[str, str], expected: bool) -> bool:
    """Whether the rule asks for an answer to be missing (or to be there) that is missing."""
    return any(
        isinstance(atom, IsUnknown)
        and atom.expected is expected
        and facts.get(atom.subject) == UNKNOWN
        for atom in atoms_of(rule.condition)
    )


def _would_raise(
    rule: CheckedRule, findings: Mapping[str, str], rulebase: CheckedRulebase
) -> bool:
    return any(
        rulebase.findings[name].rank(level) > rulebase.findings[name].rank(findings[name])
        for name, level in rule.raises
    )


def _question(rulebase: CheckedRulebase, name: str, rules: tuple[str, ...]) -> OpenQuestion:
    question = rulebase.vocabulary.question(name)
    return OpenQuestion(name, question.text, dict(question.words), question.block, rules)
