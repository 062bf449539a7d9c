"""YAML text → directory of resources."""

from __future__ import annotations

from datetime import date

from nocontact.diagnostics import Node, ResourceError, Scalar, read_yaml
from nocontact.parsing import Reading
from nocontact.recommendation.resources import NEEDS, Resource, ResourceDirectory

_KEYS = ("region", "name", "contact", "source", "checked_on", "for")


def resources_from_yaml(
    text: str, *, as_of: date, file: str = "resources.yaml", max_age_days: int = 180
) -> ResourceDirectory:
    """Return the directory written in YAML: a list under `resources:`.

    Args:
        text: the content of the file.
        as_of: the day of use.
        file: its name, for messages.
        max_age_days: how many days ago each entry may have been checked, at most.

    Raises:
        ResourceError: with every problem and, where it can be told, its place.

    Examples:
        >>> text = '''
        ... resources:
        ...   - {region: Examplia, name: Night line, contact: 555 0100, source: its own page,
        ...      checked_on: 2026-11-01, for: [crisis]}
        ... '''
        >>> resources_from_yaml(text, as_of=date(2026, 11, 22)).resources[0].name
        'Night line'
    """
    node, problems = read_yaml(text, file)
    if node is None or problems:
        raise ResourceError(problems)
    reading = Reading(file, text)
    listed = reading.fields(node, ("resources",)).get("resources")
    found = [_resource(reading, each) for each in reading.items(listed)]
    if reading.problems:
        raise ResourceError(reading.problems)
    return ResourceDirectory(tuple(found), as_of, max_age_days)


def _resource(reading: Reading, node: Node) -> Resource:
    fields = reading.fields(node, _KEYS)
    needs = reading.items(fields.get("for"))
    return Resource(
        region=reading.text(fields.get("region")),
        name=reading.text(fields.get("name")),
        contact=_contact(reading, fields.get("contact")),
        source=reading.text(fields.get("source")),
        checked_on=_checked_on(reading, fields.get("checked_on")),
        for_=tuple(reading.one_of(each, NEEDS, NEEDS[0]) for each in needs),
    )


def _contact(reading: Reading, node: Node | None) -> str:
    if isinstance(node, Scalar) and isinstance(node.value, int | float):
        reading.say("NC602", "a number would lose its zeros and its plus sign", node.span,
                    "write the contact in quotes")  # fmt: skip
        return ""
    return reading.text(node)


def _checked_on(reading: Reading, node: Node | None) -> date:
    written = reading.text(node)
    try:
        return date.fromisoformat(written)
    except ValueError:
        if node is not None and written:
            reading.say("NC602", f"`{written}` is not a day", node.span,
                        "write year, month and day: 2026-11-01", found=written)  # fmt: skip
        return date.min
