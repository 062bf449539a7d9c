"""There is danger and the phone is watched: an advocate first, and nothing that he notices."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: what comes first, and that no step now can be noticed by him.
print(f"standing {rec.standing}, help {rec.help}")
for step in rec.steps:
    print(f"- {step.plain} [{rec.rulebase.tactics[step.tactic].notice}]")
for verdict in rec.considered.values():
    print(f"considered: {verdict.plain} {verdict.status}")
    print(*(f"    {each.because}" for each in verdict.deciding if each.voice == "safety"), sep="\n")
