"""Changes → plain data: what differs between two answers, and what made it differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from nocontact.recommendation.difference import Cause, ChangedAnswer, Difference, LetGo, Shift

if TYPE_CHECKING:
    from nocontact.recommendation.changes import Changes

SCHEMA = "nocontact.changes/1"
Data: TypeAlias = dict[str, Any]


def changes_to_data(changes: Changes) -> Data:
    """Return what differs between two answers, as plain data.

    Where `crisis` is true, the document shows crisis help and nothing else (SA09).

    Args:
        changes: what differs.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> changes = recommend(Scenario(reach_out="often")).what_if(reach_out="never")
        >>> changes_to_data(changes)["answers"]
        [{'question': 'reach_out', 'before': 'often', 'after': 'never'}]
    """
    return {
        "schema": SCHEMA,
        "supposed": changes.supposed,
        "same_rules": changes.same_rules,
        "crisis": changes.new.findings.get("crisis") == "yes",
        "answers": [_answer(each) for each in changes.answers],
        "differences": [_difference(each) for each in changes.differences],
        "let_go": [_let_go(each) for each in changes.let_go],
    }


def _answer(answer: ChangedAnswer) -> Data:
    return {"question": answer.question, "before": answer.before, "after": answer.after}


def _difference(difference: Difference) -> Data:
    return {
        "kind": difference.kind,
        "name": difference.name,
        "before": difference.before,
        "after": difference.after,
        "rules": list(difference.rules),
        "causes": [_cause(each) for each in difference.causes],
    }


def _cause(cause: Cause) -> Data:
    return {
        "kind": cause.kind,
        "name": cause.name,
        "when": cause.when,
        "tactics": list(cause.tactics),
        "shifts": [_shift(each) for each in cause.shifts],
    }


def _shift(shift: Shift) -> Data:
    return {
        "name": shift.name,
        "before": shift.before,
        "after": shift.after,
        "causes": [_cause(each) for each in shift.causes],
    }


def _let_go(barrier: LetGo) -> Data:
    return {
        "tactic": barrier.tactic,
        "height": barrier.height,
        "needed": barrier.needed,
        "is_new": barrier.is_new,
        "rules": list(barrier.rules),
    }
