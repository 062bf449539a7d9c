"""YAML → planning policy."""

from __future__ import annotations

from collections.abc import Mapping

from nocontact.diagnostics import Node, Scalar, Sequence
from nocontact.facts import Attribute
from nocontact.parsing.condition_from_yaml import condition_from_yaml
from nocontact.parsing.reading import Reading
from nocontact.parsing.selector_from_yaml import selector_from_yaml
from nocontact.rulebook import (
    DIRECTIONS,
    STATUSES,
    Barriers,
    Limit,
    Need,
    PlanningPolicy,
)

KEYS = ("permitted", "preference", "needs")
OPTIONAL_KEYS = ("barriers", "limit", "sections", "steps")
OPTIONAL_BARRIER_KEYS = ("caps", "doubled", "release", "section", "stands")
BARRIER_KEYS = ("height", "channels", "unused", "tactics", "anywhere", "because", "source")
NEED_KEYS = ("id", "section", "when", "tactics", "because", "source")
LIMIT_KEYS = ("when", "now", "tactics", "exempt", "because", "source")


CHANNELS = "channels"
"""The attribute that says where a barrier stands."""


def policy_from_yaml(
    reading: Reading,
    node: Node,
    attributes: Mapping[str, Attribute],
    needed: tuple[str, ...] = KEYS,
    above: tuple[str, ...] = (),
) -> PlanningPolicy:
    """Read needs and preferences.

    Args:
        reading: what is read, with its problems.
        node: the file.
        attributes: of tactics; those that say how high a barrier stands, and where.
        needed: the keys that have to be there.
        above: the sections of the rulebook that this one extends.

    Examples:
        >>> from nocontact.diagnostics import read_yaml
        >>> text = "{permitted: [suggested], preference: [{undo: [now, days]}], needs: []}"
        >>> policy_from_yaml(Reading("x", text), read_yaml(text, "x")[0], {}).preference
        (('undo', (('now',), ('days',))),)
    """
    fields = reading.fields(node, needed, (*KEYS, *OPTIONAL_KEYS))
    preference = tuple(
        (str(key.value), _groups(reading, value))
        for each in reading.items(fields.get("preference"))
        for key, value in reading.entries(each)
    )
    own = tuple(map(reading.plain_name, reading.items(fields.get("sections"))))
    sections = tuple(dict.fromkeys((*above, *own)))
    needs = tuple(_need(reading, each, sections) for each in reading.items(fields.get("needs")))
    barriers = _barriers(reading, fields.get("barriers"), attributes, sections)
    if not sections:
        shown = [each.section for each in needs] + ([barriers.shown_in] if barriers else [])
        sections = tuple(dict.fromkeys(shown))
    return PlanningPolicy(
        permitted=_permitted(reading, fields.get("permitted")),
        preference=preference,
        barriers=barriers,
        needs=needs,
        limit=_limit(reading, fields.get("limit"), sections),
        sections=sections or ("plan",),
        steps=selector_from_yaml(reading, fields.get("steps")),
    )


def _section(reading: Reading, node: Node | None, sections: tuple[str, ...]) -> str:
    if node is None or not sections:
        return reading.plain_name(node)
    return reading.one_of(node, sections, sections[0])


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


def _barriers(
    reading: Reading,
    node: Node | None,
    attributes: Mapping[str, Attribute],
    sections: tuple[str, ...],
) -> Barriers | None:
    if node is None:
        return None
    fields = reading.fields(node, BARRIER_KEYS, OPTIONAL_BARRIER_KEYS)
    because = reading.fields(fields.get("because"), DIRECTIONS)
    height = reading.text(fields.get("height"), "the name of a finding")
    written = reading.fields(fields.get("stands"), (), DIRECTIONS)
    stands = {way: reading.answer(name) for way, name in written.items()}
    heights, places = (
        attributes[name].answers if name in attributes else ()
        for name in (stands.get("in", f"{height}_in"), CHANNELS)
    )
    caps = reading.entries(fields.get("caps"))
    return Barriers(
        height=height,
        channels=reading.text(fields.get("channels"), "the name of a question"),
        unused=reading.answer(fields["unused"]) if "unused" in fields else "",
        selector=selector_from_yaml(reading, fields.get("tactics")),
        anywhere=_known(reading, fields.get("anywhere"), places),
        caps={str(key.value): _one(reading, value, heights) for key, value in caps},
        doubled=_doubled(reading, fields.get("doubled"), heights[1:]),
        because={direction: reading.text(text) for direction, text in because.items()},
        sources=reading.cited(fields.get("source")),
        release=condition_from_yaml(reading, fields.get("release")),
        section=_section(reading, fields["section"], sections) if "section" in fields else "",
        stands=stands,
        span=node.span,
    )


def _one(reading: Reading, node: Node, known: tuple[str, ...]) -> str:
    """Read one of the known words; where none is known, that is told of the barriers."""
    return reading.one_of(node, known, known[0]) if known else reading.answer(node)


def _known(reading: Reading, node: Node | None, known: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_one(reading, each, known) for each in reading.items(node))


def _doubled(
    reading: Reading, node: Node | None, heights: tuple[str, ...]
) -> tuple[str, str] | None:
    """Read one pair of heights: two barriers of the lower one together reach the higher one."""
    pairs = tuple(reading.entries(node))
    found = tuple((_one(reading, low, heights), _one(reading, high, heights))
                  for low, high in pairs)  # fmt: skip
    if node is not None and len(pairs) != 1:
        reading.say("NC103", f"expected one pair of heights, found {len(pairs)}", node.span,
                    "write one pair, such as `{lock: sealed}`")  # fmt: skip
    return found[0] if found else None


def _need(reading: Reading, node: Node, sections: tuple[str, ...]) -> Need:
    fields = reading.fields(node, NEED_KEYS, ("alone", "before"))
    alone = reading.one_of(fields.get("alone"), ("no", "yes"), "no")
    return Need(
        id=reading.identifier(fields.get("id")),
        section=_section(reading, fields.get("section"), sections),
        condition=condition_from_yaml(reading, fields.get("when")),
        selector=selector_from_yaml(reading, fields.get("tactics")),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
        alone=alone == "yes",
        before=reading.identifier(fields.get("before")),
        span=fields["id"].span if "id" in fields else node.span,
    )


def _limit(reading: Reading, node: Node | None, sections: tuple[str, ...]) -> Limit | None:
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
        exempt=_known(reading, fields.get("exempt"), sections),
        because=reading.text(fields.get("because")),
        sources=reading.cited(fields.get("source")),
    )
