"""YAML → promises."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Node
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.rulebook import ALWAYS, Bound, Condition, Not, Promise

BOUNDS = ("never_lowers", "never_raises", "keeps")
KEYS = ("id", "says", "source")
OPTIONAL_KEYS = ("when", "then", "never", "raising", "changing", *BOUNDS)


def promises_from_yaml(reading: Reading, node: Node) -> tuple[Promise, ...]:
    """Read the promises file: a list under `promises:`.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "promises: [{id: a, says: It holds., never: {wall: lock}, source: [35]}]"
        >>> str(promises_from_yaml(Reading("x", text), read_yaml(text, "x")[0])[0].then)
        'not (wall is lock)'
    """
    reading.speaks_of_steps = True
    fields = reading.fields(node, ("promises",))
    return tuple(_promise(reading, each) for each in reading.items(fields.get("promises")))


def _promise(reading: Reading, node: Node) -> Promise:
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    upward = "raising" in fields
    vary = reading.words(fields.get("raising") or fields.get("changing"))
    bounds = tuple(
        (subject, cast(Bound, bound))
        for bound in BOUNDS
        for subject in reading.words(fields.get(bound))
    )
    then = _then(reading, fields)
    if bool(vary) != bool(bounds) or bool(vary) == (then is not None):
        reading.say("NC109", "a promise is either `then`/`never`, or `raising`/`changing` with "
                    "`never_lowers`/`never_raises`/`keeps`", node.span,
                    "choose one of the two forms")  # fmt: skip
    return Promise(
        id=reading.identifier(fields.get("id")),
        says=reading.text(fields.get("says")),
        when=condition_from_yaml(reading, fields["when"]) if "when" in fields else ALWAYS,
        then=then,
        vary=vary,
        upward=upward,
        bounds=bounds,
        sources=reading.cited(fields.get("source")),
        span=fields["id"].span if "id" in fields else node.span,
    )


def _then(reading: Reading, fields: dict[str, Node]) -> Condition | None:
    if "never" in fields:
        return Not(condition_from_yaml(reading, fields["never"]))
    return condition_from_yaml(reading, fields["then"]) if "then" in fields else None
