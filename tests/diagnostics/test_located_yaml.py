"""Text that is not YAML is told in plain words, at the place where it is to be mended."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from nocontact.diagnostics import plain, read_yaml
from nocontact.diagnostics.excerpt import lines_of

BROKEN = {
    "a: b: c": "1:5 a `:` cannot stand here",
    "a:\n\tb: 1": "2:1 a tab cannot indent a line",
    "a: [1, 2": "1:4 this list has no end",
    "a: {b: 1": "1:4 this mapping has no end",
    "a: {b: 1]": "1:9 a `,` or `}` is missing here",
    "a: [b, c\nd: e]": "2:2 a `,` or `]` is missing here",
    'a: "x': "1:4 this quoted text has no end",
    "a: @x": "1:4 a value cannot start with `@`",
    "a: `x": "1:4 a value cannot start with a backtick",
    "- a\nb: 1": "2:1 this line is no entry of the list above",
    "a: 1\n- b": "2:1 a list cannot start here, below `name: value`",
    "a: 1\nb": "2:1 this line is no `name: value`",
    "a: 'x' y": "1:8 text follows after the end of a value",
    'a: "\\q"': "1:6 a `\\` in double quotes starts a sign that does not exist",
    "a: |x\n  b": "1:5 nothing may follow `|` or `>` on its line",
    "key: - a": "1:6 a list cannot start on this line",
    "a: , b": "1:4 a value is missing here",
    "a: *": "1:5 an anchor or an alias has no name",
    "a: !<x": "1:7 a tag is not finished",
    "%FOO\n---\na": "1:5 a `%` line is not allowed",
    "a: 1\n---\nb: 2": "3:1 a second document starts here",
    "? [a]\n: 1": "1:3 a name is needed before the `:`, found a list",
    "é: \x07": "1:4 the character U+0007 cannot stand in a file like this",
}


@pytest.mark.parametrize("text", BROKEN)
def test_what_is_broken_is_told_in_plain_words(text: str) -> None:
    node, (problem, *_) = read_yaml(text, "x")
    assert node is None
    assert problem.code == "NC002" and problem.help and problem.span is not None
    place = f"{problem.span.line}:{problem.span.column}"
    assert f"{place} {problem.message}" == BROKEN[text]


@pytest.mark.parametrize("text", BROKEN)
def test_the_words_are_the_same_without_the_parser_in_c(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_c = read_yaml(text, "x")[1]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    without = read_yaml(text, "x")[1]
    if not text.startswith("%"):  # the pure parser passes over directives that it does not know
        assert [(p.message, p.span) for p in without] == [(p.message, p.span) for p in with_c]


class _Counted(yaml.SafeLoader):
    """The pure parser, counting the tokens that it fetches and the keys that it looks through."""

    work = 0

    def fetch_more_tokens(self) -> None:
        type(self).work += 1 + len(self.possible_simple_keys)
        super().fetch_more_tokens()


@pytest.mark.parametrize("with_c", [True, False])
@pytest.mark.parametrize("sign", ["[", "{a: ", "[[a], "])
def test_endless_depth_is_refused_before_it_is_read(
    sign: str, with_c: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "SafeLoader", _Counted)
    if not with_c:
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    work = []
    for times in (5_000, 20_000):
        monkeypatch.setattr(_Counted, "work", 0)
        node, (problem,) = read_yaml(sign * times, "x")
        assert node is None and problem.code == "NC003"
        work.append(_Counted.work)
    assert work[0] == work[1] < 2_000_000


def test_problems_without_end_are_cut_and_the_lines_are_split_once() -> None:
    lines_of.cache_clear()
    text = "".join(f"same: {at}\n" for at in range(5_000))
    node, problems = read_yaml(text, "x")
    assert node is None
    assert len(problems) == 201
    assert problems[-1].code == "NC003"
    assert lines_of.cache_info().misses == 1


def test_a_key_of_any_length_is_shown_short() -> None:
    _, (problem,) = read_yaml(f"{'x' * 900}: 1\n" * 2, "x")
    assert len(str(problem.to_dict())) < 1_000


STEERING = ["\\e", "\\x9b", "\\r", "\\u202a", "\\u202e", "\\u2066", "\\u2069", "\\uFFFE", "\\uFEFF"]


@pytest.mark.parametrize("sign", STEERING)
def test_an_escape_brings_in_no_character_that_may_not_stand_there(sign: str) -> None:
    for text in (f'a: "b{sign}"', f'"a{sign}": b', f'[a, "{sign}"]'):
        node, (problem,) = read_yaml(text, "x")
        assert node is None
        assert problem.message.endswith("cannot stand in a file like this")


@pytest.mark.parametrize("sign", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_no_sign_may_turn_the_text_around(sign: str) -> None:
    for text in (f"a: b{sign}", f"a: b  # {sign}"):
        assert read_yaml(text, "x")[1][0].code == "NC002"


def test_the_marks_that_arabic_and_hebrew_need_may_stand() -> None:
    assert read_yaml("a: \u200f\u05d0\u200e\u061c", "x")[1] == ()


@given(st.text())
def test_any_text_gives_a_node_or_a_problem(text: str) -> None:
    node, problems = read_yaml(text, "x")
    assert node is not None or problems
    for each in problems:
        assert each.span is not None and each.help
        str(each).encode("utf-8")


_KEYS = st.text(st.characters(categories=["L", "N"], max_codepoint=0x24F), min_size=1)
_LEAVES = st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(
    st.characters(categories=["L", "N", "P", "Zs"], max_codepoint=0x24F))  # fmt: skip


@given(st.recursive(_LEAVES, lambda each: st.lists(each) | st.dictionaries(_KEYS, each)))
def test_json_comes_back_as_it_was(data: object) -> None:
    import json

    node, problems = read_yaml(json.dumps(data, ensure_ascii=False, indent=1), "x")
    assert problems == ()
    assert node is not None and plain(node) == data
