"""He keeps writing: calm steps come first, and the block waits for them."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: the stance, and which of the two steps under consideration fits now.
print(f"stance {rec.stance}")
for verdict in rec.considered.values():
    print(f"- {verdict.plain} {verdict.status}: {[reason.because for reason in verdict.deciding]}")
calm = [step for step in rec.steps if step.section == "partner"]
print("calm step:", *(step.plain for step in calm))
