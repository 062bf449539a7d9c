"""A page for each decision in rules/: the question, the findings, every rule with its source."""

from collections.abc import Iterator

from generated_page import GeneratedPage
from rulebook_page import FOLDER, decision_link, source_link

from nocontact.rulebook import (
    CheckedRule,
    CheckedRulebase,
    Conclusion,
    Decision,
    Raise,
    atoms_of,
    requirements,
)


def decision_pages(rulebase: CheckedRulebase) -> list[GeneratedPage]:
    """The decisions in the order in which they are taken."""
    return [_page(rulebase, decision) for decision in rulebase.decisions.values()]


def file_of(decision: Decision) -> str:
    """The rule file of a decision, below rules/."""
    return decision.span.file if decision.span else ""


def _page(rulebase: CheckedRulebase, decision: Decision) -> GeneratedPage:
    by_id = rulebase.rules_by_id
    parts = [
        f"# {decision.name}",
        f"**{decision.asks}**",
        f"The file: `rules/{file_of(decision)}`. Who speaks: {decision.voice}. "
        f"Rests on: {_links(decision.sources)}.",
        *_neighbours(rulebase, decision),
        *_findings(decision),
        "## The rules",
        *(_rule(rulebase, by_id[rule.id]) for rule in decision.rules),
    ]
    text = "\n\n".join(parts) + "\n"
    return GeneratedPage(f"{FOLDER}/{decision.name}.md", decision.name, text)


def _neighbours(rulebase: CheckedRulebase, decision: Decision) -> Iterator[str]:
    needs = requirements(tuple(rulebase.decisions.values()))
    before = [name for name in rulebase.order if name in needs[decision.name]]
    after = [name for name in rulebase.order if decision.name in needs[name]]
    if before:
        yield f"It needs: {', '.join(map(decision_link, before))}."
    else:
        yield "It needs no other decision: it tests answers only."
    if after:
        yield f"Needed by: {', '.join(map(decision_link, after))}."
    used = _needs_of_the_plan(rulebase, decision)
    if used:
        yield f"Needs of the plan that test it: {', '.join(f'`{name}`' for name in used)}."


def _needs_of_the_plan(rulebase: CheckedRulebase, decision: Decision) -> list[str]:
    own = {finding.name for finding in decision.findings}
    return [
        need.id
        for need in rulebase.policy.needs
        if any(atom.subject in own for atom in atoms_of(need.condition))
    ]


def _findings(decision: Decision) -> Iterator[str]:
    if not decision.findings:
        return
    yield "## What it finds"
    sets: dict[str, list[str]] = {}
    lines = []
    for finding in decision.findings:
        if finding.set_name:
            sets.setdefault(finding.set_name, []).append(finding.name.partition(".")[2])
        else:
            scale = " < ".join(f"`{level}`" for level in finding.levels)
            lines.append(f"- `{finding.name}`: {scale}")
    lines += [f"- `{name}`, any of: {', '.join(map(_code, each))}" for name, each in sets.items()]
    yield "\n".join(lines)


def _rule(rulebase: CheckedRulebase, rule: CheckedRule) -> str:
    conclusions = rule.written.conclusions
    parts = [
        f"### {rule.id} {{#{rule.id}}}",
        f"> {rule.because}",
        f"**When** {rule.condition}.",
        f"**Then** {'; '.join(map(_conclusion, conclusions))}.",
    ]
    if any(not isinstance(each, Raise) for each in conclusions):
        names = ", ".join(_tactic_link(name.partition(".")[2]) for name, _ in rule.raises)
        parts.append(f'??? note "Steps it speaks of: {len(rule.raises)}"\n\n    {names}')
    sources = (f"- {source_link(each)}: {rulebase.sources.gist(each)}" for each in rule.sources)
    parts.append(f"Voice: {rule.voice}. Rests on:\n\n" + "\n".join(sources))
    return "\n\n".join(parts)


def _conclusion(conclusion: Conclusion) -> str:
    if not isinstance(conclusion, Raise):
        return f"status at least `{conclusion.status}`, for steps with: {conclusion.selector}"
    name, _, member = conclusion.finding.partition(".")
    if member:
        return f"`{name}` has `{member}`"
    return f"`{name}` is {'' if conclusion.level == 'yes' else 'at least '}`{conclusion.level}`"


def _tactic_link(tactic: str) -> str:
    return f"[`{tactic}`](tactics.md#{tactic})"


def _links(sources: tuple[int | str, ...]) -> str:
    return ", ".join(map(source_link, sources)) or "nothing by itself"


def _code(word: str) -> str:
    return f"`{word}`"
