"""YAML → catalogue of tactics."""

from __future__ import annotations

from typing import Any

from nocontact.diagnostics import Node
from nocontact.facts import ATTRIBUTES, Tactic
from nocontact.parsing.reading import Reading

KEYS = ("id", "plain", "kind", "channels", "face", "notice", "effect", "wall", "undo", "source")
OPTIONAL_KEYS = (
    "objectives", "private_device", "keeps_evidence", "cuts", "needs", "good", "hard",
    "instead", "lowers",
)  # fmt: skip


def tactics_from_yaml(reading: Reading, node: Node) -> tuple[Tactic, ...]:
    """Read the catalogue: a list under `tactics:`.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "tactics: []"
        >>> tactics_from_yaml(Reading("x", text), read_yaml(text, "x")[0])
        ()
    """
    fields = reading.fields(node, ("tactics",))
    return tuple(_tactic(reading, each) for each in reading.items(fields.get("tactics"), KEYS))


def _tactic(reading: Reading, node: Node) -> Tactic:
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    wall = reading.fields(fields.get("wall"), ("in", "out"))
    fields |= {f"wall_{direction}": level for direction, level in wall.items()}
    single = ("kind", "face", "notice", "effect", "wall_in", "wall_out", "undo",
              "private_device", "keeps_evidence")  # fmt: skip
    several = ("channels", "objectives", "cuts")
    default = Tactic("")
    values: dict[str, Any] = {
        name: reading.one_of(fields.get(name), ATTRIBUTES[name].answers, getattr(default, name))
        for name in single
    }
    for name in several:
        values[name] = reading.each_of(fields.get(name), ATTRIBUTES[name].answers)
    for name in ("plain", "needs", "good", "hard"):
        values[name] = reading.text(fields.get(name))
    return Tactic(
        id=reading.plain_name(fields.get("id")),
        **values,
        instead=reading.words(fields.get("instead")),
        lowers=reading.words(fields.get("lowers")),
        source=reading.cited(fields.get("source")),
    )
