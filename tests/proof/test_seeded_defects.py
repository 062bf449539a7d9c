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
from nocontact.testing.promise_checking import promise_violation

Texts = Mapping[str, str]
TEXTS: Texts = texts_of(shipped_rules())
MOST = 6


def _defects() -> Mapping[str, list[dict[str, str]]]:
    text = (Path(__file__).with_name("seeded_defects.yaml")).read_text("utf-8")
    node, problems = read_yaml(text, "seeded_defects.yaml")
    assert node is not None and not problems
    return dict(plain(node))


def _with_edits(texts: Mapping[str, str], edits: list[dict[str, str]]) -> dict[str, str] | None:
    """The texts with some places changed; None where a place is not there just once."""
    edited = dict(texts)
    for edit in edits:
        if edited[edit["file"]].count(edit["old"]) != 1:
            return None
        edited[edit["file"]] = edited[edit["file"]].replace(edit["old"], edit["new"])
    return edited


def _together(defects: Mapping[str, list[dict[str, str]]]) -> list[tuple[list[str], Texts]]:
    """Promises with their defects in one rulebook, a few at a time: it has to be compiled once."""
    groups: list[tuple[list[str], Texts]] = []
    for promise, edits in defects.items():
        for at, (names, texts) in enumerate(groups):
            edited = _with_edits(texts, edits) if len(names) < MOST else None
            if edited is not None:
                groups[at] = ([*names, promise], edited)
                break
        else:
            alone = _with_edits(TEXTS, edits)
            assert alone is not None, promise
            groups.append(([promise], alone))
    return groups


DEFECTS = _defects()
GROUPS = _together(DEFECTS)


@pytest.mark.parametrize(("promises", "texts"), GROUPS, ids=range(len(GROUPS)))
def test_seeded_defects_are_found_and_confirmed(promises: list[str], texts: Texts) -> None:
    """Each promise is broken, and the reference engine agrees on the counterexample."""
    parsed, problems = rulebook_from_texts(texts)
    assert not problems, problems
    report, rulebase = check_rulebook(parsed, Vocabulary.of(Scenario))
    assert rulebase is not None, report
    proofs = proved(rulebase, promises)
    for promise in promises:
        assert (promise, proofs[promise].verdict) == (promise, "broken")
        assert (proofs[promise].broken or 0) > 0
        found = proofs[promise].counterexample
        assert found is not None
        written = {each.id: each for each in rulebase.promises}[promise]
        people = [Scenario(**each) for each in (found.before, found.answers) if each is not None]
        said = promise_violation(rulebase, written, *people)
        assert said is not None, promise


def test_every_shipped_promise_has_a_seeded_defect() -> None:
    """No promise is held only because nothing could break it."""
    parsed, _ = rulebook_from_texts(TEXTS)
    assert {promise.id for promise in parsed.promises} == set(DEFECTS)
