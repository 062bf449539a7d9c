"""The JSON Schema of conditions: which fact or finding, which comparison, which answer."""

from __future__ import annotations

from nocontact.parsing.schema_words import Names, Schema, choice, closed
from nocontact.parsing.selector_schema import SELECTOR
from nocontact.rulebook import FAMILIES, STATUS, STATUSES, YES_NO

CONDITION: Schema = {"$ref": "#/$defs/condition"}


def condition_defs(names: Names, *, of_steps: bool = False) -> dict[str, Schema]:
    """Return the definitions that `CONDITION` refers to.

    Args:
        names: what may be asked about.
        of_steps: whether conditions may speak of steps, as promises do.

    Examples:
        >>> from nocontact import Rulebook, Scenario
        >>> names = Names(Rulebook.load().parsed, Scenario.vocabulary())
        >>> condition_defs(names)["condition"]["anyOf"][0]
        {'const': 'always'}
    """
    tests: dict[str, Schema] = {
        "yes_or_no": _comparisons(YES_NO, ordered=False, is_fact=False),
        "status": _comparisons(STATUSES, ordered=True, is_fact=False),
    }
    subjects = {**_groups(), **_subjects(names, tests), **(_some() if of_steps else {})}
    families = FAMILIES.values() if of_steps else (STATUS,)
    by_tactic = {_each_tactic(names, family): _kind(family) for family in families}
    body = {**names.keyed(subjects, _of_own()), "patternProperties": by_tactic, "minProperties": 1}
    condition = {"anyOf": [{"const": "always"}, body]}
    return {"condition": condition, "conditions": _list_of_conditions(), **tests}


def _list_of_conditions() -> Schema:
    return {"type": "array", "items": CONDITION, "minItems": 1}


def _groups() -> dict[str, Schema]:
    some: Schema = {"$ref": "#/$defs/conditions"}
    count = closed({"at_least": {"type": "integer", "minimum": 1}, "of": some}, ["at_least", "of"])
    return {
        "all": {"description": "All of these hold.", **some},
        "any": {"description": "One of these holds.", **some},
        "not": {"description": "This is false; unknown stays unknown.", **CONDITION},
        "count": {"description": "At least so many of these hold.", **count},
    }


def _subjects(names: Names, tests: dict[str, Schema]) -> dict[str, Schema]:
    asked = names.asked
    return {
        name: {"description": asked[name], **_test(names, name, levels, tests)}
        for name, levels in names.levels.items()
    }


def _test(names: Names, name: str, levels: tuple[str, ...], tests: dict[str, Schema]) -> Schema:
    """Refer to the comparisons with these answers, defined once for all subjects alike."""
    fact = names.vocabulary.get(name)
    ordered = fact is None or fact.ordered
    kind = "fact" if fact else "finding"
    mark = "" if ordered else "_without_order"
    key = f"{kind}{mark}_" + "_".join(level.replace("+", "_or_more") for level in levels)
    tests.setdefault(key, _comparisons(levels, ordered, fact is not None))
    return {"$ref": f"#/$defs/{key}"}


def _comparisons(levels: tuple[str, ...], ordered: bool, is_fact: bool) -> Schema:
    one = choice(levels)
    operators = {"is": one, "is_not": one,
                 "in": {"type": "array", "items": one, "minItems": 1}}  # fmt: skip
    if ordered:
        operators |= {"at_least": one, "at_most": one}
    if is_fact:
        operators["unknown"] = {"type": "boolean"}
    return {"anyOf": [one, {**closed(operators), "minProperties": 1}]}


def _of_own() -> Schema:
    """A question or finding that the schema does not know: any answer, any comparison."""
    one: Schema = {"type": ["string", "integer"]}
    operators = {**dict.fromkeys(("is", "is_not", "at_least", "at_most"), one),
                 "in": {"type": "array", "items": one, "minItems": 1},
                 "unknown": {"type": "boolean"}}  # fmt: skip
    return {"anyOf": [one, {**closed(operators), "minProperties": 1}]}


def _some() -> dict[str, Schema]:
    """Promises may ask if some tactic is a step, is permitted, or has a status."""
    keys = {STATUS: _kind(STATUS), "tactics": SELECTOR}
    found: dict[str, Schema] = {f"some_{family}": SELECTOR for family in FAMILIES.values()}
    return {**found, f"some_{STATUS}": closed(keys, keys)}


def _each_tactic(names: Names, family: str) -> str:
    tactics = "[a-z0-9_]+" if names.own else "|".join(names.tactics)
    return rf"^{family}\.({tactics})$"


def _kind(family: str) -> Schema:
    return {"$ref": f"#/$defs/{STATUS if family == STATUS else 'yes_or_no'}"}
