"""One owner of all rulesets: threads, broken calls, what is kept and what is dropped."""

from __future__ import annotations

import json
import random
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from types import FrameType, SimpleNamespace
from typing import Any

import pytest

from nocontact.diagnostics import EngineError
from nocontact.facts import UNKNOWN, Scenario, Vocabulary
from nocontact.inference import Outcome, ReferenceEngine, durable_host
from nocontact.inference.durable_host import HOST, MOST_LOADED, DurableHost, Rulesets
from nocontact.inference.rete_engine import ReteEngine, plan_of, rete_available
from nocontact.inference.rete_network import GUARD
from nocontact.recommendation import Rulebook

pytestmark = pytest.mark.skipif(
    not rete_available(), reason="durable-rules is not installed, or cannot be loaded here"
)

DEFINITIONS = {"wall": json.dumps({
    "always": {"all": [{"m": {GUARD: GUARD}}]},
    "lock": {"all": [{"m": {"$and": [{GUARD: GUARD}, {"$gte": {"x0": "c"}}]}}]},
})}  # fmt: skip


def rows(count: int, seed: int) -> Iterator[dict[str, str]]:
    chosen = random.Random(seed)
    vocabulary = Vocabulary.of(Scenario)
    for _ in range(count):
        yield {name: chosen.choice((UNKNOWN, *f.answers)) for name, f in vocabulary.items()}


def answer(host: DurableHost, code: str = "d") -> tuple[str, ...]:
    with host.using("one", DEFINITIONS) as rulesets:
        return rulesets.fired("wall", {"x0": code})


def test_eight_threads_get_the_answers_that_one_gets() -> None:
    rulebase, failed = Rulebook.load(), []

    def ask(seed: int) -> None:
        for row in rows(150, seed):
            expected: Outcome = ReferenceEngine().infer(rulebase, row)
            if ReteEngine().infer(rulebase, row) != expected:
                failed.append(seed)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_the_rulebook_not_used_for_longest_is_dropped() -> None:
    host = DurableHost()
    for at in range(MOST_LOADED + 3):
        with host.using(str(at), DEFINITIONS) as rulesets:
            assert rulesets.fired("wall", {"x0": "c"}) == ("always", "lock")
        with host.using("0", DEFINITIONS):
            pass
    assert len(host) == MOST_LOADED
    assert list(host._loaded)[-2:] == [str(MOST_LOADED + 2), "0"]


def test_nothing_of_one_answer_is_left_for_the_next() -> None:
    host = DurableHost()
    for _ in range(2000):
        assert answer(host, "d") == ("always", "lock")
        assert answer(host, "b") == ("always",)


@pytest.mark.parametrize("broken", [{}, {"x": {"all": []}}, {"x": {"all": [{"m": {"k": [1]}}]}}])
def test_a_ruleset_that_is_not_taken_is_reported(broken: dict[str, object]) -> None:
    host = DurableHost()
    with (
        pytest.raises(EngineError, match="NC503: durable-rules did not answer"),
        host.using("broken", {**DEFINITIONS, "x": json.dumps(broken)}),
    ):
        pass
    assert answer(host) == ("always", "lock")


