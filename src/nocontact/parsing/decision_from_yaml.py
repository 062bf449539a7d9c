"""YAML → decision: one file, one question."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from nocontact.diagnostics import Mapping, Node, Scalar, Sequence, shown
from nocontact.parsing.author_slips import RULE_WORDS
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
    listed = reading.items(fields.get("rules"), RULE_KEYS)
    rules = tuple(_rule(reading, each, name, voice) for each in listed)
    sources = reading.cited(fields.get("source"))
    asks = reading.text(fields.get("asks"))
    span = fields["decision"].span if "decision" in fields else node.span
    return Decision(name, asks, findings, rules, sources, voice, span)


def _findings(reading: Reading, decision: str, node: Node | None) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for key, value in reading.entries(node):
        name = reading.plain_name(key)
        if isinstance(value, Scalar) and value.value == "yes_no":
            found.append(Finding(name, YES_NO, decision, None, key.span))
        elif isinstance(value, Sequence):
            levels = tuple(reading.plain_name(each) for each in value.items)
            if len(levels) < 2:
                reading.say("NC106", f"the scale of `{shown(name)}` has fewer than two levels",
                            value.span, "list the levels, lowest first")  # fmt: skip
            found.append(Finding(name, levels, decision, None, key.span))
        elif isinstance(value, Mapping):
            found += _members(reading, decision, name, value)
        else:
            reading.wrong_shape(value, "a list of levels, `yes_no`, or `{set: [...]}`")
    return tuple(found)


def _members(reading: Reading, decision: str, name: str, node: Mapping) -> Iterator[Finding]:
    listed = reading.fields(node, ("set",)).get("set")
    members = reading.items(listed)
    if listed is not None and not members:
        reading.say("NC106", f"the set `{shown(name)}` has no members", listed.span,
                    "list the members")  # fmt: skip
    for each in members:
        flat = f"{name}.{reading.plain_name(each)}"
        yield Finding(flat, YES_NO, decision, name, each.span)


def _rule(reading: Reading, node: Node, decision: str, voice: Voice) -> Rule:
    fields = reading.fields(node, RULE_KEYS, ("voice",), RULE_WORDS)
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
            way_out = "write `name: level` without a `-`" if isinstance(node, Sequence) else ""
            reading.wrong_shape(node, "what follows, such as `{wall: lock}`", way_out)
        return ()
    if not node.entries:
        reading.say("NC106", "nothing follows from this rule", node.span, "add a conclusion")
    if node.get("status") is not None or node.get("tactics") is not None:
        return (_status(reading, node),)
    return tuple(each for key, value in node.entries for each in _raised(reading, key, value))


def _raised(reading: Reading, key: Scalar, node: Node) -> Iterator[Raise]:
    name = str(key.value)
    if not isinstance(node, Sequence):
        yield Raise(name, reading.answer(node, "one level"), key.span)
        return
    if not node.items:
        reading.say("NC106", f"no member of `{shown(name)}` is listed", node.span,
                    "list the members that are meant")  # fmt: skip
    for each in node.items:
        yield Raise(f"{name}.{reading.answer(each, 'a member of the set')}", "yes", each.span)


def _status(reading: Reading, node: Mapping) -> RaiseStatus:
    fields = reading.fields(node, ("status", "tactics"))
    status = reading.one_of(fields.get("status"), STATUSES, STATUSES[0])
    picked = fields.get("tactics")
    span = node.span if picked is None else picked.span
    return RaiseStatus(status, selector_from_yaml(reading, picked), span)
