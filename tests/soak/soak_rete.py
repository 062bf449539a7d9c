"""The Rete engine for a long time, run by hand: does it crash, grow, or answer wrongly?

    python tests/soak/soak_rete.py                 # all parts, some minutes
    python tests/soak/soak_rete.py --rows 20000 --each 1000 row threads

Every answer is compared with the reference engine, on the shipped rulebook. Each part runs in a
process of its own, so that a crash is counted and not suffered. The exit code is 1 when one
part went wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from nocontact.facts import UNKNOWN
from nocontact.inference import ReferenceEngine
from nocontact.inference.rete_engine import ReteEngine, plan_of
from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase

THREADS = 8


def rows(rulebase: CheckedRulebase, count: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield rows of facts, from nothing known to everything known."""
    chosen = random.Random(seed)
    answers = {name: fact.answers for name, fact in rulebase.vocabulary.items()}
    for _ in range(count):
        share = chosen.choice((0, 0.2, 0.5, 0.8, 0.95))
        yield {
            name: UNKNOWN if chosen.random() < share else chosen.choice(known)
            for name, known in answers.items()
        }


class Count:
    """How many answers were right and wrong, and how long each engine took."""

    def __init__(self) -> None:
        self.right = self.wrong = self.fired = 0
        self.seconds: dict[str, list[float]] = {"reference": [], "rete": []}

    def add(self, rulebase: CheckedRulebase, row: Mapping[str, str]) -> None:
        start = time.perf_counter()
        expected = ReferenceEngine().infer(rulebase, row)
        middle = time.perf_counter()
        found = ReteEngine().infer(rulebase, row)
        self.seconds["reference"].append(middle - start)
        self.seconds["rete"].append(time.perf_counter() - middle)
        self.fired += len(found.fired)
        if found == expected:
            self.right += 1
        else:
            self.wrong += 1

    def __str__(self) -> str:
        times = "; ".join(
            f"{name} {statistics.median(taken) * 1e3:.3f} ms,"
            f" p99 {statistics.quantiles(taken, n=100)[98] * 1e3:.3f} ms"
            for name, taken in self.seconds.items()
        )
        return f"{self.right} right, {self.wrong} wrong, {self.fired} rules fired; {times}"


def megabytes() -> float:
    """Return what this process holds in memory now, or the most it ever held."""
    held = Path("/proc/self/statm")
    if held.exists():
        return int(held.read_text().split()[1]) * resource.getpagesize() / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def in_a_row(rulebase: CheckedRulebase, options: argparse.Namespace) -> int:
    """Answer many scenarios in one thread; memory is read at each tenth."""
    wrong, done = 0, 0
    for tenth in range(10):
        count = Count()
        for row in rows(rulebase, options.rows // 10, seed=tenth):
            count.add(rulebase, row)
        wrong, done = wrong + count.wrong, done + count.right + count.wrong
        print(f"  {done} scenarios, {megabytes():.1f} MB: {count}", flush=True)
    return wrong


def in_threads(rulebase: CheckedRulebase, options: argparse.Namespace) -> int:
    """Answer in several threads at once."""
    counts = [Count() for _ in range(THREADS)]

    def ask(at: int) -> None:
        for row in rows(rulebase, options.each, seed=100 + at):
            counts[at].add(rulebase, row)

    start = time.perf_counter()
    threads = [threading.Thread(target=ask, args=(at,)) for at in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    right, wrong = sum(each.right for each in counts), sum(each.wrong for each in counts)
    print(f"  {THREADS} threads: {right} right, {wrong} wrong, {megabytes():.1f} MB, "
          f"{time.perf_counter() - start:.0f} s")  # fmt: skip
    return wrong + int(options.each) * THREADS - right - wrong


def after_fork(rulebase: CheckedRulebase, options: argparse.Namespace) -> int:
    """Fork again and again, while another thread answers; each child answers too."""
    stopped, beside = threading.Event(), Count()

    def ask() -> None:
        while not stopped.is_set():
            for row in rows(rulebase, 50, seed=7):
                beside.add(rulebase, row)

    other = threading.Thread(target=ask)
    other.start()
    wrong = sum(_child(rulebase, seed) != 0 for seed in range(options.forks))
    stopped.set()
    other.join()
    print(f"  {options.forks} children, {wrong} of them wrong; beside them: {beside}")
    return wrong + beside.wrong


def _child(rulebase: CheckedRulebase, seed: int) -> int:
    child = os.fork()
    if child == 0:
        count = Count()
        for row in rows(rulebase, 50, seed):
            count.add(rulebase, row)
        os._exit(min(count.wrong, 1))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


PARTS: Mapping[str, Callable[[CheckedRulebase, argparse.Namespace], int]] = {
    "row": in_a_row,
    "threads": in_threads,
    "fork": after_fork,
}


def one_part(options: argparse.Namespace) -> int:
    rulebase = Rulebook.load()
    print(f"{options.parts[0]}: {rulebase.metadata.version}, {len(rulebase.rules)} rules,"
          f" {plan_of(rulebase)}")  # fmt: skip
    before = megabytes()
    wrong = PARTS[options.parts[0]](rulebase, options)
    print(f"  memory {before:.1f} MB before, {megabytes():.1f} MB after", flush=True)
    return 1 if wrong else 0


def every_part(options: argparse.Namespace) -> int:
    failed = 0
    for part in options.parts:
        command = [sys.executable, __file__, "--alone", "--rows", str(options.rows),
                   "--each", str(options.each), "--forks", str(options.forks), part]  # fmt: skip
        code = subprocess.run(command, check=False).returncode
        print(f"  ended with {code}: {'well' if code == 0 else 'CRASHED' if code < 0 else 'WRONG'}",
              flush=True)  # fmt: skip
        failed += code != 0
    return 1 if failed else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("parts", nargs="*", help=f"some of: {', '.join(PARTS)}")
    parser.add_argument("--rows", type=int, default=200_000, help="scenarios in a row")
    parser.add_argument("--each", type=int, default=10_000, help="scenarios in each thread")
    parser.add_argument("--forks", type=int, default=200, help="children")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.parts = options.parts or list(PARTS)
    if not set(options.parts) <= set(PARTS):
        parser.error(f"the parts are: {', '.join(PARTS)}")
    return one_part(options) if options.alone else every_part(options)


if __name__ == "__main__":
    sys.exit(main())
