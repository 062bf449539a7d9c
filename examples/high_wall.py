"""Someone who decided, and cannot stop looking: a high wall, on her own side."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: the wall is a lock in both directions, and he notices none of these steps.
print(f"standing {rec.standing}, wall {rec.wall} (in {rec.wall_in}, out {rec.wall_out})")
for step in rec.steps:
    notice = rec.rulebase.tactics[step.tactic].notice
    print(f"- {step.plain} [{notice}] {step.purposes[0].because}")
