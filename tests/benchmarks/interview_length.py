"""How many questions the interview needs, beside the fixed short form.

Run it: `python tests/benchmarks/interview_length.py [people]`. It prints the table of
`docs/interview.md`. Each person answers every question; each interview is then held with these
answers, and its outcome is compared with that of all answers together.
"""

from __future__ import annotations

import random
import statistics
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nocontact import Interview, Scenario, recommend
from nocontact.diagnostics import plain, read_yaml
from nocontact.facts.question import NONE, RATHER_NOT_SAY, Question
from nocontact.testing.strategies import NO_SIGN

OUTCOME = ("standing", "wall", "stance", "help")
SEED = 20_26


@dataclass(frozen=True)
class Held:
    """One interview that was held to its end.

    Attributes:
        questions: how many questions were asked; a map with its channels is one.
        stopped: whether it ended because help comes first.
        settled: whether no further answer could change the outcome.
        same: whether its outcome is that of all answers.
    """

    questions: int
    stopped: bool
    settled: bool
    same: bool


def people(count: int, given: Mapping[str, Any], seed: int = SEED) -> Iterator[Scenario]:
    """Yield people who answer every question.

    Each answer is as likely as the others; of a set about one member is named, and about two
    channels are in use.

    Args:
        count: how many.
        given: answers that all of them give.
        seed: the same seed gives the same people.
    """
    chance = random.Random(seed)
    questions = [q for q in Scenario.vocabulary().questions() if not q.shape.startswith("steps")]
    for _ in range(count):
        drawn = {q.name: _answer(q, chance) for q in questions}
        yield Scenario.model_validate({**drawn, **given})


def held(person: Scenario, *, adaptive: bool) -> Held:
    """Hold one interview with a person, who answers what they can.

    Args:
        person: all their answers.
        adaptive: whether to ask by need, or the short form.
    """
    start = Scenario(considering=person.considering) if person.considered() else Scenario()
    interview = Interview(adaptive=adaptive, start=start)
    while (prompt := interview.prompt()) is not None:
        interview = interview.answered(said(person, prompt.key))
    found, known = interview.recommendation("reference"), recommend(person, engine="reference")
    return Held(
        len({key[0] for key, _ in interview.given}),
        found.ask.stopped,
        interview.is_settled,
        all(getattr(found, part) == getattr(known, part) for part in OUTCOME),
    )


def said(person: Scenario, key: tuple[str, ...]) -> list[str]:
    """Return what a person chooses at a prompt; nothing when they do not know.

    Args:
        person: all their answers.
        key: the question, and the channel where one is asked about.
    """
    answer = person.answers().get(key[0])
    if answer is None:
        return []
    if len(key) == 2:
        return [] if answer[key[1]] == "unknown" else [answer[key[1]]]
    if isinstance(answer, Mapping):
        return [channel for channel, level in answer.items() if level != "not_used"] or [NONE]
    return [answer] if isinstance(answer, str) else list(answer)


def row(name: str, found: Iterable[Held]) -> str:
    """Return one line of the table.

    Args:
        name: whose interviews they are.
        found: the interviews.
    """
    all_, going = [*found], [each for each in found if not each.stopped]
    counts = sorted(each.questions for each in going)
    cells = [
        name,
        f"{len(all_) - len(going)} of {len(all_)}",
        f"{statistics.mean(counts):.1f}",
        f"{statistics.median(counts):g}",
        f"{counts[int(0.9 * (len(counts) - 1))]}",
        f"{sum(each.settled for each in going)} of {len(going)}",
        f"{sum(each.same for each in going)} of {len(going)}",
    ]
    return f"| {' | '.join(cells)} |"


def groups(count: int) -> dict[str, list[Scenario]]:
    """Return whose interviews are held.

    Args:
        count: how many people are drawn for each group.
    """
    return {
        "anyone": [*people(count, {})],
        "no crisis": [*people(count, {"now_unsafe": "no", "self_harm_thoughts": "no"})],
        "no sign of danger": [*people(count, NO_SIGN)],
        "the twenty stories": [*_stories()],
    }


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    print("| who, and how they are asked | stopped: help first | mean | median | 90 % | settled "
          "| outcome as with all answers |\n|---|---|---|---|---|---|---|")  # fmt: skip
    for name, members in groups(count).items():
        by_need = [held(each, adaptive=True) for each in members]
        assert all(each.same for each in by_need if each.settled)
        print(row(f"{name}, by need", by_need), flush=True)
        form = [held(each, adaptive=False) for each in members]
        print(row(f"{name}, short form", form), flush=True)


def _answer(question: Question, chance: random.Random) -> Any:
    if question.shape == "one":
        return chance.choice(question.answers)
    named = [each for each in question.members if each not in (NONE, RATHER_NOT_SAY)]
    about = 1 if question.shape == "set" else 2
    found = [each for each in named if chance.random() < about / len(named)]
    if question.shape == "map":
        return {channel: chance.choice(question.answers[1:]) for channel in found}
    return found or [NONE if NONE in question.members else chance.choice(named)]


def _stories() -> Iterator[Scenario]:
    path = Path(__file__).resolve().parents[1] / "stories/stories.yaml"
    node, _ = read_yaml(path.read_text("utf-8"), path.name)
    assert node is not None
    for story in plain(node)["stories"]:
        yield Scenario.model_validate(story["given"])


if __name__ == "__main__":
    main()
