"""What authors write who know another language, or miss a sign: what it is called here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nocontact.diagnostics import nearest, shown

_UNLIKE = "write a second rule, whose `when` says when the other thing follows"
_NO_ORDER = "leave it out: all rules that hold fire, and the strongest conclusion stands"
_UNDER_NOT = "put it under `not:` in `when`"

RULE_WORDS: Mapping[str, str] = {
    "if": "when", "condition": "when", "conditions": "when", "do": "then", "action": "then",
    "conclusion": "then", "why": "because", "reason": "because", "text": "because", "name": "id",
    "else": _UNLIKE, "otherwise": _UNLIKE, "unless": _UNDER_NOT, "except": _UNDER_NOT,
    "priority": _NO_ORDER, "salience": _NO_ORDER, "weight": _NO_ORDER, "order": _NO_ORDER,
}  # fmt: skip
"""What a rule is given elsewhere: the key that it has here, or the way out."""

GROUP_WORDS: Mapping[str, str] = {
    "or": "any", "any_of": "any", "one_of": "any", "either": "any", "and": "all", "all_of": "all",
    "both": "all", "nor": "not", "none_of": "not", "neither": "not", "of": "count",
    "at_least": "count", "at_most": "count", "min": "count",
}  # fmt: skip
"""What groups of conditions are called elsewhere: the group that is meant."""

_ONE_HIGHER = "use `at_least` with the next level"
_ONE_LOWER = "use `at_most` with the level before it"
MEMBER = "each member of a set has a name of its own"

OPERATOR_WORDS: Mapping[str, str] = {
    "=": "is", "==": "is", "eq": "is", "equals": "is", "!=": "is_not", "<>": "is_not",
    "ne": "is_not", "not": "is_not", "isnt": "is_not", ">=": "at_least", "gte": "at_least",
    "min": "at_least", "<=": "at_most", "lte": "at_most", "max": "at_most", "any": "in",
    "any_of": "in", "one_of": "in", "missing": "unknown", ">": _ONE_HIGHER, "gt": _ONE_HIGHER,
    "above": _ONE_HIGHER, "over": _ONE_HIGHER, "<": _ONE_LOWER, "lt": _ONE_LOWER,
    "below": _ONE_LOWER, "under": _ONE_LOWER, "includes": MEMBER, "contains": MEMBER,
    "has": MEMBER,
}  # fmt: skip
"""What comparisons are called elsewhere: the one that is meant, or the way out."""

_FORMULA = re.compile(r"([\w.]+) *(==?|!=|<>|>=|<=) *([\w.+]+)")
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)?")


class Slip(NamedTuple):
    """What to say of a key that has no meaning where it stands.

    Attributes:
        message: one sentence.
        help: the way out.
        meant: the key that is meant, where that can be told.
        expected: the keys that may stand there, where none of them is named in the words.

    Examples:
        >>> slip_of_key("when {hope", ["when"]).meant
        'when'
    """

    message: str
    help: str
    meant: str | None = None
    expected: tuple[str, ...] = ()


def slip_of_key(
    name: str, known: Iterable[str], words: Mapping[str, str] | None = None, *, cut: bool = False
) -> Slip:
    """Return what to say of an unknown key.

    Args:
        name: what was written.
        known: the keys that may stand there.
        words: what is called something else, and what it is called here.
        cut: whether nothing stands beside it, as behind a `,` within a text.

    Examples:
        >>> slip_of_key("if", ["when"], {"if": "when"}).help
        'here it is called `when`'
        >>> slip_of_key("wen", ["when"]).meant
        'when'
    """
    keys, said = tuple(known), f"`{shown(name)}` is not a key here"
    for key in keys:
        if re.match(rf"{re.escape(key)}\s*:?\s*[\[{{:]", name):
            return Slip(f"`: ` is missing after `{key}`",
                        f"write `{key}: `, with a colon and a space", key)  # fmt: skip
    if cut and " " in name:
        return Slip(said, "put text that holds a `,` in quotes")
    here = (words or {}).get(name.casefold())
    if here is None:
        return Slip(said, f"use one of: {', '.join(keys)}", nearest(name, keys), keys)
    return Slip(said, f"here it is called `{here}`", here) if here in keys else Slip(said, here)


def meant_by(word: str, words: Mapping[str, str], known: Iterable[str]) -> str | None:
    """Return the way out for a word of another language; None for any other word.

    Examples:
        >>> meant_by("OR", GROUP_WORDS, ["any"]), meant_by(">", OPERATOR_WORDS, ["is"])
        ('write `any`', 'use `at_least` with the next level')
    """
    folded, names = word.casefold(), tuple(known)
    here = folded if folded in names and folded != word else words.get(folded)
    if here is None:
        return None
    return f"write `{here}`" if here in names else here


def rewritten(text: str) -> str | None:
    """Return how a condition that was written as a formula is written here.

    Examples:
        >>> rewritten("hope == none"), rewritten("hope >= some"), rewritten("hope:none")
        ('{hope: none}', '{hope: {at_least: some}}', '{hope: none}')
        >>> rewritten("danger_signs.choked"), rewritten("when it is hard")
        ('{danger_signs.choked: yes}', None)
    """
    formula = _FORMULA.fullmatch(text.strip())
    if formula:
        subject, sign, answer = formula.groups()
        operator = OPERATOR_WORDS[sign]
        return f"{{{subject}: {answer if operator == 'is' else f'{{{operator}: {answer}}}'}}}"
    head, colon, tail = (part.strip() for part in text.partition(":"))
    if colon and _NAME.fullmatch(head) and tail:
        return f"{{{head}: {shown(tail)}}}"
    return f"{{{head}: yes}}" if "." in text and _NAME.fullmatch(text) else None
