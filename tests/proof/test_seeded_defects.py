"""A rulebook with one wrong rule breaks its promise, with a counterexample that is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from nocontact import Scenario
from nocontact.checking import check_rulebook
from nocontact.diagnostics import plain, read_yaml
from nocontact.facts import Vocabulary
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of
from nocontact.proof import proved
from nocontact.rulebook import CheckedRulebase
from nocontact.testing.promise_checking import promise_violation

TEXTS = texts_of(shipped_rules())


def _defects() -> Mapping[str, list[dict[str, str]]]:
    text = (Path(__file__).with_name("seeded_defects.yaml")).read_text("utf-8")
    node, problems = read_yaml(text, "seeded_defects.yaml")
    assert node is not None and not problems
    return dict(plain(node))


def _edited(edits: list[dict[str, str]]) -> CheckedRulebase:
    texts = dict(TEXTS)
    for edit in edits:
        before = texts[edit["file"]]
        assert before.count(edit["old"]) == 1, edit
        texts[edit["file"]] = before.replace(edit["old"], edit["new"])
    parsed, problems = rulebook_from_texts(texts)
    assert not problems, problems
    report, rulebase = check_rulebook(parsed, Vocabulary.of(Scenario))
    assert rulebase is not None, report
    return rulebase


DEFECTS = _defects()


@pytest.mark.parametrize("promise", DEFECTS)
def test_a_seeded_defect_is_found_and_confirmed(promise: str) -> None:
    """The promise is broken, and the reference engine agrees on the counterexample."""
    rulebase = _edited(DEFECTS[promise])
    proof = proved(rulebase, [promise])[promise]
    assert proof.verdict == "broken"
    assert proof.broken is not None and proof.broken > 0
    found = proof.counterexample
    assert found is not None
    written = {each.id: each for each in rulebase.promises}[promise]
    scenario = Scenario(**found.answers)
    if found.before is None:
        said = promise_violation(rulebase, written, scenario)
    else:
        said = promise_violation(rulebase, written, Scenario(**found.before), scenario)
    assert said is not None


def test_every_shipped_promise_has_a_seeded_defect() -> None:
    """No promise is held only because nothing could break it."""
    parsed, _ = rulebook_from_texts(TEXTS)
    assert {promise.id for promise in parsed.promises} == set(DEFECTS)
