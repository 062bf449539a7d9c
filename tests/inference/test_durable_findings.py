"""What durable-rules 2.0.28 does, right and wrong, where the Rete engine depends on it.

A newer release that mends or breaks one of these is noticed here. What can crash or hang runs
in a process of its own. Numbers with # are issues of jruizgit/rules.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest

from nocontact.inference.durable_host import MESSAGE_ID, STATE_IDS
from nocontact.inference.property_tests import PropertyTest, codes_of
from nocontact.inference.rete_engine import rete_available
from nocontact.inference.rete_network import (
    GUARD,
    MOST_BRANCHES,
    MOST_RULES,
    MOST_SUBJECTS,
    MOST_WAITING,
)

pytestmark = pytest.mark.skipif(
    not rete_available(), reason="durable-rules is not installed, or cannot be loaded here"
)

DRIVER = """
import json, os, sys
if hasattr(sys, "setdlopenflags"):
    sys.setdlopenflags(os.RTLD_LAZY)    # Python 3.13: a symbol is missing that is never called
from durable import engine
network = engine.durable_rules_engine

def loaded(*tests):
    rules = {f"r{at}": {"all": [{"m": test}]} for at, test in enumerate(tests)}
    return network.create_ruleset("t", json.dumps(rules))

def fired(handle, fact, sid="s", id="m", delete=True):
    refused, state = network.assert_fact(handle, json.dumps({"sid": sid, "id": id, **fact}))
    names = []
    if not refused:
        started = network.start_action_for_state(handle, state)
        firing = started and started[1]
        while firing:
            names.append(firing.split('"')[1])
            firing = network.complete_and_start_action(handle, state)
    if delete:
        network.delete_state(handle, sid)
    return names if not refused else refused
"""


def run(script: str, timeout: float = 30) -> subprocess.CompletedProcess[str]:
    """Run a script in a process whose new memory is full of rubbish (where glibc is used)."""
    return subprocess.run([sys.executable, "-W", "ignore", "-c", DRIVER + script], text=True,
                          capture_output=True, timeout=timeout, check=False,
                          env={**os.environ, "MALLOC_PERTURB_": "165"})  # fmt: skip


def result_of(script: str) -> Any:
    """Return what the script prints, as data; it must end well."""
    ended = run(f"{script}\n")
    assert ended.returncode == 0, ended.stderr[-500:]
    return json.loads(ended.stdout)


def hash32(text: str) -> int:
    """Return the hash by which durable-rules tells names and ids apart (FNV-1a)."""
    found = 2166136261
    for byte in text.encode():
        found = ((found ^ byte) * 16777619) & 0xFFFFFFFF
    return found


@pytest.mark.parametrize("values", [9, 30])
def test_comparisons_of_codes_are_right_for_every_pair(values: int) -> None:
    codes = list(codes_of([str(at) for at in range(values)]).values())[:: values // 9]
    pairs = product(("$eq", "$neq", "$gte", "$lte"), codes)
    tests = {f"r{at}": PropertyTest("x", *pair) for at, pair in enumerate(pairs)}
    written = [{test.operator: {"x": test.code}} for test in tests.values()]
    seen = result_of(f"""
handle = loaded(*{written}, {{"k": "k"}})
print(json.dumps([sorted(fired(handle, {{"k": "k", "x": code}})) for code in {codes}]))""")
    guard = f"r{len(tests)}"
    assert seen == [
        sorted([guard, *(name for name, test in tests.items() if test.passes(code))])
        for code in codes
    ]


def test_a_conjunction_fires_once_whatever_the_order_of_the_message() -> None:
    seen = result_of("""
from itertools import permutations
handle = loaded({"k": "k"}, {"$and": [{"k": "k"}, {"a": "x"}, {"$neq": {"b": "y"}}, {"c": "z"}]})
facts = permutations({"k": "k", "a": "x", "b": "x", "c": "z"}.items())
print(json.dumps([sorted(fired(handle, dict(fact))) for fact in facts]))""")
    assert seen == [["r0", "r1"]] * 24


def test_a_comparison_of_a_missing_property_is_false() -> None:
    seen = result_of("""
handle = loaded({"k": "k"}, *({operator: {"x": "b"}} for operator in ("$neq", "$gte", "$lte")))
print(json.dumps(fired(handle, {"k": "k"})))""")
    assert seen == ["r0"]


def test_a_disjunction_fires_once_for_each_true_part() -> None:
    """Finding 25: why conditions are spelled out as cases."""
    seen = result_of("""
