"""A quiet step fits, whatever the reasons; a step that she is meant to feel is the wrong tool."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: the reasons change what may be noticed. They do not change the height of the wall.
print(f"standing {rec.standing}, wall {rec.wall}")
for verdict in rec.considered.values():
    print(f"- {verdict.plain} {verdict.status}")
    for reason in verdict.deciding:
        print(f"    {reason.because} {list(reason.sources)}")
