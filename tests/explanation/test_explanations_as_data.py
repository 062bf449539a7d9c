"""Explanations as plain data: the same facts as the objects hold, for other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.stories.agreement import Story, stories

from nocontact import Recommendation, Scenario, recommend
from nocontact.display import ShownAsData, document_to_json
from nocontact.explanation.derivation.step_proof import ProvedStep
from nocontact.explanation.derivation.why import Why
from nocontact.explanation.derivation.why_not import WhyNot
from nocontact.explanation.exact.enough import Enough
from nocontact.explanation.exact.unless import Unless
from nocontact.recommendation.changes import Changes
from nocontact.recommendation.difference import Cause, Shift

from .situations import RULEBASE, TACTICS

PAGE = Path(__file__).parents[2] / "docs" / "explaining.md"
SAMPLE = ("standing", "wall", "help", "change_number", "status.change_number")
KINDS = {"finding", "first", "step", "missed_finding", "missed_step"}
CONDITIONS = {"comparison", "all", "any", "not", "at_least_of"}

each_story = pytest.mark.parametrize("story", stories()[::5], ids=lambda story: story.id)


@cache
def _answered(story: str) -> Recommendation:
    return recommend(Scenario(**{each.id: each for each in stories()}[story].given))


def _all(story: Story) -> Iterator[ShownAsData]:
    rec = _answered(story.id)
    other = rec.what_if(reach_out="never", hope="none")
    yield from (rec.ask, rec.graph(), rec.graph("wall"), other, other.new.changes_since(rec))
    for name in (*SAMPLE, *rec.situation.steps[:2]):
        yield from (rec.why(name), rec.why_not(name), rec.why(name, depth=0, everything=True))
    for name in SAMPLE[:3]:
        yield from (rec.enough(name), rec.unless(name))
    yield from (rec.why_not("wall", "none"), rec.enough("wall", every=True))


@each_story
def test_plain_json_the_same_each_time(story: Story) -> None:
    """What is written is read back as it was, and the document stands beside it."""
    for first, again in zip(_all(story), _all(story), strict=True):
        data = first.to_dict()
        assert json.loads(json.dumps(data)) == data
        assert next(iter(data)) == "schema"
        assert first.to_json() == again.to_json()
        document = document_to_json(first.to_document())
        assert json.loads(first.to_json()) == data | {"document": document}


@each_story
def test_every_key_is_documented(story: Story) -> None:
    """The page lists the keys of each form, in order, and no others."""
    rows = re.findall(r"^\| `(nocontact\.\w+/1)` \|[^|]*\| (.*) \|$", PAGE.read_text("utf-8"), re.M)
    listed = {schema: re.findall(r"`(\w+)`", keys) for schema, keys in rows}
    found = {each.to_dict()["schema"]: [*each.to_dict()][1:] for each in _all(story)}
    assert found == listed


@each_story
def test_why_and_why_not_hold_the_same_as_the_objects(story: Story) -> None:
    """Claims, rules and reasons are the same; each nested rule and condition is whole."""
    for each in _all(story):
        data = each.to_dict()
        if isinstance(each, Why):
            assert tuple(data["rules"]) == each.rules == tuple(_ids(data["proof"]))
            assert data["answers"] == each.answers and tuple(data["sources"]) == each.sources
        elif isinstance(each, WhyNot):
            assert tuple(data["rules"]) == each.rules == tuple(_against(data["reason"] or {}))
            assert (data["wanted"], data["present"]) == (each.wanted, each.present)
            assert (data["reason"] is None) is each.present
        else:
            continue
        family, name = each.claim.subject
        assert data["claim"] == {"family": family, "name": name, "level": each.claim.level}
        values = {**each.situation.facts, **each.situation.findings}
        _check(data.get("proof") or data.get("reason"), values, _answered(story.id))


@each_story
def test_exact_results_hold_the_same_as_the_objects(story: Story) -> None:
    for each in _all(story):
        data = each.to_dict()
        if isinstance(each, Enough):
            assert data["grade"] == each.grade and data["complete"] is each.complete
            found = [[(unit["question"], unit["facts"]) for unit in one] for one in data["sets"]]
            assert found == [[(unit.question, [*unit.facts]) for unit in one] for one in each.sets]
        elif isinstance(each, Unless):
            assert [change["kind"] for change in data["changes"]] == [c.kind for c in each.changes]
            edits = [edit for change in data["changes"] for edit in change["edits"]]
            held = [edit for change in each.changes for edit in change.edits]
            for edit, other in zip(edits, held, strict=True):
                assert edit == {
                    "question": other.question, "fact": other.fact, "before": other.before,
                    "after": [*other.after], "whose": other.whose,
                }  # fmt: skip


@each_story
def test_changes_hold_the_same_as_the_objects(story: Story) -> None:
    """Chains of causes can be built again from the data."""
    for each in _all(story):
        if isinstance(each, Changes):
            data = each.to_dict()
            assert data["crisis"] is (each.new.findings["crisis"] == "yes")
            for written, held in zip(data["differences"], each.differences, strict=True):
                assert tuple(map(_cause, written["causes"])) == held.causes
                assert tuple(written["rules"]) == held.rules
                assert (written["before"], written["after"]) == (held.before, held.after)
            assert [one["tactic"] for one in data["let_go"]] == [one.tactic for one in each.let_go]
            assert [one["question"] for one in data["answers"]] == [
                one.question for one in each.answers
            ]


@each_story
def test_questions_and_pictures_hold_the_same_as_the_objects(story: Story) -> None:
    rec = _answered(story.id)
    data = rec.ask.to_dict()
    assert data["scenarios"] == str(rec.ask.scenarios)
    assert data["questions"] == [question.to_dict() for question in rec.ask]
    assert (tuple(data["settled"]), data["stopped"]) == (rec.ask.settled, rec.ask.stopped)
    picture = rec.graph("wall")
    drawn = picture.to_dict()
    assert {node["id"] for node in drawn["nodes"] if node["on_path"]} == picture.graph.path
    assert [node["id"] for node in drawn["nodes"]] == [*picture.graph.by_id]
    assert {end for edge in drawn["edges"] for end in edge.values()} <= {*picture.graph.by_id}
    assert drawn["conclusion"] == picture.conclusion


def test_each_tactic_can_be_written() -> None:
    """Every tactic, step or not: needs, preferences and heights are plain data too."""
    for story in stories()[:2]:
        rec = _answered(story.id)
        for name in TACTICS:
            for each in (rec.why(name), rec.why_not(name)):
                data = each.to_dict()
                assert json.loads(json.dumps(data)) == data
                _check(data.get("proof") or data.get("reason"), rec.situation.facts, rec)


def test_a_step_says_on_what_it_is_preferred() -> None:
    rec = recommend(Scenario(reach_out="often", pull={"phone": "always_look"}))
    preferred = 0
    for name in rec.situation.steps:
        proof = rec.why(name).proof
        assert isinstance(proof, ProvedStep)
        written = rec.why(name).to_dict()["proof"]["needs"]
        for held, need in zip(proof.needs, written, strict=True):
            assert need["id"] == held.need and need["because"] and need["sources"]
            over = [(each.tactic, each.on) for each in held.over]
            assert over == [(each["tactic"], each["on"]) for each in need["preferred_to"]]
            assert need["not_permitted"] == [each.tactic for each in held.waiting]
            preferred += len(over)
    assert preferred


def test_sentences_are_in_the_language_of_the_answer() -> None:
    told = Scenario(reach_out="often")
    for language in ("en", "es"):
        rec = recommend(told, language=language)
        missed = rec.why_not("wall").to_dict()["reason"]["rules"][0]
        assert missed["because"] == rec.situation.words.because(missed["id"])
        proved = rec.why("wall").to_dict()["proof"]["rules"][0]
        assert proved["because"] == rec.situation.words.because(proved["id"])


def test_a_class_that_holds_nothing_says_so() -> None:
    with pytest.raises(NotImplementedError, match="ShownAsData"):
        ShownAsData().to_dict()


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """Yield every dict in plain data, from the top."""
    if isinstance(data, dict):
        yield data
    inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    for part in inside:
        yield from _nodes(part)


def _ids(data: dict[str, Any]) -> Iterator[str]:
    """Yield the ids of rules, each once, in the order of the data."""
    found = (node["id"] for node in _nodes(data) if "voice" in node)
    yield from dict.fromkeys(found)


def _against(reason: dict[str, Any]) -> Iterator[str]:
    """Yield what `WhyNot.rules` names: what holds a step back, or could have raised a finding."""
    if reason.get("kind") == "missed_step":
        yield from dict.fromkeys(rule["id"] for rule in reason["status"]["rules"])
    else:
        past = [each["id"] for each in reason.get("raised_past", ())]
        could = [each["id"] for each in _nodes(reason) if "voice" in each and "shown" in each]
        yield from dict.fromkeys((*past, *could))


def _check(data: Any, values: Any, rec: Recommendation) -> None:
    for node in _nodes(data):
        if "voice" in node:
            rule = RULEBASE.rules_by_id[node["id"]]
            assert (tuple(node["sources"]), node["voice"]) == (rule.sources, rule.voice)
            if "shown" in node:
                assert (node["condition"] is None) is (node["shown"] != "here")
        elif "kind" in node:
            assert node["kind"] in KINDS | CONDITIONS
        if node.get("kind") == "comparison":
            known = {**rec.situation.facts, **rec.situation.findings, **values}
            assert node["found"] == known[node["subject"]]
            assert node["truth"] in (True, False, None)


def _cause(data: dict[str, Any]) -> Cause:
    shifts = tuple(
        Shift(each["name"], each["before"], each["after"], tuple(map(_cause, each["causes"])))
        for each in data["shifts"]
    )
    return Cause(data["kind"], data["name"], data["when"], shifts, tuple(data["tactics"]))
