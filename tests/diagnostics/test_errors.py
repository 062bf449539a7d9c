"""Whatever is raised, or returned, arrives whole in another process and in a copy."""

from __future__ import annotations

import copy
import pickle
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from inspect import getmembers, isclass

import pytest

import nocontact
from nocontact.cli.typed_answer import NotAChoice
from nocontact.diagnostics import Diagnostic, EngineDisagreement, Span
from nocontact.diagnostics.located_events import Problem
from nocontact.inference import Outcome

SPAN = Span("mine.yaml", 1, 2, 1, 3)
FOUND = [Diagnostic("NC101", "no such answer", SPAN, "a: b", help="mend it", expected=("no",))]
SAMPLES: Mapping[type[BaseException], Callable[[], BaseException]] = {
    EngineDisagreement: lambda: EngineDisagreement(FOUND, (Outcome({"wall": "lock"}, ("r",)),)),
    NotAChoice: lambda: NotAChoice("interview.numbers", most=3),
    Problem: lambda: Problem("NC002", "not YAML", SPAN, "mend it"),
}
"""Those that are not made of diagnostics alone."""


def _pickled(protocol: int, error: BaseException) -> BaseException:
    again: BaseException = pickle.loads(pickle.dumps(error, protocol))
    return again


WAYS: Mapping[str, Callable[[BaseException], BaseException]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {protocol}": partial(_pickled, protocol)
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
}


def _errors() -> Iterator[type[BaseException]]:
    for module in pkgutil.walk_packages(nocontact.__path__, "nocontact."):
        if not module.name.endswith("__main__") and module.name != "nocontact.notebook.widget":
            for _, kind in getmembers(import_module(module.name), isclass):
                if issubclass(kind, BaseException) and kind.__module__ == module.name:
                    yield kind


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", sorted(_errors(), key=str))
def test_an_error_stays_what_it_is(kind: type[BaseException], way: str) -> None:
    error = SAMPLES[kind]() if kind in SAMPLES else kind(FOUND)
    error.add_note("seen in a worker")
    again = WAYS[way](error)
    assert type(again) is kind
    assert vars(again) == vars(error)
    assert (str(again), again.args) == (str(error), error.args)


def test_a_disagreement_hides_its_traces_as_before() -> None:
    assert "lock" not in repr(SAMPLES[EngineDisagreement]())
