"""YAML → catalogue of tactics."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.diagnostics import Node
from nocontact.facts import Attribute, Tactic
from nocontact.facts.frozen_map import FrozenMap
from nocontact.parsing.reading import Reading

KEYS = ("id", "plain", "source")
OPTIONAL_KEYS = ("needs", "good", "hard", "instead", "lowers")


def tactics_from_yaml(
    reading: Reading, node: Node, attributes: Mapping[str, Attribute]
) -> tuple[Tactic, ...]:
    """Read the catalogue: a list under `tactics:`.

    Args:
        reading: what is read, with its problems.
        node: the file.
        attributes: what each tactic has to say, or may say.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "tactics: []"
        >>> tactics_from_yaml(Reading("x", text), read_yaml(text, "x")[0], {})
        ()
    """
    fields = reading.fields(node, ("tactics",))
    keys = attribute_keys(attributes)
    listed = reading.items(fields.get("tactics"), (*KEYS, *keys))
    return tuple(_tactic(reading, each, attributes, keys) for each in listed)


def attribute_keys(attributes: Mapping[str, Attribute]) -> dict[str, dict[str, str]]:
    """Return how attributes are written: those named alike up to the last word, as one mapping.

    Examples:
        >>> level = Attribute(("low", "high"), ordered=True)
        >>> attribute_keys({"id": level, "undo": level, "wall_in": level, "wall_out": level})
        {'undo': {'': 'undo'}, 'wall': {'in': 'wall_in', 'out': 'wall_out'}}
    """
    heads = [name.rpartition("_")[0] for name in attributes]
    found: dict[str, dict[str, str]] = {}
    for name in attributes:
        head, _, last = name.rpartition("_")
        shared = head and heads.count(head) > 1 and attributes[name].ordered
        if name != "id":
            found.setdefault(head if shared else name, {})[last if shared else ""] = name
    return found


def _tactic(
    reading: Reading,
    node: Node,
    attributes: Mapping[str, Attribute],
    keys: Mapping[str, Mapping[str, str]],
) -> Tactic:
    needed = [key for key, names in keys.items()
              if any(attributes[name].default is None for name in names.values())]  # fmt: skip
    fields = reading.fields(
        node, (*KEYS, *needed), (*OPTIONAL_KEYS, *(k for k in keys if k not in needed))
    )
    values: dict[str, str | tuple[str, ...]] = {}
    for key, names in keys.items():
        given = fields.get(key)
        inside = reading.fields(given, tuple(names)) if "" not in names else {"": given}
        for part, name in names.items():
            values[name] = _value(reading, inside.get(part), attributes[name])
    return Tactic(
        id=reading.plain_name(fields.get("id")),
        attributes=FrozenMap(values),
        plain=reading.text(fields.get("plain")),
        needs=reading.text(fields.get("needs")),
        good=reading.text(fields.get("good")),
        hard=reading.text(fields.get("hard")),
        instead=reading.words(fields.get("instead")),
        lowers=reading.words(fields.get("lowers")),
        source=reading.cited(fields.get("source")),
    )


def _value(reading: Reading, node: Node | None, attribute: Attribute) -> str | tuple[str, ...]:
    if attribute.several:
        default = attribute.default or ()
        return tuple(default) if node is None else reading.each_of(node, attribute.answers)
    default = attribute.answers[0] if attribute.default is None else str(attribute.default)
    return reading.one_of(node, attribute.answers, default)
