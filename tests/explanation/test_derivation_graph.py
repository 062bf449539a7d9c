"""The picture of an answer: nothing in it that did not lead there, nothing left out that did."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from nocontact import Recommendation, Scenario, recommend
from nocontact.diagnostics import ExplanationError
from nocontact.display.graph import Graph
from nocontact.explanation.claim import claim_about
from nocontact.explanation.picture.derivation_graph import LIMIT, derivation_graph
from nocontact.facts.fact import UNKNOWN
from nocontact.rulebook import STATUS
from nocontact.testing import scenarios

from ..stories.agreement import Story, stories

TOLD = stories()
each_story = pytest.mark.parametrize("story", TOLD[::4], ids=lambda story: story.id)


def answered(story: Story) -> Recommendation:
    """Return the answer for a story."""
    return recommend(Scenario(**story.given))


def leading_to(graph: Graph, name: str) -> set[str]:
    """Return the ids of all nodes that lead to one, itself among them."""
    found = {name}
    while more := {edge.start for edge in graph.edges if edge.end in found} - found:
        found |= more
    return found


def names_to_ask(rec: Recommendation) -> list[str]:
    """Return what a person may ask about: findings that are shown, steps, a tactic that is not."""
    steps = rec.situation.steps
    other = next(tactic for tactic in rec.rulebase.tactics if tactic not in steps)
    return ["standing", "wall", "stance", "help", "intent", other, f"step.{other}", *steps]


@each_story
def test_what_stands_out_leads_to_the_conclusion(story: Story) -> None:
    """The path is what leads to the conclusion: all of it, and nothing else."""
    rec = answered(story)
    for name in names_to_ask(rec):
        picture = rec.graph(name)
        assert picture.conclusion is not None
        assert picture.graph.path == leading_to(picture.graph, picture.conclusion)


@each_story
def test_each_rule_that_decided_is_in_it(story: Story) -> None:
    """Walked back along the trace, every rule that decided something on the way is drawn."""
    rec = answered(story)
    for name in ("standing", "wall", "stance", "help"):
        wanted = deciding(rec, str(rec.graph(name).conclusion).removeprefix("finding."))
        drawn = {each for each in rec.graph(name).graph.path if each.startswith("rule.")}
        assert drawn == {f"rule.{rule}" for rule in wanted}


def deciding(rec: Recommendation, finding: str) -> set[str]:
    """Return the rules that raised a finding to its level, and what these rest on."""
    level, found = rec.situation.findings[finding], set[str]()
    for firing in rec.trace.firings:
        if (finding, level) in firing.raised:
            found.add(firing.rule)
            for name, _ in firing.on:
                found |= deciding(rec, name) if name in rec.situation.findings else set()
    return found


@each_story
def test_every_step_is_in_the_whole_picture(story: Story) -> None:
    """Nothing of the plan is left out, however small the picture is to be."""
    rec = answered(story)
    for whole in (True, False):
        picture = derivation_graph(rec.situation, everything=whole)
        drawn = {node.id for node in picture.graph.nodes}
        assert {f"step.{step}" for step in rec.situation.steps} <= drawn
        assert not picture.graph.path


@each_story
def test_it_is_no_larger_than_it_needs_to_be(story: Story) -> None:
    """A picture of everything stays small, unless all of it is asked for."""
    rec = answered(story)
    small, whole = rec.graph(), derivation_graph(rec.situation, everything=True)
    assert len(small.graph.nodes) <= LIMIT
    assert {node.id for node in small.graph.nodes} <= {node.id for node in whole.graph.nodes}
    assert {f"finding.{name}" for name in shown(rec)} <= set(whole.graph.by_id)


def shown(rec: Recommendation) -> set[str]:
    """Return the findings that are shown and stand above their lowest level."""
    shows, findings = rec.rulebase.metadata.shows, rec.rulebase.findings
    return {
        name
        for name in rec.trace.findings
        if findings[name].set_name in shows or name in shows
    }  # fmt: skip


@each_story
def test_only_what_was_asked_and_what_fired_is_in_it(story: Story) -> None:
    """Answers come from the questions, rules from the trace, levels from the findings."""
    rec = answered(story)
    fired = {f"rule.{firing.rule}" for firing in rec.trace.firings}
    for node in derivation_graph(rec.situation, everything=True).graph.nodes:
        kind, _, name = node.id.partition(".")
        if kind == "rule":
            assert node.id in fired
            assert name in node.code and rec.rulebase.rules_by_id[name].decision in node.code
        if kind == "answer":
            assert rec.rulebase.vocabulary.question(name).text == node.caption


@each_story
def test_it_is_drawn_and_written_the_same_each_time(story: Story) -> None:
    """Two pictures of one answer are equal, in every format, and well-formed."""
    one, two = answered(story).graph("wall"), answered(story).graph("wall")
    assert one.to_svg() == two.to_svg() and one.to_mermaid() == two.to_mermaid()
    assert one.to_html() == two.to_html() and one.to_text() == two.to_text()
    ElementTree.fromstring(one.to_svg())


@each_story
def test_words_say_what_the_picture_shows(story: Story) -> None:
    """Each answer, finding, rule and step of the picture is in the words and the description."""
    picture = answered(story).graph()
    words = " ".join(picture.to_text().split())
    for node in picture.graph.nodes:
        said = node.code.split(" · ")[0] if node.id.startswith("rule.") else node.words
        assert " ".join(said.split()) in words
        assert " ".join(said.split()) in " ".join(picture.graph.description.split())


@each_story
def test_no_repr_shows_an_answer(story: Story) -> None:
    """What ends up in tracebacks has no words of anybody."""
    picture = answered(story).graph("standing")
    graph = picture.graph
    shown_to_anyone = f"{picture!r} {graph!r} {graph.nodes!r} {graph.edges!r}"
    for node in graph.nodes:
        assert node.id not in shown_to_anyone
        assert len(node.text) < 9 or node.text not in shown_to_anyone
    assert "hidden" in shown_to_anyone


def test_a_need_that_stands_alone_shows_nothing_else() -> None:
    """Who thinks of dying sees the way to help and someone near, and nothing besides."""
    rec = recommend(Scenario(self_harm_thoughts="yes", reach_out="often", hope="strong"))
    kinds = {node.id for node in rec.graph().graph.nodes if node.id.startswith(("step", "answer"))}
    assert kinds == {"answer.self_harm_thoughts", "step.crisis_support", "step.trusted_person"}


def test_a_status_is_a_finding_where_it_was_asked_about() -> None:
    """A tactic that is no step has its status as the conclusion."""
    rec = recommend(Scenario(reach_out="often"))
    assert rec.graph("change_number").conclusion == f"finding.{STATUS}.change_number"
    step = rec.situation.steps[0]
    assert rec.graph(step).conclusion == f"step.{step}"
    assert rec.graph(f"{STATUS}.{step}").conclusion == f"finding.{STATUS}.{step}"


def test_what_was_not_raised_stands_alone() -> None:
    """A finding at its lowest level has nothing that led to it."""
    picture = derivation_graph(recommend(Scenario()).situation, "difficulty")
    assert [node.id for node in picture.graph.nodes] == ["finding.difficulty"]


def test_silence_is_said() -> None:
    """A rule that rests on an open question shows it as not answered."""
    rec = recommend(Scenario(reach_out="often"))
    rests = [
        rec.rulebase.vocabulary[name].question
        for firing in rec.trace.firings for name, value in firing.on if value == UNKNOWN
    ]  # fmt: skip
    nodes = derivation_graph(rec.situation, everything=True).graph.by_id
    said = {nodes[f"answer.{name}"].text for name in rests if f"answer.{name}" in nodes}
    assert said <= {"Not answered"}


def test_a_notebook_gets_the_picture_with_its_words() -> None:
    """HTML holds the picture and the words; SVG is there for whoever prefers it."""
    bundle = recommend(Scenario(reach_out="often")).graph("wall")._repr_mimebundle_()
    assert sorted(bundle) == ["image/svg+xml", "text/html", "text/markdown", "text/plain"]
    assert "<svg" in bundle["text/html"] and "<details>" in bundle["text/html"]
    assert "<script" not in bundle["text/html"]


@settings(max_examples=15)
@given(person=scenarios())
def test_any_person_has_a_picture(person: Scenario) -> None:
    """Whatever was answered, the picture is well-formed, and each part is in its layer."""
    picture = recommend(person).graph()
    ElementTree.fromstring(picture.to_svg())
    graph = picture.graph
    assert all(graph.layers[edge.start] < graph.layers[edge.end] for edge in graph.edges)
    assert len(picture.to_mermaid()) > len("flowchart TB")


@pytest.mark.parametrize(("name", "code"), [("wal", "NC801"), ("reach_out", "NC803")])
def test_what_cannot_be_drawn_is_said(name: str, code: str) -> None:
    """A wrong name gives the same diagnostics as for every explanation."""
    rec = recommend(Scenario())
    with pytest.raises(ExplanationError, match=code):
        rec.graph(name)
    with pytest.raises(ExplanationError, match=code):
        claim_about(rec.situation, name)
