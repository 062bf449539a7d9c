"""The Rete engine in a process of its own: forks, signals, memory, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from nocontact.inference.rete_engine import rete_available

pytestmark = pytest.mark.skipif(
    not rete_available(), reason="durable-rules is not installed, or cannot be loaded here"
)
needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")

HEAD = """
import os, signal, sys, threading, time
from nocontact.inference import ReferenceEngine
from nocontact.inference.durable_host import HOST
from nocontact.inference.rete_engine import ReteEngine
from nocontact.recommendation import Rulebook
rulebase = Rulebook.load()
row = rulebase.vocabulary.blank()
expected = ReferenceEngine().infer(rulebase, row)
def right(): return ReteEngine().infer(rulebase, row) == expected
assert right()
"""


def ended_well(script: str, said: str = "", **environment: str) -> None:
    """Run a script in a process of its own, where the rulebook has answered once."""
    ended = subprocess.run([sys.executable, "-W", "error", "-c", HEAD + script], text=True,
                           capture_output=True, timeout=60, check=False,
                           env={**os.environ, **environment})  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, said, "")


def test_no_thread_is_started() -> None:
    ended_well("print(threading.active_count())", "1\n")


def test_the_interpreter_ends_without_a_word() -> None:
    ended_well("")


@needs_fork
def test_a_child_process_answers_and_so_does_its_parent() -> None:
    ended_well(
        """
child = os.fork()
if child == 0:
    os._exit(0 if len(HOST) == 0 and right() and len(HOST) == 1 else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), right())
""",
        "0 True\n",
    )


@needs_fork
def test_a_child_forked_while_another_thread_answers_does_not_wait_for_ever() -> None:
    ended_well(
        """
import warnings
warnings.simplefilter("ignore")  # Python 3.12 warns of forks beside threads
stopped = threading.Event()
def ask():
    while not stopped.is_set():
        right()
others = [threading.Thread(target=ask) for _ in range(3)]
for other in others: other.start()
ended = []
for _ in range(20):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        os._exit(0 if right() else 1)
    ended.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
stopped.set()
for other in others: other.join()
print(sum(ended), right())
""",
        "0 True\n",
    )


@needs_fork
def test_a_child_forked_inside_an_answer_does_not_wait_for_ever() -> None:
    ended_well(
        """
with HOST.using("one", {}):
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        other = threading.Thread(target=lambda: os._exit(0 if right() else 1))
        other.start()
        other.join()
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
""",
        "0\n",
    )


@needs_proc
def test_memory_stays_flat_over_thousands_of_scenarios() -> None:
    ended_well(
        """
from pathlib import Path
def memory(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
for _ in range(500): right()
before = memory()
for _ in range(4000): right()
print(memory() - before < 2)
""",
        "True\n",
    )


@needs_proc
def test_uncleared_memory_changes_nothing() -> None:
    """With MALLOC_PERTURB_ the C library fills what it hands out with rubbish."""
    ended_well(
        """
for name, fact in rulebase.vocabulary.items():
    row[name] = fact.answers[-1]
    expected = ReferenceEngine().infer(rulebase, row)
    assert right()
""",
        MALLOC_PERTURB_="165",
    )


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there are no timers here")
def test_a_signal_handler_may_ask_while_an_answer_is_under_way() -> None:
    ended_well(
        """
asked = []
signal.signal(signal.SIGALRM, lambda *_: asked.append(right()))
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)  # more than one answer takes
end = time.monotonic() + 2
answers = set()
while time.monotonic() < end: answers.add(right())
signal.setitimer(signal.ITIMER_REAL, 0)
print(answers, all(asked), len(asked) > 5)
""",
        "{True} True True\n",
    )
