"""An ordinary ending: no wall, nothing to block, and a word that says so."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: the wall and the stance are the lowest there are, and the note that an ending is enough.
print(f"wall {rec.wall}, stance {rec.stance}")
print(rec.considered["block_social"].deciding[0].because)
print(*(note.text for note in rec.notes if note.id == "ordinary_ending_is_enough"))
