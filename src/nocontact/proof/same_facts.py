"""Two rulebooks can be compared only over the same facts."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.diagnostics import Diagnostic, ProofError
from nocontact.facts import Vocabulary

MOST_TOLD = 20


def require_same_facts(old: Vocabulary, new: Vocabulary) -> None:
    """Do nothing when two vocabularies have the same facts with the same answers.

    Args:
        old: the facts of one rulebook.
        new: the facts of the other.

    Raises:
        ProofError: when they differ; each fact that differs is named (NC711).

    Examples:
        >>> from nocontact import Scenario
        >>> require_same_facts(Vocabulary.of(Scenario), Vocabulary.of(Scenario))
    """
    problems = list(_differences(old, new))
    if problems:
        raise ProofError(problems[:MOST_TOLD])


def _differences(old: Vocabulary, new: Vocabulary) -> Iterator[Diagnostic]:
    for name in dict.fromkeys((*old, *new)):
        if name not in new:
            yield _differs(f"only the old rulebook knows the fact `{name}`")
        elif name not in old:
            yield _differs(f"only the new rulebook knows the fact `{name}`")
        elif old[name].answers != new[name].answers:
            before, after = ", ".join(old[name].answers), ", ".join(new[name].answers)
            yield _differs(f"the answers of `{name}` were {before} and are {after}")
    if [*old.well_formed] != [*new.well_formed]:
        yield _differs("the sets of the two rulebooks are not answered in the same way")


def _differs(message: str) -> Diagnostic:
    return Diagnostic("NC711", message, help="compare rulebooks over the same questions")
