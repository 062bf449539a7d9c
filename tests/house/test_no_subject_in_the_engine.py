"""The engine knows conditions and plans, and nothing of what a rulebook is about."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from nocontact import Rulebook

ROOT = Path(__file__).parents[2] / "src/nocontact"
ROOMS = (
    "display", "diagnostics", "sources", "facts", "rulebook", "parsing", "checking", "inference",
    "planning", "proof", "explanation",
)  # fmt: skip
SUBJECT = ("facts/scenario.py",)
"""Generated from `rules/questions.yaml`: the typed face of the shipped questions."""

LANGUAGE = frozenset({
    "yes", "no", "none", "unknown", "rather_not_say", "open",            # answers and levels
    "status", "suggested", "allowed", "ask_why", "held", "advised_against",
    "safety", "article", "rulebook",                                     # who speaks; what is first
    "id", "channels", "any", "notes", "in", "out",                       # of tactics and barriers
    "name", "help", "step", "steps", "plain", "now", "when", "alone", "never", "always",
    "wait", "fits", "avoid", "gap", "kind", "aims", "because", "tactic", "hard", "keep", "unsure",
    "strong", "urgent", "children", "rest", "group",                     # of documents and trees
})  # fmt: skip
"""Words of the rule language and of Python that a rulebook may use as well."""


def _ids() -> frozenset[str]:
    book = Rulebook.load()
    vocabulary, parsed = book.vocabulary, book.parsed
    found = {*book.findings, *book.rules_by_id, *book.tactics, *book.order, *book.policy.sections}
    found |= {need.id for need in book.policy.needs} | {each.id for each in book.promises}
    for question in vocabulary.questions():
        found |= {question.name, *question.answers, *question.members}
    for name, attribute in parsed.attributes.items():
        found |= {name, *attribute.answers}
    for finding in book.findings.values():
        found |= {finding.name, *finding.levels, str(finding.set_name)}
        found.add(finding.name.rpartition(".")[2])
    return frozenset(found) - LANGUAGE


def _said(file: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(file.read_text("utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if id(node) not in documented:
            yield node.lineno, node.value


IDS = _ids()


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_of_an_engine_room_is_an_id_of_the_rules(room: str) -> None:
    found = [
        f"{file.relative_to(ROOT)}:{line}: {text}"
        for file in sorted((ROOT / room).rglob("*.py"))
        if file.relative_to(ROOT).as_posix() not in SUBJECT
        for line, text in _said(file)
        if text in IDS
    ]
    assert found == []
