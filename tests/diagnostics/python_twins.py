"""Twins that no file can show: engines, traces, folders, sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from nocontact import Interview, Rulebook, Scenario, Trace, recommend, replay
from nocontact.diagnostics import code
from nocontact.facts import Answers, Unknown, asked
from nocontact.facts.scenario_from_file import scenario_from_path, scenario_from_text
from nocontact.inference import ReferenceEngine
from nocontact.inference.checked_engine import agreed
from nocontact.inference.durable_host import DurableHost
from nocontact.inference.outcome import Outcome
from nocontact.parsing import texts_of
from nocontact.proof.diagram_engine import DiagramEngine

from .python_twin import PythonTwin


class Told:
    """An engine that says what it was told to say."""

    def __init__(self, name: str, level: str) -> None:
        self.name, self.level = name, level

    def infer(self, *_: object) -> Outcome:
        fired = ("wall.lock",) if self.level == "lock" else ()
        return Outcome({"wall": self.level}, fired)


class Fewer(Answers):
    """The answers to one question only."""

    hope: Literal["none", "some"] | Unknown = asked(
        "Do you hope?", words={"none": "No", "some": "Yes"}, source=(20,)
    )


def _trace() -> Trace:
    return recommend(Scenario(hope="some"), engine="reference").trace


def _asked(*levels: str) -> object:
    one, other = (Told(name, level) for name, level in zip(("one", "other"), levels, strict=True))
    return agreed(one, other, Rulebook.load(), {})


def _durable(definition: str) -> object:
    with DurableHost().using("twin", {"wall": definition}) as rulesets:
        return rulesets


def _folder_of(count: int, folder: Path) -> object:
    for at in range(count):
        (folder / f"r{at}.yaml").write_text("a: 1", "utf-8")
    return texts_of(folder)


def _linked(folder: Path, to: str) -> object:
    (folder / ".there.yaml").write_text("a: 1", "utf-8")
    (folder / "wall.yaml").symlink_to(folder / to)
    return texts_of(folder)


def _written(folder: Path, content: bytes) -> object:
    (folder / "wall.yaml").write_bytes(content)
    return texts_of(folder)


def _rulebook_of_today() -> object:
    return replay(_trace(), rulebook=Rulebook.load())


PYTHON_TWINS: tuple[PythonTwin, ...] = (
    PythonTwin(
        "NC000", "no such code",
        lambda _: code("NC2O1"),
        "NC000: there is no code `NC2O1` (did you mean `NC201`?)\n"
        "  help: see the list of codes",
        lambda _: code("NC201"),
    ),
    PythonTwin(
        "NC003", "too many files",
        lambda folder: _folder_of(501, folder),
        "NC003: there are more than 500 rule files\n"
        "  help: use fewer files",
        lambda folder: _folder_of(3, folder),
    ),
    PythonTwin(
        "NC003", "too many bytes",
        lambda folder: _written(folder, b"a: 1\n" * 250_000),
        "wall.yaml:1:1: NC003: the file has more than 1,000,000 bytes\n"
        "  help: split it into several files",
        lambda folder: _written(folder, b"a: 1\n"),
    ),
    PythonTwin(
        "NC107", "no such folder",
        lambda folder: texts_of(folder / "walls"),
        "NC107: `walls` is not a folder\n"
        "  help: name a folder of rule files",
        texts_of,
    ),
    PythonTwin(
        "NC107", "a link to nothing",
        lambda folder: _linked(folder, "nowhere.yaml"),
        "wall.yaml:1:1: NC107: `wall.yaml` cannot be opened\n"
        "  help: check that it is there and that you may read it",
        lambda folder: _linked(folder, ".there.yaml"),
    ),
    PythonTwin(
        "NC226", "a class of other questions",
        lambda _: Rulebook.load(scenario=Fewer),
        "questions.yaml:",
        lambda _: Rulebook.load(scenario=Scenario),
    ),
    PythonTwin(
        "NC405", "no such file",
        lambda _: scenario_from_path("no_such_file.yaml"),
        "NC405: `no_such_file.yaml` cannot be read\n"
        "  help: check the name and that you may read it",
        lambda _: scenario_from_text("hope: none"),
    ),
    PythonTwin(
        "NC406", "no such tactic",
        lambda _: recommend(Scenario(considering={"block_emial"}), engine="reference"),
        "NC406: `considering` names the tactic `block_emial`, which is not in the catalogue "
        "(did you mean `block_email`?)\n"
        "  help: choose an id from the catalogue, or leave it out",
        lambda _: recommend(Scenario(considering={"block_email"}), engine="reference"),
    ),
    PythonTwin(
        "NC407", "a click that comes twice",
        lambda _: Interview().answered("no").answered("no", to=["now_unsafe"]),
        "NC407: this answers `now_unsafe`, which is not the open question\n"
        "  help: show `interview.prompt()` again, and answer that with its `key` as `to`",
        lambda _: Interview().answered("no", to=["now_unsafe"]),
    ),
    PythonTwin(
        "NC408", "no interview",
        lambda _: Interview.from_dict({"given": [["no"]]}),
        "NC408: this is not as an interview keeps it\n"
        "  help: use what `interview.to_dict()` gave",
        lambda _: Interview.from_dict(Interview().to_dict()),
    ),
    PythonTwin(
        "NC409", "an interview by other rules",
        lambda _: Interview.from_dict(
            Interview().to_dict(), rulebook=Rulebook.load(without_safety=True)
        ),
        "NC409: this interview is of another rulebook (nocontact 0.1.0)\n"
        "  help: load the rulebook of that version and pass it as `rulebook`, or begin anew",
        lambda _: Interview.from_dict(Interview().to_dict()),
    ),
    PythonTwin(
        "NC410", "an answer assigned",
        lambda _: setattr(Scenario(), "hope", "none"),
        "NC410: the answers of a scenario cannot be changed in place\n"
        "  help: make a new one: `scenario.with_answers(question=answer)`",
        lambda _: Scenario().with_answers(hope="none"),
    ),
    PythonTwin(
        "NC501", "two answers",
        lambda _: _asked("lock", "none"),
        "NC501: the one and other engines disagree on wall, wall.lock\n"
        "  help: do not use this answer; report the rulebook version and the names above",
        lambda _: _asked("lock", "lock"),
    ),
    PythonTwin(
        "NC502", "no such engine",
        lambda _: recommend(Scenario(), engine="fast"),  # type: ignore[arg-type]
        "NC502: there is no engine `fast`\n"
        "  help: use one of: checked, reference, rete, diagrams",
        lambda _: recommend(Scenario(), engine="reference"),
    ),
    PythonTwin(
        "NC508", "rules too tangled for diagrams",
        lambda _: DiagramEngine(nodes=50).infer(Rulebook.load(), Scenario().flat()),
        "NC508: the diagram engine cannot answer: not compiled (budget): more than 50 nodes",
        lambda _: recommend(Scenario(), engine="diagrams"),
    ),
    PythonTwin(
        "NC503", "a broken ruleset",
        lambda _: _durable("{"),
        "NC503: durable-rules did not answer",
        lambda _: recommend(Scenario(), engine="rete"), needs="durable",
    ),
    PythonTwin(
        "NC504", "no trace",
        lambda _: Trace.from_json("{}"),
        "NC504: this is not a trace of nocontact.trace/1\n"
        "  help: use the text that `trace.to_json()` wrote",
        lambda _: Trace.from_json(_trace().to_json()),
    ),
    PythonTwin(
        "NC505", "other rules",
        lambda _: replay(_trace(), rulebook=Rulebook.load(without_safety=True)),
        "NC505: this trace is from another rulebook",
        lambda _: _rulebook_of_today(),
    ),
    PythonTwin(
        "NC506", "another outcome",
        lambda _: replay(_trace().to_json().replace('"unchecked"', '"none"')),
        "NC506: the replay does not give the answer of the trace\n"
        "  help: the trace was changed after it was written",
        lambda _: replay(_trace().to_json()),
    ),
    PythonTwin(
        "NC507", "other facts",
        lambda _: ReferenceEngine().infer(Rulebook.load(), {}),
        "NC507: the facts do not hold `now_unsafe`, which this rulebook asks\n"
        "  help: take answers to its own questions: `rulebook.scenario(...)`",
        lambda _: ReferenceEngine().infer(Rulebook.load(), Scenario().flat()),
    ),
    PythonTwin(
        "NC807", "no such language",
        lambda _: recommend(Scenario(), engine="reference", language="tlh"),
        "NC807: the rulebook has no texts in `tlh`",
        lambda _: recommend(Scenario(), engine="reference", language="en"),
    ),
)  # fmt: skip
