"""Why the Rete engine leaves the Python layer of durable-rules 2.0.28 out.

When a newer release mends these, the owner of the rulesets may become simpler.
Numbers with # are issues of jruizgit/rules.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from nocontact.inference.rete_engine import rete_available

pytestmark = pytest.mark.skipif(
    not rete_available(), reason="durable-rules is not installed, or cannot be loaded here"
)

HEAD = """
import json, os, sys, threading
if hasattr(sys, "setdlopenflags"):
    sys.setdlopenflags(os.RTLD_LAZY)    # Python 3.13: a symbol is missing that is never called
from durable import engine
fired = []
def rule(action): return {"all": [{"m": {"x": "a"}}], "run": action}
"""


def result_of(script: str) -> Any:
    """Return what the script prints, as data; the process ends well."""
    ended = subprocess.run([sys.executable, "-W", "ignore", "-c", HEAD + script], text=True,
                           capture_output=True, timeout=30, check=False)  # fmt: skip
    assert ended.returncode == 0, ended.stderr[-500:]
    return json.loads(ended.stdout)


@pytest.mark.parametrize("stop", ["KeyboardInterrupt", "SystemExit", "ValueError"])
def test_it_swallows_what_actions_raise(stop: str) -> None:
    """Findings 2 and 26 (#305)."""
    seen = result_of(f"""
def stopped(c): raise {stop}
host = engine.Host({{"t": {{"a": rule(stopped), "b": rule(lambda c: fired.append("b"))}}}})
state = host.assert_fact("t", {{"x": "a"}})
print(json.dumps([fired, "exception" in state]))""")
    assert seen == [["b"], True]


def test_an_action_with_two_parameters_ends_the_firing() -> None:
    """Finding 26."""
    seen = result_of("""
host = engine.Host({"t": {"a": rule(lambda c, name="a": fired.append(name)),
                          "b": rule(lambda c: fired.append("b"))}})
host.assert_fact("t", {"x": "a"})
print(json.dumps(["b" in fired, len(fired)]))""")
    assert seen == [False, 1]


def test_it_starts_two_threads_for_each_host() -> None:
    """Finding 13 (#291, #391)."""
    seen = result_of("""
before = threading.active_count()
host = engine.Host({"t": {"a": rule(lambda c: None)}})
print(json.dumps([before, threading.active_count()]))""")
    assert seen == [1, 3]


def test_it_takes_the_actions_out_of_the_dictionary_it_is_given() -> None:
    """Finding 15."""
    seen = result_of("""
given = {"t": {"a": rule(lambda c: None)}}
engine.Host(given)
print(json.dumps(given))""")
    assert seen == {"t": {"a": {"all": [{"m": {"x": "a"}}]}}}


def test_an_event_fires_one_rule_and_a_fact_all() -> None:
    """Finding 6 (#400): why facts are asserted, not events."""
    seen = result_of("""
rules = {name: rule(lambda c, *, name=name: fired.append(name)) for name in ("a", "b")}
host = engine.Host({"t": rules})
host.assert_fact("t", {"x": "a"})
facts = len(fired)
host.post("t", {"x": "a", "sid": "other"})
print(json.dumps([facts, len(fired) - facts]))""")
    assert seen == [2, 1]
