"""Every finding is raised by a rule, and tested or shown somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from nocontact.checking.context import Context
from nocontact.diagnostics import Diagnostic
from nocontact.rulebook import Condition, Raise, atoms_of


def unused(context: Context) -> Iterator[Diagnostic]:
    """Check that every finding is of use (NC208, NC209); not told while names are wrong.

    Examples:
        >>> from nocontact.facts import Scenario
        >>> from nocontact.parsing import rulebook_from_texts
        >>> text = "{decision: wall, asks: How high?, finding: {wall: [none, lock]}, rules: []}"
        >>> parsed, _ = rulebook_from_texts({"wall.yaml": text})
        >>> [each.message for each in unused(Context(parsed, Scenario.vocabulary()))]
        ['no rule raises `wall`, so it is always `none`']
    """
    conditions = tuple(_conditions(context))
    tested = {atom.subject for condition in conditions for atom in atoms_of(condition)}
    raised = {
        each.finding for rule in context.rules for each in rule.conclusions
        if isinstance(each, Raise)
    }  # fmt: skip
    wrong = any(context.levels(each) is None for each in tested)
    if wrong or not raised <= context.findings.keys():
        return
    policy = context.parsed.policy
    seen = {*context.parsed.metadata.shows, policy.barriers.height if policy.barriers else ""}
    for finding in context.parsed.findings:
        if finding.name not in raised:
            yield context.found(
                "NC209", f"no rule raises `{finding.name}`, so it is always "
                f"`{finding.levels[0]}`", finding.span, "add a rule, or remove the finding",
                severity="warning")  # fmt: skip
        elif finding.name not in tested and (finding.set_name or finding.name) not in seen:
            yield context.found(
                "NC208", f"nothing uses `{finding.name}`", finding.span,
                "test it in a rule or a need, list it under `shows` in `rulebook.yaml`, or "
                "remove it", severity="warning")  # fmt: skip


def _conditions(context: Context) -> Iterator[Condition]:
    yield from (rule.condition for rule in context.rules)
    policy = context.parsed.policy
    yield from (need.condition for need in policy.needs)
    if policy.limit:
        yield policy.limit.condition
    if policy.barriers:
        yield policy.barriers.release
    for promise in context.parsed.promises:
        yield promise.when
        yield promise.after
        if promise.then:
            yield promise.then
