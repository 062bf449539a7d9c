"""The shipped rules as one plain Python function: the lower bound that engines are laid beside.

A person would write the same `if` after `if`; here a script writes it out from the rules, so that
it cannot fall behind them. It knows nothing of unknown truths beyond what each `if` needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from nocontact.inference.condition_truth import accepted
from nocontact.rulebook import (
    STATUSES,
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
)

Answer = tuple[dict[str, str], list[str]]
Plain = Callable[[Mapping[str, str]], Answer]


def plain_function(rulebase: CheckedRulebase) -> Plain:
    """Return one function of the flat facts that gives the findings and the fired rules."""
    source = "\n".join(_lines(rulebase))
    space: dict[str, Plain] = {}
    exec(compile(source, "plain_rules.py", "exec"), space)
    return space["recommend"]


def _lines(rulebase: CheckedRulebase) -> list[str]:
    writer = _Writer(rulebase)
    lines = ["def recommend(facts):", "    fired = []"]
    lines += [f"    {_name(f)} = facts[{f!r}]" for f in writer.facts_read()]
    plain = [f for f in rulebase.findings.values() if not f.name.startswith("status.")]
    lines += [f"    {_name(finding.name)} = {finding.levels[0]!r}" for finding in plain]
    lines.append(f"    status = dict.fromkeys({list(rulebase.tactics)!r}, 0)")
    for rule in rulebase.rules:
        lines.append(f"    if {writer.true(rule.condition)}:")
        lines.append(f"        fired.append({rule.id!r})")
        lines += [f"        {line}" for line in writer.raises(rule.raises)]
    shown = ", ".join(f"{f.name!r}: {_name(f.name)}" for f in plain)
    lines.append(f"    findings = {{{shown}}}")
    lines.append(f"    names = {STATUSES!r}")
    lines.append("    for tactic, rank in status.items():")
    lines.append("        findings['status.' + tactic] = names[rank]")
    return [*lines, "    return findings, fired"]


class _Writer:
    def __init__(self, rulebase: CheckedRulebase) -> None:
        self.rulebase = rulebase
        self.scale = rulebase.levels

    def facts_read(self) -> list[str]:
        from nocontact.rulebook import atoms_of

        read = {a.subject for rule in self.rulebase.rules for a in atoms_of(rule.condition)}
        return [name for name in self.rulebase.vocabulary if name in read]

    def true(self, condition: Condition) -> str:
        match condition:
            case Comparison(subject):
                levels = accepted(condition, self.scale(subject))
                return self._in(subject, [x for x in self.scale(subject) if x in levels])
            case IsUnknown(subject, expected):
                return f"{_name(subject)} {'==' if expected else '!='} 'unknown'"
            case Not(part):
                return self.false(part)
            case AllOf(()):
                return "True"
            case AllOf(parts):
                return "(" + " and ".join(map(self.true, parts)) + ")"
            case AnyOf(parts):
                return "(" + " or ".join(map(self.true, parts)) + ")"
            case AtLeastOf(count, parts):
                return f"({' + '.join(f'({self.true(part)})' for part in parts)}) >= {count}"
        raise TypeError(condition)

    def false(self, condition: Condition) -> str:
        match condition:
            case Comparison(subject):
                levels = accepted(condition, self.scale(subject))
                return self._in(subject, [x for x in self.scale(subject) if x not in levels])
            case IsUnknown(subject, expected):
                return f"{_name(subject)} {'!=' if expected else '=='} 'unknown'"
            case Not(part):
                return self.true(part)
            case AllOf(parts):
                return "(" + " or ".join(map(self.false, parts)) + ")"
            case AnyOf(parts):
                return "(" + " and ".join(map(self.false, parts)) + ")"
        raise TypeError(condition)

    def raises(self, raised: Sequence[tuple[str, str]]) -> list[str]:
        lines: list[str] = []
        by_level: dict[str, list[str]] = {}
        for name, level in raised:
            if name.startswith("status."):
                by_level.setdefault(level, []).append(name.removeprefix("status."))
                continue
            lower = self.scale(name)[: self.scale(name).index(level)]
            lines += [f"if {self._in(name, list(lower))}:", f"    {_name(name)} = {level!r}"]
        for level, tactics in by_level.items():
            rank = STATUSES.index(level)
            lines.append(f"for tactic in {tuple(tactics)!r}:")
            lines.append(f"    if status[tactic] < {rank}:")
            lines.append(f"        status[tactic] = {rank}")
        return lines

    def _in(self, subject: str, levels: list[str]) -> str:
        if len(levels) == 1:
            return f"{_name(subject)} == {levels[0]!r}"
        return f"{_name(subject)} in {tuple(levels)!r}"


def _name(subject: str) -> str:
    return subject.replace(".", "__")
