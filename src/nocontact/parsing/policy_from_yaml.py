"""YAML → planning policy."""

from __future__ import annotations

from nocontact.diagnostics import Node, Scalar, Sequence
from nocontact.facts import ATTRIBUTES, WALL_LEVELS
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import SECTIONS, STATUSES, Barriers, Limit, Need, PlanningPolicy

KEYS = ("permitted", "preference", "needs")
OPTIONAL_KEYS = ("barriers", "limit")
BARRIER_KEYS = ("height", "channels", "unused", "tactics", "anywhere", "because", "source")
NEED_KEYS = ("id", "section", "when", "tactics", "because", "source")
LIMIT_KEYS = ("when", "now", "tactics", "exempt", "because", "source")


def policy_from_yaml(reading: Reading, node: Node) -> PlanningPolicy:
    """Read needs and preferences.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{permitted: [suggested], preference: [{undo: [now, days]}], needs: []}"
        >>> policy_from_yaml(Reading("x", text), read_yaml(text, "x")[0]).preference
        (('undo', (('now',), ('days',))),)
    """
    fields = reading.fields(node, KEYS, OPTIONAL_KEYS)
    preference = tuple(
        (str(key.value), _groups(reading, value))
        for each in reading.items(fields.get("preference"))
        for key, value in reading.entries(each)
    )
    return PlanningPolicy(
        permitted=_permitted(reading, fields.get("permitted")),
        preference=preference,
        barriers=_barriers(reading, fields.get("barriers")),
        needs=tuple(_need(reading, each) for each in reading.items(fields.get("needs"))),
        limit=_limit(reading, fields.get("limit")),
    )


def _permitted(reading: Reading, node: Node | None) -> tuple[str, ...]:
    items = reading.items(node)
    if node is not None and not items:
        reading.say("NC106", "no status is permitted, so no plan can have a step", node.span,
                    f"list some of: {', '.join(STATUSES)}")  # fmt: skip
    return tuple(reading.one_of(each, STATUSES, STATUSES[0]) for each in items)


def _groups(reading: Reading, node: Node) -> tuple[tuple[str, ...], ...]:
    return tuple(
        reading.words(each, "a value")
        if isinstance(each, Sequence)
        else (reading.answer(each, "a value or a list of values"),)
        for each in reading.items(node)
    )


def _barriers(reading: Reading, node: Node | None) -> Barriers | None:
    if node is None:
        return None
    fields = reading.fields(node, BARRIER_KEYS, ("caps", "doubled", "release"))
    because = reading.fields(fields.get("because"), ("in", "out"))
    caps = reading.entries(fields.get("caps"))
    return Barriers(
        height=reading.text(fields.get("height"), "the name of a finding"),
        channels=reading.text(fields.get("channels"), "the name of a question"),
        unused=reading.answer(fields["unused"]) if "unused" in fields else "",
        selector=selector_from_yaml(reading, fields.get("tactics")),
        anywhere=reading.each_of(fields.get("anywhere"), ATTRIBUTES["channels"].answers),
        caps={str(key.value): reading.one_of(value, WALL_LEVELS, "none") for key, value in caps},
        doubled=_doubled(reading, fields.get("doubled")),
        because={direction: reading.text(text) for direction, text in because.items()},
        sources=reading.cited(fields.get("source")),
        release=condition_from_yaml(reading, fields.get("release")),
        span=node.span,
    )


def _doubled(reading: Reading, node: Node | None) -> tuple[str, str] | None:
    """Read one pair of heights: two barriers of the lower one together reach the higher one."""
    pairs = tuple(reading.entries(node))
    heights = WALL_LEVELS[1:]
    found = tuple(
        (reading.one_of(low, heights, heights[0]), reading.one_of(high, heights, heights[-1]))
        for low, high in pairs
    )
    if node is not None and len(pairs) != 1:
        reading.say("NC103", f"expected one pair of heights, found {len(pairs)}", node.span,
                    "write one pair, such as `{lock: sealed}`")  # fmt: skip
    return found[0] if found else None


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
        if now is not None:
            reading.wrong_shape(now, "a number of steps, 1 or more")
        count = 3
    return Limit(
        condition=condition_from_yaml(reading, fields.get("when")),
        now=count,
        selector=selector_from_yaml(reading, fields.get("tactics")),
        exempt=reading.each_of(fields.get("exempt"), SECTIONS),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
    )
