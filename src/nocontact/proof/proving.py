"""Every promise, proved for every scenario there is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial
from time import perf_counter

from nocontact.diagnostics import ProofError
from nocontact.inference import ReferenceEngine
from nocontact.proof.all_scenarios import AllScenarios, all_scenarios, alone_when_full
from nocontact.proof.budget import doing, within
from nocontact.proof.built_in import Broken, built_in
from nocontact.proof.counterexample import Counterexample, counterexample
from nocontact.proof.diagrams import NODES, SECONDS, Formula
from nocontact.proof.promise_formulas import broken_where
from nocontact.proof.proof_report import ProofReport
from nocontact.proof.proof_result import Proof
from nocontact.rulebook import ALWAYS, CheckedRulebase, Promise, atoms_of

Where = Callable[[AllScenarios, Promise], Formula]


@alone_when_full
def proved(
    rulebase: CheckedRulebase,
    only: Collection[str] | None = None,
    *,
    nodes: int = NODES,
    seconds: float = SECONDS,
) -> ProofReport:
    """Prove every promise of a rulebook, and the built-in ones.

    Args:
        rulebase: a checked rulebook.
        only: ids of the promises to prove; None for all of them and the built-in ones.
        nodes: how large the diagrams may grow.
        seconds: how long compiling the rules may take, and then each promise.

    Returns:
        A report with one proof for each promise; a broken promise has its smallest
        counterexample, and what does not fit into the budget is `not_proved`, never "probably".

    Raises:
        ProofError: when the library for diagrams is missing (NC701), or the rules themselves do
            not fit into the budget of nodes (NC702) or of time (NC703).

    Examples:
        >>> from nocontact import Rulebook
        >>> report = proved(Rulebook.load())
        >>> report.held, report.scenarios > 10**30
        (True, True)
    """
    start = perf_counter()
    compiled = partial(all_scenarios, rulebase, nodes, seconds)
    size = compiled().space.size
    proofs = tuple(
        _proof(compiled, promise, where, seconds)
        for promise, where in _promises(rulebase)
        if only is None or promise.id in only
    )
    meta = rulebase.metadata
    return ProofReport(
        name=meta.name,
        version=meta.version,
        digest=rulebase.digest,
        scenarios=size,
        proofs=proofs,
        nodes=compiled().space.diagrams.nodes,
        seconds=perf_counter() - start,
    )


def _promises(rulebase: CheckedRulebase) -> Iterator[tuple[Promise, Where]]:
    for promise in rulebase.promises:
        yield promise, broken_where
    for name, says, broken in built_in():
        yield Promise(name, says, ALWAYS, ALWAYS, (), False, (), ()), _of_all(broken)


def _of_all(broken: Broken) -> Where:
    return lambda scenarios, _: broken(scenarios)


def _proof(
    compiled: Callable[[], AllScenarios], promise: Promise, where: Where, seconds: float
) -> Proof:
    """Prove one promise; what does not fit leaves room for the next one."""
    start = perf_counter()
    try:
        proof = _verdict(compiled, promise, where, seconds)
    except ProofError as error:
        proof = Proof(promise.id, promise.says, promise.sources, "not_proved", None,
                      why_not=error.diagnostics[0].message)  # fmt: skip
    return replace(proof, seconds=perf_counter() - start)


@alone_when_full
def _verdict(
    compiled: Callable[[], AllScenarios], promise: Promise, where: Where, seconds: float
) -> Proof:
    scenarios = compiled()  # anew, when the promise before this one overflowed
    with within(seconds, f"proving `{promise.id}`"):
        broken = where(scenarios, promise) & scenarios.space.well_formed
        doing(f"looking for the least that breaks `{promise.id}`")
        found = counterexample(scenarios, promise, broken)
    if found is None:
        return Proof(promise.id, promise.says, promise.sources, "held", 0)
    return Proof(
        promise.id,
        promise.says,
        promise.sources,
        "broken",
        broken.count,
        found,
        rules_taking_part(scenarios.rulebase, promise, found),
    )


def rules_taking_part(
    rulebase: CheckedRulebase, promise: Promise, found: Counterexample
) -> tuple[str, ...]:
    """Return the rules behind a counterexample.

    For neighbours: the rules that fire in only one of the two. For one scenario: the rules that
    fire and raise something that the promise speaks of.
    """
    fired = ReferenceEngine().infer(rulebase, found.facts).fired
    if found.facts_before is not None:
        before = ReferenceEngine().infer(rulebase, found.facts_before).fired
        return tuple(
            rule.id for rule in rulebase.rules if (rule.id in fired) != (rule.id in before)
        )
    spoken = _spoken_of(promise)
    by_id = rulebase.rules_by_id
    return tuple(name for name in fired if any(f in spoken for f, _ in by_id[name].raises))


def _spoken_of(promise: Promise) -> frozenset[str]:
    conditions = [promise.when, *([promise.then] if promise.then else [])]
    subjects = {atom.subject for each in conditions for atom in atoms_of(each)}
    families = ("step.", "permitted.")
    statuses = {f"status.{s.split('.', 1)[1]}" for s in subjects if s.startswith(families)}
    return frozenset(subjects | statuses)
