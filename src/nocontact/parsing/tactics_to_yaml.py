"""Catalogue of tactics → YAML."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.facts import Tactic
from nocontact.parsing.data_to_yaml import Data, data_to_yaml

_ALWAYS = ("id", "plain", "kind", "channels", "face", "notice", "effect", "undo", "source")
_WHEN_THERE = ("objectives", "cuts", "needs", "good", "hard", "instead", "lowers")


def tactics_to_yaml(tactics: Iterable[Tactic]) -> str:
    """Return `tactics.yaml`: a list under `tactics:`.

    Examples:
        >>> "wall: {in: friction, out: none}" in tactics_to_yaml([Tactic("a", wall_in="friction")])
        True
    """
    return data_to_yaml({"tactics": [_tactic(tactic) for tactic in tactics]})


def _tactic(tactic: Tactic) -> Data:
    data: dict[str, Data] = {name: _plain(getattr(tactic, name)) for name in _ALWAYS}
    data["wall"] = {"in": tactic.wall_in, "out": tactic.wall_out}
    data |= {"private_device": tactic.private_device, "keeps_evidence": tactic.keeps_evidence}
    there = {name: _plain(getattr(tactic, name)) for name in _WHEN_THERE}
    return data | {name: value for name, value in there.items() if value}


def _plain(value: object) -> Data:
    return list(value) if isinstance(value, tuple) else value
