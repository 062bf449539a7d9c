"""A class made from questions reads answers as a declared one does."""

from __future__ import annotations

import copy
import pickle
from importlib import import_module
from pathlib import Path

import pytest

from nocontact.diagnostics import ScenarioError
from nocontact.facts import Answers, FrozenMap, Question, Vocabulary, answers_class
from nocontact.facts.class_source import class_source


def _words(*names: str) -> FrozenMap[str]:
    return FrozenMap({name: name.capitalize() for name in names})


LONG = "Is there a place to go to where you can stay for more than one night, " * 3
QUESTIONS = (
    Question("housing", "one", LONG, ("no", "yes"), words=_words("no", "yes"), block="housing",
             short_form=1, source=(6, "H1"), change="not_theirs"),
    Question("aims", "set", "What for?", members=("heal", "rest", "none"),
             words=_words("heal", "rest", "none"), renamed=FrozenMap({"recover": "heal"})),
    Question("visits", "map", "How often?", ("never", "often"), ("mum", "dad"),
             _words("never", "often", "mum", "dad"), renamed=FrozenMap({"mother": "mum"})),
    Question("thinking_of", "steps_with_aims", "Which step?", ("heal", "rest", "none"),
             ordered=False),
    Question("done", "steps", "Which steps did you take?", ordered=False),
    Question("colour", "one", "Which?", tuple(f"colour_number_{n}" for n in range(9)),
             words=_words(*(f"colour_number_{n}" for n in range(9))), ordered=False),
)  # fmt: skip
VOCABULARY = Vocabulary(QUESTIONS, {"home": "housing", "town": "We do not ask this."})
Made = answers_class(VOCABULARY)


def _made(**given: object) -> Answers:
    return Made.model_validate(given)


def _told(**given: object) -> str:
    with pytest.raises(ScenarioError) as caught:
        _made(**given)
    return str(caught.value)


def test_it_has_the_questions_of_the_vocabulary() -> None:
    assert Made.vocabulary() == VOCABULARY
    assert Vocabulary.of(Made).questions() == VOCABULARY.questions()
    assert answers_class(Vocabulary(QUESTIONS, VOCABULARY.renamed_questions)) is Made


def test_it_reads_and_flattens_every_shape() -> None:
    made = _made(housing=True, visits={"mum": "often"}, thinking_of={"walk": {"rest"}}, done="walk")
    flat = made.flat()
    assert (flat["housing"], flat["visits.mum"], flat["visits.dad"]) == ("yes", "often", "never")
    assert (flat["aims.rest"], flat["aims.heal"]) == ("yes", "unknown")
    assert (made.considered(), made.taken()) == (("walk",), ("walk",))
    assert _made(**made.answers()) == made
    assert repr(made) == "Scenario(4 of 6 questions answered; answers hidden)"


def test_an_aim_beside_a_step_is_yes_wherever_the_set_stands() -> None:
    first = answers_class(Vocabulary([QUESTIONS[3], QUESTIONS[1]]))
    flat = first.model_validate({"aims": {"heal"}, "thinking_of": {"walk": {"rest"}}}).flat()
    assert (flat["aims.heal"], flat["aims.rest"]) == ("yes", "yes")


def test_it_can_be_copied_and_pickled() -> None:
    made = _made(housing=True, visits={"mum": "often"}, thinking_of={"walk": {"rest"}})
    for again in (pickle.loads(pickle.dumps(made)), copy.deepcopy(made)):
        assert again == made and type(again) is Made


def test_it_is_frozen_and_takes_no_other_question() -> None:
    with pytest.raises(ScenarioError, match="NC410"):
        Made().housing = "yes"
    assert "there is no question `hope`" in _told(hope="some")


def test_a_problem_with_a_tactic_names_the_question_it_stands_under() -> None:
    problems = _made(done=["wlak"]).tactic_problems(["walk"])
    assert [each.message.split()[0] for each in problems] == ["`done`"]


def test_an_old_name_is_refused_and_the_new_one_is_named() -> None:
    assert _told(home="yes") == (
        "NC401: the question `home` is now called `housing`\n  help: write `housing`"
    )
    assert _told(town="x") == (
        "NC401: the question `town` is not asked any more\n  help: We do not ask this."
    )
    assert _told(aims={"recover"}).startswith("NC402: `recover` of `aims` is now called `heal`")
    assert _told(visits={"mother": "often"}).startswith(
        "NC402: `mother` of `visits` is now called `mum`"
    )


def test_its_python_text_makes_the_same_class(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = class_source(VOCABULARY, "Housing")
    assert max(map(len, text.splitlines())) <= 100
    (tmp_path / "written_housing.py").write_text(text, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    again = import_module("written_housing").Housing.vocabulary()
    assert again.questions() == VOCABULARY.questions()
    assert again.renamed_questions == VOCABULARY.renamed_questions
    assert class_source(again, "Housing") == text
