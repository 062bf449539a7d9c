"""What a rulebook may ask of the checker and of the engines is bounded, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from nocontact.checking import check_rulebook, context, reading_grade
from nocontact.diagnostics import Report, nearest
from nocontact.facts import Scenario
from nocontact.parsing import rulebook_from_texts
from nocontact.rulebook import AtLeastOf, Comparison, work_of

FOLDER = Path(__file__).parents[1] / "diagnostics" / "minimal_rulebook"
MINIMAL = {path.name: path.read_text("utf-8") for path in sorted(FOLDER.iterdir())}


WHEN, BECAUSE = "{hope: strong}", "The harder it is, the higher the wall."


def told(when: str = WHEN, because: str = BECAUSE) -> Report:
    """What is said of the minimal rulebook with its only rule changed."""
    text = MINIMAL["wall.yaml"].replace(WHEN, when).replace(BECAUSE, because)
    parsed, problems = rulebook_from_texts({**MINIMAL, "wall.yaml": text})
    assert problems == []
    return check_rulebook(parsed, Scenario.vocabulary())[0]


def test_a_count_that_no_engine_could_spell_out_is_refused_before_one_tries() -> None:
    parts = ", ".join(f"{{how_i_am.very_anxious: yes, hope: {word}}}" for word in
                      ("none", "some") * 400)  # fmt: skip
    [found] = told(when=f"{{count: {{at_least: 400, of: [{parts}]}}}}")
    assert found.code == "NC003" and "wall.hope" in found.message and len(str(found)) < 1_000


def test_many_counts_together_are_refused_too() -> None:
    one = "{count: {at_least: 9, of: [" + ", ".join(["{hope: none}"] * 60) + "]}}"
    rule = (
        "  - {{id: wall.r{}, when: {}, then: {{wall: lock}}, because: It helps., source: [35]}}\n"
    )
    text = MINIMAL["wall.yaml"] + "".join(rule.format(at, one) for at in range(20))
    parsed, problems = rulebook_from_texts({**MINIMAL, "wall.yaml": text})
    assert problems == []
    errors = check_rulebook(parsed, Scenario.vocabulary())[0].errors
    assert [each.code for each in errors] == ["NC003"]


def test_the_work_of_a_count_grows_with_the_square_of_its_parts() -> None:
    hope = Comparison("hope", "is", ("none",))
    assert [work_of(AtLeastOf(1, (hope,) * n)) for n in (10, 100)] == [2_010, 200_100]


def test_a_text_of_dots_is_read_in_one_go() -> None:
    assert reading_grade("perhaps" + "." * 1_000_000 + "perhaps") > 8


def test_signs_in_a_row_end_one_sentence() -> None:
    sentences = "Really?! You may rest... Then go."
    assert reading_grade(sentences) == reading_grade("Really? You may rest. Then go.")


def test_a_text_that_goes_on_for_pages_is_refused() -> None:
    [found] = told(because="It can help. " * 2_000)
    assert found.code == "NC302" and "25,999 characters" in found.message


def test_only_so_many_guesses_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed: list[str] = []

    def guess(name: str, known: tuple[str, ...]) -> str | None:
        guessed.append(name)
        return nearest(name, known)

    monkeypatch.setattr(context, "nearest", guess)
    parts = ", ".join(f"{{hope_{'x' * 60}{at}: none}}" for at in range(400))
    report = told(when=f"{{any: [{parts}]}}")
    assert len([each for each in report if each.code == "NC201"]) > 300
    assert len(guessed) == context.MOST_GUESSES


def test_a_way_out_does_not_list_without_end() -> None:
    levels = ", ".join(f"level_{at}" for at in range(5_000))
    text = MINIMAL["wall.yaml"].replace("[none, lock]", f"[none, {levels}]")
    parsed, _ = rulebook_from_texts({**MINIMAL, "wall.yaml": text})
    report = check_rulebook(parsed, Scenario.vocabulary())[0]
    assert max(len(each.help) for each in report) <= context.LONGEST_HELP + 1
