"""Small random rulebooks, for laws that must hold for every rulebook.

Import it in tests only: it needs hypothesis (the extra `nocontact[testing]`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from nocontact.checking import check_rulebook
from nocontact.facts import Vocabulary
from nocontact.parsing import rulebook_from_texts
from nocontact.rulebook import (
    ALWAYS,
    STATUSES,
    YES_NO,
    AllOf,
    AnyOf,
    AtLeastOf,
    CheckedRulebase,
    Comparison,
    Condition,
    IsUnknown,
    Not,
)
from nocontact.testing.generated_conditions import (
    SMALL,
    Subject,
    drawn_condition,
    one_of,
    subjects_of,
)

_SCALES = (YES_NO, ("none", "low", "high"), ("none", "a", "b", "c", "d"))
_SELECTORS = ("all", {"notice": "dramatic"}, {"notice": "noticeable"})
_MEMBERS = ("a", "b")


@st.composite
def rulebook_texts(
    draw: st.DrawFn, vocabulary: Vocabulary = SMALL, most_decisions: int = 4
) -> dict[str, str]:
    """Return the files of a rulebook that passes every check: decisions, sources, tactics.

    Each decision may ask about facts and about the findings of earlier decisions; one of them
    may conclude statuses, and those after it may ask about these. JSON is YAML, so that is how
    the files are written.

    Args:
        draw: given by hypothesis.
        vocabulary: what conditions may ask about.
        most_decisions: how many decisions there may be.

    Examples:
        >>> rulebook_texts().__class__.__name__
        'LazyStrategy'
    """
    subjects = list(subjects_of(vocabulary))
    size = draw(st.integers(1, most_decisions))
    with_statuses = draw(st.integers(0, size))
    files = _other_files()
    for at in range(size):
        findings = {} if at == with_statuses else _findings(draw, f"d{at}")
        files[f"d{at}.yaml"] = _decision(draw, f"d{at}", findings, subjects)
        levels = findings or {"status.one": STATUSES, "status.two": STATUSES}
        subjects += [Subject(name, scale, True, False) for name, scale in levels.items()]
    return {name: json.dumps(content, indent=1) for name, content in files.items()}


def checked(texts: Mapping[str, str], vocabulary: Vocabulary = SMALL) -> CheckedRulebase:
    """Parse and check the files of a rulebook that has no problems.

    Raises:
        ValueError: when it has one.

    Examples:
        >>> checked({})
        Traceback (most recent call last):
        ...
        ValueError: NC107: `rulebook.yaml` is missing
          help: add it, with `name`, `version` and `date`
    """
    parsed, problems = rulebook_from_texts(texts)
    report, rulebase = check_rulebook(parsed, vocabulary)
    if problems or rulebase is None:
        raise ValueError("\n".join(map(str, (*problems, *report.errors))))
    return rulebase


def yaml_of(condition: Condition) -> Any:
    """Return a condition as it is written in a rule file.

    Examples:
        >>> yaml_of(Not(Comparison("mood", "in", ("low", "even"))))
        {'not': {'mood': {'in': ['low', 'even']}}}
    """
    match condition:
        case Comparison(subject, operator, values):
            return {subject: {operator: list(values) if operator == "in" else values[0]}}
        case IsUnknown(subject, expected):
            return {subject: {"unknown": expected}}
        case Not(part):
            return {"not": yaml_of(part)}
        case AtLeastOf(count, parts):
            return {"count": {"at_least": count, "of": [yaml_of(part) for part in parts]}}
        case AllOf(parts):
            return {"all": [yaml_of(part) for part in parts]} if parts else "always"
        case AnyOf(parts):
            return {"any": [yaml_of(part) for part in parts]}
    raise TypeError(f"not written in rules: {type(condition).__name__}")


def _findings(draw: st.DrawFn, decision: str) -> dict[str, tuple[str, ...]]:
    """Draw one or two flat findings, or a set of two."""
    size = draw(st.integers(0, 2))
    if size == 0:
        return {f"{decision}_set.{member}": YES_NO for member in _MEMBERS}
    return {f"{decision}_f{at}": one_of(draw, _SCALES) for at in range(size)}


def _decision(
    draw: st.DrawFn,
    name: str,
    findings: Mapping[str, tuple[str, ...]],
    subjects: Sequence[Subject],
) -> dict[str, Any]:
    """Draw a decision file; without findings it concludes statuses."""
    rules: dict[str, dict[str, Any]] = {}
    for at, then in enumerate(_conclusions(draw, findings)):
        deep = draw(st.integers(-1, 3))
        condition = drawn_condition(draw, subjects, deep) if deep >= 0 else ALWAYS
        when = yaml_of(condition)
        rules.setdefault(json.dumps([when, then]), {
            "id": f"{name}.r{at}", "when": when, "then": then,
            "because": "It may help.", "source": [1],
        })  # fmt: skip
    declared = {
        finding.partition(".")[0]: {"set": _MEMBERS} if "." in finding else _scale(levels)
        for finding, levels in findings.items()
    }
    return {"decision": name, "asks": "What now?", "source": [1], "rules": list(rules.values()),
            **({"finding": declared} if declared else {})}  # fmt: skip


def _conclusions(draw: st.DrawFn, findings: Mapping[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    extra = range(draw(st.integers(0, 3)))
    if not findings:
        return [{"status": one_of(draw, STATUSES[1:]), "tactics": one_of(draw, _SELECTORS)}
                for _ in (None, *extra)]  # fmt: skip
    raised = [*findings, *(one_of(draw, tuple(findings)) for _ in extra)]
    return [_raised(name, one_of(draw, findings[name][1:])) for name in raised]


def _raised(name: str, level: str) -> dict[str, Any]:
    finding, _, member = name.partition(".")
    return {finding: [member] if member else level}


def _scale(levels: tuple[str, ...]) -> Any:
    return "yes_no" if levels == YES_NO else levels


def _other_files() -> dict[str, Any]:
    article = {"title": "T", "paragraphs": {"1": {"gist": "G"}}}
    return {
        "rulebook.yaml": {"name": "generated", "version": "1.0.0", "date": "2026-01-01"},
        "sources.yaml": {"article": article, "excluded": {}, "entries": {}},
        "tactics.yaml": {"tactics": [_tactic("one", "noticeable"), _tactic("two", "dramatic")]},
    }


def _tactic(name: str, notice: str) -> dict[str, Any]:
    return {"id": name, "plain": "You take a step.", "kind": "tactic", "channels": ["email"],
            "objectives": ["O1"], "face": "self", "notice": notice, "effect": "none",
            "wall": {"in": "none", "out": "none"}, "undo": "now", "source": [1]}  # fmt: skip
