"""YAML → the attributes that tactics are picked by."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.diagnostics import Node, Scalar, Sequence
from nocontact.facts import Attribute
from nocontact.facts.frozen_map import FrozenMap
from nocontact.parsing.reading import Reading
from nocontact.parsing.tactics_from_yaml import KEYS as NEEDED_KEYS
from nocontact.parsing.tactics_from_yaml import OPTIONAL_KEYS as FREE_KEYS

ATTRIBUTE_KEYS = ("says", "ordered", "several", "default", "needed_when")
TACTIC_KEYS = frozenset({*NEEDED_KEYS, *FREE_KEYS})

ID = Attribute((), says="its name")
"""What every tactic has: any id of the catalogue may stand there."""


def attributes_from_yaml(
    reading: Reading, node: Node, above: Mapping[str, Attribute] = FrozenMap()
) -> Mapping[str, Attribute]:
    """Read the attributes: name → answers, and what is said of them.

    Args:
        reading: what is read, with its problems.
        node: the file.
        above: the attributes of the rulebook that this one extends; its tactics have no others.

    Returns:
        All of both, and the id.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "attributes: {undo: {answers: [now, hard], ordered: yes}}"
        >>> attributes_from_yaml(Reading("x", text), read_yaml(text, "x")[0])["undo"].answers
        ('now', 'hard')
    """
    fields = reading.fields(node, ("attributes",))
    found = {**above}
    for key, value in reading.entries(fields.get("attributes")):
        name = _name(reading, key)
        found[name] = _attribute(reading, value)
        if above:
            _fits(reading, key, found[name], above.get(name))
    return FrozenMap({"id": ID, **found})


def _fits(reading: Reading, key: Scalar, own: Attribute, other: Attribute | None) -> None:
    """Note what the tactics that are there already cannot have said."""
    if other is None:
        if own.default is None:
            reading.say("NC102", f"`{key.value}` has no default, and the tactics that are there "
                        "already do not say theirs", key.span, "add `default:`")  # fmt: skip
        return
    kept = tuple(each for each in own.answers if each in other.answers)
    if (kept, own.ordered, own.several) != (other.answers, other.ordered, other.several):
        reading.say("NC204", f"the attribute `{key.value}` is there already, with other answers",
                    key.span, "keep its answers in their order, and add yours")  # fmt: skip


def _name(reading: Reading, key: Scalar) -> str:
    name = reading.plain_name(key)
    if name in TACTIC_KEYS:
        reading.say("NC108", f"`{name}` cannot be a name: every tactic has it", key.span,
                    "give the attribute another name", found=name)  # fmt: skip
    return name


def _attribute(reading: Reading, node: Node) -> Attribute:
    fields = reading.fields(node, ("answers",), ATTRIBUTE_KEYS)
    answers = reading.words(fields.get("answers"), "an answer")
    if not answers:
        reading.wrong_shape(fields.get("answers", node), "a list of answers")
        return ID
    several = reading.one_of(fields.get("several"), ("no", "yes"), "no") == "yes"
    default: str | tuple[str, ...] | None = None
    if (given := fields.get("default")) is not None:
        listed = several or isinstance(given, Sequence)
        default = (
            reading.each_of(given, answers) if listed
            else reading.one_of(given, answers, answers[0] if answers else "")
        )  # fmt: skip
    return Attribute(
        answers,
        reading.one_of(fields.get("ordered"), ("no", "yes"), "no") == "yes",
        several,
        default,
        reading.text(fields.get("says")),
        FrozenMap(
            {
                str(key.value): reading.answer(value)
                for key, value in reading.entries(fields.get("needed_when"))
            }
        ),
    )
