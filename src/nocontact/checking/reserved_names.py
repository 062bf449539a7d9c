"""Findings and levels have names that mean nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.facts import UNKNOWN
from nocontact.rulebook import FAMILIES, STATUS, Finding
from nocontact.rulebook.written_texts import QUESTIONS

WORDS = frozenset({
    "all", "any", "not", "count", "always", "some_step", "some_status", "some_permitted",
    "findings", STATUS, *FAMILIES, *FAMILIES.values(),
})  # fmt: skip
"""Words that conditions, conclusions and promises read as something other than a finding."""


def reserved_names(context: Context) -> Iterator[Diagnostic]:
    """Check the names of findings and of their levels (NC221).

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, finding: {hope: yes_no}, rules: []}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in reserved_names(Context(parsed, Scenario.vocabulary()))]
        ['`hope` is a question, so no finding can have its name']
    """
    questions = {question.name for question in context.vocabulary.questions()}
    by_name = {each.set_name or each.name: each for each in reversed([*context.parsed.findings])}
    for name, finding in by_name.items():
        if name in questions:
            yield _both(context, finding, name)
        elif name in WORDS:
            yield _taken(context, finding, f"`{name}` is a word of the rule language, so no "
                         "finding can have its name")  # fmt: skip
        if UNKNOWN in finding.levels:
            yield context.found(
                "NC221", f"`{UNKNOWN}` is what a missing answer is called, so it cannot be a "
                f"level of `{finding.name}`", context.places.saying(finding.span, UNKNOWN),
                "give the level another name", name=UNKNOWN)  # fmt: skip


def _both(context: Context, finding: Finding, name: str) -> Diagnostic:
    """Return the problem of a question called like a finding: where the question stands, if in
    a file of the rulebook, for the finding has rules that speak of it."""
    listed = context.parsed.questions.questions if context.parsed.questions else ()
    at = next((at for at, each in enumerate(listed) if each.name == name), None)
    if at is None:
        said = f"`{name}` is a question, so no finding can have its name"
        return _taken(context, finding, said)
    place = context.places.at(QUESTIONS, "questions", at, "id")
    return context.found(
        "NC221", f"`{name}` is a finding (at {finding.span}), so no question can have its name",
        place, "give one of the two another name", name=name)  # fmt: skip


def _taken(context: Context, finding: Finding, message: str) -> Diagnostic:
    return context.found("NC221", message, finding.span, "give the finding another name",
                         name=finding.name)  # fmt: skip
