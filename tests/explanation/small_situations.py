"""One small rulebook with every row that it has: small enough to look at all of them."""

from __future__ import annotations

from functools import cache

from nocontact.rulebook import CheckedRulebase

from ..proof.edited_rulebooks import loaded, new_rule
from .by_definition import EverySituation

NAMES = ("wall", "notes", "pull", "status.call", "status.write", "step.mute", "step.walk", "odd")


@cache
def small_rulebook() -> CheckedRulebase:
    """The small rulebook, with rules that read whether a list was answered at all."""
    lists = {"any": [
        {"all": [{"pets.dog": {"unknown": False}}, {"looks.phone": {"unknown": True}}]},
        {"all": [{"pets.none": "yes"}, {"ready": "yes"}]},
        {"pets.rather_not_say": "yes"},
    ]}  # fmt: skip
    odd = {"decision": "odd", "asks": "What now?", "source": [1], "finding": {"odd": ["a", "b"]},
           "rules": [{"id": "odd.r0", "when": lists, "then": {"odd": "b"}, "because": "So.",
                      "source": [1]}]}  # fmt: skip
    return loaded(
        lambda files: files.update(odd=odd),
        new_rule(
            "status",
            {"pets.dog": {"unknown": False}},
            {"status": "ask_why", "tactics": {"id": "call"}},
        ),
    )


@cache
def every() -> EverySituation:
    """It, with the answer to every row."""
    return EverySituation(small_rulebook())