def test_a_message_that_is_not_taken_is_reported_without_its_content() -> None:
    host = DurableHost()
    secret = {f"x{at}": "secret" for at in range(400)}
    for _ in range(3):
        with (
            pytest.raises(EngineError, match=r"NC503.*302") as caught,
            host.using("one", DEFINITIONS) as rulesets,
        ):
            rulesets.fired("wall", secret)
        assert "secret" not in str(caught.value)
        assert len(host) == 0
        assert answer(host) == ("always", "lock")


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_stop_between_any_two_calls_passes_through_and_harms_nothing(
    at: int, stop: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finding 26: the Python layer would have swallowed it."""
    host = DurableHost()
    assert answer(host) == ("always", "lock")
    names = ("assert_fact", "start_action_for_state", "complete_and_start_action", "delete_state")
    with host.using("one", DEFINITIONS) as rulesets:
        monkeypatch.setattr(rulesets, "_network", StopsAt(rulesets._network, names[at], stop))
    expected = EngineError if stop is MemoryError else stop
    with pytest.raises(expected):
        answer(host)
    assert len(host) == 0
    assert answer(host) == ("always", "lock")


class StopsAt:
    """The network, but one of its calls is stopped just after it was made."""

    def __init__(self, network: object, name: str, stop: type[BaseException]) -> None:
        self._network, self._name, self._stop = network, name, stop

    def __getattr__(self, name: str) -> object:
        call = getattr(self._network, name)

        def stopped(*given: object) -> None:
            call(*given)
            raise self._stop

        return stopped if name == self._name else call


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_stop_stays_itself_when_tidying_up_fails_after_it(
    stop: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    """After Ctrl-C there may be no state to delete: that is not what went wrong."""
    host = DurableHost()
    assert answer(host) == ("always", "lock")
    with host.using("one", DEFINITIONS) as rulesets:
        monkeypatch.setattr(rulesets, "_network", NothingToDelete(rulesets._network, stop))
    with pytest.raises(stop):
        answer(host)
    assert answer(host) == ("always", "lock")


class NothingToDelete:
    """The network, stopped before its first call; then nothing can be deleted at first."""

    def __init__(self, network: Any, stop: type[BaseException]) -> None:
        self._network, self._stop, self.error = network, stop, network.error

    def __getattr__(self, name: str) -> object:
        return getattr(self._network, name)

    def assert_fact(self, *_: object) -> None:
        raise self._stop

    def delete_state(self, *_: object) -> None:
        raise self.error("there is no such state")

    def delete_ruleset(self, handle: int) -> None:
        self._network.delete_ruleset(handle)
        raise self.error("it broke")


def test_a_stop_at_any_step_stays_itself_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C is heard between two steps of Python: here, at each step of the owner in turn."""
    whole: Any = durable_host._durable()
    made, gone = Counted(whole.create_ruleset), Counted(whole.delete_ruleset)
    own = {"create_ruleset": made, "delete_ruleset": gone}
    monkeypatch.setattr(durable_host, "_durable", lambda: SimpleNamespace(**{**vars(whole), **own}))
    monkeypatch.setattr(durable_host, "MOST_LOADED", 1)
    steps = 0
    for steps in count():
        host = DurableHost()
        with host.using("another", DEFINITIONS):
            pass
        if not stopped_at(steps, partial(answer, host)):
            break
        assert answer(host) == ("always", "lock")
        host._drop("one")
        assert (len(host), made.calls) == (0, gone.calls), steps
    assert steps > 200


def stopped_at(step: int, call: Callable[[], object]) -> bool:
    """Call, with Ctrl-C at one step in the file of the owner; return whether it came to that."""
    left = step

    def trace(frame: FrameType, event: str, _: object) -> Any:
        nonlocal left
        if frame.f_code.co_filename != durable_host.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    try:
        sys.settrace(trace)
        call()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False


class Counted:
    """A call that counts how often it came to its end."""

    def __init__(self, call: Callable[..., object]) -> None:
        self.call, self.calls = call, 0

    def __call__(self, *given: object) -> object:
        found = self.call(*given)
        self.calls += 1
        return found


def test_rulesets_that_were_dropped_are_gone() -> None:
    rulesets = Rulesets().load(DEFINITIONS)
    rulesets.drop()
    with pytest.raises(KeyError):
        rulesets.fired("wall", {})


def test_the_owner_keeps_the_rulesets_of_a_plan_once() -> None:
    rulebase = Rulebook.load()
    ReteEngine().infer(rulebase, rulebase.vocabulary.blank())
    loaded = HOST._loaded[plan_of(rulebase).digest]
    ReteEngine().infer(rulebase, rulebase.vocabulary.blank())
    assert HOST._loaded[plan_of(rulebase).digest] is loaded
