"""The wall tells people apart: no height takes nearly all answers, and none takes hardly any.

Every combination of the answers that the wall rests on is tried. This is a share of combinations
and not of people: nobody has counted people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from nocontact import Rulebook, Scenario
from nocontact.inference.reference_engine import ReferenceEngine
from nocontact.rulebook import atoms_of

SCALES: Mapping[str, tuple[str, ...]] = {
    "pull.phone": ("can_leave_it", "sometimes_look", "always_look"),
    "reach_out": ("never", "rarely", "sometimes", "often"),
    "staying_away": ("easy", "some_pull", "gives_in", "cannot", "nothing_holds"),
    "times_gone_back": ("0", "1", "2", "3+"),
    "earlier_steps.i_undid_them": ("no", "yes"),
    "acceptance": ("mostly", "partly", "not_yet"),
    "how_i_am.more_alcohol_or_drugs": ("no", "yes"),
    "close_to_going_back": ("no", "yes"),
}
"""What the wall rests on, each from easy to hard. One channel stands for the hardest of eight: the
rules treat them alike."""

DISTRESS = ("how_i_am.more_alcohol_or_drugs", "close_to_going_back")

MOST, LEAST = 0.60, 0.005
"""Chosen on purpose: one strong sign is enough for a lock, so about two of five combinations ask
for one, and a sealed wall stays the exception: it takes that nothing has held, and that the person
is close to going back or drinks."""

Answers = tuple[str, ...]
WALL_LEVELS = Rulebook.load().heights
RANKS = ("open", *WALL_LEVELS)


@cache
def heights() -> Mapping[Answers, int]:
    """Return the height for every combination of answers."""
    rulebook, engine = Rulebook.load(), ReferenceEngine()
    blank = Scenario().flat()
    found = {}
    for answers in product(*SCALES.values()):
        facts = {**blank, **dict(zip(SCALES, answers, strict=True))}
        found[answers] = RANKS.index(engine.infer(rulebook, facts).findings["wall"])
    return found


def shares(without: tuple[str, ...] = ()) -> dict[str, float]:
    """Return the share of each height, over the combinations where `without` is at its easiest."""
    easy = {list(SCALES).index(name): SCALES[name][0] for name in without}
    counted = Counter(
        height
        for answers, height in heights().items()
        if all(answers[at] == answer for at, answer in easy.items())
    )
    total = sum(counted.values())
    return {name: counted[RANKS.index(name)] / total for name in WALL_LEVELS}


def harder(answers: Answers) -> Iterator[Answers]:
    """Yield every combination that is harder in one answer, by one step."""
    for at, scale in enumerate(SCALES.values()):
        rank = scale.index(answers[at]) + 1
        if rank < len(scale):
            yield (*answers[:at], scale[rank], *answers[at + 1 :])


def test_the_enumeration_holds_every_fact_that_the_wall_rests_on() -> None:
    rulebook = Rulebook.load()
    facts = {
        atom.subject
        for rule in rulebook.rules
        if rule.decision in ("difficulty", "enmeshment")
        for atom in atoms_of(rule.condition)
        if atom.subject in rulebook.vocabulary
    }
    alike = {name for name in facts if name.startswith("pull.")}
    assert facts - alike | {"pull.phone"} == set(SCALES)


def test_the_wall_is_open_only_where_too_little_was_answered() -> None:
    assert min(heights().values()) == RANKS.index("none")
    blank = Scenario().flat()
    assert ReferenceEngine().infer(Rulebook.load(), blank).findings["wall"] == "open"


def test_no_height_takes_nearly_all_answers() -> None:
    assert max(shares().values()) <= MOST, table()
    assert max(shares(DISTRESS).values()) <= MOST, table()


def test_no_height_takes_hardly_any_of_the_answers() -> None:
    assert min(shares().values()) >= LEAST, table()


def test_only_a_hard_day_seals_the_wall() -> None:
    calm = shares((*DISTRESS, "acceptance"))
    assert calm.pop("sealed") == 0, table()
    assert min(calm.values()) >= LEAST, table()


def test_the_wall_never_falls_when_one_answer_gets_harder() -> None:
    height = heights()
    falls = [
        (answers, other)
        for answers in height
        for other in harder(answers)
        if height[other] < height[answers]
    ]
    assert falls == []


def table() -> str:
    """Return the shares as lines of text."""
    rows = {
        "all": shares(),
        "no distress": shares(DISTRESS),
        "no distress, accepted": shares((*DISTRESS, "acceptance")),
    }
    head = f"{'':22}" + "".join(f"{name:>11}" for name in WALL_LEVELS)
    body = (
        f"{name:22}" + "".join(f"{share:11.1%}" for share in row.values())
        for name, row in rows.items()
    )
    return "\n".join((head, *body))


if __name__ == "__main__":
    print(f"{len(heights())} combinations")
    print(table())
