"""What is being explained, as one plain sentence."""

from __future__ import annotations

from nocontact.explanation.condition_wording import ConditionWording, quoted, sentence
from nocontact.explanation.wording import Wording
from nocontact.proof.subject import Subject
from nocontact.rulebook import STATUS


def claim_said(words: Wording, subject: Subject, level: str) -> str:
    """Return a part of an answer at a level as a sentence.

    Args:
        words: where the texts come from.
        subject: a finding, the first of a set, the status of a tactic, or a step.
        level: one of its levels.

    Examples:
        >>> from nocontact import Rulebook
        >>> words = Wording(Rulebook.load())
        >>> claim_said(words, Subject("finding", "wall"), "lock")
        'The height of the wall: a high wall.'
        >>> claim_said(words, Subject("step", "change_number"), "no")
        '“Get a new number” is not a step of your plan for now.'
    """
    family, name = subject
    if family == "step":
        key = "enough.step" if level == "yes" else "enough.no_step"
        return words.say(key, what=quoted([words.short(name)]))
    if family == "first":
        if level == "none":
            return words.say("enough.no_first")
        return sentence(words.level(name, level))
    finding = f"{STATUS}.{name}" if family == "status" else name
    return ConditionWording(words).claim(finding, level)
