"""YAML → planning policy."""

from __future__ import annotations

from nocontact.diagnostics import Node, Scalar, Sequence
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import STATUSES, Barriers, Limit, Need, PlanningPolicy

KEYS = ("permitted", "preference", "needs")
OPTIONAL_KEYS = ("barriers", "limit")
BARRIER_KEYS = ("height", "channels", "unused", "tactics", "anywhere", "because", "source")
NEED_KEYS = ("id", "section", "when", "tactics", "because", "source")
LIMIT_KEYS = ("when", "now", "tactics", "exempt", "because", "source")
SECTIONS = ("safety", "help", "purpose", "wall", "partner", "contact", "objective")


def policy_from_yaml(reading: Reading, node: Node) -> PlanningPolicy:
    """Read needs and preferences.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{permitted: [suggested], preference: [{undo: [now, days]}], needs: []}"
        >>> policy_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).preference
        (('undo', (('now',), ('days',))),)
    """
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    permitted = tuple(
        reading.one_of(each, STATUSES, STATUSES[0])
        for each in reading.items(fields.get("permitted"))
    )
    preference = tuple(
        (reading.identifier(key), _groups(reading, value))
        for each in reading.items(fields.get("preference"))
        for key, value in reading.entries(each)
    )
    return PlanningPolicy(
        permitted=permitted,
        preference=preference,
        barriers=_barriers(reading, fields.get("barriers")),
        needs=tuple(_need(reading, each) for each in reading.items(fields.get("needs"))),
        limit=_limit(reading, fields.get("limit")),
    )


def _groups(reading: Reading, node: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(
        reading.words(each) if isinstance(each, Sequence) else (reading.answer(each),)
        for each in reading.items(node)
    )


def _barriers(reading: Reading, node: Node | None) -> Barriers | None:
    if node is None:
        return None
    fields = reading.fields(node, BARRIER_KEYS, ("caps", "doubled", "release"))
    doubled = tuple(
        (str(low.value), reading.answer(high)) for low, high in reading.entries(fields.get("doubled"))
    )
    return Barriers(
        height=reading.identifier(fields.get("height")),
        channels=reading.identifier(fields.get("channels")),
        unused=reading.identifier(fields.get("unused")),
        selector=selector_from_yaml(reading, fields.get("tactics")),
        anywhere=reading.words(fields.get("anywhere")),
        caps=_text_map(reading, fields.get("caps")),
        doubled=doubled[0] if doubled else None,
        because=_text_map(reading, fields.get("because")),
        sources=reading.cited(fields.get("source")),
        release=condition_from_yaml(reading, fields.get("release")),
        span=node.span,
    )


def _need(reading: Reading, node: Node) -> Need:
    fields = reading.fields(node, NEED_KEYS, ("alone",))
    alone = reading.one_of(fields.get("alone"), ("no", "yes"), "no")
    return Need(
        id=reading.identifier(fields.get("id")),
        section=reading.one_of(fields.get("section"), SECTIONS, SECTIONS[0]),
        condition=condition_from_yaml(reading, fields.get("when")),
        selector=selector_from_yaml(reading, fields.get("tactics")),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
        alone=alone == "yes",
        span=fields["id"].span if "id" in fields else node.span,
    )


def _limit(reading: Reading, node: Node | None) -> Limit | None:
    if node is None:
        return None
    fields = reading.fields(node, LIMIT_KEYS)
    now = fields.get("now")
    count = now.value if isinstance(now, Scalar) else None
    if type(count) is not int or count < 1:
        reading.say("NC103", "`now` must be a number, 1 or more", (now or node).span, "write `3`")
        count = 3
    return Limit(
        condition=condition_from_yaml(reading, fields.get("when")),
        now=count,
        selector=selector_from_yaml(reading, fields.get("tactics")),
        exempt=reading.words(fields.get("exempt")),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
    )


def _text_map(reading: Reading, node: Node | None) -> dict[str, str]:
    return {str(key.value): reading.answer(value) for key, value in reading.entries(node)}
