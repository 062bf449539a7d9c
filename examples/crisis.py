"""Thoughts of ending his life: only crisis help is shown, whatever else was said."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: two steps, and no wall, verdict or question in the text. The data still holds them all.
print(rec.to_text())
print(f"\nIn the data: wall {rec.wall}, considered {list(rec.considered)}")
