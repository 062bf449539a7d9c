"""The regions in which counts are given unless others are asked for."""

from __future__ import annotations

from nocontact.proof.region import Region
from nocontact.rulebook import ALWAYS, AllOf, Comparison

EVERYWHERE = Region("all scenarios", ALWAYS)
"""Every combination of answers, unknown ones too. Nearly all of them hold a sign of danger."""

NO_SIGN = Region(
    "safety questions answered, no sign",
    AllOf((
        Comparison("now_unsafe", "is", ("no",)),
        Comparison("self_harm_thoughts", "is", ("no",)),
        Comparison("danger_signs.none", "is", ("yes",)),
        Comparison("afraid", "is", ("no",)),
        Comparison("private_device", "is", ("yes",)),
    )),
)  # fmt: skip
"""The person was asked what their safety hangs on, and nothing points to danger."""

USUAL_REGIONS = (EVERYWHERE, NO_SIGN)
