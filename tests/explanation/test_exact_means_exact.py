"""`enough`, `unless` and `ask`, beside every row of many small rulebooks with their own questions.

Lists with and without "none of these" and "would rather not say", lists that another question
names too, channels, single answers; rules that ask for what is unknown, and that count; findings,
statuses and steps.
"""

from __future__ import annotations

import json
from random import Random
from typing import Any

import pytest

from nocontact.explanation.asking.asking import open_questions
from nocontact.explanation.exact.enough import enough
from nocontact.explanation.exact.unless import unless
from nocontact.facts import UNKNOWN, Question, Vocabulary
from nocontact.facts.flattening import flatten
from nocontact.rulebook import STATUSES
from nocontact.testing.generated_rulebooks import checked

from ..proof.every_row import rows_of
from ..proof.small_rulebooks import decision, need, tactic, texts
from .by_definition import EverySituation, named_by

SEEDS, EACH, MOST_ROWS = 40, 50, 120
PARTS = ("f", "g", "status.t0", "step.t0", "step.t1")


def drawn_vocabulary(chosen: Random) -> Vocabulary:
    while True:
        made = Vocabulary([*drawn_questions(chosen)])
        if len(rows_of(made)) <= MOST_ROWS:
            return made


def drawn_questions(chosen: Random) -> list[Question]:
    follow = [each for each in ("none", "rather_not_say") if chosen.random() < 0.6]
    members = ("cat", "dog", "bird")[: chosen.randint(1, 3)]
    asked = [Question("pets", "set", "Which?", members=(*members, *follow))]
    if chosen.random() < 0.7:
        answers = ("low", "even", "high")[: chosen.randint(2, 3)]
        rather = ("rather_not_say",) if chosen.random() < 0.3 else ()
        asked.append(Question("mood", "one", "How?", (*answers, *rather)))
    if chosen.random() < 0.4:
        channels = ("email", "phone")[: chosen.randint(1, 2)]
        asked.append(Question("looks", "map", "Where?", ("never", "often"), channels))
    if chosen.random() < 0.3:
        asked.append(Question("aims", "set", "What for?", members=("heal", "rest", "none")))
        asked.append(Question("considering", "steps_with_aims", "What?"))
    return asked


def drawn_condition(chosen: Random, vocabulary: Vocabulary, deep: int) -> Any:
    kind = chosen.choice(("atom", "atom", "all", "any", "count", "not")) if deep else "atom"
    if kind == "atom":
        name = chosen.choice([*vocabulary])
        if chosen.random() < 0.3:
            return {name: {"unknown": chosen.random() < 0.5}}
        return {name: {chosen.choice(("is", "is_not")): chosen.choice(vocabulary[name].answers)}}
    if kind == "not":
        return {"not": drawn_condition(chosen, vocabulary, deep - 1)}
    parts = [drawn_condition(chosen, vocabulary, deep - 1) for _ in range(chosen.randint(2, 3))]
    if kind == "count":
        return {"count": {"at_least": chosen.randint(1, len(parts)), "of": parts}}
    return {kind: parts}


def drawn_rulebook(chosen: Random) -> EverySituation | None:
    """A rulebook; None where its conditions cannot be, or say a thing twice."""
    vocabulary = drawn_vocabulary(chosen)

    def when() -> Any:
        return drawn_condition(chosen, vocabulary, 2)

    found = {
        "d": decision(
            "d",
            [(when(), {"f": chosen.choice("bc")}) for _ in range(chosen.randint(1, 3))]
            + [(when(), {"g": "yes"})],
            {"f": ["a", "b", "c"], "g": "yes_no"},
        ),
        "s": decision(
            "s",
            [
                (when(), {"status": chosen.choice(STATUSES[1:]), "tactics": {"id": ["t0"]}}),
                ({"f": "c"}, {"status": "held", "tactics": {"id": ["t0"]}}),
            ],
        ),
    }
    planning = {
        "permitted": ["suggested", "allowed"],
        "preference": [{"effect": ["cooling", "none", "varies", "triggering"]}],
        "needs": [need("n0", when(), ["t0", "t1"]), need("n1", {"g": "yes"}, ["t1"])],
    }
    files = texts(found, [tactic("t0"), tactic("t1")], planning)
    about = {**json.loads(files["rulebook.yaml"]), "settles": ["f", "g"]}
    try:
        return EverySituation(checked({**files, "rulebook.yaml": json.dumps(about)}, vocabulary))
    except ValueError:
        return None


@pytest.mark.parametrize("seed", range(SEEDS))
def test_each_answer_is_what_looking_at_every_row_finds(seed: int) -> None:
    chosen, tried = Random(seed), 0
    while tried < EACH:
        every = drawn_rulebook(chosen)
        if every is None:
            continue
        tried += 1
        situation = every.situation(chosen.randrange(len(every.rows)))
        part = chosen.choice(PARTS)

        found = enough(situation, part, every=True)
        assert found.complete
        assert {frozenset(each.answers) for each in found.sets} == every.enough(found)
        assert frozenset(enough(situation, part).sets[0].answers) in every.enough(found)
        if found.grade != "forced":
            assert not every.can_be_forced(found)

        changes = unless(situation, part)
        assert changes.complete
        assert named_by(changes) == every.unless(changes)

        asked = open_questions(situation)
        expected = every.ask(situation, ("f", "g"))
        assert {each.name: {*each.changes} for each in asked if each.changes} == expected
        assert {*asked.provisional} == {part for parts in expected.values() for part in parts}
        plans = every.ask(situation, ("status.t0", "status.t1", "step.t0", "step.t1"))
        assert {each.name for each in asked if each.changes_plan} == {*plans}
        for question in asked:
            for effect in question.effects:
                given = facts_after(every, question.name, effect.answer)
                left = {part: every.settled(situation, part, given) for part in ("f", "g")}
                if all(left.values()):  # else what is known rules the answer out
                    assert {*effect.settles} == {p for p, each in left.items() if len(each) == 1}


def facts_after(every: EverySituation, name: str, answer: str) -> dict[str, str]:
    """The facts that one answer, member or channel alone settles."""
    question = every.rulebase.vocabulary.question(name)
    if question.shape == "one":
        return {name: answer}
    if question.shape == "set":
        return dict(flatten(question, frozenset([answer])))
    return dict(flatten(question, {answer: question.answers[-1]}))


def test_the_rulebooks_are_of_every_kind() -> None:
    """What is compared holds all that is meant to be in it."""
    chosen = Random(0)
    made = [each for _ in range(60) if (each := drawn_rulebook(chosen))]
    shapes = {question.shape for each in made for question in each.rulebase.vocabulary.questions()}
    assert shapes == {"one", "set", "map", "steps_with_aims"}
    members = {each.rulebase.vocabulary.question("pets").members for each in made}
    follow = {frozenset(each) & {"none", "rather_not_say"} for each in members}
    assert len(follow) == 4
    for part in PARTS:
        subject = enough(made[0].situation(0), part).claim.subject
        seen = [{*each.levels(subject)} for each in made]
        assert sum(len(each) > 1 for each in seen) > len(made) / 5, part
    assert any(UNKNOWN in row.values() for row in made[0].rows)
