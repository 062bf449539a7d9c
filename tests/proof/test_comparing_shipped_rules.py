"""An edit of the shipped rules: who it concerns, by how much, and why."""

from __future__ import annotations

import json

from nocontact import Rulebook, recommend, scenario_from_text
from nocontact.proof import answers_to_yaml
from nocontact.proof.share_text import count_text

from .edited_shipped_rules import higher, higher_wall


def test_one_threshold_of_the_wall_changes_the_wall_first() -> None:
    first = higher().groups[0]
    assert [str(each) for each in first.changes] == ["wall: friction → lock"]
    assert [str(each) for each in first.edits] == ["rule wall.lock changed"]
    assert 0 < first.count <= higher().changed < higher().scenarios
    inside = first.tallies[1]
    assert inside.region == "safety questions answered, no sign"
    assert 0 < inside.changed < inside.scenarios < first.tallies[0].scenarios
    assert [each.id for each in first.explained[0].before] == ["wall.friction"]
    assert [each.id for each in first.explained[0].after] == ["wall.lock"]
    assert all(each.sources for each in first.explained[0].after)


def test_each_witness_can_be_pasted_and_gets_two_answers() -> None:
    for group in higher().groups[:8]:
        scenario = scenario_from_text(answers_to_yaml(group.witness))
        answers = [
            recommend(scenario, rulebook=rulebase, engine="reference")
            for rulebase in (Rulebook.load(), higher_wall())
        ]
        assert answers[0].to_document() != answers[1].to_document()


def test_text_markdown_and_json_say_the_same() -> None:
    comparison = higher()
    data = json.loads(comparison.to_json())
    assert data["schema"] == "nocontact.comparison/1"
    assert not data["equivalent"]
    assert data["tallies"][0]["changed"] == str(comparison.changed)
    assert len(data["groups"]) == len(comparison.groups)
    for shown in (comparison.to_text(), comparison.to_markdown()):
        assert count_text(comparison.changed) in shown
        assert "not of people" in shown.replace("\n┃ ", " ")
        assert "more groups of changes" in shown
