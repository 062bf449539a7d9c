"""What a promise may say, and how its names are written out."""

from __future__ import annotations

import pytest

from nocontact import Rulebook, Scenario
from nocontact.checking import check_rulebook
from nocontact.diagnostics import Diagnostic
from nocontact.facts import Vocabulary
from nocontact.parsing import rulebook_from_texts, shipped_rules, texts_of
from nocontact.rulebook import Comparison, Not, Promise
from nocontact.testing.promise_checking import broken_promise

TEXTS = texts_of(shipped_rules())


def read(promise: str) -> tuple[Promise | None, list[Diagnostic]]:
    """Return one promise, checked beside the shipped rules, and every error."""
    text = f"promises: [{{id: it, says: It holds., source: [35], {promise}}}]"
    parsed, problems = rulebook_from_texts({**TEXTS, "promises.yaml": text})
    if problems:
        return None, problems
    report, rulebase = check_rulebook(parsed, Vocabulary.of(Scenario))
    return rulebase.promises[0] if rulebase else None, list(report.errors)


def only(promise: str) -> Promise:
    found, problems = read(promise)
    assert not problems, problems
    assert found is not None
    return found


def bounded(promise: str) -> set[str]:
    return {str(subject) for subject, _ in only(promise).bounds}


def test_the_name_of_a_question_stands_for_its_facts_and_none_follows_from_them() -> None:
    raised = only("raising: [how_i_am, hope], never_lowers: [wall]").vary
    assert "how_i_am.cannot_work" in raised
    assert "how_i_am.none" not in raised
    assert "hope" in raised
    assert "how_i_am.none" in only("changing: [how_i_am], keeps: [wall]").vary


def test_a_question_that_some_would_rather_not_answer_is_raised_without_that() -> None:
    raised = only("raising: [danger_signs], never_lowers: [danger]").vary
    assert not {"danger_signs.none", "danger_signs.rather_not_say"} & {*raised}


def test_a_selector_stands_for_each_tactic_that_it_picks() -> None:
    assert bounded("raising: [hope], keeps: [{steps: {id: [mute_thread, go_back]}}]") == {
        "step.mute_thread",
        "step.go_back",
    }
    assert bounded("raising: [hope], keeps: [{permitted: {id: go_back}}, status.go_back]") == {
        "permitted.go_back",
        "status.go_back",
    }


def test_a_group_stands_for_every_tactic_and_a_set_for_its_members() -> None:
    assert "permitted.go_back" in bounded("raising: [hope], keeps: [permitted]")
    assert "step.go_back" in bounded("raising: [hope], keeps: [steps]")
    assert "status.go_back" in bounded("raising: [hope], keeps: [statuses]")
    assert "status.go_back" not in bounded("raising: [hope], keeps: [findings]")
    assert "notes.goal_is_letting_go" in bounded("raising: [hope], keeps: [notes]")


def test_some_tactic_is_written_out_tactic_by_tactic() -> None:
    then = only("never: {some_permitted: {id: [mute_thread, go_back]}}").then
    assert str(then) == "not (permitted.mute_thread is yes or permitted.go_back is yes)"


@pytest.mark.parametrize(
    ("promise", "code"),
    [
        ("when: {wall: lock}", "NC109"),
        ("then: {wall: lock}, never: {wall: none}", "NC109"),
        ("then: {wall: lock}, after: {wall: none}", "NC109"),
        ("raising: [hope], changing: [acceptance], keeps: [wall]", "NC109"),
        ("raising: [hope]", "NC109"),
        ("keeps: [wall]", "NC109"),
        ("raising: [no_such], keeps: [wall]", "NC201"),
        ("raising: [situation], keeps: [wall]", "NC203"),
        ("raising: [hope], keeps: [no_such]", "NC201"),
        ("raising: [hope], keeps: [step.no_such]", "NC201"),
        ("raising: [hope], keeps: [permitted.no_such]", "NC201"),
        ("raising: [hope], keeps: [{steps: {no_such: yes}}]", "NC213"),
        ("raising: [hope], keeps: [{steps: {kind: safety, notice: dramatic}}]", "NC212"),
        ("raising: [hope], after: {no_such: yes}, keeps: [wall]", "NC201"),
        ("raising: [hope], keeps: [{no_such: {kind: safety}}]", "NC104"),
        ("then: {permitted.go_back: maybe}", "NC202"),
        ("then: {some_status: {status: no_such, tactics: all}}", "NC202"),
        ("then: {some_step: {notice: no_such}}", "NC214"),
        ("then: {some_step: {kind: safety, notice: dramatic}}", "NC212"),
    ],
)
def test_a_promise_that_means_nothing_is_refused(promise: str, code: str) -> None:
    found, problems = read(promise)
    assert found is None
    assert code in {problem.code for problem in problems}
    assert all(problem.span and problem.help for problem in problems)


def test_only_promises_speak_of_steps() -> None:
    wall = TEXTS["wall.yaml"].replace("when: {any:", "when: {some_step: {kind: safety}, any:", 1)
    parsed, problems = rulebook_from_texts({**TEXTS, "wall.yaml": wall})
    report, rulebase = check_rulebook(parsed, Vocabulary.of(Scenario))
    assert rulebase is None or problems
    assert problems or report.errors


def test_what_is_never_so_is_broken_where_nothing_was_said() -> None:
    promise = only("never: {hope: none}")
    assert promise.then == Not(Comparison("hope", "is", ("none",)))
    told = {
        hope: broken_promise(Rulebook.load(), promise, {"hope": hope}) is not None
        for hope in ("none", "some", "unknown")
    }
    assert told == {"none": True, "some": False, "unknown": True}
