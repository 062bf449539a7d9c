"""Twins of proofs, certificates and comparisons; all need the library for diagrams."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Literal

import pytest

from nocontact import Rulebook, Scenario
from nocontact.cli.revision import rulebook_at
from nocontact.facts import Vocabulary
from nocontact.facts.asked import asked
from nocontact.proof import proved, rechecked, report_to_json
from nocontact.proof.budget import within
from nocontact.proof.diagrams import Diagrams
from nocontact.proof.same_facts import require_same_facts
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.cases import cases_from_text
from nocontact.testing.rule_mutation import must_hold

from .python_twin import PythonTwin

MINIMAL = Path(__file__).parent / "minimal_rulebook"


class WithOneMore(Scenario):
    """The shipped questions and one more."""

    pets: Literal["no", "yes", "unknown"] = asked("Are there pets?")


def _minimal() -> CheckedRulebase:
    return Rulebook.load(MINIMAL)


def _certificate() -> str:
    return report_to_json(proved(_minimal()))


def _without_the_library(_: Path) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "oxidd.bcdd", None)
        return Diagrams(["a"])


def _with_nodes(nodes: int) -> object:
    d = Diagrams([f"v{at}" for at in range(20)], nodes)
    return d.some(d.var(at) & d.var(at + 10) for at in range(10))


def _within(seconds: float) -> object:
    d = Diagrams(["a"])
    with within(seconds):
        return ~d.var(0)


def _holding(wall: str) -> object:
    text = f"cases: [{{name: Hope, given: {{hope: strong}}, expect: {{wall: {wall}}}}}]"
    must_hold(_minimal(), cases_from_text(text, "wall.yaml")[0])
    return wall


def _same_facts(other: type[Scenario]) -> object:
    require_same_facts(Vocabulary.of(Scenario), Vocabulary.of(other))
    return other


TWINS_OF_PROOFS: tuple[PythonTwin, ...] = (
    PythonTwin(
        "NC701", "no library",
        _without_the_library,
        "NC701: proofs need the library oxidd, which is not installed\n"
        "  help: install `oxidd`",
        lambda _: Diagrams(["a"]), needs="oxidd",
    ),
    PythonTwin(
        "NC702", "too few nodes",
        lambda _: _with_nodes(100),
        "NC702: not proved (budget): more than 100 nodes while setting up\n"
        "  help: let rules test findings instead of many single facts",
        lambda _: _with_nodes(100_000), needs="oxidd",
    ),
    PythonTwin(
        "NC703", "too little time",
        lambda _: _within(0),
        "NC703: not proved (budget): more than 0 seconds while setting up\n"
        "  help: let rules test findings instead of many single facts",
        lambda _: _within(60), needs="oxidd",
    ),
    PythonTwin(
        "NC704", "no certificate",
        lambda _: rechecked("{}", _minimal()),
        "NC704: this is not a certificate of nocontact.proof/1\n"
        "  help: use what `nocontact prove --format json` wrote",
        lambda _: rechecked(_certificate(), _minimal()), needs="oxidd",
    ),
    PythonTwin(
        "NC705", "another rulebook",
        lambda _: rechecked(_certificate(), Rulebook.load()),
        "NC705: this certificate is for another rulebook\n"
        "  help: load the rulebook that it names, or prove this one",
        lambda _: rechecked(_certificate(), _minimal()), needs="oxidd",
    ),
    PythonTwin(
        "NC706", "a changed certificate",
        lambda _: rechecked(_certificate().replace('"held"', '"broken"', 1), _minimal()),
        "NC706: the proofs do not say what the certificate says",
        lambda _: rechecked(_certificate(), _minimal()), needs="oxidd",
    ),
    PythonTwin(
        "NC707", "a case that does not hold",
        lambda _: _holding("none"),
        "wall.yaml:1:9: NC707: this case does not hold",
        lambda _: _holding("lock"), needs="oxidd",
    ),
    PythonTwin(
        "NC711", "other questions",
        lambda _: _same_facts(WithOneMore),
        "NC711: only the new rulebook knows the fact `pets`\n"
        "  help: compare rulebooks over the same questions",
        lambda _: _same_facts(Scenario), needs="oxidd",
    ),
    PythonTwin(
        "NC712", "no such revision",
        lambda _: rulebook_at("no-such-revision:rules"),
        "NC712: ",
        lambda _: rulebook_at(str(MINIMAL)),
    ),
)  # fmt: skip
