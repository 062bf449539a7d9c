"""What every page about the rulebook needs: the shipped rulebook, links, and tables."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from nocontact.recommendation import Rulebook
from nocontact.rulebook import CheckedRulebase, Cited

FOLDER = "rulebook"


def rulebase_of(root: Path) -> CheckedRulebase:
    """The rulebook of this checkout, checked; a broken one stops the build with its problems."""
    return Rulebook.load(root / "rules")


def decision_link(name: str) -> str:
    """A link to the page of a decision, from any page of the rulebook."""
    return f"[{name}]({name}.md)"


def rule_link(rule: str) -> str:
    """A link to a rule on the page of its decision."""
    return f"[`{rule}`]({rule.partition('.')[0]}.md#{rule})"


def source_link(cited: Cited) -> str:
    """A link to a paragraph or an entry on the page of sources."""
    label = f"¶{cited}" if isinstance(cited, int) else cited
    return f"[{label}](sources.md#{source_anchor(cited)})"


def source_anchor(cited: Cited) -> str:
    """The place of a source on the page of sources."""
    return f"p{cited}" if isinstance(cited, int) else cited.lower()


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [_row(head), _row(["---"] * len(head)), *map(_row, rows)]
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"
