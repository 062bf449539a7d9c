"""What changes for whom when rules are edited: two folders, or two loaded rulebooks."""

from __future__ import annotations

from pathlib import Path

from nocontact.diagnostics import Diagnostic, RulebookError
from nocontact.facts import Answers
from nocontact.proof.comparing import compared
from nocontact.proof.comparison import Comparison
from nocontact.proof.diagrams import NODES, SECONDS
from nocontact.proof.kept import Kept
from nocontact.proof.kept_from_text import kept_from_text
from nocontact.recommendation.rulebook_loading import loaded
from nocontact.rulebook import CheckedRulebase

MOST_BYTES = 1_000_000


def compare(
    old: str | Path | CheckedRulebase,
    new: str | Path | CheckedRulebase,
    must_not_change: str | Path | tuple[Kept, ...] | None = None,
    *,
    scenario: type[Answers] | None = None,
    nodes: int = NODES,
    seconds: float = SECONDS,
) -> Comparison:
    """Compare what two rulebooks recommend, in every scenario there is.

    Args:
        old: the rulebook before: a folder, or a loaded one.
        new: the rulebook after.
        must_not_change: a file of what must not change, or what `kept_from_text` read from one.
        scenario: a class whose questions the rules in folders speak of; None for their own.
        nodes: the budget of the diagrams.
        seconds: how long each rulebook, and then comparing them, may take.

    Returns:
        A comparison: `.equivalent`, `.changed` of `.scenarios`, `.groups` with counts, smallest
        witnesses and both explanations, `.violations` of what must not change, `.to_text()`,
        `.to_markdown()`, `.to_json()`.

    Raises:
        RulebookError: when a folder or the file of what must not change has a problem.
        ProofError: when the facts differ (NC711), oxidd is not installed (NC701), or the rules
            are too tangled for so many nodes (NC702) or seconds (NC703).

    Examples:
        >>> from nocontact import Rulebook
        >>> whole = Rulebook.load()
        >>> compare(whole, whole).equivalent
        True
    """
    before = loaded(old, scenario)
    kept = must_not_change if isinstance(must_not_change, tuple) else ()
    if isinstance(must_not_change, str | Path):
        kept = kept_from_text(_text(Path(must_not_change)), str(must_not_change), before)
    return compared(before, loaded(new, scenario), kept=kept, nodes=nodes, seconds=seconds)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) <= MOST_BYTES:
            return content.decode("utf-8-sig")
    except (OSError, UnicodeError):
        pass
    raise RulebookError([Diagnostic("NC107", f"`{path}` cannot be read",
                         help="name a file of UTF-8 text with what must not change")])  # fmt: skip
