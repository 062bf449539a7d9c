"""Which parts of an answer an interview asks for, and which other parts there are."""

from __future__ import annotations

from functools import lru_cache

from nocontact.explanation.situation import Situation
from nocontact.proof.subject import Subject
from nocontact.rulebook import STATUS, CheckedRulebase


def parts_that_count(situation: Situation) -> tuple[Subject, ...]:
    """Return what is asked for until no answer can change it.

    These are the findings that the rulebook `settles` (of a set, its first member), and the
    status of each step that the person is thinking of.

    Args:
        situation: the answer.

    Examples:
        >>> from nocontact import Scenario, recommend
        >>> situation = recommend(Scenario(considering={"block_email"})).situation
        >>> [name_of(part) for part in parts_that_count(situation)]
        ['standing', 'wall', 'stance', 'help', 'status.block_email']
    """
    considered = (Subject("status", tactic) for tactic in situation.considered)
    return (*settled_findings(situation.rulebase), *considered)


@lru_cache(maxsize=16)
def settled_findings(rulebase: CheckedRulebase) -> tuple[Subject, ...]:
    """Return the findings that an interview asks for; without a list, all that are shown.

    Examples:
        >>> from nocontact import Rulebook
        >>> settled_findings(Rulebook.load())[0]
        Subject(family='first', name='standing')
    """
    metadata = rulebase.metadata
    every = dict.fromkeys(f.set_name or f.name for f in rulebase.findings.values())
    listed = metadata.settles or metadata.shows or [name for name in every if name != STATUS]
    return tuple(
        Subject("finding" if name in rulebase.findings else "first", name) for name in listed
    )


def name_of(subject: Subject) -> str:
    """Return the name by which `rec.why` and the others know a part.

    Examples:
        >>> name_of(Subject("first", "standing")), name_of(Subject("step", "mute_thread"))
        ('standing', 'step.mute_thread')
    """
    plain = subject.family in ("finding", "first")
    return subject.name if plain else f"{subject.family}.{subject.name}"
