"""Whatever text comes in: it is read or refused by us, and the work grows no faster than the text.

Work is counted as calls of functions, so that the count is the same on every machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nocontact.checking import structure
from nocontact.checking.check_rulebook import MOST_PROBLEMS
from nocontact.diagnostics import located_events, located_yaml
from nocontact.facts import scenario_from_file
from nocontact.inference import trace
from nocontact.parsing import rules_folder

from .all_readers import READERS, Reader, outcome

SIGNS = (
    "", "[", "]", "{", "}", ":", ": ", "-", "- ", "\n", "\n  ", '"', "'", "#", "&a ", "*a", "!x ",
    "%", "|", ">", "?", ",", "\t", "\0", "\x85", "\ufeff", "\ud800", "é", "0", "1e999", "null", "~",
    "yes", "unknown", "-1", "\\", "\\u0000", "<<: ",
)  # fmt: skip

GROWING: Mapping[str, Callable[[int], str]] = {
    "brackets": lambda n: "[" * n,
    "braces": lambda n: '{"a":' * n,
    "pairs": lambda n: "[" + "[]," * n + "]",
    "the same key": lambda n: "hope: some\n" * n,
    "other keys": lambda n: "".join(f"q{at}: no\n" for at in range(n)),
    "a list": lambda n: "a: [" + "x, " * n + "]",
    "dashes": lambda n: "- " * n,
    "lines": lambda n: "- a\n" * n,
    "a word": lambda n: "a: " + "x" * n,
    "dots": lambda n: "a: " + "." * n,
    "quotes": lambda n: "a: " + "'" * n,
    "escapes": lambda n: 'a: "' + "\\n" * n + '"',
    "spaces": lambda n: " " * n + "a: b",
    "comments": lambda n: "#\n" * n,
    "anchors": lambda n: "".join(f"a{at}: &b c\n" for at in range(n)),
    "questions": lambda n: "? a\n" * n,
}


def work(reader: Reader, text: str) -> int:
    """Count the calls that reading takes."""
    count = 0

    def called(*_: Any) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        outcome(reader, text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("grows", GROWING)
@pytest.mark.parametrize("name", READERS)
def test_the_work_grows_no_faster_than_the_text(name: str, grows: str) -> None:
    reader, text = READERS[name], GROWING[grows]
    work(reader, text(10))  # what is loaded once
    once, more = work(reader, text(1_500)), work(reader, text(6_000))
    assert more < 5 * once + 5_000


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(READERS)), data=st.data())
def test_a_damaged_text_is_read_or_refused(name: str, data: st.DataObject) -> None:
    reader = READERS[name]
    text = data.draw(st.sampled_from(reader.texts))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        length = data.draw(st.sampled_from([0, 0, 1, 2, 5, 40, 400]))
        text = text[:start] + data.draw(st.sampled_from(SIGNS)) + text[start + length :]
    outcome(reader, text)


@pytest.mark.parametrize("name", READERS)
def test_each_text_of_the_corpus_is_read(name: str) -> None:
    assert {outcome(READERS[name], text) for text in READERS[name].texts} == {"read"}


def test_what_is_promised_is_what_holds() -> None:
    """The table in SECURITY.md has the numbers of the code, and one more is refused."""
    said = (Path(__file__).parents[2] / "SECURITY.md").read_text("utf-8")
    rows = re.findall(r"^ *\|([^|]+)\|([^|]*\d[^|]*)\|$", said, re.MULTILINE)
    told = {what.strip(): [int(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", most)]
            for what, most in rows}  # fmt: skip
    assert told == {
        "answers in a file": [scenario_from_file.MAX_BYTES],
        "one rule file, a directory of resources": [located_yaml.MAX_CHARACTERS],
        "a rules folder": [rules_folder.MAX_FILES],
        "a trace": [trace.MAX_CHARACTERS],
        "any YAML": [located_events.MAX_DEPTH, located_events.MAX_NODES],
        "the condition of one rule": [structure.MOST_WORK],
        "problems told of one file, of one rulebook": [located_yaml.MOST_PROBLEMS, MOST_PROBLEMS],
    }
    for name, most in (("scenario", scenario_from_file.MAX_BYTES),
                       ("rules", located_yaml.MAX_CHARACTERS),
                       ("resources", located_yaml.MAX_CHARACTERS),
                       ("trace", trace.MAX_CHARACTERS)):  # fmt: skip
        reader = READERS[name]
        longer = reader.texts[-1] + " " * (most - len(reader.texts[-1]) + 1)
        assert outcome(reader, longer) == "refused"
