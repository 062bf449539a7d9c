"""The only door to durable-rules: one owner of all its rulesets in this process.

The owner talks to the network in C directly and leaves the Python layer of durable-rules 2.0.28
out: that layer starts two threads for each host, swallows exceptions (Ctrl-C too) inside
actions, keeps every ruleset for ever and takes five times as long. What it still has to mind:

- calls from several threads at once kill the process, so there is one lock;
- a state that is deleted before any of its rules fired kills the process, so every message
  makes one rule fire (`GUARD`) and each ruleset is primed before its first use;
- facts and states are told apart by 32-bit hashes, so their ids are few and fixed;
- a ruleset takes about a megabyte, so the one not used for longest is dropped.

A child process starts with no rulesets and a lock of its own.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from itertools import count
from operator import itemgetter
from typing import Any

from nocontact.diagnostics import Diagnostic, EngineError
from nocontact.fork_safety import no_fork
from nocontact.inference.rete_network import GUARD

MOST_LOADED = 8
"""How many rulebooks keep their rulesets in one process."""

MESSAGE_ID = "m"
STATE_IDS = tuple(f"s{at}" for at in range(512))
PRIMED = 4


@cache
def is_available() -> bool:
    """Return whether durable-rules is installed and can be loaded here; asked once."""
    if find_spec("durable") is None or find_spec("durable_rules_engine") is None:
        return False
    try:
        _durable()
    except ImportError:
        return False
    return True


class Rulesets:
    """The loaded rulesets of one rulebook. Only `DurableHost` makes and drops them.

    Examples:
        >>> if is_available():
        ...     rulesets = Rulesets().load({"demo": '{"r0": {"all": [{"m": {"k": "k"}}]}}'})
        ...     assert rulesets.fired("demo", {}) == ("r0",)
        ...     rulesets.drop()
    """

    def __init__(self) -> None:
        self._turn = count()
        self._network = _durable()
        self._handles: dict[str, int] = {}

    def load(self, definitions: Mapping[str, str]) -> Rulesets:
        """Load rulesets and return these; what is loaded when it fails is there to be dropped."""
        for name, definition in definitions.items():
            made = map(self._network.create_ruleset, (name,), (definition,))
            self._handles.update(zip((name,), made, strict=True))  # whole, see `drop`
            self._prime(self._handles[name])
        return self

    def fired(self, name: str, properties: Mapping[str, str]) -> tuple[str, ...]:
        """Return the network rules of one ruleset that fire on one message.

        Raises:
            EngineError: NC503, when durable-rules does not take the message.
        """
        handle = self._handles[name]
        sid = STATE_IDS[next(self._turn) % len(STATE_IDS)]
        broken = (self._network.error, MemoryError)
        try:
            try:
                found = tuple(self._firings(handle, self._state_with(handle, sid, properties)))
            except BaseException:
                with suppress(*broken):  # there may be no state: that is not what went wrong
                    self._network.delete_state(handle, sid)
                raise
            self._network.delete_state(handle, sid)
        except broken as error:
            raise _broken(name, error) from error
        return found

    def drop(self) -> None:
        """Give the memory back; the rulesets cannot be used any more.

        Ctrl-C is heard between two steps of Python, never inside a call into C. So a handle is
        taken and its ruleset deleted in one call: neither is it lost, nor deleted twice.
        """
        handles = map(itemgetter(1), iter(self._handles.popitem, None))
        while self._handles:
            next(map(self._network.delete_ruleset, handles))

    def _state_with(self, handle: int, sid: str, properties: Mapping[str, str]) -> int:
        """Assert one fact in a new state and return the place of the state."""
        fact = {"sid": sid, "id": MESSAGE_ID, GUARD: GUARD, **properties}
        refused, state = self._network.assert_fact(handle, json.dumps(fact))
        if refused:
            raise self._network.error(_REFUSED.get(refused, f"result {refused}"))
        return int(state)

    def _firings(self, handle: int, state: int) -> Iterator[str]:
        started = self._network.start_action_for_state(handle, state)
        firing = started and started[1]
        while firing:
            yield firing[2 : firing.index('"', 2)]
            firing = self._network.complete_and_start_action(handle, state)

    def _prime(self, handle: int) -> None:
        """Let the places of the first states see a rule fire, so that deleting is sound."""
        for sid in STATE_IDS[:PRIMED]:
            for _ in self._firings(handle, self._state_with(handle, sid, {})):
                pass
        for sid in STATE_IDS[:PRIMED]:
            self._network.delete_state(handle, sid)


class DurableHost:
    """Owns the rulesets of this process, behind one lock."""

    def __init__(self) -> None:
        self.start_over()

    def __len__(self) -> int:
        return len(self._loaded)

    def start_over(self) -> None:
        """Forget every ruleset and take a new lock: what a child process does first."""
        self._lock = threading.RLock()
        self._loaded: OrderedDict[str, Rulesets] = OrderedDict()
        self._leaving: list[Rulesets] = []

    @contextmanager
    def using(self, digest: str, definitions: Mapping[str, str]) -> Iterator[Rulesets]:
        """Lend the rulesets of one rulebook, loaded when needed; nobody else runs meanwhile.

        Whatever goes wrong inside, the rulesets are dropped and loaded anew the next time.

        Args:
            digest: content hash of the definitions.
            definitions: name → ruleset in JSON.

        Raises:
            EngineError: NC502 without durable-rules; NC503 when it does not take a ruleset.

        Examples:
            >>> definitions = {"demo": '{"r0": {"all": [{"m": {"k": "k"}}]}}'}
            >>> if is_available():
            ...     with HOST.using("0", definitions) as rulesets:
            ...         assert rulesets.fired("demo", {}) == ("r0",)
        """
        with self._lock:
            try:
                self._sweep()
                rulesets = self._loaded.get(digest) or self._load(digest, definitions)
                self._loaded.move_to_end(digest)
                yield rulesets
            except BaseException as stop:
                self._drop_after(stop, digest)
                raise

    def _load(self, digest: str, definitions: Mapping[str, str]) -> Rulesets:
        while len(self._loaded) >= MOST_LOADED:
            self._drop(next(iter(self._loaded)))
        network = _durable_or_error()
        rulesets = self._loaded[digest] = Rulesets()  # known before there is anything to lose
        try:
            return rulesets.load(definitions)
        except (network.error, MemoryError) as error:
            raise _broken(digest[:16], error) from error

    def _drop(self, digest: str) -> None:
        if digest in self._loaded:
            self._leaving.extend(map(self._loaded.pop, (digest,)))  # in one call, as above
        self._sweep()

    def _sweep(self) -> None:
        """Drop what is on its way out; where Ctrl-C stopped it, the next call goes on."""
        while self._leaving:
            self._leaving[-1].drop()
            self._leaving.pop()

    def _drop_after(self, stop: BaseException, digest: str) -> None:
        """Drop, and keep to what went wrong first: Ctrl-C stays Ctrl-C."""
        try:
            self._drop(digest)
        except Exception:
            raise stop from None


HOST = DurableHost()
"""The one owner in this process."""

if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=HOST.start_over)


_REFUSED = {1: "the message matched no rule", 2: "the message was taken for an older one"}


def _broken(ruleset: str, error: BaseException) -> EngineError:
    said = str(error) or type(error).__name__
    return EngineError([Diagnostic(
        "NC503", f"durable-rules did not answer for {ruleset}: {said}",
        help="ask the reference engine, and report the rulebook version",
    )])  # fmt: skip


def _durable_or_error() -> Any:
    try:
        return _durable()
    except ImportError as error:
        raise EngineError([Diagnostic(
            "NC502", "the Rete engine needs durable-rules, which cannot be loaded here",
            help="install `nocontact[rete]`, or ask the reference engine",
        )]) from error  # fmt: skip


def _durable() -> Any:
    """Load the network; where a symbol is missing that it never calls (Python 3.13), lazily."""
    try:
        with no_fork():
            from durable import engine
    except ImportError as error:
        if "PyEval_CallObject" not in str(error) or not hasattr(sys, "setdlopenflags"):
            raise
        before = sys.getdlopenflags()
        sys.setdlopenflags(os.RTLD_LAZY)
        try:
            from durable import engine
        finally:
            sys.setdlopenflags(before)
    return engine.durable_rules_engine
