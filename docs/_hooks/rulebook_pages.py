"""The pages about the rulebook: an overview, the decisions, tactics, promises and sources."""

from pathlib import Path

from decision_pages import decision_pages, file_of
from generated_page import GeneratedPage
from promise_page import promise_page
from question_page import question_page
from rulebook_page import FOLDER, decision_link, rulebase_of, source_link, table
from source_page import source_page
from tactic_page import tactic_page

from nocontact.rulebook import CheckedRulebase


def pages(root: Path) -> list[GeneratedPage]:
    """The overview, then a page for each decision in order, then the rest of the rulebook."""
    rulebase = rulebase_of(root)
    others = [tactic_page(rulebase), promise_page(rulebase), source_page(rulebase)]
    return [_overview(rulebase), question_page(rulebase), *decision_pages(rulebase), *others]


def _overview(rulebase: CheckedRulebase) -> GeneratedPage:
    meta = rulebase.metadata
    rows = (
        (decision_link(d.name), d.asks, ", ".join(map(source_link, d.sources)),
         f"`rules/{file_of(d)}`", str(len(d.rules)))
        for d in rulebase.decisions.values()
    )  # fmt: skip
    parts = [
        "# The rulebook",
        f"Made from `rules/`: `{meta.name}` {meta.version} of {meta.date}. "
        f"{len(rulebase.decisions)} decisions in the order in which they are taken, "
        f"{len(rulebase.rules)} rules. Also: [questions](questions.md), "
        "[tactics](tactics.md), [promises](promises.md), [sources](sources.md).",
        table(("Decision", "Question", "Rests on", "File", "Rules"), rows),
        "## What it cannot do",
        "\n".join(f"- {limit}" for limit in meta.limits),
        f"Update policy: {meta.update_policy} Funding: {meta.funding}",
    ]
    return GeneratedPage(f"{FOLDER}/index.md", "Overview", "\n\n".join(parts) + "\n")
