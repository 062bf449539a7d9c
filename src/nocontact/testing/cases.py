"""YAML text → cases: answers as a person gives them, and what the rulebook has to say.

Import it in the tests of any rulebook; it needs nothing that the library itself does not need.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nocontact.diagnostics import Diagnostic, Node, Scalar, plain, read_yaml
from nocontact.facts import Answers, Scenario
from nocontact.facts.answer_reading import read_answers
from nocontact.parsing import Reading, texts_and_problems
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.case import Case, Expectation
from nocontact.testing.case_problems import case_problems
from nocontact.testing.expectations_from_yaml import expectations_from_yaml

__all__ = ["Case", "Expectation", "case_problems", "cases_from_folder", "cases_from_text"]

Written = dict[str, tuple[Scalar, Node]]
_KEYS, _MORE_KEYS = ("name", "given", "expect"), ("claims", "article_only", "but")


def cases_from_text(
    text: str,
    name: str,
    scenario: type[Answers] = Scenario,
    *,
    rulebook: str | Path | CheckedRulebase | None = None,
) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Read a file of cases; each contrast under `but` becomes a case of its own.

    `background` holds answers that are the same in every case of the file unless a case says
    otherwise. Under `but`, `when` changes whole answers of `given`; `unknown` takes one back.

    Args:
        text: the content of the file.
        name: what to call it in messages.
        scenario: the scenario class whose questions are answered.
        rulebook: a rulebook, or its folder; its questions are the ones that are answered.

    Returns:
        The cases that could be read, and every problem, with its place.

    Examples:
        >>> cases, problems = cases_from_text('''
        ... cases:
        ...   - name: The harder it is, the higher the wall
        ...     claims: [C59]
        ...     given: {staying_away: nothing_holds}
        ...     expect: {wall: lock}
        ...     but:
        ...       - when: {staying_away: easy}
        ...         expect: {wall: none}
        ... ''', "wall.yaml")
        >>> [case.name for case in cases][1], problems
        ('The harder it is, the higher the wall, but when staying_away is easy', ())
        >>> from nocontact import Rulebook
        >>> [case_problems(case, Rulebook.load()) for case in cases]
        [(), ()]
    """
    root, unreadable = read_yaml(text, name)
    if root is None or unreadable:
        return (), unreadable
    reading = Reading(name, text)
    model = scenario if rulebook is None else loaded(rulebook).answers_class
    reader = _CaseReader(reading, model)
    cases = tuple(reader.cases(root))
    return cases, tuple(dict.fromkeys(reading.problems))


def cases_from_folder(
    folder: str | Path,
    scenario: type[Answers] = Scenario,
    *,
    rulebook: str | Path | CheckedRulebase | None = None,
) -> tuple[tuple[Case, ...], tuple[Diagnostic, ...]]:
    """Return the cases of every YAML file below a folder, in the order of their names.

    Args:
        folder: the folder.
        scenario: the scenario class whose questions are answered.
        rulebook: a rulebook, or its folder; its questions are the ones that are answered.

    Returns:
        The cases that could be read, and every problem.

    Examples:
        >>> cases, problems = cases_from_folder("no/such/folder")
        >>> cases, problems[0].message
        ((), '`folder` is not a folder')
    """
    rulebook = None if rulebook is None else loaded(rulebook)
    texts, unreadable = texts_and_problems(Path(folder), "golden cases")
    read = [cases_from_text(text, name, scenario, rulebook=rulebook)
            for name, text in texts.items()]  # fmt: skip
    cases = tuple(case for found, _ in read for case in found)
    return cases, (*unreadable, *(problem for _, found in read for problem in found))


@dataclass(frozen=True, slots=True)
class _CaseReader:
    reading: Reading
    model: type[Answers]

    def cases(self, root: Node) -> Iterator[Case]:
        fields = self.reading.fields(root, ("cases",), ("about", "background"))
        self.reading.text(fields.get("about"))
        background = self.answers(fields.get("background"))
        for node in self.reading.items(fields.get("cases"), _KEYS):
            yield from self.case(node, background)

    def answers(self, node: Node | None) -> Written:
        return {str(key.value): (key, value) for key, value in self.reading.entries(node)}

    def case(self, node: Node, background: Written) -> Iterator[Case]:
        before = len(self.reading.problems)
        fields = self.reading.fields(node, _KEYS, _MORE_KEYS)
        given = background | self.answers(fields.get("given"))
        expect = expectations_from_yaml(self.reading, fields.get("expect"))
        whole = Case(
            name=self.reading.text(fields.get("name")),
            scenario=self.scenario(given),
            expect=expect,
            claims=self.reading.words(fields.get("claims")),
            article_only=self.alone(fields.get("article_only"), "no"),
            span=node.span,
        )
        if len(self.reading.problems) == before:
            yield whole
        for contrast in self.reading.items(fields.get("but")):
            yield from self.contrast(contrast, whole, given)

    def contrast(self, node: Node, whole: Case, given: Written) -> Iterator[Case]:
        before = len(self.reading.problems)
        fields = self.reading.fields(node, ("expect",), ("when", "article_only"))
        if not {"when", "article_only"} & set(fields):
            self.reading.say("NC102", "`when` is missing", node.span,
                             "say which answers are other ones here")  # fmt: skip
        changes = self.answers(fields.get("when"))
        alone = self.alone(fields.get("article_only"), "yes" if whole.article_only else "no")
        other = replace(
            whole,
            name=f"{whole.name}, but {_said(changes, alone, whole.article_only)}",
            scenario=self.scenario(given | changes),
            expect=expectations_from_yaml(self.reading, fields.get("expect")),
            article_only=alone,
            span=node.span,
        )
        if len(self.reading.problems) == before:
            yield other

    def alone(self, node: Node | None, default: str) -> bool:
        return self.reading.one_of(node, ("no", "yes"), default) == "yes"

    def scenario(self, answers: Written) -> Answers:
        """Return the scenario; with a problem, an empty one, and the problem noted in its place."""
        given = {name: plain(value) for name, (_, value) in answers.items()}
        _, problems = read_answers(self.model.vocabulary(), given)
        for each in problems:
            key, value = answers[each.path[0] if each.path else next(iter(answers))]
            alone = each.of_key and len(each.path) == 1
            self.reading.place(each.diagnostic, key.span if alone else value.span)
        return self.model() if problems else self.model.model_validate(given)


def _said(changes: Written, alone: bool, was_alone: bool) -> str:
    said = [f"{name} is {_shown(plain(value))}" for name, (_, value) in changes.items()]
    parts = [f"when {' and '.join(said)}"] if said else []
    if alone != was_alone:
        parts.append("by the article alone" if alone else "with the safety rules")
    return " ".join(parts)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_shown(each)}" for name, each in value.items()) or "empty"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
