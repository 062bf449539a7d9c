"""Small random rulebooks and rows of facts, for laws that must hold for every rulebook.

Import it in tests only: it needs hypothesis (the extra `nocontact[testing]`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from hypothesis import strategies as st
from pydantic import BaseModel

from nocontact.checking import check_rulebook
from nocontact.facts import UNKNOWN, Vocabulary
from nocontact.facts.answer_types import MapAnswer, SetAnswer, YesNo
from nocontact.facts.asked import asked, asked_map, asked_set
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
    Operator,
)


class SmallQuestions(BaseModel):
    """A vocabulary with one question of each shape, small enough to try every row of a part.

    Examples:
        >>> list(Vocabulary.of(SmallQuestions))[:3]
        ['mood', 'weather', 'ready']
    """

    mood: Literal["low", "even", "high", "unknown"] = asked("How are you?")
    weather: Literal["sun", "rain", "snow", "wind", "unknown"] = asked("And out there?",
                                                                       ordered=False)  # fmt: skip
    ready: YesNo = asked("Are you ready?")
    pets: SetAnswer[Literal["cat", "dog", "none"]] = asked_set("Which pets?")
    walks: MapAnswer[Literal["park", "town"], Literal["never", "at_times", "often"]] = asked_map(
        "Where do you walk?",
        channels={"park": "the park", "town": "the town"},
        levels={"never": "never", "at_times": "at times", "often": "often"},
    )


SMALL = Vocabulary.of(SmallQuestions)
"""The vocabulary that generated rulebooks speak of unless they are given another."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a generated condition may ask about.

    Examples:
        >>> Subject("wall", ("none", "lock"), ordered=True, may_be_unknown=False).name
        'wall'
    """

    name: str
    values: tuple[str, ...]
    ordered: bool
    may_be_unknown: bool


def facts_rows(vocabulary: Vocabulary = SMALL) -> st.SearchStrategy[dict[str, str]]:
    """Return rows of facts: every fact with any answer, or `unknown`.

    Rows that no person could give are among them (two members of a set, one of them unknown);
    engines have to agree on those too.

    Examples:
        >>> facts_rows()
        fixed_dictionaries({...
    """
    return st.fixed_dictionaries(
        {name: st.sampled_from((UNKNOWN, *fact.answers)) for name, fact in vocabulary.items()}
    )


def subjects_of(vocabulary: Vocabulary) -> tuple[Subject, ...]:
    """Return every fact as something that a condition may ask about.

    Examples:
        >>> subjects_of(SMALL)[0].values
        ('low', 'even', 'high')
    """
    return tuple(
        Subject(name, fact.answers, fact.ordered, True) for name, fact in vocabulary.items()
    )


def conditions(subjects: Sequence[Subject], deep: int = 3) -> st.SearchStrategy[Condition]:
    """Return conditions of every kind over the subjects given.

    Examples:
        >>> from hypothesis import find
        >>> find(conditions(subjects_of(SMALL)), lambda found: isinstance(found, Not)) is not None
        True
    """
    atoms = st.sampled_from(subjects).flatmap(_atoms)
    if deep == 0:
        return atoms
    inner = conditions(subjects, deep - 1)
    parts = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        atoms,
        st.builds(AllOf, parts),
        st.builds(AnyOf, parts),
        st.builds(Not, inner),
        st.lists(st.one_of(atoms, inner), min_size=1, max_size=8).map(tuple).flatmap(_counts),
    )


@st.composite
def rulebook_texts(
    draw: st.DrawFn, vocabulary: Vocabulary = SMALL, most_decisions: int = 4
) -> dict[str, str]:
    """Return the files of a rulebook that passes every check: decisions, sources, tactics.

    Each decision may ask about facts and about the findings of earlier decisions; one of them
    may conclude statuses, and those after it may ask about these.

    Examples:
        >>> from hypothesis import find
        >>> sorted(find(rulebook_texts(), lambda texts: len(texts) == 4))
        ['d0.yaml', 'rulebook.yaml', 'sources.yaml', 'tactics.yaml']
    """
    subjects = list(subjects_of(vocabulary))
    size = draw(st.integers(1, most_decisions))
    with_statuses = draw(st.sampled_from((None, *range(size))))
    files: dict[str, Any] = {
        "rulebook.yaml": {"name": "generated", "version": "1.0.0", "date": "2026-01-01"},
        "sources.yaml": {"article": {"title": "T", "paragraphs": {"1": {"gist": "G"}}},
                         "excluded": {}, "entries": {}},
        "tactics.yaml": {"tactics": [_tactic("one", "noticeable"), _tactic("two", "dramatic")]},
    }  # fmt: skip
    for at in range(size):
        findings = {} if at == with_statuses else draw(_findings(f"d{at}"))
        files[f"d{at}.yaml"] = draw(_decisions(f"d{at}", findings, tuple(subjects)))
        levels = findings or {"status.one": STATUSES, "status.two": STATUSES}
        subjects += [Subject(name, scale, True, False) for name, scale in levels.items()]
    return {name: json.dumps(content, indent=1) for name, content in files.items()}


def checked(texts: Mapping[str, str], vocabulary: Vocabulary = SMALL) -> CheckedRulebase:
    """Parse and check the files of a rulebook that has no problems.

    Raises:
        ValueError: when it has one.

    Examples:
        >>> from hypothesis import find
        >>> checked(find(rulebook_texts(), lambda texts: True)).order
        ('d0',)
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


def _atoms(subject: Subject) -> st.SearchStrategy[Condition]:
    operators: tuple[Operator, ...] = ("is", "is_not")
    if subject.ordered:
        operators += ("at_least", "at_most")
    value = st.sampled_from(subject.values).map(lambda chosen: (chosen,))
    several = st.lists(st.sampled_from(subject.values), min_size=1, unique=True).map(tuple)
    kinds: list[st.SearchStrategy[Condition]] = [
        st.builds(Comparison, st.just(subject.name), st.sampled_from(operators), value),
        st.builds(Comparison, st.just(subject.name), st.just("in"), several),
    ]
    if subject.may_be_unknown:
        kinds.append(st.builds(IsUnknown, st.just(subject.name), st.booleans()))
    return st.one_of(kinds)


def _counts(parts: tuple[Condition, ...]) -> st.SearchStrategy[Condition]:
    return st.integers(1, len(parts)).map(lambda count: AtLeastOf(count, parts))


_SCALES = (YES_NO, ("none", "low", "high"), ("none", "a", "b", "c", "d"))


def _findings(decision: str) -> st.SearchStrategy[dict[str, tuple[str, ...]]]:
    """Return one or two flat findings, or a set of two."""
    scales = st.lists(st.sampled_from(_SCALES), min_size=1, max_size=2)
    single = scales.map(lambda drawn: {f"{decision}_f{at}": s for at, s in enumerate(drawn)})
    return st.one_of(single, st.just({f"{decision}_set.{m}": YES_NO for m in ("a", "b")}))


@st.composite
def _decisions(
    draw: st.DrawFn,
    name: str,
    findings: Mapping[str, tuple[str, ...]],
    subjects: Sequence[Subject],
) -> dict[str, Any]:
    """Return a decision file; without findings it concludes statuses."""
    conclusions = draw(st.lists(_statuses(), min_size=1, max_size=4)) if not findings else [
        {finding: draw(st.sampled_from(findings[finding][1:]))}
        for finding in (*findings, *draw(st.lists(st.sampled_from(sorted(findings)), max_size=3)))
    ]  # fmt: skip
    rules: dict[str, dict[str, Any]] = {}
    for at, then in enumerate(conclusions):
        condition = draw(st.one_of(st.just(ALWAYS), conditions(subjects), conditions(subjects)))
        rule = {"id": f"{name}.r{at}", "when": yaml_of(condition), "then": _written(then),
                "because": "It may help.", "source": [1]}  # fmt: skip
        rules.setdefault(json.dumps([rule["when"], then]), rule)
    declared = {finding.partition(".")[0]: _declared(finding, scale)
                for finding, scale in findings.items()}  # fmt: skip
    return {"decision": name, "asks": "What now?", "source": [1], "rules": list(rules.values()),
            **({"finding": declared} if declared else {})}  # fmt: skip


def _statuses() -> st.SearchStrategy[dict[str, Any]]:
    tactics = st.sampled_from(("all", {"notice": "dramatic"}, {"notice": "noticeable"}))
    return st.builds(
        lambda status, which: {"status": status, "tactics": which},
        st.sampled_from(STATUSES[1:]), tactics)  # fmt: skip


def _written(then: Mapping[str, Any]) -> Mapping[str, Any]:
    finding, _, member = next(iter(then)).partition(".")
    return {finding: [member]} if member else then


def _declared(finding: str, scale: tuple[str, ...]) -> Any:
    if "." in finding:
        return {"set": ["a", "b"]}
    return "yes_no" if scale == YES_NO else list(scale)


def _tactic(name: str, notice: str) -> dict[str, Any]:
    return {"id": name, "plain": "You take a step.", "kind": "tactic", "channels": ["email"],
            "objectives": ["O1"], "face": "self", "notice": notice, "effect": "none",
            "wall": {"in": "none", "out": "none"}, "undo": "now", "source": [1]}  # fmt: skip
