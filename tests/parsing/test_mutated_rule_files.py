"""Random damage to the shipped files: diagnostics with a place, and never another exception."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nocontact.checking import check_rulebook
from nocontact.diagnostics import Diagnostic, codes, plain, read_yaml
from nocontact.facts import Scenario, Vocabulary
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of

SHIPPED = dict(texts_of(shipped_rules()))
DATA = {name: plain(node) for name, text in SHIPPED.items() if (node := read_yaml(text, name)[0])}
VOCABULARY = Vocabulary.of(Scenario)
SIGNS = [
    "", " ", "\n", "\t", ":", ": ", "- ", "[", "]", "{", "}", ",", '"', "'", "&a", "*a", "!t", "|",
    "#", "---\n", "\r", "\0", "\x1b", "\ufeff", "\ud800", "é", "🎉", "\u2028", "no", "~", "<<: ",
]  # fmt: skip
THINGS: list[Any] = [
    None, True, 0, 3, -1, 10**30, 1.5, "", "always", "all", "unknown", "yes", "a.b", "²",
    "status.x", [], {}, [[]], [None], [1, 2, 3], {"a": None}, {"at_least": []},
    {"at_least": ["a", "b"]}, {"in": []}, {"set": []}, {"all": []},
    {"count": {"at_least": 0, "of": []}}, {"unknown": "yes"},
]  # fmt: skip

few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.fixture(autouse=True, scope="module")
def _read_each_text_once() -> Iterator[None]:
    """The files that are not damaged are read once; this makes the search ten times as fast."""
    room = import_module("nocontact.parsing.rulebook_from_texts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "read_yaml", lru_cache(64)(read_yaml))
        yield


def told(name: str, text: str) -> None:
    """Load the shipped rules with one file damaged, and look at what is said."""
    texts = {**SHIPPED, name: text}
    parsed, problems = rulebook_from_texts(texts)
    found: tuple[Diagnostic, ...] = tuple(problems)
    if not problems:
        report, rulebase = check_rulebook(parsed, VOCABULARY)
        assert (rulebase is None) == bool(report.errors)
        found = report.diagnostics
    for each in found:
        assert each.code in codes() and each.help
        str(each).encode("utf-8")
        if each.span is not None:
            assert_in(texts, each)


def assert_in(texts: dict[str, str], problem: Diagnostic) -> None:
    """The place is in the file, and the excerpt is a line of it with carets below."""
    span = problem.span
    assert span is not None and span.file in texts
    assert 1 <= span.line <= span.end_line and span.column >= 1
    if problem.excerpt:
        shown, carets = problem.excerpt.split("\n")
        assert set(carets) == {"^"} or set(carets) == {" ", "^"}
        assert carets.index("^") <= 2 * len(shown)


@few
@given(data=st.data())
def test_damage_to_the_text_is_told_with_its_place(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SHIPPED)))
    text = SHIPPED[name]
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from([0, 1, 2, 5, 40, 400]))
        text = text[:start] + data.draw(st.sampled_from(SIGNS)) + text[start + length :]
    told(name, text)


@few
@given(data=st.data())
def test_damage_to_the_structure_is_told_with_its_place(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(SHIPPED)))
    whole = deepcopy(DATA[name])
    for _ in range(data.draw(st.integers(1, 3))):
        whole = damaged(whole, data, DATA[name])
    told(name, json.dumps(whole, ensure_ascii=False, indent=1))


def damaged(node: Any, data: st.DataObject, whole: Any) -> Any:
    """The same data with one thing below it replaced, dropped, renamed or moved."""
    if not isinstance(node, (dict, list)) or not node or data.draw(st.integers(0, 9)) == 0:
        things = [*THINGS, whole, [node], {"x": node}]
        return deepcopy(things[data.draw(st.integers(0, len(things) - 1))])
    keys = list(node) if isinstance(node, dict) else list(range(len(node)))
    key = data.draw(st.sampled_from(keys))
    match data.draw(st.sampled_from(["deeper", "deeper", "deeper", "drop", "rename"])):
        case "drop":
            del node[key]
        case "rename" if isinstance(node, dict):
            other = data.draw(st.sampled_from(["x", "id", "all", "²", *map(str, keys)]))
            node[other] = node.pop(key)
        case _:
            node[key] = damaged(node[key], data, whole)
    return node
