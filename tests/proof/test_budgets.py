"""What does not fit is "not proved (budget)": the rest is proved, and nothing stays broken."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Event, Thread
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from nocontact import Recommendation, Rulebook, Scenario, prove, recommend
from nocontact.cli.__main__ import main
from nocontact.diagnostics import ProofError
from nocontact.facts import Vocabulary
from nocontact.facts.answer_types import SetAnswer
from nocontact.facts.asked import asked_set
from nocontact.parsing import texts_of
from nocontact.proof import (
    AllScenarios,
    all_scenarios,
    budget,
    proved,
)
from nocontact.proof.budget import doing, over, within
from nocontact.proof.comparing import compared
from nocontact.proof.counting import counted
from nocontact.proof.exact_checks import exact_problems
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked
from nocontact.testing.rule_coverage import coverage_report
from nocontact.testing.rule_mutation import mutation_report

from .small_rulebooks import VOCABULARY, Data, decision, texts

SIZE = 26
HALF = 12


def _promise(name: str, **others: object) -> Data:
    return {"id": name, "says": "It holds.", "source": [1], **others}


class Marks(BaseModel):
    """One question with many members."""

    marks: SetAnswer[
        Literal["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l",
                "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x"]
    ] = asked_set("Which marks?")  # fmt: skip


def _tangled() -> CheckedRulebase:
    """Return a small rulebook; of its three promises, the second compares half with half."""
    names = [*Vocabulary.of(Marks)]
    pairs = zip(names[:HALF], names[HALF:], strict=True)
    equal = [
        {"any": [{"all": [{one: level}, {two: level}]} for level in ("yes", "no")]}
        for one, two in pairs
    ]
    sure = {"when": {names[0]: True}, "then": {"worry": True}}
    promises = [
        _promise("before", **sure),
        _promise("tangled", when={"all": equal}, then={"worry": True}),
        _promise("after", **sure),
    ]
    found = decision("d", [({names[0]: True}, {"worry": True})], {"worry": "yes_no"})
    planning: Data = {"permitted": ["suggested"], "preference": [], "needs": []}
    return checked(texts({"d": found}, [], planning, promises), Vocabulary.of(Marks))


def _rulebook(when: object = "always") -> CheckedRulebase:
    """Return a rulebook with one finding and three promises: the first and the last hold."""
    rules: list[tuple[object, Data]] = [
        ({"ready": "yes"}, {"calm": "yes"}), (when, {"worry": True}),
    ]  # fmt: skip
    promises = [
        _promise("first", when={"ready": True}, then={"calm": True}),
        _promise("second", when={"mood": "low"}, then={"calm": True}),
        _promise("third", raising=["ready"], never_lowers=["calm"]),
    ]
    found = decision("d", rules, {"calm": "yes_no", "worry": "yes_no"})
    planning: Data = {"permitted": ["suggested"], "preference": [], "needs": []}
    return checked(texts({"d": found}, [], planning, promises), VOCABULARY)


TANGLED = _tangled()


def _verdicts(rulebase: CheckedRulebase) -> dict[str, str]:
    names = ("first", "second", "third")
    return {proof.promise: proof.verdict for proof in proved(rulebase, names).proofs}


def test_without_a_tangle_all_are_decided() -> None:
    assert _verdicts(_rulebook()) == {"first": "held", "second": "broken", "third": "held"}


def test_a_tangled_promise_is_not_proved_and_the_others_are() -> None:
    """As many marks in the first half as in the second, one by one: 2 ** 12 nodes at least."""
    report = proved(TANGLED, nodes=5_000)
    verdicts = {proof.promise: proof.verdict for proof in report.proofs[:3]}
    assert verdicts == {"before": "held", "tangled": "not_proved", "after": "held"}
    given_up = report["tangled"]
    assert given_up.why_not == "not proved (budget): more than 5,000 nodes while proving `tangled`"
    assert given_up.broken is None and given_up.counterexample is None
    assert not report.held
    assert given_up.why_not in " ".join(report.to_text().split())


def test_with_room_the_same_promise_is_decided() -> None:
    """Broken where the halves are equal and the finding is not raised."""
    found = proved(TANGLED, ("tangled",))["tangled"]
    assert found.verdict == "broken"
    assert found.counterexample is not None and found.counterexample.answers == {"marks": []}


def _no_memory() -> None:
    raise MemoryError


def test_what_overflowed_is_thrown_away_and_what_did_not_is_kept() -> None:
    rulebase = _rulebook({"mood": "low"})
    first = all_scenarios(rulebase)
    assert all_scenarios(rulebase) is first
    with pytest.raises(ProofError):
        first.space.diagrams.make(_no_memory)
    again = all_scenarios(rulebase)
    assert again is not first and all_scenarios(rulebase) is again
    assert again.space.size == first.space.size


@pytest.mark.parametrize(
    ("nodes", "stage"),
    [(100, "setting up"), (2_000, r"compiling the decision `\w+`"), (100_000, "the plan")],
)
def test_rules_that_do_not_fit_name_what_grew_and_the_way_out(nodes: int, stage: str) -> None:
    """Nothing is kept of what was given up: with room, all is proved."""
    with pytest.raises(
        ProofError, match=rf"NC702: .*budget.* {nodes:,} nodes .*({stage})"
    ) as caught:
        prove(nodes=nodes)
    (problem,) = caught.value.diagnostics
    assert "findings" in problem.help and "`nodes`" in problem.help
    assert all_scenarios(Rulebook.load()).space.size > 10**30


def test_rules_that_take_too_long_name_what_grew() -> None:
    with pytest.raises(ProofError, match=r"NC703: .*budget.* 0 seconds while compiling the"):
        proved(_rulebook({"mood": "even"}), seconds=0)


def test_a_promise_has_its_own_time() -> None:
    """Compiling was paid for before; then no time is left for any promise."""
    rulebase = _rulebook({"mood": "high"})
    all_scenarios(rulebase)
    report = proved(rulebase, seconds=0)
    assert {proof.verdict for proof in report.proofs} == {"not_proved"}
    assert "more than 0 seconds while proving `first`" in report["first"].why_not


def test_the_command_takes_both_budgets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove", "--nodes", "2000"]) == 2
    assert "NC702: not proved (budget): more than 2,000 nodes" in capsys.readouterr().err
    assert main(["prove", "--nodes", "200000", "--seconds", "0"]) == 2
    assert "NC703: not proved (budget): more than 0 seconds" in capsys.readouterr().err


def test_of_many_calls_at_once_one_compiles_and_the_others_wait_in_their_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rulebase, compile_, compiled = _rulebook({"mood": "even"}), AllScenarios.of, []
    begun, late = Event(), Event()

    def slow(*given: Any, **named: Any) -> AllScenarios:
        compiled.append(given)
        begun.set()
        late.wait()
        return compile_(*given, **named)

    monkeypatch.setattr(AllScenarios, "of", slow)
    found: list[AllScenarios] = []
    threads = [Thread(target=lambda: found.append(all_scenarios(rulebase))) for _ in range(4)]
    for thread in threads:
        thread.start()
    begun.wait()
    with pytest.raises(ProofError, match=r"NC703: .* 0.02 seconds while compiling the rules"):
        all_scenarios(rulebase, seconds=0.02)
    late.set()
    for thread in threads:
        thread.join()
    assert len(compiled) == 1 and len(found) == 4 and len({id(each) for each in found}) == 1


TICK = 1e-6
PERSON = Scenario(staying_away="nothing_holds", partner_space="keeps_trying", hope="some")
EXPLAINED: dict[str, Callable[[Recommendation], object]] = {
    "enough": lambda rec: rec.enough("wall").sets,
    "every enough": lambda rec: rec.enough("wall", every=True).sets,
    "unless": lambda rec: rec.unless("wall").changes,
    "ask": lambda rec: tuple(rec.ask),
    "provisional": lambda rec: rec.provisional,
    "effects": lambda rec: rec.ask[0].effects,
    "ways": lambda rec: rec.ask.scenarios,
}


@pytest.mark.parametrize("name", EXPLAINED)
def test_an_explanation_looks_at_its_time_all_the_way(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a clock that goes on by a microsecond at each look: stopped anywhere, it refuses."""
    ask = EXPLAINED[name]
    expected = ask(recommend(PERSON, engine="reference"))
    looks = count()
    monkeypatch.setattr(budget, "monotonic", lambda: next(looks) * TICK)
    with within(60):
        assert ask(recommend(PERSON, engine="reference")) == expected
    taken = next(looks)
    assert taken > 2
    for allowed in (1, taken // 2):
        rec = recommend(PERSON, engine="reference")
        with within(allowed * TICK), pytest.raises(ProofError, match="NC703"):
            ask(rec)
        with within(60):
            assert ask(rec) == expected


def test_an_explanation_refuses_in_its_own_words() -> None:
    all_scenarios(Rulebook.load())  # so that it is not compiling which takes the time
    rec = recommend(PERSON, engine="reference")
    for ask, said in ((rec.enough, "looking for what is enough for `wall`"),
                       (rec.unless, "looking for what would change `wall`")):  # fmt: skip
        with pytest.raises(ProofError) as caught:
            ask("wall", seconds=0)
        (problem,) = caught.value.diagnostics
        assert problem.message == f"not explained (budget): more than 0 seconds while {said}"
        assert "allow more `seconds`" in problem.help
    with within(0), pytest.raises(ProofError, match="while looking for what to ask next"):
        assert rec.ask


def test_what_compiles_on_the_way_does_not_change_what_a_call_is_doing() -> None:
    with within(60, "looking for what to ask next"):
        AllScenarios.of(_rulebook({"mood": "even"}))
        assert doing() == "looking for what to ask next"


SMALL = texts_of(Path(__file__).parents[1] / "diagnostics/minimal_rulebook")


def _small(name: str) -> CheckedRulebase:
    """Return a rulebook of the shipped questions; of each name, nothing is kept of another."""
    wall = f"{SMALL['wall.yaml']}\n# {name}\n"
    return checked({**SMALL, "wall.yaml": wall}, Rulebook.load().vocabulary)


def _asked(ask: Callable[[Recommendation], object]) -> Callable[[CheckedRulebase], object]:
    return lambda rules: ask(recommend(Scenario(), rulebook=rules, engine="reference"))


WORKED_OUT: dict[str, Callable[[CheckedRulebase], object]] = {
    "prove": lambda rules: [each.verdict for each in proved(rules).proofs],
    "stats": lambda rules: counted(rules).share("finding", "wall", "none"),
    "compare": lambda rules: compared(rules, _small("other")).equivalent,
    "check": lambda rules: [str(each) for each in exact_problems(rules)],
    "coverage": lambda rules: coverage_report(rules, ()).share,
    "mutate": lambda rules: [each.fate for each in mutation_report(rules, ()).results],
    "enough": _asked(lambda rec: rec.enough("wall", every=True).to_dict()),
    "unless": _asked(lambda rec: rec.unless("wall").to_dict()),
    "ask": _asked(lambda rec: rec.ask.to_dict()),
    "provisional": _asked(lambda rec: rec.provisional),
}


@pytest.mark.parametrize("name", WORKED_OUT)
def test_room_that_other_calls_took_is_not_missed_by_this_one(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The diagrams that calls share are full, as if others had filled them at this moment."""
    work = WORKED_OUT[name]
    expected = work(_small(f"{name} alone"))
    rules = _small(f"{name} beside others")
    shared = all_scenarios(rules)
    looked: list[object] = []

    def full(build: object) -> None:
        looked.append(build)
        shared.space.diagrams.spent = True
        raise over("NC702", "6,000,000 nodes", "nodes")

    monkeypatch.setattr(shared.space.diagrams, "make", full)
    assert work(rules) == expected
    assert looked, "the call did not come to the diagrams that are full"
    assert work(rules) == expected


TRUE_OVERFLOWS = f"""
from nocontact.diagnostics import ProofError
from nocontact.proof.diagrams import Diagrams

def tangled(nodes):
    d = Diagrams(map(str, range(2 * {SIZE})), nodes)
    return d.every(d.var(at) ^ d.var(at + {SIZE}) for at in range({SIZE}))

for _ in range(3):
    try:
        tangled(20_000)
    except ProofError as error:
        print(error.diagnostics[0].code)
print(Diagrams("ab", 100).var(0).count)
"""


def test_after_true_overflows_the_process_lives_and_new_diagrams_work() -> None:
    """In a process of its own, so that an abort is seen as one."""
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", TRUE_OVERFLOWS], capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(source)},
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()) == (0, ["NC702"] * 3 + ["2"]), done.stderr


LITTLE_ADDRESS_SPACE = """
from resource import RLIMIT_AS, setrlimit
import nocontact as nc
setrlimit(RLIMIT_AS, (2**30, 2**30))
try:
    nc.prove()
except nc.NocontactError as error:
    print(error)
print(nc.recommend({}).trace.engines[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_with_too_little_address_space_a_proof_is_refused_and_the_process_lives() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LITTLE_ADDRESS_SPACE], capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        "NC702: not proved (budget): this process may address 1.0 GiB\n"
        "  help: allow it 2 GiB of address space (`ulimit -v`)\n"
    )
    assert done.stdout.endswith("reference\n")
