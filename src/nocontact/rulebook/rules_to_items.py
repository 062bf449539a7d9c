"""Rules → a list that a document can hold: what each says, and when it fires."""

from __future__ import annotations

from collections.abc import Iterable

from nocontact.display import Item, Items, Paragraph, Text, inlines
from nocontact.rulebook.rule import Rule
from nocontact.sources import citation


def rules_to_items(rules: Iterable[Rule]) -> Items:
    """Return rules as a list: the plain sentence first, the condition below it.

    Examples:
        >>> from nocontact.rulebook.condition import ALWAYS
        >>> rule = Rule("help.be-ready", "help", ALWAYS, (), "Help is there.", (41,), "article")
        >>> rules_to_items([rule]).items[0].text[0].text
        'Help is there. '
    """
    return Items(map(_item, rules))


def _item(rule: Rule) -> Item:
    said = inlines(f"{rule.because} ", citation(rule.sources), " ", Text(rule.id, "code"))
    return Item(said, [Paragraph(f"when: {rule.condition}")])
