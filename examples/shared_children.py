"""Shared children: one narrow path stays open, and a new number is not the way."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: the step under "contact", and why the new number is advised against.
for step in rec.steps:
    if step.section == "contact":
        print(f"- {step.plain} {step.purposes[0].because} {list(step.purposes[0].sources)}")
verdict = rec.considered["change_number"]
print(f"{verdict.plain} {verdict.status}: {verdict.deciding[0].because}")
