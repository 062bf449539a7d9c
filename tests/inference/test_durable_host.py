"""One owner of all rulesets: threads, broken calls, what is kept and what is dropped."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Iterator

import pytest

from nocontact.diagnostics import EngineError
from nocontact.facts import UNKNOWN, Scenario, Vocabulary
from nocontact.inference import Outcome, ReferenceEngine
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


def test_rulesets_that_were_dropped_are_gone() -> None:
    rulesets = Rulesets(DEFINITIONS)
    rulesets.drop()
    with pytest.raises(KeyError):
        rulesets.fired("wall", {})


def test_the_owner_keeps_the_rulesets_of_a_plan_once() -> None:
    rulebase = Rulebook.load()
    ReteEngine().infer(rulebase, rulebase.vocabulary.blank())
    loaded = HOST._loaded[plan_of(rulebase).digest]
    ReteEngine().infer(rulebase, rulebase.vocabulary.blank())
    assert HOST._loaded[plan_of(rulebase).digest] is loaded
