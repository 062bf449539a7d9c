"""What must not change: read from a file, held in every scenario, or broken with a witness."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nocontact import Rulebook, RulebookError, compare
from nocontact.proof.kept_from_text import kept_from_text

from .edited_shipped_rules import edited, higher_wall

STAYS = """
must_not_change:
  - says: In danger, nothing changes.
    when: {danger: {at_least: possible}}
  - says: Whoever always looks keeps the wall.
    given: {pull: {email: always_look}}
    keep: [wall, difficulty]
"""
BREAKS = """
must_not_change:
  - says: The wall stays as it is.
    when: {now_unsafe: no}
    keep: [wall]
  - says: The notes stay.
    when: {some_step: {kind: safety}}
    keep: [notes, statuses]
  - says: Somebody who reaches out keeps a low wall.
    given: {reach_out: often}
"""


def test_what_has_to_stay_and_stays_is_no_violation() -> None:
    old = Rulebook.load()
    new = edited("motives.yaml", "because: ", "because: And ")
    kept = kept_from_text(STAYS, "stays.yaml", old)
    comparison = compare(old, new, kept)
    assert comparison.equivalent
    assert comparison.violations == ()
    assert "All 2 entries hold" in comparison.to_text()


def test_what_has_to_stay_and_changes_has_a_count_and_a_witness() -> None:
    old = Rulebook.load()
    comparison = compare(old, higher_wall(), kept_from_text(BREAKS, "stays.yaml", old))
    wall, one = comparison.violations
    assert wall.says == "The wall stays as it is."
    assert 0 < wall.tally.changed < wall.tally.scenarios < comparison.scenarios
    assert wall.witness == {"now_unsafe": "no", "reach_out": "often"}
    assert [str(each.change) for each in wall.explained] == ["wall: friction → lock"]
    assert (one.tally.scenarios, one.tally.changed) == (1, 1)
    assert one.witness == {"reach_out": "often"}
    assert "This changes" in comparison.to_text()


def test_a_finding_that_nobody_sees_can_have_to_stay() -> None:
    old = Rulebook.load()
    text = "must_not_change: [{says: Danger stays., when: always, keep: [danger, crisis]}]"
    new = edited("safety/danger.yaml", "now_unsafe: yes", "now_unsafe: unsure")
    (found,) = compare(old, new, kept_from_text(text, "stays.yaml", old)).violations
    assert any(each.change.subject.name == "danger" for each in found.explained)


@pytest.mark.parametrize(
    ("keep", "parts"),
    [
        ("step.block_email", {("step", "block_email"), ("pace", "block_email")}),
        ("status.block_email", {("status", "block_email")}),
        ("gap.records", {("gap", "records")}),
        ("danger", {("finding", "danger")}),
        ("let_go", {("let_go", "")}),
    ],
)
def test_what_is_kept_is_named_as_in_promises(keep: str, parts: set[tuple[str, str]]) -> None:
    text = f"must_not_change: [{{says: A, when: always, keep: {keep}}}]"
    (kept,) = kept_from_text(text, "stays.yaml", Rulebook.load())
    assert {tuple(each) for each in kept.keep or ()} == parts


def test_sets_and_families_stand_for_all_that_is_in_them() -> None:
    text = "must_not_change: [{says: A, when: always, keep: [standing, steps, statuses, gaps]}]"
    (kept,) = kept_from_text(text, "stays.yaml", Rulebook.load())
    found = kept.keep or frozenset()
    assert {part.family for part in found} == {"finding", "first", "step", "pace", "status", "gap"}
    assert ("finding", "standing.proceed") in found
    everything = "must_not_change: [{says: A, when: always, keep: everything}]"
    (kept,) = kept_from_text(everything, "stays.yaml", Rulebook.load())
    assert found < (kept.keep or frozenset())


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{when: always}", "NC102: `says` is missing"),
        ("{says: It stays.}", "NC102: an entry has either `when` or `given`"),
        ("{says: A, when: always, given: {}}", "an entry has either `when` or `given`"),
        ("{says: A, when: {dangr: yes}}", "NC201: there is no fact or finding called `dangr` "
         "(did you mean `danger`?)"),
        ("{says: A, when: always, keep: [wal]}", "called `wal` (did you mean `wall`?)"),
        ("{says: A, when: always, keep: [step.fly]}", "called `step.fly`"),
        ("{says: A, given: {hope: big}}", "NC402: `hope` cannot be `big`"),
        ("{says: A, wen: always}", "NC101: `wen` is not a key here"),
        ("3", "NC103: expected a mapping"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_file_is_a_diagnostic_in_its_place(entry: str, words: str) -> None:
    with pytest.raises(RulebookError) as caught:
        kept_from_text(f"must_not_change: [{entry}]", "stays.yaml", Rulebook.load())
    assert words in str(caught.value)
    assert "stays.yaml:1:" in str(caught.value)


@given(st.text(alphabet="{}[]:,- \nmust_not_change says when given keep always wall yes"))
def test_no_text_whatever_makes_the_reader_of_the_file_break(text: str) -> None:
    try:
        kept_from_text(text, "stays.yaml", Rulebook.load())
    except RulebookError as error:
        assert error.diagnostics
