"""Claim → plain data."""

from __future__ import annotations

from nocontact.explanation.claim import Claim


def claim_to_data(claim: Claim) -> dict[str, str]:
    """Return what is explained: its family, its name, and the level that it has.

    Examples:
        >>> from nocontact.proof.subject import Subject
        >>> claim_to_data(Claim(Subject("finding", "wall"), "lock"))
        {'family': 'finding', 'name': 'wall', 'level': 'lock'}
    """
    family, name = claim.subject
    return {"family": family, "name": name, "level": claim.level}
