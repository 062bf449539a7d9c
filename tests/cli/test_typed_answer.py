"""What may be typed: numbers, several numbers, the words themselves, and two letters."""

import pytest

from nocontact import Interview, Rulebook
from nocontact.cli.typed_answer import NotAChoice, Wish, typed_answer
from nocontact.explanation.wording import Wording
from nocontact.recommendation.prompt import Prompt, prompt_for


def _prompt(name: str) -> Prompt:
    interview = Interview(adaptive=False)
    while (prompt := interview.prompt()) is not None:
        if prompt.key == (name,):
            return prompt
        interview = interview.answered([])
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("1", ["together"]),
        (" 4 \n", ["i_left"]),
        ("they ended it", ["they_left"]),
        ("both_ended", ["both_ended"]),
        ("", []),
        ("\n", []),
        ("b", Wish.BACK),
        ("B\n", Wish.BACK),
        ("q", Wish.LEAVE),
        (" Q ", Wish.LEAVE),
    ],
)
def test_one_answer(line: str, chosen: list[str] | Wish) -> None:
    assert typed_answer(_prompt("situation"), line) == chosen


@pytest.mark.parametrize(
    ("line", "chosen"),
    [
        ("1 3", ["hit_or_hurt", "threat_to_kill_or_weapon"]),
        ("3,1", ["threat_to_kill_or_weapon", "hit_or_hurt"]),
        ("2, 2; 2", ["choked"]),
        ("15", ["none"]),
        ("none", ["none"]),
        ("1 16", ["hit_or_hurt", "rather_not_say"]),
    ],
)
def test_several_answers(line: str, chosen: list[str]) -> None:
    assert typed_answer(_prompt("danger_signs"), line) == chosen


@pytest.mark.parametrize("line", ["0", "9", "-1", "1 2", "²", "٣", "maybe", "9" * 5_000, "1.5"])
def test_anything_else_is_asked_again(line: str) -> None:
    with pytest.raises(NotAChoice):
        typed_answer(_prompt("situation"), line)


def test_none_of_these_cannot_go_with_another_answer() -> None:
    with pytest.raises(NotAChoice) as refused:
        typed_answer(_prompt("danger_signs"), "1 15")
    assert refused.value.blanks == {"answer": "None of these"}


def test_a_count_is_chosen_by_its_number_in_the_list() -> None:
    rulebase = Rulebook.load()
    question = rulebase.vocabulary.question("times_gone_back")
    prompt = prompt_for(question, ("times_gone_back",), Wording(rulebase), 1, 0)
    assert typed_answer(prompt, "1") == ["0"]
    assert typed_answer(prompt, "4") == ["3+"]
