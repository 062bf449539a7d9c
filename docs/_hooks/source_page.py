"""The page of sources: every paragraph and entry, in our words, and the rules that cite it."""

from generated_page import GeneratedPage
from rulebook_page import FOLDER, rule_link, source_anchor

from nocontact.rulebook import CheckedRulebase, Cited
from nocontact.sources import Source


def source_page(rulebase: CheckedRulebase) -> GeneratedPage:
    """Paragraphs first, then entries, each with what rests on it."""
    citing = _citing(rulebase)
    sources = rulebase.sources
    parts = [
        "# Sources",
        f"{sources.title}. The gists are ours; no sentence of the article is copied.",
        "## Paragraphs of the article",
    ]
    for number, paragraph in sources.paragraphs.items():
        parts += [f"### ¶{number} {{#{source_anchor(number)}}}", paragraph.gist]
        reason = sources.excluded.get(number)
        parts += [f"Not cited: {reason}"] if reason else [_cited_by(citing, number)]
    parts.append("## Entries")
    for entry in sources.entries.values():
        parts += [f"### {entry.id}: {entry.title} {{#{source_anchor(entry.id)}}}", entry.says]
        parts += [_about(entry), _cited_by(citing, entry.id)]
    return GeneratedPage(f"{FOLDER}/sources.md", "Sources", "\n\n".join(parts) + "\n")


def _citing(rulebase: CheckedRulebase) -> dict[Cited, list[str]]:
    """What rests on each source: rules, needs, tactics and promises, as Markdown."""
    pairs = [(each, rule_link(rule.id)) for rule in rulebase.rules for each in rule.sources]
    for tactic in rulebase.tactics.values():
        pairs += [(each, f"[`{tactic.id}`](tactics.md#{tactic.id})") for each in tactic.source]
    for promise in rulebase.parsed.promises:
        link = f"[`{promise.id}`](promises.md#{promise.id})"
        pairs += [(each, link) for each in promise.sources]
    for need in rulebase.policy.needs:
        pairs += [(each, f"the need `{need.id}`") for each in need.sources]
    found: dict[Cited, list[str]] = {}
    for cited, what in pairs:
        found.setdefault(cited, []).append(what)
    return found


def _cited_by(citing: dict[Cited, list[str]], cited: Cited) -> str:
    return f"Cited by: {', '.join(dict.fromkeys(citing.get(cited, ['nothing yet'])))}."


def _about(entry: Source) -> str:
    said = [f"Voice: {entry.voice}.", f"Read in: {entry.citation}"]
    if entry.confidence:
        said.append(f"Confidence: {entry.confidence}.")
    if entry.checked == "no":
        said.append("Not looked up yet: do not take it as fact.")
    if entry.limits:
        said.append(f"Limits the claims {', '.join(entry.limits)}.")
    return " ".join(said)
