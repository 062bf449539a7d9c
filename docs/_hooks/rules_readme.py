"""The table in rules/README.md: decision, question, paragraphs. Run this file to renew it."""

from pathlib import Path

from decision_pages import file_of
from rulebook_page import rulebase_of, table

from nocontact.rulebook import CheckedRulebase, Decision

START, END = "<!-- decisions -->\n", "<!-- end of decisions -->\n"
HEAD = ("decision", "question", "what it finds", "rests on")


def readme_with_table(root: Path) -> str:
    """The text of rules/README.md with the table as it has to be today."""
    text = (root / "rules/README.md").read_text("utf-8")
    before, _, rest = text.partition(START)
    return f"{before}{START}{decision_table(rulebase_of(root))}{END}{rest.partition(END)[2]}"


def decision_table(rulebase: CheckedRulebase) -> str:
    """One line for each decision, in the order in which they are taken."""
    return table(HEAD, (_row(rulebase, each) for each in rulebase.decisions.values()))


def _row(rulebase: CheckedRulebase, decision: Decision) -> tuple[str, ...]:
    file = file_of(decision)
    findings = dict.fromkeys(each.set_name or each.name for each in decision.findings)
    found = ", ".join(f"`{name}`" for name in findings) or "the status of steps"
    cited = dict.fromkeys(each for rule in decision.rules for each in rule.sources)
    labels = sorted(cited, key=lambda each: (isinstance(each, str), str(each).zfill(20)))
    links = ", ".join(rulebase.sources.label(each) for each in labels)
    return (f"[`{file}`]({file})", decision.asks, found, links)


if __name__ == "__main__":
    ROOT = Path(__file__).resolve().parents[2]
    (ROOT / "rules/README.md").write_text(readme_with_table(ROOT), "utf-8")