handle = loaded({"$or": [{"x": "a"}, {"y": "a"}]})
print(json.dumps(fired(handle, {"x": "a", "y": "a"})))""")
    assert seen == ["r0", "r0"]


def test_a_negation_first_depends_on_the_order_of_facts() -> None:
    """Finding 1 (#402): why nothing is negated in the network."""
    seen = result_of("""
handle = network.create_ruleset("t", json.dumps(
    {"r": {"all": [{"n$not": {"k": "n"}}, {"a": {"k": "a"}}]}, "g": {"all": [{"m": {"g": "g"}}]}}))
print(json.dumps(fired(handle, {"k": "a", "g": "g"})))""")
    assert seen == ["g"]  # nothing is negative, yet `r` does not fire


def test_numbers_and_text_are_mixed_up() -> None:
    """Finding 8: why every value is a short string."""
    assert result_of('print(json.dumps(fired(loaded({"x": "1"}), {"x": 1})))') == ["r0"]


def test_a_fact_that_no_rule_matches_is_refused() -> None:
    """Finding 7 (#286): why each message matches the guard."""
    assert result_of('print(json.dumps(fired(loaded({"x": "a"}), {"x": "b"}, delete=False)))') == 1


UNFIRED = """
handle = loaded({"x": "a"})
for sid in "abcd" if PRIME else "":
    fired(handle, {"x": "a"}, sid=sid, delete=False)
for sid in "abcd" if PRIME else "":
    network.delete_state(handle, sid)
print(fired(handle, {"x": "b"}))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the rubbish is glibc's")
def test_deleting_a_state_in_which_nothing_fired_kills_the_process() -> None:
    """Finding 24: `createStateNode` does not clear the context that `deleteStateNode` frees."""
    assert run(UNFIRED.replace("PRIME", "False")).returncode < 0


def test_deleting_it_in_a_primed_place_does_not() -> None:
    ended = run(UNFIRED.replace("PRIME", "True"))
    assert (ended.returncode, ended.stdout) == (0, "1\n")


def test_a_ruleset_holds_1024_states_unless_they_are_deleted() -> None:
    """Finding 11 (#137)."""
    seen = result_of("""
handle, held = loaded({"k": "k"}), 0
for at in range(3000):
    fired(handle, {"k": "k"}, sid=str(at))
try:
    for held in range(3000):
        fired(handle, {"k": "k"}, sid=str(held), delete=False)
except MemoryError:
    print(held)""")
    assert seen == 1024


def test_facts_are_told_apart_by_32_bits() -> None:
    """Finding 5 (#376): two ids with one hash; the second fact is taken for the first."""
    assert hash32("i116048") == hash32("i1308084")
    seen = result_of("""
handle, twins = loaded({"x": "a"}), ("i116048", "i1308084")
print(json.dumps([fired(handle, {"x": "a"}, id=twin, delete=False) for twin in twins]))""")
    assert seen == [["r0"], 2]


def test_no_name_or_id_of_ours_is_taken_for_another() -> None:
    assert (hash32("sid"), hash32("id")) == (3593476751, 926444256)  # as in state.h
    states = [*STATE_IDS, *(f"sid-{sid}" for sid in STATE_IDS), MESSAGE_ID]
    assert len(set(map(hash32, states))) == len(states)
    names = ["sid", "id", "$s", "$forward", GUARD, *(f"x{at}" for at in range(MOST_SUBJECTS))]
    assert len(set(map(hash32, names))) == len(names)


def accepted(sizes: Sequence[int], tests: str) -> Any:
    """Return how many rules fire on a message of so many properties, or the error."""
    return result_of(f"""
seen = []
for size in {list(sizes)}:
    handle = loaded({tests})
    try:
        seen.append(len(fired(handle, {{"k": "k", **{{f"x{{at}}": "a" for at in range(size)}}}})))
    except network.error as error:
        seen.append(str(error)[-3:])
print(json.dumps(seen))""")


def test_a_message_holds_fewer_than_255_properties() -> None:
    """Finding 27: error 302."""
    assert accepted((MOST_SUBJECTS, 251, 252), '{"k": "k"}') == [1, 1, "302"]


def test_64_matches_may_wait_at_one_time() -> None:
    """Finding 27: error 303."""
    tests = '*({f"x{at}": "a"} for at in range(size))'
    assert accepted((MOST_WAITING, 64, 65), tests) == [MOST_WAITING, 64, "303"]


BRANCHES = """
handle = loaded(*({"x": f"v{at}"} for at in range(SIZE)))
print(len(fired(handle, {"x": "v0"})))
"""


def test_512_comparisons_in_one_place_hang() -> None:
    """Finding 17: the table of a node is full, and the search for a free place never ends."""
    assert MOST_BRANCHES < 511 and MOST_RULES < 500
    assert run(BRANCHES.replace("SIZE", "511")).stdout == "1\n"
    with pytest.raises(subprocess.TimeoutExpired):
        run(BRANCHES.replace("SIZE", "512"), timeout=2)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_ruleset_that_is_deleted_gives_its_memory_back() -> None:
    """Finding 12 (#137): the Python layer never deletes one; the network can."""
    grown = result_of("""
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
def load(times):
    for _ in range(times):
        handle = loaded(*({f"x{at}": "a"} for at in range(60)))
        fired(handle, {"x1": "a"})
        network.delete_ruleset(handle)
    return memory()
before = load(100)
print(load(400) - before)""")
    assert grown < 4  # MB; 400 rulesets of 150 kB and more
