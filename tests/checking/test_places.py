"""Whatever a rule, a need, a tactic or a message is about can be found again in its file."""

from __future__ import annotations

import pytest

from nocontact.checking.places import Places
from nocontact.diagnostics import Span

TEXT = """\
decision: wall
rules:
  - id: wall.hope
    when: {hope: {at_least: strogn}}
    because: >
      The harder it is,
      the more it is toxic.
    source: [35, A6]
messages: {a.b: {c: one}, a: {b: {d: two}}}
"""
PLACES = Places({"wall.yaml": TEXT})
ID = Span("wall.yaml", 3, 9, 3, 18)
HOPE = Span("wall.yaml", 4, 12, 4, 16)


def test_a_path_leads_to_a_value_and_stops_where_there_is_nothing() -> None:
    assert str(PLACES.at("wall.yaml", "rules", 0, "source", 1)) == "wall.yaml:8:18"
    assert str(PLACES.at("wall.yaml", "rules", 0, "sources")) == "wall.yaml:3:5"
    assert str(PLACES.at("wall.yaml", "rules", 7)) == "wall.yaml:3:3"
    assert PLACES.at("other.yaml", "rules") is None


def test_a_path_leads_to_a_key() -> None:
    assert str(PLACES.key("wall.yaml", "rules", 0, "when", "hope")) == "wall.yaml:4:12"


def test_what_stands_beside_an_id_is_found() -> None:
    assert str(PLACES.beside(ID, "source", 0)) == "wall.yaml:8:14"
    assert PLACES.beside(None, "source") is None


def test_the_answer_of_a_comparison_is_found_from_its_subject() -> None:
    assert str(PLACES.saying(HOPE, "strogn")) == "wall.yaml:4:29"
    assert str(PLACES.saying(HOPE, "at_least")) == "wall.yaml:4:19"
    assert PLACES.saying(HOPE, "elsewhere") == HOPE


def test_a_word_is_found_in_a_text_of_several_lines() -> None:
    text = PLACES.beside(ID, "because")
    assert str(PLACES.word(text, "toxic")) == "wall.yaml:7:22"
    assert PLACES.word(text, "harder it is, the") == text


@pytest.mark.parametrize(("name", "place"), [("a.b.c", "9:21"), ("a.b.d", "9:38")])
def test_a_message_is_found_by_its_joined_name(name: str, place: str) -> None:
    assert str(PLACES.joined("wall.yaml", f"messages.{name}")) == f"wall.yaml:{place}"
