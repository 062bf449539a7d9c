"""A scenario read from YAML or JSON text; every problem says where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, Protocol, TypeAlias, TypeVar, overload

from nocontact.diagnostics import (
    Diagnostic,
    Mapping,
    Node,
    RulebookError,
    Scalar,
    ScenarioError,
    Sequence,
    Span,
    plain,
    read_yaml,
)
from nocontact.diagnostics.excerpt import marked
from nocontact.diagnostics.printable import BREAK
from nocontact.facts.answer_problem import AnswerProblem
from nocontact.facts.answer_reading import read_answers
from nocontact.facts.answers import Answers
from nocontact.facts.given_value import kind_of
from nocontact.facts.scenario import Scenario

WIDEST = 40
"""How far an excerpt is indented at most."""

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
    model = _model(model, rulebook)
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise ScenarioError([_too_large(name)])
    if kind == "json" or (kind is None and name.lower().endswith(".json")):
        text = text.replace("\t", " ")  # in JSON a tab can only be white space; YAML refuses it
    names = frozenset(question.name for question in model.vocabulary().questions())
    root, unreadable = read_yaml(text, name, quoting=names)
    if root is None or unreadable:
        raise ScenarioError(replace(each, code="NC405") for each in unreadable)
    given = plain(root)
    _, problems = read_answers(model.vocabulary(), given)
    if problems:
        lines = BREAK.split(text.removeprefix("\ufeff"))
        raise ScenarioError(_located(each, root, lines) for each in problems)
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
    return scenario_from_text(text, str(path), model=_model(model, rulebook))


def _model(model: type[Answers], rulebook: HasQuestions | None) -> type[Answers]:
    """Return the class of the answers; a folder cannot be loaded from here, and is told so."""
    if rulebook is None:
        return model
    own: type[Answers] | None = getattr(rulebook, "answers_class", None)
    if own is None:
        found = kind_of(rulebook)
        raise RulebookError([Diagnostic(
            "NC107", f"a loaded rulebook is needed, and this is {found}", found=found,
            help="pass what `Rulebook.load(folder)` returned",
        )])  # fmt: skip
    return own


def _too_large(name: str) -> Diagnostic:
    message = f"`{name}` is larger than {MAX_BYTES // 1000} kB"
    return Diagnostic("NC405", message, help="a scenario needs a page or two; write less")


def _cannot_read(name: str) -> Diagnostic:
    message = f"`{name}` cannot be read"
    return Diagnostic("NC405", message, help="check the name and that you may read it")


def _located(problem: AnswerProblem, root: Node, lines: list[str]) -> Diagnostic:
    """Return the diagnostic with its place and an excerpt that shows the faulty word alone."""
    found, (key, node) = problem.diagnostic, _at(root, problem.path)
    if node is root:
        return replace(found, span=root.span)  # the line that it starts on may hold any answer
    wrong = key if problem.of_key and key is not None else node
    label = key if key is not wrong and key is not None and key.value in found.where else None
    word = found.found if isinstance(wrong, Scalar) and str(wrong.value) == found.found else None
    excerpt = _excerpt(lines[wrong.span.line - 1], wrong.span, label.span if label else None, word)
    return replace(found, span=wrong.span, excerpt=excerpt)


def _excerpt(line: str, wrong: Span, label: Span | None, word: str | None) -> str | None:
    """Return the faulty word behind its question or channel, and `…` for all else on its line.

    What else stands on the line may be other answers, or a comment of the person.
    """
    before = line[: wrong.column - 1]
    if label is not None and (label.line, label.end_line) == (wrong.line, wrong.line):
        before, between = line[: label.column - 1], line[label.end_column - 1 : wrong.column - 1]
        name = line[label.column - 1 : label.end_column - 1]
        name += between if between.strip() == ":" else ": … " if word is not None else ": "
    else:
        name = ""
    written = line[wrong.column - 1 : wrong.end_column - 1]
    whole = word is not None and wrong.end_line == wrong.line and written.strip("\"'") == word
    if not whole and not name:
        return None
    start = "… " if before.strip() else before[:WIDEST]
    rest = line[wrong.end_column - 1 :].strip() if whole else ""
    said, colon = (written, ":" if rest.startswith(":") else "") if whole else ("…", "")
    column = len(start) + len(name) + 1
    shown = f"{start}{name}{said}{colon}{' …' if rest[len(colon) :] else ''}"
    return marked(shown, column, column + len(said))


def _at(node: Node, path: tuple[Any, ...]) -> tuple[Scalar | None, Node]:
    """Return the last key and the value at a path, or those of the nearest thing above it."""
    key = None
    for part in path:
        if isinstance(node, Mapping):
            entry = next((each for each in node.entries if each[0].value == part), None)
            if entry is None:
                break
            key, node = entry
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            break
    return key, node
