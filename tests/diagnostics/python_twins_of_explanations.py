"""Twins of explanations: names and levels that there are not, or that are not clear."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import copytree

import pytest

from nocontact import Rulebook, Scenario, explore, recommend
from nocontact.explanation.derivation.why import Why
from nocontact.explanation.derivation.why_not import WhyNot

from .python_twin import PythonTwin

MINIMAL = Path(__file__).parent / "minimal_rulebook"


def _why(name: str) -> Why:
    return recommend(Scenario(reach_out="often"), engine="reference").why(name)


def _why_not(level: str) -> WhyNot:
    return recommend(Scenario(reach_out="often"), engine="reference").why_not("wall", level)


def _with_one_name_twice(folder: Path, name: str) -> Why:
    """Explain a name of a rulebook in which a finding is called as a tactic is."""
    rules = copytree(MINIMAL, folder / "rules")
    wall = rules / "wall.yaml"
    written = wall.read_text("utf-8")
    written = written.replace("wall: [none, lock]", "wall: [none, lock], trusted_person: yes_no")
    wall.write_text(written.replace("wall: lock", "wall: lock, trusted_person: yes"), "utf-8")
    rulebook = Rulebook.load(rules)
    return recommend(Scenario(hope="strong"), rulebook=rulebook, engine="reference").why(name)


def _without_the_widget_library(_: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "anywidget", None)
        patch.delitem(sys.modules, "nocontact.notebook.widget", raising=False)
        return explore(Scenario())


TWINS_OF_EXPLANATIONS: tuple[PythonTwin, ...] = (
    PythonTwin(
        "NC801", "no such name",
        lambda _: _why("wal"),
        "NC801: there is nothing called `wal` in the answer (did you mean `wall`?)\n"
        "  help: name a finding, a set of findings, one member of a set, or a tactic",
        lambda _: _why("wall"),
    ),
    PythonTwin(
        "NC802", "two of one name",
        lambda folder: _with_one_name_twice(folder, "trusted_person"),
        "NC802: `trusted_person` may mean more than one thing\n"
        "  help: write it in full: finding.trusted_person or status.trusted_person",
        lambda folder: _with_one_name_twice(folder, "finding.trusted_person"),
    ),
    PythonTwin(
        "NC803", "an answer",
        lambda _: _why("reach_out"),
        "NC803: `reach_out` is an answer of the person, and nothing was concluded\n",
        lambda _: _why("difficulty"),
    ),
    PythonTwin(
        "NC804", "no such level",
        lambda _: _why_not("loc"),
        "NC804: `wall` has no level `loc` (did you mean `lock`?)\n"
        "  help: use one of: open, none, intention, friction, lock, sealed",
        lambda _: _why_not("lock"),
    ),
    PythonTwin(
        "NC806", "no widget library",
        _without_the_widget_library,
        "NC806: the interactive view needs the library anywidget, which is not installed\n"
        "  help: install `nocontact[notebook]`, or show a recommendation as it is: ",
        lambda _: explore(Scenario()), needs="anywidget",
    ),
    PythonTwin(
        "NC808", "no such verdict",
        lambda _: recommend(Scenario(), engine="reference").verdicts["block_emial"],
        "NC808: there is no tactic `block_emial` (did you mean `block_email`?)\n"
        "  help: use one of the names that are there",
        lambda _: recommend(Scenario(), engine="reference").verdicts["block_email"],
    ),
)  # fmt: skip
