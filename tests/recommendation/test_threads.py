"""Many threads at once get what one gets, whatever the others do in whatever time they have."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Barrier, Thread

import pytest

from nocontact import ProofError, Rulebook, Scenario, prove, recommend
from nocontact.parsing import texts_of
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.generated_rulebooks import checked

THREADS = 8
RULES = Rulebook.load()
SMALL = texts_of(Path(__file__).parents[1] / "diagnostics/minimal_rulebook")
PEOPLE = (
    Scenario(staying_away="nothing_holds", considering={"block_email"}),
    Scenario(danger_signs={"choked"}, danger_when="now", hope="some"),
)
Job = Callable[[], object]


def loaded(number: int) -> CheckedRulebase:
    """Return a small rulebook that nobody has loaded before; it is dropped after its use."""
    levels = ("none", "some", "strong")
    edited = {name: text.replace("hope: strong", f"hope: {levels[number % 3]}")
              for name, text in SMALL.items()}  # fmt: skip
    return checked(
        {**edited, "wall.yaml": f"{edited['wall.yaml']}\n# {number}\n"}, RULES.vocabulary
    )


def of_loaded(number: int) -> object:
    rec = recommend({"hope": "some"}, rulebook=loaded(number), engine="reference")
    return rec.wall, rec.enough("wall", every=True).to_dict(), rec.to_text()


VERDICTS = {proof.promise: proof.verdict for proof in prove().proofs}


def in_no_time() -> str:
    """Return a verdict that is not what it is with enough time; there is none."""
    try:
        report = prove(seconds=0.02)
    except ProofError as error:
        return "" if error.diagnostics[0].code == "NC703" else str(error)
    for proof in report.proofs:
        budget = f"not proved (budget): more than 0.02 seconds while proving `{proof.promise}`"
        least = f"looking for the least that breaks `{proof.promise}`"
        decided = proof.verdict == VERDICTS[proof.promise]
        if not decided and proof.why_not != budget and least not in proof.why_not:
            return f"{proof.promise}: {proof.verdict}, {proof.why_not}"
    return ""


def _recommended(person: Scenario) -> object:
    return recommend(person).to_json()


def _enough(person: Scenario) -> object:
    return recommend(person).enough("wall", seconds=3600).to_dict()


def _unless(person: Scenario) -> object:
    return recommend(person).unless("stance", seconds=3600).to_dict()


def _asked(person: Scenario) -> object:
    return recommend(person).ask.to_dict()


def jobs() -> Mapping[str, Job]:
    """Return what is asked, by name; each job begins anew, and nothing is kept in an answer."""
    found: dict[str, Job] = {"prove in no time": in_no_time}
    for at, person in enumerate(PEOPLE):
        found |= {
            f"recommend {at}": partial(_recommended, person),
            f"enough {at}": partial(_enough, person),
            f"unless {at}": partial(_unless, person),
            f"ask {at}": partial(_asked, person),
            f"load {at}": partial(of_loaded, at),
        }
    return found


@pytest.mark.slow
def test_eight_threads_get_the_answers_that_one_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nocontact.proof.budget.SECONDS", 3600.0)  # however busy the machine is
    asked = jobs()
    expected = {name: job() for name, job in asked.items()}
    assert expected["prove in no time"] == ""
    wrong: list[str] = []
    together = Barrier(THREADS)

    def work(seed: int) -> None:
        chosen = random.Random(seed)
        names = [*chosen.sample([*asked], 4), "prove in no time"]
        together.wait()
        for turn, name in enumerate(names):
            try:
                found = asked[name]()
            except Exception as error:  # told below, by the thread that watches
                found = error
            if found != expected[name]:
                wrong.append(f"{name}: {found!r}")
            if turn == seed % 4:
                of_loaded(100 + seed * len(names) + turn)

    threads = [Thread(target=work, args=(seed,)) for seed in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert {name: job() for name, job in asked.items()} == expected


@pytest.mark.slow
def test_after_two_proofs_that_overlapped_all_else_answers() -> None:
    """The second begins before the first ends, and ends after it."""
    failed: list[ProofError] = []

    def proved(wait: Barrier) -> None:
        wait.wait()
        try:
            prove(seconds=0.02)
        except ProofError as error:
            failed.append(error)

    begin = Barrier(2)
    threads = [Thread(target=proved, args=(begin,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        rec = recommend(PEOPLE[0], engine="reference")
        assert rec.enough("stance").sets and rec.unless("wall").changes and rec.ask
        assert "More answers may change this" in rec.to_text(width=1000)
    assert all(error.diagnostics[0].code == "NC703" for error in failed)
    assert {proof.verdict for proof in prove().proofs} <= {"held", "broken"}


FORKED_AND_INTERRUPTED = """
import os, random, signal, threading, warnings
warnings.simplefilter("ignore")  # Python 3.12 warns of forks beside threads
from tests.recommendation.test_threads import jobs

asked = {name: job for name, job in jobs().items() if not name.startswith("prove")}
expected = {name: job() for name, job in asked.items()}
over, wrong, chosen = threading.Event(), [], random.Random(1)

def work(seed):
    mine = random.Random(seed)
    while not over.is_set():
        name = mine.choice([*asked])
        if asked[name]() != expected[name]:
            wrong.append(name)

def interrupt(*_):
    raise KeyboardInterrupt

def in_child():
    child = os.fork()
    if child == 0:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(200)
        os._exit(0 if all(asked[name]() == expected[name] for name in asked) else 1)
    return child

threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
for thread in threads:
    thread.start()
children, interrupted = [], 0
signal.signal(signal.SIGALRM, interrupt)
for turn in range(24):
    if turn % 8 == 0:
        children.append(in_child())
    try:
        signal.setitimer(signal.ITIMER_REAL, chosen.uniform(0.001, 1.0))
        name = chosen.choice([*asked])
        if asked[name]() != expected[name]:
            wrong.append(name)
        signal.setitimer(signal.ITIMER_REAL, 0)
    except KeyboardInterrupt:
        interrupted += 1
over.set()
for thread in threads:
    thread.join()
print(wrong, [os.waitpid(child, 0)[1] for child in children], interrupted > 3)
print({name: job() for name, job in asked.items()} == expected)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_forks_and_interrupts_meanwhile_change_no_answer() -> None:
    done = subprocess.run(
        [sys.executable, "-c", FORKED_AND_INTERRUPTED],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=500,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["[] [0, 0, 0] True", "True"]
