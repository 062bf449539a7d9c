"""An ordinary ending: no wall, nothing to block, and a word that says so."""

from pathlib import Path

import nocontact as nc

rec = nc.recommend(nc.scenario_from_path(Path(__file__).with_suffix(".yaml")))

# Look at: no wall, a stance that leaves her be, few steps, and the note that says why.
print(f"wall {rec.wall}, stance {rec.stance}")
print(*(f"- {step.plain}" for step in rec.steps), sep="\n")
print(rec.considered["block_social"].deciding[0].because)
print(*(note.text for note in rec.notes if note.id == "nothing_is_needed"))
