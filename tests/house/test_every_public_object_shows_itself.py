"""Whatever a notebook is asked to show, it shows well, loads nothing and runs nothing."""

from __future__ import annotations

import copy
import pickle
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from html.parser import HTMLParser
from typing import Any

import pytest

import nocontact
from nocontact.diagnostics import Diagnostic, NocontactError

from .shown_things import PARTS, PROVED, PUBLIC, TOLD, WITH_HOSTILE_TEXT, Sample

ERRORS = {
    name
    for name in nocontact.__all__
    if isinstance(getattr(nocontact, name), type)
    and issubclass(getattr(nocontact, name), NocontactError)
}
TESTED_ELSEWHERE = {"explore": "tests/notebook", "scenario_from_path": "as scenario_from_text"}
INTERVIEW = {"Interview", "OpenQuestion"}
FORBIDDEN_TAGS = {
    "script", "link", "iframe", "object", "embed", "base", "meta", "form", "video", "audio",
}  # fmt: skip
OUTSIDE = r"url\(|@import|</|expression|position:\s*fixed"
SAMPLES = {**PUBLIC, **PARTS}
each_sample = pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
each_proved = pytest.mark.parametrize("sample", PROVED.values(), ids=PROVED)
each_hostile = pytest.mark.parametrize("sample", WITH_HOSTILE_TEXT.values(), ids=WITH_HOSTILE_TEXT)


