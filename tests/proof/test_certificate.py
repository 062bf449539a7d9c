"""A certificate is run again: it holds, or it says why it is not to be trusted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nocontact import Rulebook
from nocontact.cli.__main__ import main
from nocontact.diagnostics import ProofError
from nocontact.proof import proved, rechecked
from nocontact.testing.generated_rulebooks import checked

from .small_rulebooks import VOCABULARY, Data, decision, need, tactic, texts


def _texts(level: str = "low") -> dict[str, str]:
    """Return a rulebook with one promise that holds, and one that does not."""
    planning: Data = {
        "permitted": ["suggested"], "preference": [], "needs": [need("n", "always", ["walk"])],
    }  # fmt: skip
    low: Data = {"then": {"low": True}}
    promises = [
        {"id": "held", "says": "Held.", "source": [1], "when": {"mood": level}} | low,
        {"id": "broken", "says": "Broken.", "source": [1]} | low,
    ]
    found = decision("d", [({"mood": level}, {"low": True})], {"low": "yes_no"})
    return texts({"d": found}, [tactic("walk")], planning, promises)


RULEBASE = checked(_texts(), VOCABULARY)
CERTIFICATE = proved(RULEBASE).to_json()


def _changed(change: Callable[[dict[str, Any]], object]) -> str:
    certificate = json.loads(CERTIFICATE)
    change(certificate)
    return json.dumps(certificate)


def test_a_certificate_says_what_was_proved() -> None:
    certificate = json.loads(CERTIFICATE)
    assert certificate["schema"] == "nocontact.proof/1"
    assert certificate["rulebook"]["digest"] == RULEBASE.digest
    assert certificate["scenarios"] == str(4 * 3 * 9 * 16)
    assert certificate["held"] is False
    held, broken, *_ = certificate["proofs"]
    assert (held["verdict"], held["broken"], held["counterexample"]) == ("held", "0", None)
    assert (broken["verdict"], broken["broken"]) == ("broken", str(3 * 3 * 9 * 16))
    assert broken["counterexample"] == {"answers": {}, "before": None}


def test_a_certificate_of_these_rules_holds() -> None:
    report = rechecked(CERTIFICATE, RULEBASE)
    assert report == proved(RULEBASE) and report.to_json() == CERTIFICATE
    assert rechecked(json.dumps(json.loads(CERTIFICATE)), RULEBASE) == report


TEXTS = {
    "no JSON": "promises: all of them",
    "cut off": CERTIFICATE[:-5],
    "a list": "[]",
    "a number": "7",
    "another schema": _changed(lambda c: c.update(schema="nocontact.trace/1")),
    "no rulebook": _changed(lambda c: c.pop("rulebook")),
    "a rulebook by name": _changed(lambda c: c.update(rulebook="nocontact")),
    "no proofs": _changed(lambda c: c.pop("proofs")),
    "proofs as numbers": _changed(lambda c: c.update(proofs=[1, 2])),
    "a promise without a name": _changed(lambda c: c["proofs"][0].update(promise=["held"])),
    "very deep": "[" * 100_000,
    "a long number": '{"schema": ' + "9" * 10_000 + "}",
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_that_is_no_certificate_is_refused(name: str) -> None:
    with pytest.raises(ProofError, match=r"NC704: this is not a certificate of nocontact\.proof/1"):
        rechecked(TEXTS[name], RULEBASE)


def test_a_certificate_of_other_rules_is_refused() -> None:
    with pytest.raises(ProofError, match="NC705: this certificate is for another rulebook"):
        rechecked(CERTIFICATE, checked(_texts("high"), VOCABULARY))


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "`broken`": lambda c: c["proofs"][1].update(verdict="held", broken="0", counterexample=None),
    "`held`": lambda c: c["proofs"][0].update(says="Something else holds."),
    "held": lambda c: c.update(held=True),
    "scenarios": lambda c: c.update(scenarios="10"),
    "`one-level-each`": lambda c: c["proofs"].pop(2),
    "`mine`": lambda c: c["proofs"].append({**c["proofs"][0], "promise": "mine"}),
    "proofs": lambda c: c["proofs"].append(c["proofs"][0]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_certificate_that_says_something_else_is_not_trusted(name: str) -> None:
    """What differs is named."""
    with pytest.raises(ProofError, match="NC706: the proofs do not say what") as caught:
        rechecked(_changed(CHANGES[name]), RULEBASE)
    assert f"({name} differ)" in caught.value.diagnostics[0].message


def test_the_order_of_proofs_belongs_to_the_certificate() -> None:
    with pytest.raises(ProofError, match="NC706"):
        rechecked(_changed(lambda c: c["proofs"].reverse()), RULEBASE)


def test_why_a_proof_was_given_up_is_no_claim() -> None:
    """It depends on the machine; that it was given up does count."""
    given_up = _changed(lambda c: c["proofs"][0].update(why_not="more than 2 seconds"))
    assert rechecked(given_up, RULEBASE) == proved(RULEBASE)
    with pytest.raises(ProofError, match=r"NC706: .*`held`"):
        rechecked(CERTIFICATE, RULEBASE, seconds=0)


def test_the_command_runs_a_certificate_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certificate = tmp_path / "proof.json"
    certificate.write_text(proved(Rulebook.load()).to_json(), "utf-8")
    assert main(["prove", "--recheck", str(certificate)]) == 0
    assert "promises hold in all N scenarios" in capsys.readouterr().out
    certificate.write_text(CERTIFICATE, "utf-8")
    assert main(["prove", "--recheck", str(certificate)]) == 2
    assert "NC705" in capsys.readouterr().err
