"""YAML → promises."""

from __future__ import annotations

from nocontact.diagnostics import Mapping, Node
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import (
    ALWAYS,
    FAMILIES,
    Bound,
    Condition,
    EachTactic,
    Not,
    Promise,
)

BOUNDS: tuple[Bound, ...] = ("never_lowers", "never_raises", "keeps")
KEYS = ("id", "says", "source")
OPTIONAL_KEYS = ("when", "then", "never", "raising", "changing", "after", *BOUNDS)


def promises_from_yaml(reading: Reading, node: Node) -> tuple[Promise, ...]:
    """Read the promises file: a list under `promises:`.

    A promise is `when:` with `then:` or `never:`; or `raising:` or `changing:` (facts, or
    questions with all of their facts) with `never_lowers:`, `never_raises:` or `keeps:`, and with
    `when:` for the scenario before the change and `after:` for the one after it. A bound lists
    findings, `status.<tactic>`, `step.<tactic>`, `permitted.<tactic>`; or `findings`, or
    `steps`, `statuses` or `permitted`, for every tactic or (`{steps: {kind: safety}}`) for those
    that a selector picks.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "promises: [{id: a, says: It holds., never: {wall: lock}, source: [35]}]"
        >>> str(promises_from_yaml(Reading("x", text), read_yaml(text, "x")[0])[0].then)
        'not (wall is lock)'
    """
    reading.speaks_of_steps = True
    fields = reading.fields(node, ("promises",))
    return tuple(_promise(reading, each) for each in reading.items(fields.get("promises"), KEYS))


def _promise(reading: Reading, node: Node) -> Promise:
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    vary = reading.words(fields.get("raising") or fields.get("changing"))
    bounds = _bounds(reading, fields)
    then = _then(reading, fields)
    compares = bool(vary)
    if compares != bool(bounds) or compares == (then is not None) or _mixed(fields, compares):
        reading.say("NC109", "a promise is either `then`/`never`, or `raising`/`changing` with "
                    "`never_lowers`/`never_raises`/`keeps`", node.span,
                    "choose one of the two forms")  # fmt: skip
    return Promise(
        id=reading.identifier(fields.get("id")),
        says=reading.text(fields.get("says")),
        when=_condition(reading, fields, "when"),
        then=then,
        vary=vary,
        upward="raising" in fields,
        bounds=bounds,
        sources=reading.cited(fields.get("source")),
        after=_condition(reading, fields, "after"),
        span=fields["id"].span if "id" in fields else node.span,
    )


def _mixed(fields: dict[str, Node], compares: bool) -> bool:
    """Return whether the keys of both forms, or of both ways within a form, are there."""
    both = {"raising", "changing"} <= fields.keys() or {"then", "never"} <= fields.keys()
    return both or ("after" in fields and not compares)


def _condition(reading: Reading, fields: dict[str, Node], key: str) -> Condition:
    return condition_from_yaml(reading, fields[key]) if key in fields else ALWAYS


def _then(reading: Reading, fields: dict[str, Node]) -> Condition | None:
    if "never" in fields:
        return Not(condition_from_yaml(reading, fields["never"]))
    return condition_from_yaml(reading, fields["then"]) if "then" in fields else None


def _bounds(
    reading: Reading, fields: dict[str, Node]
) -> tuple[tuple[str | EachTactic, Bound], ...]:
    return tuple(
        (subject, bound)
        for bound in BOUNDS
        for node in reading.items(fields.get(bound))
        for subject in _subjects(reading, node)
    )


def _subjects(reading: Reading, node: Node) -> tuple[str | EachTactic, ...]:
    """Return one named subject, or each tactic of the selectors under `steps` and the like."""
    if not isinstance(node, Mapping):
        return (reading.answer(node),)
    return tuple(
        EachTactic(
            FAMILIES[reading.one_of(key, tuple(FAMILIES), "steps")],
            selector_from_yaml(reading, value),
            key.span,
        )
        for key, value in node.entries
    )
