"""A child process waits for no thread that stayed behind in its parent."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from functools import cached_property
from importlib import import_module
from inspect import getmembers, isclass

import pytest

import nocontact
from nocontact import fork_safety

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


def test_no_class_takes_the_lock_of_functools() -> None:
    """In Python 3.11 that lock is one for all objects of a class, and stays locked in a child."""
    taken = [
        f"{module.name}.{kind.__name__}.{name}"
        for module in pkgutil.walk_packages(nocontact.__path__, "nocontact.")
        if not module.name.endswith("__main__") and module.name != "nocontact.notebook.widget"
        for _, kind in getmembers(import_module(module.name), isclass)
        for name, value in vars(kind).items()
        if isinstance(value, cached_property) and type(value) is not fork_safety.cached_property
        if kind.__module__.startswith("nocontact.")
    ]
    assert taken == []


HEAD = """
import os, signal, threading, warnings
warnings.simplefilter("ignore")  # Python 3.12 warns of forks beside threads
from nocontact import Scenario, recommend

def in_child(work):
    child = os.fork()
    if child == 0:
        signal.alarm(200)
        os._exit(0 if work() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
"""

WHILE_ASKED = """
from nocontact.recommendation import explained
begun, done, open_questions = threading.Event(), threading.Event(), explained.open_questions
def slow(situation):
    begun.set()
    done.wait()
    return open_questions(situation)
rec, other = (recommend(Scenario(hope=hope), engine="reference") for hope in ("some", "none"))
explained.open_questions = slow
thread = threading.Thread(target=lambda: rec.ask)
thread.start()
begun.wait()
explained.open_questions = open_questions
print(in_child(lambda: len(other.ask) > 1))
done.set()
thread.join()
"""

WHILE_LOADED = """
from nocontact import fork_safety
begun, loaded = threading.Event(), []
def load():
    with fork_safety.no_fork():
        begun.set()
        for at in range(200_000): pass
        loaded.append(True)
thread = threading.Thread(target=load)
thread.start()
begun.wait()
print(in_child(lambda: loaded == [True] and load() is None and len(loaded) == 2))
thread.join()
print(in_child(lambda: load() is None))
"""


@needs_fork
@pytest.mark.parametrize(
    ("script", "said"), [(WHILE_ASKED, "0"), (WHILE_LOADED, "0 0")], ids=["asked", "loaded"]
)
def test_a_child_forked_meanwhile_goes_on(script: str, said: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HEAD + script], capture_output=True, text=True, timeout=280,
        check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout.split(), ended.stderr) == (0, said.split(), "")


AT_THE_END = """
import sys, threading, time
import nocontact as nc
from nocontact.proof.diagrams import Diagrams
calls, make, far = 0, Diagrams.make, threading.Event()
def counted(self, build):
    global calls
    calls += 1
    if calls > int(sys.argv[1]):
        far.set()
    return make(self, build)
Diagrams.make = counted
def work():
    while True:
        nc.prove()
threading.Thread(target=work, daemon=True).start()
assert far.wait(timeout=100)
"""


@pytest.mark.parametrize("calls", [100, 10_000, 30_000])
def test_a_program_may_end_while_a_thread_of_it_still_proves(calls: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_THE_END, str(calls)], capture_output=True, text=True, timeout=200
    )
    assert (done.returncode, done.stderr) == (0, "")
