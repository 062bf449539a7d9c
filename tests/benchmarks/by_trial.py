"""What `unless` would cost by trial: change one answer, then two, then three, and infer again.

Run it: `python tests/benchmarks/by_trial.py`. The exact way looks at all changes of any size.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path
from time import perf_counter

from nocontact import Rulebook, recommend, scenario_from_path
from nocontact.inference import ReferenceEngine

EXAMPLE = Path(__file__).resolve().parents[2] / "examples/high_wall.yaml"
TRIED = 2_000


def edits(facts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield every other answer to every fact."""
    for name, fact in Rulebook.load().vocabulary.items():
        yield from ((name, answer) for answer in fact.answers if answer != facts[name])


def main() -> None:
    """Print how many changes of one to three facts there are, and how long trying them takes."""
    scenario = scenario_from_path(EXAMPLE)
    facts, engine, rulebase = scenario.flat(), ReferenceEngine(), Rulebook.load()
    changes = list(edits(facts))
    engine.infer(rulebase, facts)
    for size in (1, 2, 3):
        count = sum(1 for _ in combinations(changes, size))
        start, tried = perf_counter(), 0
        for chosen in islice(combinations(changes, size), TRIED):
            engine.infer(rulebase, {**facts, **dict(chosen)})
            tried += 1
        seconds = (perf_counter() - start) / tried * count
        print(f"{size} of {len(changes)} changes: {count:>9,} rows, {seconds:8.2f} s by trial")
    rec = recommend(scenario)
    rec.unless("standing")
    start = perf_counter()
    found = rec.unless("standing")
    spent = perf_counter() - start
    print(f"exact, changes of any size: {len(found.changes)} found in {spent * 1000:.1f} ms")


if __name__ == "__main__":
    main()
