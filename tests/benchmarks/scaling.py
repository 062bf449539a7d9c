"""How proofs grow with the rulebook. A script, run by hand; it prints markdown tables.

python tests/benchmarks/scaling.py            # some minutes
python tests/benchmarks/scaling.py --quick    # only up to twice the size
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from scaled_rulebook import scaled_rulebook  # type: ignore[import-not-found]

from nocontact.diagnostics import ProofError
from nocontact.planning import planner_of
from nocontact.proof import AllScenarios, all_scenarios, proved
from nocontact.proof.fact_order import by_first_use, fact_order
from nocontact.proof.space import Space
from nocontact.rulebook import CheckedRulebase

SIZES = (1, 2, 5, 10)
RAW = (0.0, 0.5, 1.0)


def main() -> None:
    """Print all tables."""
    sizes = SIZES[:2] if "--quick" in sys.argv else SIZES
    for raw in RAW:
        print(f"\nStatus rules: {raw:.0%} of their tests ask for raw facts.\n")
        header: tuple[str, ...]
        header = ("size", "facts", "rules", "N", "build", "prove", "promises", "nodes")
        shown = sizes if raw == 0 else sizes[:2]
        _table(header, (_row(size, raw) for size in shown))
    print("\nOrders of the facts, the same rules.\n")
    header = ("size", "drawn together", "channels, then first use", "as asked", "random")
    _table(header, (_orders(size) for size in sizes))


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    print("| " + " | ".join(header) + " |")
    print("|" + "---:|" * len([*header]))
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)


def _row(size: int, raw: float) -> Iterator[str]:
    rulebase = scaled_rulebook(size, raw)
    planner_of(rulebase)
    yield f"{size}×"
    yield f"{len(rulebase.vocabulary):,}"
    yield f"{len(rulebase.rules):,}"
    start = perf_counter()
    try:
        scenarios = all_scenarios(rulebase)
    except ProofError as error:
        yield from ("", f"{perf_counter() - start:.2f} s", "", _over(error), "")
        return
    yield _power(scenarios.space.size)
    yield f"{perf_counter() - start:.2f} s"
    report = proved(rulebase, [each.id for each in rulebase.promises])
    yield f"{report.seconds:.2f} s"
    verdicts = Counter(proof.verdict for proof in report.proofs)
    yield ", ".join(f"{count} {verdict}" for verdict, count in verdicts.items())
    yield f"{report.nodes:,}"


def _orders(size: int) -> Iterator[str]:
    rulebase = scaled_rulebook(size)
    facts = [*rulebase.vocabulary]
    shuffled = Random(35).sample(facts, len(facts))
    yield f"{size}×"
    for order in (fact_order(rulebase), by_first_use(rulebase), facts, shuffled):
        yield _built(rulebase, order)


def _built(rulebase: CheckedRulebase, order: list[str]) -> str:
    start = perf_counter()
    try:
        scenarios = AllScenarios.of(rulebase, space=Space.of(rulebase.vocabulary, order))
    except ProofError as error:
        return _over(error)
    return f"{scenarios.space.diagrams.nodes:,} nodes, {perf_counter() - start:.2f} s"


def _over(error: ProofError) -> str:
    return error.diagnostics[0].message.removeprefix("not proved (budget): ")


def _power(number: int) -> str:
    digits = str(number)
    return f"{digits[0]}.{digits[1]} × 10^{len(digits) - 1}"


if __name__ == "__main__":
    main()