class _Page(HTMLParser):
    """What an HTML fragment would load or run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in FORBIDDEN_TAGS:
            self.found.append(tag)
        for name, value in attrs:
            inside = (value or "").startswith(("#", "data:image/svg+xml;base64,"))
            if name in ("src", "href", "xlink:href", "srcset", "action") and not inside:
                self.found.append(f"{tag} {name}={value}")
            if name.startswith("on") or (name == "style" and re.search(OUTSIDE, value or "")):
                self.found.append(f"{tag} {name}={value}")
        self.open.append(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style" and re.search(OUTSIDE, data):
            self.found.append("a style that loads something")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


def bundle_of(sample: Sample) -> dict[str, str]:
    thing: Any = sample()
    bundle: dict[str, str] = thing._repr_mimebundle_(include=None, exclude=None)
    return bundle


def shows_itself(sample: Sample) -> None:
    bundle = bundle_of(sample)
    assert {"text/plain", "text/markdown", "text/html"} <= set(bundle)
    assert all(text.strip() for text in bundle.values())
    assert _Page(bundle["text/html"]).found == []
    assert 'class="nocontact' in bundle["text/html"]


def test_every_public_name_has_a_sample() -> None:
    known = {*PUBLIC, *PROVED, *ERRORS, *TESTED_ELSEWHERE, *INTERVIEW}
    assert set(nocontact.__all__) - known == set()


@each_sample
def test_it_shows_itself_and_loads_nothing(sample: Sample) -> None:
    shows_itself(sample)


@pytest.mark.slow
@each_proved
def test_what_is_proved_shows_itself(sample: Sample) -> None:
    shows_itself(sample)


@pytest.mark.parametrize("name", sorted(ERRORS))
def test_an_error_shows_its_problems(name: str) -> None:
    problem = [Diagnostic("NC001", "the file is empty")]
    kind = getattr(nocontact, name)
    error = kind(problem, ()) if name == "EngineDisagreement" else kind(problem)
    assert "the file is empty" in bundle_of(lambda: error)["text/html"]


def goes_through(sample: Sample) -> None:
    thing: Any = sample()
    for again in (pickle.loads(pickle.dumps(thing)), copy.copy(thing), copy.deepcopy(thing)):
        assert type(again) is type(thing)
        assert again == thing


@each_sample
def test_it_goes_through_pickle_and_copy(sample: Sample) -> None:
    goes_through(sample)


@pytest.mark.slow
@each_proved
def test_what_is_proved_goes_through_pickle_and_copy(sample: Sample) -> None:
    goes_through(sample)


def test_an_answer_that_was_asked_about_goes_through_too() -> None:
    """What was worked out on the way is of another kind than what is kept in other processes."""
    rec = PUBLIC["Recommendation"]()
    assert isinstance(rec, nocontact.Recommendation)
    asked = (rec.ask, rec.provisional, rec.ask[0].effects, rec.ask.scenarios, rec.graph())
    again = pickle.loads(pickle.dumps(rec))
    assert again == rec == copy.deepcopy(rec)
    assert again.ask[1].effects == rec.ask[1].effects
    assert (again.to_text(), again.to_json()) == (rec.to_text(), rec.to_json())
    for each in asked:
        assert pickle.loads(pickle.dumps(each)) == each
    interview = nocontact.Interview()
    assert interview.prompt() is not None and interview.left > 1
    assert pickle.loads(pickle.dumps(interview)) == interview == copy.deepcopy(interview)


@each_hostile
def test_hostile_text_stays_text(sample: Sample) -> None:
    bundle = bundle_of(sample)
    assert _Page(bundle["text/html"]).found == []
    assert "&lt;img src=x" in bundle["text/html"]
    outside_code = re.sub(r"(`+).*?\1", "", bundle["text/markdown"], flags=re.DOTALL)
    assert not re.search(r"(?<!\\)(<img|\[click)", outside_code)
    assert not any("\x1b" in text for text in bundle.values())


@each_sample
def test_a_repr_hides_answers(sample: Sample) -> None:
    shown = repr(sample())
    assert str(TOLD["staying_away"]) not in shown
    assert "always_look" not in shown


def reachable(thing: object, seen: dict[int, object]) -> None:
    """Collect what a result holds, one object inside the other; the rules hold no answers."""
    if id(thing) in seen or type(thing).__module__.startswith(OF_THE_RULES):
        return
    seen[id(thing)] = thing
    if isinstance(thing, partial):
        inside: Iterable[object] = (*thing.args, *thing.keywords.values())
    elif isinstance(thing, Mapping):
        inside = thing.values()
    elif is_dataclass(thing):
        inside = (getattr(thing, each.name, None) for each in fields(thing))
    else:
        inside = thing if isinstance(thing, (list, tuple, set, frozenset)) else ()
    for each in inside:
        reachable(each, seen)


OF_THE_RULES = (
    "nocontact.rulebook", "nocontact.sources", "nocontact.display", "nocontact.facts.question",
)  # fmt: skip


def test_nothing_inside_a_result_shows_an_answer_or_what_follows_from_it() -> None:
    told = {**TOLD, "danger_signs": {"choked"}, "considering": {"block_email": {"punish"}}}
    rec = nocontact.recommend(nocontact.Scenario(**told), engine="reference")
    before = nocontact.recommend(nocontact.Scenario(), engine="reference")
    seen: dict[int, object] = {}
    for thing in (rec, rec.ask, rec.why("wall"), rec.why_not("change_number"), rec.trace,
                  rec.changes_since(before)):  # fmt: skip
        reachable(thing, seen)
    said = {note.text for note in rec.notes} | {step.plain for step in rec.steps}
    secrets = {"nothing_holds", "always_look", "choked", "punish", *said}
    ours = [each for each in seen.values() if isinstance(each, partial) or is_dataclass(each)]
    assert len(ours) > 300
    telling = {type(each).__name__ for each in ours if any(word in repr(each) for word in secrets)}
    assert telling == set()


def test_a_scenario_hides_its_answers_in_a_notebook_too() -> None:
    bundle = bundle_of(PUBLIC["Scenario"])
    assert re.search(r"\b3 of \d+ questions answered", bundle["text/plain"])
    assert not any("most_of_day" in text or "often" in text for text in bundle.values())


def test_a_trace_folds_each_decision() -> None:
    html = bundle_of(PUBLIC["Trace"])["text/html"]
    assert html.count("<details>") >= 3
    assert "Keep it as private" in html
