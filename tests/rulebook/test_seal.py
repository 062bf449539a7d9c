"""A rulebook that was changed with `replace` never answers from what was kept for the first."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from dataclasses import replace

import pytest

from nocontact import Rulebook, Scenario, recommend, replay
from nocontact.checking import check_rulebook
from nocontact.diagnostics import TraceError
from nocontact.rulebook import CheckedRulebase, ParsedRulebook

RULES = Rulebook.load()
PERSON = Scenario(staying_away="nothing_holds", private_device="yes")
GONE = "wall.lock"


def without(parsed: ParsedRulebook, rule: str = GONE) -> ParsedRulebook:
    """Return the rulebook without one rule, its content hash copied as `replace` does."""
    return replace(parsed, decisions=tuple(
        replace(each, rules=tuple(r for r in each.rules if r.id != rule))
        for each in parsed.decisions
    ))  # fmt: skip


def checked(parsed: ParsedRulebook) -> CheckedRulebase:
    report, rulebase = check_rulebook(parsed, RULES.vocabulary)
    assert rulebase is not None, str(report)
    return rulebase


def after_checking(_: ParsedRulebook) -> CheckedRulebase:
    return replace(RULES, rules=tuple(rule for rule in RULES.rules if rule.id != GONE))


def with_the_hash_of_another(_: ParsedRulebook) -> CheckedRulebase:
    """The rules of one rulebook under the files of another."""
    return replace(after_checking(RULES.parsed), parsed=RULES.parsed)


@pytest.mark.parametrize(
    "change", [lambda parsed: checked(without(parsed)), after_checking, with_the_hash_of_another],
    ids=["parsed", "checked", "both"],
)  # fmt: skip
@pytest.mark.parametrize("engine", ["checked", "reference", "rete"])
def test_it_answers_by_its_own_rules(
    change: Callable[[ParsedRulebook], CheckedRulebase], engine: str
) -> None:
    if engine == "rete":
        pytest.importorskip("durable")
    before = recommend(PERSON, engine=engine)  # type: ignore[arg-type]
    assert (before.wall, GONE in before.why("wall").rules) == ("lock", True)
    changed = change(RULES.parsed)
    after = recommend(PERSON, rulebook=changed, engine=engine)  # type: ignore[arg-type]
    assert after.wall != "lock"
    assert GONE not in {firing.rule for firing in after.trace.firings}
    assert changed != RULES and changed.digest != RULES.digest
    assert changed == change(RULES.parsed)
    with pytest.raises(TraceError, match="NC505"):
        replay(after.trace)
    assert recommend(PERSON, engine=engine).wall == "lock"  # type: ignore[arg-type]


def test_what_says_the_same_has_the_same_hash() -> None:
    parsed = RULES.parsed
    same = replace(parsed, decisions=copy.deepcopy(parsed.decisions))
    assert same.digest == parsed.digest
    assert replace(without(parsed), decisions=parsed.decisions).digest == parsed.digest
    assert without(parsed).digest == without(parsed).digest
    assert without(without(parsed, "wall.none")).digest not in (
        without(parsed).digest, without(parsed, "wall.none").digest,
    )  # fmt: skip
    assert replace(RULES, rules=copy.deepcopy(RULES.rules)) == RULES


def test_a_hash_of_its_own_is_kept() -> None:
    assert replace(RULES.parsed, tactics=(), digest="mine").digest == "mine"


@pytest.mark.parametrize(
    "again",
    [copy.copy, copy.deepcopy, lambda each: pickle.loads(pickle.dumps(each))],
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_copy_is_the_same_and_its_changes_are_seen_too(
    again: Callable[[ParsedRulebook], ParsedRulebook],
) -> None:
    assert again(RULES.parsed).digest == RULES.digest
    assert without(again(RULES.parsed)).digest == without(RULES.parsed).digest
    changed = without(RULES.parsed)
    assert again(changed).digest == changed.digest
    assert again(checked(changed)) == checked(changed)  # type: ignore[arg-type]
