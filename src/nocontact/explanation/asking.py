"""Which open questions could still change the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from nocontact.facts.fact import UNKNOWN
from nocontact.inference.compiling import Compiler, Row, Test
from nocontact.inference.program import CompiledRule, program_of
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
        >>> from nocontact import Rulebook, Scenario
        >>> from nocontact.inference import ReferenceEngine
        >>> rulebase, facts = Rulebook.load(), Scenario(reach_out="often").flat()
        >>> findings = ReferenceEngine().infer(rulebase, facts).findings
        >>> found = {each.name: each.block for each in open_questions(rulebase, facts, findings)}
        >>> found["now_unsafe"], found["hope"], "reach_out" in found
        ('safety', 'article', False)
    """
    silent = frozenset(name for name, answer in facts.items() if answer == UNKNOWN)
    row = program_of(rulebase).filled(facts, findings)
    needed: dict[str, list[str]] = {}
    for asker in _askers(rulebase):
        if silent.isdisjoint(asker.facts) or not asker.needs_an_answer(row, silent):
            continue
        for name in asker.facts:
            if name in silent:
                needed.setdefault(rulebase.vocabulary[name].question, []).append(asker.rule)
    found = [_question(rulebase, name, tuple(dict.fromkeys(ids))) for name, ids in needed.items()]
    places = {question.name: at for at, question in enumerate(rulebase.vocabulary.questions())}
    return tuple(sorted(found, key=lambda each: (
        each.block != "safety", -len(each.rules), places[each.name])))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Asker:
    """What one rule needs to know."""

    rule: str
    facts: tuple[str, ...]
    on_silence: frozenset[str]
    on_answers: frozenset[str]
    holds: Test
    fails: Test
    raises: tuple[tuple[int, tuple[int, ...]], ...]

    def needs_an_answer(self, row: Row, silent: frozenset[str]) -> bool:
        """Whether it fired because of silence, or is open and would raise something."""
        if self.holds(row):
            return not silent.isdisjoint(self.on_silence)
        if self.fails(row) and silent.isdisjoint(self.on_answers):
            return False
        return any(row[slot] < rank for rank, slots in self.raises for slot in slots)


@lru_cache(maxsize=16)
def _askers(rulebase: CheckedRulebase) -> tuple[_Asker, ...]:
    program = program_of(rulebase)
    compiler = Compiler(program.slots, program.scales)
    return tuple(
        _asker(rule, program.by_id[rule.id], compiler, rulebase) for rule in rulebase.rules
    )


def _asker(
    rule: CheckedRule, compiled: CompiledRule, compiler: Compiler, rulebase: CheckedRulebase
) -> _Asker:
    atoms = tuple(atoms_of(rule.condition))
    missing = [atom for atom in atoms if isinstance(atom, IsUnknown)]
    return _Asker(
        rule=rule.id,
        facts=tuple(dict.fromkeys(a.subject for a in atoms if a.subject in rulebase.vocabulary)),
        on_silence=frozenset(atom.subject for atom in missing if atom.expected),
        on_answers=frozenset(atom.subject for atom in missing if not atom.expected),
        holds=compiled.holds,
        fails=compiler.false(rule.condition),
        raises=compiled.raises,
    )


def _question(rulebase: CheckedRulebase, name: str, rules: tuple[str, ...]) -> OpenQuestion:
    question = rulebase.vocabulary.question(name)
    return OpenQuestion(name, question.text, dict(question.words), question.block, rules)
