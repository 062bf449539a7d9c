"""Twins of exact explanations: a diagram that says something else than the reference engine."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from nocontact import Scenario, recommend
from nocontact.proof.answer_diagram import AnswerDiagram, answer_diagram
from nocontact.proof.subject import Subject
from nocontact.rulebook import CheckedRulebase

from .python_twin import PythonTwin

SCENARIO = Scenario(reach_out="often", partner_space="keeps_trying")


def _always_the_same(rulebase: CheckedRulebase, subject: Subject) -> AnswerDiagram:
    """A broken diagram: it has one level for all people."""
    right = answer_diagram(rulebase, subject)
    return replace(right, root=-2 - right.levels.index(str(right.level(SCENARIO.flat()))))


def _turned_round(rulebase: CheckedRulebase, subject: Subject) -> AnswerDiagram:
    """A broken diagram: it has the right level for this person, and wrong ones for others."""
    right = answer_diagram(rulebase, subject)
    kept = right.levels.index(str(right.level(SCENARIO.flat())))
    turn = {-2 - at: -2 - (len(right.levels) - 1 - at) for at in range(len(right.levels))}
    turn |= {-2 - kept: -2 - kept, turn[-2 - kept]: turn[-2 - kept]}
    nodes = tuple((f, tuple(turn.get(to, to) for to in children)) for f, children in right.nodes)
    return replace(right, nodes=nodes)


def _enough(_: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            import_module("nocontact.explanation.exact.enough"), "answer_diagram", _always_the_same
        )
        return recommend(SCENARIO).enough("wall")


def _unless(_: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            import_module("nocontact.explanation.exact.unless"), "answer_diagram", _turned_round
        )
        return recommend(SCENARIO).unless("wall")


WORDS = (
    "NC805: the second look does not confirm what the diagram says about `wall`\n"
    "  help: do not use this explanation; report it with the version of the rulebook"
)

TWINS_OF_SECOND_LOOKS: tuple[PythonTwin, ...] = (
    PythonTwin(
        "NC805", "a diagram that is always the same",
        _enough, WORDS,
        lambda _: recommend(SCENARIO).enough("wall"), needs="oxidd",
    ),
    PythonTwin(
        "NC805", "a diagram that is turned round",
        _unless, WORDS,
        lambda _: recommend(SCENARIO).unless("wall"), needs="oxidd",
    ),
)  # fmt: skip
