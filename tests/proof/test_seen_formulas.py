"""What a person sees has the level in the diagrams that the engine and the planner give it."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from nocontact.proof import AllScenarios
from nocontact.proof.seen_formulas import SeenFormulas
from nocontact.proof.seen_once import SeenOnce
from nocontact.proof.subject import levels_seen
from nocontact.testing.generated_conditions import facts_rows
from nocontact.testing.generated_rulebooks import checked

from .small_rulebooks import VOCABULARY, planned_texts

Row = dict[str, str]


def _limited(files: Row) -> Row:
    planning = json.loads(files["planning.yaml"])
    planning["limit"] = {
        "when": {"mood": {"in": ["low", "even"]}}, "now": 1, "tactics": {"id": ["t0", "t1"]},
        "exempt": ["safety", "wall"], "because": "So.", "source": [1],
    }  # fmt: skip
    return {**files, "planning.yaml": json.dumps(planning)}


@given(planned_texts().map(_limited), st.lists(facts_rows(VOCABULARY), min_size=1, max_size=6))
def test_every_part_has_the_level_that_the_engine_and_the_planner_give(
    files: Row, rows: list[Row]
) -> None:
    rulebase = checked(files, VOCABULARY)
    seen = SeenFormulas(AllScenarios.of(rulebase))
    for facts in rows:
        row, once = seen.scenarios.space.row(facts), SeenOnce(rulebase, facts)
        for subject, levels in levels_seen(rulebase).items():
            holding = [level for level in levels if seen.where(subject, level).holds(row)]
            assert (holding or ["no"]) == [once.level(subject)], subject
