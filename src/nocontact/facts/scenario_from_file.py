"""A scenario read from YAML or JSON text; every problem says where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, TypeVar, overload

from nocontact.diagnostics import Diagnostic, ScenarioError, Span
from nocontact.diagnostics.located_yaml import Mapping, Node, Sequence, plain, read_yaml
from nocontact.facts.answer_problem import AnswerProblem
from nocontact.facts.answer_reading import read_answers
from nocontact.facts.answers import Answers
from nocontact.facts.scenario import Scenario

MAX_BYTES = 100_000
"""A scenario file is a page or two; anything larger is refused unread."""

Kind: TypeAlias = Literal["yaml", "json"]
A = TypeVar("A", bound=Answers)


class HasQuestions(Protocol):
    """What knows its questions: a loaded rulebook.

    Examples:
        >>> from nocontact import Rulebook
        >>> Rulebook.load().answers_class is Scenario
        True
    """

    @property
    def answers_class(self) -> type[Answers]:
        """The class of the answers to its questions."""


@overload
def scenario_from_text(text: str, name: str = ..., kind: Kind | None = ...) -> Scenario: ...
@overload
def scenario_from_text(
    text: str, name: str = ..., kind: Kind | None = ..., *, model: type[A]
) -> A: ...
@overload
def scenario_from_text(
    text: str, name: str = ..., kind: Kind | None = ..., *, rulebook: HasQuestions | None
) -> Answers: ...
def scenario_from_text(
    text: str,
    name: str = "scenario",
    kind: Kind | None = None,
    *,
    model: type[Answers] = Scenario,
    rulebook: HasQuestions | None = None,
) -> Answers:
    """Return the scenario written in YAML or JSON text.

    Args:
        text: one mapping from question to answer.
        name: what to call the text in messages, such as the name of the file.
        kind: `yaml` or `json`; by default told from the name, else YAML.
        model: the scenario class.
        rulebook: a loaded rulebook; its questions are the ones that are answered.

    Raises:
        ScenarioError: with every problem and where it stands.

    Examples:
        >>> scenario_from_text("afraid: no").answers()
        {'afraid': 'no'}
        >>> scenario_from_text("hope: big", "me.yaml")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: me.yaml:1:7: NC402: `hope` cannot be `big`
          | hope: big
          |       ^^^
          help: write one of: none, some, strong, unknown
    """
    model = model if rulebook is None else rulebook.answers_class
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ScenarioError([_too_large(name)])
    if kind == "json" or (kind is None and name.lower().endswith(".json")):
        text = text.replace("\t", " ")  # in JSON a tab can only be white space; YAML refuses it
    root, unreadable = read_yaml(text, name)
    if root is None or unreadable:
        raise ScenarioError(replace(each, code="NC405", excerpt=None) for each in unreadable)
    given = plain(root)
    _, problems = read_answers(model.vocabulary(), given)
    if problems:
        raise ScenarioError(_located(each, root, text) for each in problems)
    return model.model_validate(given)


@overload
def scenario_from_path(path: str | Path) -> Scenario: ...
@overload
def scenario_from_path(path: str | Path, model: type[A]) -> A: ...
@overload
def scenario_from_path(path: str | Path, *, rulebook: HasQuestions | None) -> Answers: ...
def scenario_from_path(
    path: str | Path, model: type[Answers] = Scenario, *, rulebook: HasQuestions | None = None
) -> Answers:
    """Return the scenario in a YAML or JSON file.

    Args:
        path: the file; one that ends in `.json` is read as JSON.
        model: the scenario class.
        rulebook: a loaded rulebook; its questions are the ones that are answered.

    Raises:
        ScenarioError: with every problem and where it stands.

    Examples:
        >>> scenario_from_path("no_such_file.yaml")
        Traceback (most recent call last):
        ...
        nocontact.diagnostics.errors.ScenarioError: NC405: `no_such_file.yaml` cannot be read
          help: check the name and that you may read it
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        text = content[:MAX_BYTES].decode("utf-8-sig")
    except (OSError, ValueError):
        raise ScenarioError([_cannot_read(str(path))]) from None
    if len(content) > MAX_BYTES:
        raise ScenarioError([_too_large(str(path))])
    model = model if rulebook is None else rulebook.answers_class
    return scenario_from_text(text, str(path), model=model)


def _too_large(name: str) -> Diagnostic:
    message = f"`{name}` is larger than {MAX_BYTES // 1000} kB"
    return Diagnostic("NC405", message, help="a scenario needs a page or two; write less")


def _cannot_read(name: str) -> Diagnostic:
    message = f"`{name}` cannot be read"
    return Diagnostic("NC405", message, help="check the name and that you may read it")


def _located(problem: AnswerProblem, root: Node, text: str) -> Diagnostic:
    """Return the diagnostic with its place; the excerpt shows no other question's answer."""
    span = _span_at(root, problem.path, keyed=problem.diagnostic.code == "NC401")
    alone = sum(_covers(each, span.line) for each in _entry_spans(root)) <= 1
    return replace(problem.diagnostic, span=span, excerpt=span.excerpt_of(text) if alone else None)


def _span_at(node: Node, path: tuple[str | int, ...], *, keyed: bool) -> Span:
    """Return the span of the value (or key) at a path, or of the nearest thing above it."""
    span = node.span
    for part in path:
        if isinstance(node, Mapping):
            entry = next(((key, at) for key, at in node.entries if key.value == part), None)
            if entry is None:
                break
            node, span = entry[1], entry[0].span if keyed else entry[1].span
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            span = node.span
        else:
            break
    return span


def _entry_spans(root: Node) -> Iterator[Span]:
    for key, value in root.entries if isinstance(root, Mapping) else ():
        yield replace(key.span, end_line=value.span.end_line, end_column=value.span.end_column)


def _covers(span: Span, line: int) -> bool:
    """Return whether the span has a character on the line (a block ends before the next key)."""
    return span.line <= line < span.end_line + (span.end_column > 1)
