"""YAML → decision: one file, one question."""

from __future__ import annotations

from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar, Sequence
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import (
    STATUSES,
    YES_NO,
    Conclusion,
    Decision,
    Finding,
    Raise,
    RaiseStatus,
    Rule,
    Voice,
)

VOICES = ("article", "safety", "rulebook")
KEYS = ("decision", "asks", "rules")
OPTIONAL_KEYS = ("finding", "source", "voice")
RULE_KEYS = ("id", "when", "then", "because", "source")


def decision_from_yaml(reading: Reading, node: Node) -> Decision:
    """Read one decision file.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{decision: wall, asks: How high?, finding: {wall: [none, lock]}, rules: []}"
        >>> decision_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).findings[0].levels
        ('none', 'lock')
    """
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    name = reading.identifier(fields.get("decision"))
    voice = cast(Voice, reading.one_of(fields.get("voice"), VOICES, "article"))
    findings = _findings(reading, name, fields.get("finding"))
    rules = tuple(
        _rule(reading, each, name, voice) for each in reading.items(fields.get("rules"))
    )
    sources = reading.cited(fields.get("source"))
    asks = reading.text(fields.get("asks"))
    return Decision(name, asks, findings, rules, sources, voice, node.span)


def _findings(reading: Reading, decision: str, node: Node | None) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for key, value in reading.entries(node):
        name = reading.identifier(key)
        if isinstance(value, Scalar) and value.value == "yes_no":
            found.append(Finding(name, YES_NO, decision, None, key.span))
        elif isinstance(value, Sequence):
            levels = reading.words(value)
            if len(levels) < 2:
                reading.say("NC106", f"the scale of `{name}` needs two levels or more", value.span,
                            "list the levels, lowest first")  # fmt: skip
            found.append(Finding(name, levels, decision, None, key.span))
        elif isinstance(value, Mapping):
            members = reading.words(reading.fields(value, ("set",)).get("set"))
            found += [Finding(f"{name}.{m}", YES_NO, decision, name, key.span) for m in members]
        else:
            reading.wrong_shape(value, "a list of levels, `yes_no`, or `{set: [...]}`")
    return tuple(found)


def _rule(reading: Reading, node: Node, decision: str, voice: Voice) -> Rule:
    fields = reading.fields(node, RULE_KEYS, ("voice",))
    spoken = cast(Voice, reading.one_of(fields.get("voice"), VOICES, voice))
    span = fields["id"].span if "id" in fields else node.span
    return Rule(
        id=reading.identifier(fields.get("id")),
        decision=decision,
        condition=condition_from_yaml(reading, fields.get("when")),
        conclusions=_conclusions(reading, fields.get("then")),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
        voice=spoken,
        span=span,
    )


def _conclusions(reading: Reading, node: Node | None) -> tuple[Conclusion, ...]:
    if not isinstance(node, Mapping):
        if node is not None:
            reading.wrong_shape(node, "what follows, such as `{wall: lock}`")
        return ()
    if not node.entries:
        reading.say("NC106", "nothing follows from this rule", node.span, "add a conclusion")
    if node.get("status") is not None:
        return (_status(reading, node),)
    raised: list[Conclusion] = []
    for key, value in node.entries:
        name = reading.identifier(key)
        if isinstance(value, Sequence):
            members = reading.words(value)
            raised += [Raise(f"{name}.{member}", "yes", key.span) for member in members]
        else:
            raised.append(Raise(name, reading.answer(value), key.span))
    return tuple(raised)


def _status(reading: Reading, node: Mapping) -> RaiseStatus:
    fields = reading.fields(node, ("status", "tactics"))
    status = reading.one_of(fields.get("status"), STATUSES, STATUSES[0])
    return RaiseStatus(status, selector_from_yaml(reading, fields.get("tactics")), node.span)
